//! Addresses that documents had once.

use crate::diagnostic::Spanned;

/// An address that must keep working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// As written: `/jobs/senior-em/`, or `/roles/lead/#hiring` for a place on a page.
    pub from: Spanned<String>,
    /// The anchor on the page that it leads to; `None` for the page itself.
    pub to: Option<Spanned<String>>,
}
