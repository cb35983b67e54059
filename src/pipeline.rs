//! The whole tool on one screen: the stages in order.

mod audience;
mod changes;
mod ledger;
mod named;
mod questions;
mod revise;
mod theme;

pub use crate::handbook::built_in_labels;
pub use crate::page::Part;
pub use audience::Told;
pub use changes::Changes;
pub use ledger::Ledger;
pub use revise::Refusal;

use crate::content::{AssetFile, Content, TextFile};
use crate::diagnostic::policy::Policy;
use crate::diagnostic::{self, Checked, Diagnostic, has_errors};
use crate::document::{self, Document, FrontMatter, Kind};
use crate::gathering::Gathering;
use crate::handbook::{
    self, LeftOut, Seen,
    model::{Edition, Handbook, ShownHistory},
};
use crate::labels::Labels;
use crate::memo::Memo;
use crate::page::{self, Addresses, Publication};
use crate::picture::measure::measured;
use crate::site::{self, OutputFile, Rendered, Site, Take, Theme, Version};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a command asks for beyond what the handbook says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
}

/// The stages, and what they remember between runs.
#[derive(Default)]
pub struct Pipeline {
    parsed: Memo<TextFile, Checked<Option<Document>>>,
    rendered: Memo<Version, Rendered>,
    /// What `rendered` was rendered with.
    dress: Option<(Theme, Arc<Labels>)>,
}

impl Pipeline {
    /// One for a single run, which remembers nothing.
    pub fn once() -> Pipeline {
        Pipeline { parsed: Memo::forgetful(), rendered: Memo::forgetful(), dress: None }
    }

    /// Content to files, each handed out as soon as it is finished. Errors may be found when some are out
    /// already: only a build that is sound makes a site of them.
    pub fn run(&mut self, content: &Content, options: &Options, take: Take<'_>) -> Build {
        let understood = self.understand(content, options);
        let publication = understood.publication(options);
        let mut noted = Vec::new();
        let theme = theme::theme(&understood.handbook, content, options).unpack(&mut noted);
        let mut build = understood.begun(&publication, noted);
        if build.is_sound {
            let (noted, n_pages) =
                self.published((&understood, content), (&publication, &theme), take);
            build.diagnostics.extend(understood.policy.apply(noted));
            build.unrecorded = ledger::unrecorded(&understood, &publication);
            build.counts.pages = n_pages;
            // Only here: a mistake must not cost what was rendered before it.
            self.rendered.sweep();
        }
        build.is_sound = !has_errors(&build.diagnostics);
        diagnostic::sort(&mut build.diagnostics, &content.sources());
        build
    }

    /// The same as one value, if it is sound.
    pub fn site(&mut self, content: &Content, options: &Options) -> (Option<Site>, Build) {
        let gathering = Gathering::default();
        let build = self.run(content, options, &|it| gathering.add(it));
        (build.is_sound.then(|| Site::of(gathering.into_all())), build)
    }

    /// Content to everything that a build would say of it: templates have mistakes too.
    pub fn check(&mut self, content: &Content, options: &Options) -> Build {
        self.run(content, options, &|_| {})
    }

    /// What is wrong with the pages and what they are made of, and how many there are.
    fn published(
        &mut self,
        (understood, content): (&Understood, &Content),
        (publication, theme): (&Publication, &Theme),
        take: Take<'_>,
    ) -> (Vec<Diagnostic>, usize) {
        let Understood { handbook, addresses, .. } = understood;
        let pages = page::compose(handbook, publication, addresses);
        self.begin_with(theme, handbook);
        let assets = audience::published(handbook, content);
        let dress = (theme, &self.rendered);
        let Some(proof) = audience::proof(understood, content) else {
            return (site::render(&pages, &assets, dress, take), pages.n_pages());
        };
        let proved = |file: OutputFile| {
            proof.look(&file);
            take(file);
        };
        let mut noted = site::render(&pages, &assets, dress, &proved);
        noted.extend(proof.finish());
        (noted, pages.n_pages())
    }

    /// The first three stages. What is said is said of the whole handbook, whatever the edition.
    fn mean(&mut self, content: &Content, options: &Options) -> Meant {
        let mut diagnostics = content.diagnostics.clone();
        let documents = self.parse_all(content).unpack(&mut diagnostics);
        let assets = content.assets.iter();
        let measured =
            |it: &AssetFile| (it.path.to_string(), measured(it.path.as_str(), &it.bytes));
        let assets = assets.map(measured).collect();
        let handbook =
            handbook::resolve(&documents, assets, &content.history).unpack(&mut diagnostics);
        diagnostics.extend(handbook::check(&handbook, &diagnostics, &options.today));
        diagnostics.extend(page::check(&handbook, &options.today));
        let policy = written_policy(&documents).overlaid_by(&options.policy);
        Meant { documents, handbook, policy, diagnostics }
    }

