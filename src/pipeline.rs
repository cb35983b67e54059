//! The whole tool on one screen: the stages in order.

mod attachments;
mod audience;
mod changes;
mod documents;
mod ledger;
mod named;
mod publisher;
mod questions;
mod ready;
mod revise;
mod theme;
mod understood;

pub use crate::handbook::built_in_labels;
pub use crate::page::Part;
pub use audience::Told;
pub use changes::Changes;
pub use ledger::Ledger;
pub use publisher::Publisher;
pub use ready::{Live, Ready};
pub use revise::Refusal;

use crate::content::Content;
use crate::diagnostic::policy::Policy;
use crate::diagnostic::{self, Diagnostic};
use crate::gathering::Gathering;
use crate::site::{Dress, OutputFile, Site, Take};
use documents::Documents;
use std::collections::BTreeSet;
use std::sync::Arc;
use understood::{Meant, Understood};

/// What a command asks for beyond what the handbook says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Options {
    /// Overrides `base_url` of the handbook.
    pub base_url: Option<String>,
    /// The audience to build for; `None` is everybody.
    pub edition: Option<String>,
    pub policy: Policy,
    /// The theme, in place of the handbook's.
    pub theme: Option<String>,
    /// Links spell out `index.html`, so that the site works from `file://`.
    pub offline: bool,
    /// The day to build for, `2026-01-31`: stages have no clock. Such days compare as text does.
    pub today: String,
    /// The parts of the site that are left out.
    pub without: BTreeSet<Part>,
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
    /// Whether the site may be published: there are no errors.
    pub is_sound: bool,
    /// Sorted by path and place.
    pub diagnostics: Vec<Diagnostic>,
    pub counts: Counts,
    pub audience: Told,
    /// Whether readers are to see what Git knows.
    pub shows_history: bool,
    /// The path the site is mounted under, as in `/handbook/`; from the base URL.
    pub base_path: String,
    /// How many addresses of the site no ledger knows; `None` where there is no ledger.
    pub unrecorded: Option<usize>,
    /// Whether there was anything to say of the pages themselves, which is said only by making them.
    pub has_faults: bool,
}

/// The stages, and what they remember between runs.
#[derive(Default)]
pub struct Pipeline {
    documents: Arc<Documents>,
    /// Whether nobody will ask a second time.
    is_for_once: bool,
    dress: Option<Arc<Dress>>,
    publisher: Publisher,
}

impl Pipeline {
    /// One for a single run, which remembers nothing.
    pub fn once() -> Pipeline {
        Pipeline { publisher: Publisher::once(), is_for_once: true, ..Pipeline::default() }
    }

    /// Content to files, each handed out as soon as it is finished. Errors may be found when some are out
    /// already: only a build that is sound makes a site of them.
    pub fn run(&mut self, content: &Content, options: &Options, take: &dyn Take) -> Build {
        let ready = self.ready(content, options);
        self.publish(&ready, content, take)
    }

    /// All stages up to the pages, of which none is made yet.
    pub fn ready(&mut self, content: &Content, options: &Options) -> Ready {
        let understood = self.understand(content, options);
        Ready::new(understood, (content, options), &mut self.dress)
    }

    /// The rest.
    pub fn publish(&mut self, ready: &Ready, content: &Content, take: &dyn Take) -> Build {
        self.publisher.publish(ready, content, take)
    }

    /// The same as one value, if it is sound.
    pub fn site(&mut self, content: &Content, options: &Options) -> (Option<Site>, Build) {
        let gathering = Gathering::default();
        let build = self.run(content, options, &|it: OutputFile| gathering.add(it));
        (build.is_sound.then(|| Site::of(gathering.into_all())), build)
    }

    /// Content to everything that a build would say of it: templates have mistakes too.
    pub fn check(&mut self, content: &Content, options: &Options) -> Build {
        self.run(content, options, &|_: OutputFile| {})
    }

    /// The first three stages.
    fn mean(&mut self, content: &Content, options: &Options) -> Meant {
        let known = Arc::unwrap_or_clone(std::mem::take(&mut self.documents));
        let documents = Arc::new(known.renewed(&content.texts));
        if !self.is_for_once {
            self.documents = documents.clone();
        }
        Meant::new(content, documents, options)
    }

    /// The same, as the edition shows it.
    fn understand(&mut self, content: &Content, options: &Options) -> Understood {
        self.mean(content, options).seen(options)
    }
}

fn sorted(mut diagnostics: Vec<Diagnostic>, content: &Content) -> Vec<Diagnostic> {
    diagnostic::sort(&mut diagnostics, &content.sources());
    diagnostics
}
