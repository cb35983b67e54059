//! Where a role stands: families, tracks, levels and areas.

use super::alias::Alias;
use super::arena::Id;
use super::text::Body;
use crate::diagnostic::Span;

/// A line of progression: management.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    pub slug: String,
    pub title: String,
    /// `M`; the title where the handbook gives no short form.
    pub short: String,
    pub span: Span,
}

/// A rung of one track. Levels of different tracks with the same rank are equivalent.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    pub slug: String,
    pub title: String,
    pub track: Id<Track>,
    /// From 0, the lowest. The order in `handbook.yml` is the rank, names never are.
    pub rank: usize,
    pub span: Span,
}

/// A discipline with its own ladder: engineering.
#[derive(Clone, Debug, PartialEq)]
pub struct Family {
    pub slug: String,
    pub title: String,
    pub aliases: Vec<Alias>,
    pub body: Body,
    /// Whether a document describes it; else `span` is a place for complaints only.
    pub is_written: bool,
    pub span: Span,
}

/// A group of competencies.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    pub slug: String,
    pub title: String,
    pub span: Span,
}
