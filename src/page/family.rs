//! A job family: its ladder at a glance, and the comparison table.

use super::ladder::Ladder;
use super::view::{Link, Piece};
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FamilyPage {
    pub introduction: Vec<Piece>,
    pub overview: Overview,
    /// `None` when no role of the family has a level.
    pub ladder: Option<Ladder>,
    /// Roles without a level.
    pub outside: Vec<Link>,
    /// Comparisons of neighbours.
    pub comparisons: Vec<Link>,
    pub mentioned_by: Vec<Link>,
}

/// The family's ladder in little: ranks as rows, tracks as columns, highest rank first.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Overview {
    pub tracks: Vec<String>,
    pub ranks: Vec<Rank>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Rank {
    /// The levels of this rank: `IC5 · M2`.
    pub title: String,
    /// One for each track, in their order; the roles there.
    pub cells: Vec<Vec<Link>>,
}
