//! The front page: what this handbook is, and the way in.

use super::view::{Link, Piece};
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct HomePage {
    /// The handbook's own introduction; empty when it wrote none.
    pub introduction: Vec<Piece>,
    pub families: Vec<FamilyCard>,
    pub guides: Vec<Link>,
    pub n_roles: usize,
    pub n_competencies: usize,
    /// *My role*, *The next step*, *We are hiring*.
    pub doors: Vec<Door>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FamilyCard {
    pub family: Link,
    pub summary: String,
    /// Lowest rung first; within a rank in the order of tracks.
    pub roles: Vec<RoleLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RoleLine {
    pub role: Link,
    /// `M2`; empty outside the ladder.
    pub level: String,
    pub track: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Door {
    pub title: String,
    pub text: String,
    pub link: Link,
}
