//! The whole tool on one screen: the stages in order.

use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::policy::Policy;
use crate::site::Site;

/// What a command asks for beyond what the handbook says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Overrides `base_url` of the handbook.
    pub base_url: Option<String>,
    /// The audience to build for.
    pub edition: Option<String>,
    pub policy: Policy,
    /// Links spell out `index.html`, so that the site works from `file://`.
    pub offline: bool,
}

/// How much there is of what a person counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub pages: usize,
    pub roles: usize,
    pub competencies: usize,
}

/// What came of a run.
#[derive(Clone, Debug, Default)]
pub struct Build {
    /// `None` when there are errors.
    pub site: Option<Site>,
    /// Sorted by path and place.
    pub diagnostics: Vec<Diagnostic>,
    pub counts: Counts,
    /// The path the site is mounted under, as in `/handbook/`; from the base URL.
    pub base_path: String,
}

/// The stages, and what they remember between runs.
#[derive(Default)]
pub struct Pipeline {}

impl Pipeline {
    /// Content to site.
    pub fn run(&mut self, _content: &Content, _options: &Options) -> Build {
        Build::default()
    }

    /// Content to diagnostics: no page is made.
    pub fn check(&mut self, _content: &Content, _options: &Options) -> Build {
        Build::default()
    }
}
