//! What the handbook says of itself.

use super::look::Look;
use super::review::ShownHistory;
use super::visibility::Editions;
use crate::diagnostic::Spanned;
use crate::labels::Labels;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub title: String,
    pub organisation: Option<Organisation>,
    /// The language, and what the program says on pages in it.
    pub labels: Arc<Labels>,
    /// Where the site is published, ending in `/`.
    pub base_url: Option<String>,
    pub repository: Option<Repository>,
    /// A built-in theme, or the folder below `themes/` whose files replace those of one.
    pub theme: Option<Spanned<String>>,
    pub look: Look,
    /// Whether HTML in texts is HTML.
    pub allows_html: bool,
    pub editions: Editions,
    /// How often texts are reviewed, as people say it: `6 months`.
    pub review_every: Option<String>,
    pub history: ShownHistory,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    pub name: String,
    pub url: Option<String>,
}

/// Where the sources of the handbook are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    pub url: String,
    pub branch: String,
    /// The content folder's path in the repository, without slashes at its ends.
    pub path: String,
}
