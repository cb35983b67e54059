//! Free pages.

use super::view::{Link, Piece};
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct GuidesPage {
    pub guides: Vec<GuideCard>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct GuideCard {
    pub guide: Link,
    pub summary: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct GuidePage {
    pub contents: Vec<Link>,
    pub body: Vec<Piece>,
    pub mentioned_by: Vec<Link>,
}
