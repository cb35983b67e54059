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
    /// The one edition that it was published in; `None` where that is the public one.
    pub only: Option<String>,
    /// The line of the ledger.
    pub span: Span,
}

/// How firmly an address stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
