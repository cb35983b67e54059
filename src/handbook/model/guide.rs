//! What stands beside the ladder: free pages and terms.

use super::alias::Alias;
use super::text::Body;
use super::visibility::Visibility;
use crate::diagnostic::{FileId, Span};
use crate::markdown::Prose;

/// What a document says on the front page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Home {
    pub aliases: Vec<Alias>,
    pub body: Body,
    /// The document, where there is one that may be shown.
    pub file: Option<FileId>,
}

/// A free page.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    pub slug: String,
    pub title: String,
    pub aliases: Vec<Alias>,
    pub body: Body,
    pub span: Span,
}

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub slug: String,
    pub title: String,
    pub also: Vec<String>,
    pub aliases: Vec<Alias>,
    pub definition: Prose,
    pub visibility: Visibility,
    pub span: Span,
}
