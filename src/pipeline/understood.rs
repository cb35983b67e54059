//! What the content means: all of it, and then as the edition shows it.
//!
//! In: content and its documents. Out: what pages are composed from, and what is to be said of it. Knows
//! neither themes nor pages.

use super::documents::Documents;
use super::{Options, Told, attachments, audience};
use crate::content::Content;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::policy::Policy;
use crate::document::{Document, FrontMatter, Kind};
use crate::handbook::{
    self, LeftOut, Seen,
    model::{Edition, Handbook},
};
use crate::page::{self, Addresses, Pages, Publication};
use std::sync::Arc;

/// What the documents mean, all of it.
pub(super) struct Meant {
    pub(super) documents: Arc<Documents>,
    pub(super) handbook: Arc<Handbook>,
    pub(super) policy: Policy,
    /// Of reading, parsing and resolving.
    pub(super) noted: Vec<Diagnostic>,
}

/// The same for one edition.
pub(super) struct Understood {
    pub(super) scene: Arc<Scene>,
    /// What no edition leaves anything out of.
    pub(super) whole: Arc<Handbook>,
    pub(super) edition: Edition,
    pub(super) left_out: LeftOut,
    /// What is left out stands in them: they are gone where nothing is, since they are large.
    pub(super) documents: Option<Arc<Documents>>,
    pub(super) policy: Policy,
    /// Of reading, parsing and resolving.
    noted: Vec<Diagnostic>,
    /// Of the edition and its addresses.
    noted_of_edition: Vec<Diagnostic>,
}

/// What pages are composed from.
pub(super) struct Scene {
    /// As the edition shows it.
    pub(super) handbook: Arc<Handbook>,
    pub(super) publication: Publication,
    pub(super) addresses: Addresses,
}

impl Meant {
    pub(super) fn new(content: &Content, documents: Arc<Documents>, options: &Options) -> Meant {
        let mut noted = content.diagnostics.clone();
        noted.extend(documents.diagnostics().cloned());
        let assets = audience::measured_assets(content);
        let handbook =
            handbook::resolve(&documents.all, assets, &content.history).unpack(&mut noted);
        noted.extend(attachments::check(content, handbook.settings.allows_html));
        let policy = written_policy(&documents.all).overlaid_by(&options.policy);
        Meant { documents, handbook: Arc::new(handbook), policy, noted }
    }

    /// All that is to be said of it. It is said of the whole handbook, whatever the edition.
    pub(super) fn said(&self, options: &Options) -> Vec<Diagnostic> {
        let found = by_rules(&self.handbook, &self.noted, options);
        self.policy.apply(self.noted.iter().cloned().chain(found).collect())
    }

    /// What the edition shows of it.
    pub(super) fn seen(self, options: &Options) -> Understood {
        let Meant { documents, handbook: whole, policy, noted } = self;
        let mut noted_of_edition = Vec::new();
        let edition = audience::edition(&whole, options).unpack(&mut noted_of_edition);
        let publication = audience::publication(&whole, &edition, options);
        let settled = page::settle(&whole, &publication, None);
        let Seen { handbook, left_out } =
            handbook::seen(&whole, &edition).unpack(&mut noted_of_edition);
        let settled = match left_out.is_nothing() {
            true => settled,
            false => page::settle(&handbook, &publication, Some(&settled.value)),
        };
        let addresses = settled.unpack(&mut noted_of_edition);
        let documents = (!left_out.is_nothing()).then_some(documents);
        let scene = Arc::new(Scene { handbook, publication, addresses });
        Understood { scene, whole, edition, left_out, documents, policy, noted, noted_of_edition }
    }
}

impl Understood {
    pub(super) fn handbook(&self) -> &Handbook {
        &self.scene.handbook
    }

    /// All that is to be said of it before there are pages.
    pub(super) fn said(&self, options: &Options) -> Vec<Diagnostic> {
        let found = by_rules(&self.whole, &self.noted, options);
        self.policy.apply(self.noted().cloned().chain(found).collect())
    }

    /// The same without the rules, of which few make a handbook unsound.
    pub(super) fn said_at_once(&self) -> Vec<Diagnostic> {
        self.policy.apply(self.noted().cloned().collect())
    }

    fn noted(&self) -> impl Iterator<Item = &Diagnostic> {
        self.noted.iter().chain(&self.noted_of_edition)
    }

    pub(super) fn told(&self) -> Told {
        Told::new(&self.edition, &self.left_out)
    }
}

impl Scene {
    pub(super) fn pages(&self) -> Pages<'_> {
        page::compose(&self.handbook, &self.publication, &self.addresses)
    }
}

fn by_rules(whole: &Handbook, noted: &[Diagnostic], options: &Options) -> Vec<Diagnostic> {
    let mut found = handbook::check(whole, noted, &options.today);
    found.extend(page::check(whole, &options.today));
    found
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