    /// The same, as the edition shows it.
    fn understand(&mut self, content: &Content, options: &Options) -> Understood {
        self.mean(content, options).seen(options)
    }

    fn parse_all(&mut self, content: &Content) -> Checked<Vec<Document>> {
        let parse = |file: &TextFile| self.parsed.get_or(|| file.clone(), || document::parse(file));
        let parsed: Vec<_> = content.texts.par_iter().map(parse).collect();
        self.parsed.sweep();
        let mut diagnostics = Vec::new();
        let documents = parsed.into_iter().filter_map(|it| it.unpack(&mut diagnostics));
        let mut documents: Vec<_> = documents.collect();
        // Content is sorted as it is read; whoever makes one by hand gets the same site.
        documents.sort_by(|one, other| one.path.cmp(&other.path));
        Checked { value: documents, diagnostics }
    }

    /// With another theme, or with other labels, nothing that was rendered holds any more.
    fn begin_with(&mut self, theme: &Theme, handbook: &Handbook) {
        let dress = (theme.clone(), handbook.settings.labels.clone());
        if self.dress.as_ref() != Some(&dress) {
            self.rendered.forget();
            self.dress = Some(dress);
        }
    }
}

/// What the documents mean, all of it, and what is to be said of them.
struct Meant {
    documents: Vec<Document>,
    handbook: Handbook,
    policy: Policy,
    diagnostics: Vec<Diagnostic>,
}

/// The same for one edition.
struct Understood {
    /// As the edition shows it.
    handbook: Handbook,
    addresses: Addresses,
    edition: Edition,
    left_out: LeftOut,
    documents: Vec<Document>,
    policy: Policy,
    diagnostics: Vec<Diagnostic>,
}

fn sorted(mut diagnostics: Vec<Diagnostic>, content: &Content) -> Vec<Diagnostic> {
    diagnostic::sort(&mut diagnostics, &content.sources());
    diagnostics
}

fn counts(handbook: &Handbook) -> Counts {
    Counts { pages: 0, roles: handbook.roles.len(), competencies: handbook.competencies.len() }
}

/// `rules:` of the handbook; where there is none, what holds until there is.
fn written_policy(documents: &[Document]) -> Policy {
    let root = documents.iter().find(|it| it.place.kind == Kind::Handbook);
    match root.map(|it| &it.front) {
        None => Policy::of_adopted(),
        Some(FrontMatter::Handbook(front)) => {
            Policy { settings: front.rules.iter().copied().collect(), deny_warnings: false }
        }
        Some(_) => Policy::default(),
    }
}

impl Meant {
    /// What the edition shows of it.
    fn seen(self, options: &Options) -> Understood {
        let Meant { documents, handbook, policy, mut diagnostics } = self;
        let edition = audience::edition(&handbook, options).unpack(&mut diagnostics);
        let publication = audience::publication(&handbook, &edition, options);
        let whole = page::settle(&handbook, &publication, None);
        let Seen { handbook, left_out } =
            handbook::seen(handbook, &edition).unpack(&mut diagnostics);
        let settled = match left_out.is_nothing() {
            true => whole,
            false => page::settle(&handbook, &publication, Some(&whole.value)),
        };
        let addresses = settled.unpack(&mut diagnostics);
        let diagnostics = policy.apply(diagnostics);
        Understood { handbook, addresses, edition, left_out, documents, policy, diagnostics }
    }
}

impl Understood {
    fn publication(&self, options: &Options) -> Publication {
        audience::publication(&self.handbook, &self.edition, options)
    }

    /// What is known of a build before its pages are made. `noted` is said of the theme.
    fn begun(&self, publication: &Publication, noted: Vec<Diagnostic>) -> Build {
        let mut diagnostics = self.diagnostics.clone();
        diagnostics.extend(self.policy.apply(noted));
        Build {
            is_sound: !has_errors(&diagnostics),
            diagnostics,
            counts: counts(&self.handbook),
            audience: self.told(),
            shows_history: self.handbook.settings.history != ShownHistory::Nothing,
            base_path: publication.base_path(),
            unrecorded: None,
        }
    }

    fn told(&self) -> Told {
        Told::new(&self.edition, &self.left_out)
    }
}
