//! Terms and what they mean.

use super::view::Link;
use crate::markdown::Html;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct GlossaryPage {
    /// By title, without regard to case.
    pub terms: Vec<TermView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct TermView {
    pub anchor: String,
    pub title: String,
    pub also: Vec<String>,
    pub definition: Html,
    pub mentioned_by: Vec<Link>,
}
