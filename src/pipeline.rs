//! The whole tool on one screen: the stages in order.

mod audience;
mod changes;
mod ledger;
mod named;
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
use crate::handbook::{
    self, LeftOut, Seen,
    model::{Edition, Handbook, ShownHistory},
};
use crate::labels::Labels;
use crate::memo::Memo;
use crate::page::{self, Addresses, AdvertSheet, ComparisonSheet, Page, Publication, StepSize};
use crate::picture::measure::measured;
use crate::site::{self, Rendered, Site, Theme};
use named::{role_named, vacancy};
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
    /// `None` when there are errors.
    pub site: Option<Site>,
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
    rendered: Memo<Page, Rendered>,
    /// What `rendered` was rendered with.
    dress: Option<(Theme, Arc<Labels>)>,
}

impl Pipeline {
    /// Content to site.
    pub fn run(&mut self, content: &Content, options: &Options) -> Build {
        let understood = self.understand(content, options);
        let publication = understood.publication(options);
        let Understood { handbook, addresses, policy, .. } = &understood;
        let mut diagnostics = understood.diagnostics.clone();
        let mut noted = Vec::new();
        let theme = theme::theme(handbook, content, options).unpack(&mut noted);
        diagnostics.extend(policy.apply(noted));
        let (counts, audience) = (counts(handbook), understood.told());
        let shows_history = handbook.settings.history != ShownHistory::Nothing;
        let mut build = Build { counts, audience, shows_history, ..Build::default() };
        if !has_errors(&diagnostics) {
            let pages = page::compose(handbook, &publication, addresses);
            self.begin_with(&theme, handbook);
            let assets = audience::published(handbook, content);
            let site = site::render(&pages, &assets, &theme, &self.rendered);
            let mut noted = Vec::new();
            let site = site.unpack(&mut noted);
            noted.extend(audience::leaks(&understood, content, &site));
            build.site = Some(site);
            diagnostics.extend(policy.apply(noted));
            build.unrecorded = ledger::unrecorded(&understood, &publication);
            build.counts.pages = pages.pages.iter().filter(|it| !it.is_redirect()).count();
            // Only here: a mistake must not cost what was rendered before it.
            self.rendered.sweep();
        }
        build.site = build.site.filter(|_| !has_errors(&diagnostics));
        build.base_path = publication.base_path();
        build.diagnostics = sorted(diagnostics, content);
        build
    }

    /// Content to everything that a build would say of it: templates have mistakes too.
    pub fn check(&mut self, content: &Content, options: &Options) -> Build {
        Build { site: None, ..self.run(content, options) }
    }

    /// What changes from one role to another, each named by id or title, and the words for it. `Err`
    /// says which role there is none of, and what may be meant.
    pub fn compare(
        &mut self,
        content: &Content,
        options: &Options,
        names: [&str; 2],
    ) -> Checked<Result<(ComparisonSheet, Arc<Labels>), String>> {
        let Understood { handbook, addresses, left_out, diagnostics, .. } =
            self.understand(content, options);
        let [from, to] = names.map(|it| role_named(&handbook, it, &left_out));
        let sheet = from.and_then(|from| Ok(page::comparison(&handbook, &addresses, (from, to?))));
        let sheet = sheet.map(|it| (it, handbook.settings.labels.clone()));
        Checked { value: sheet, diagnostics: sorted(diagnostics, content) }
    }

    /// What a job advert says of a role, named by id or title, and of its vacancy with that number,
    /// from 1. `Err` says what there is not.
    pub fn advert(
        &mut self,
        content: &Content,
        options: &Options,
        (name, number): (&str, Option<usize>),
    ) -> Checked<Result<AdvertSheet, String>> {
        let understood = self.understand(content, options);
        let publication = understood.publication(options);
        let Understood { handbook, addresses, left_out, diagnostics, .. } = understood;
        let sheet = role_named(&handbook, name, &left_out).and_then(|role| {
            let vacancy = number.map(|it| vacancy(&handbook.roles[role], it)).transpose()?;
            Ok(page::advert(&handbook, &publication, &addresses, (role, vacancy)))
        });
        Checked { value: sheet, diagnostics: sorted(diagnostics, content) }
    }

    /// What pages say in words that are not the author's.
    pub fn labels(&mut self, content: &Content, options: &Options) -> Checked<Arc<Labels>> {
        let Meant { handbook, diagnostics, .. } = self.mean(content, options);
        Checked { value: handbook.settings.labels, diagnostics: sorted(diagnostics, content) }
    }

    /// What the handbook is called: by its author, by its front page, or by nobody.
    pub fn title(&mut self, content: &Content, options: &Options) -> String {
        self.mean(content, options).handbook.settings.title
    }

    /// How much each rung asks beyond the one below.
    pub fn steps(&mut self, content: &Content, options: &Options) -> Checked<Vec<StepSize>> {
        let Understood { handbook, addresses, diagnostics, .. } = self.understand(content, options);
        Checked {
            value: page::steps(&handbook, &addresses),
            diagnostics: sorted(diagnostics, content),
        }
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
        let parse = |file: &TextFile| self.parsed.get_or(file.clone(), document::parse);
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
            self.rendered = Memo::default();
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

    fn told(&self) -> Told {
        Told::new(&self.edition, &self.left_out)
    }
}
