//! What was published once. An address that somebody may have linked to has to answer for ever.

use crate::diagnostic::{Span, Spanned};

/// A page, or a place on one, that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// From the site's root on: `/roles/lead/#hires-well`.
    pub address: String,
    /// The day it was first published, `2026-01-31`.
    pub since: String,
    pub standing: Standing,
    /// The editions that it was published in, with commas between them; `None` where the public one
    /// is among them.
    pub only: Option<String>,
    /// The line of the ledger.
    pub span: Span,
}

impl Record {
    /// Whether it was published in that edition; `None` is the public one, whose addresses all have.
    pub fn is_of(&self, edition: Option<&str>) -> bool {
        let Some(only) = &self.only else { return true };
        only.split(',').any(|it| Some(it) == edition)
    }
}

/// How firmly an address stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// An author wrote it: it stays, or leads on.
    Firm,
    /// Made of words that may change: then the place with this anchor takes over.
    In(String),
    /// The words have changed, and the statement with this anchor has taken over.
    To(String),
}

/// An address that leads nowhere any more, and what its author says of that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    pub address: Spanned<String>,
    pub why: String,
    /// Addresses on this site where it may go on.
    pub see: Vec<Spanned<String>>,
}
