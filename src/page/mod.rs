//! Stage 4: what each page says.
//!
//! In: the handbook, which is sound. Out: [`Pages`], each composed when it is asked for and then a
//! complete value: a template arranges what it is given and looks nothing up. Knows the reader (addresses, navigation,
//! tables); knows neither templates nor the disk.

mod address;
mod addresses;
mod areas;
mod changed;
mod changes;
mod compare;
mod competency;
mod context;
mod family;
mod feed;
mod fixed;
mod former;
mod frame;
mod freshness;
mod glossary;
mod graph;
mod guide;
mod head;
mod home;
mod index;
mod ladder;
mod leaves;
mod moved;
mod pairs;
mod places;
mod preview;
mod problem;
mod prose;
mod publication;
mod role;
mod search;
mod sheet;
mod standing;
mod structured;
mod vacancy;
mod view;
mod words;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use address::{Address, encoded};
pub use addresses::{
    AddedPage, AddressChanges, Addresses, GoneAddress, LedgerLine, Redirection, check, formerly,
    ledger, settle,
};
pub use changed::ChangeView;
pub use changes::{Shown, changes};
pub use compare::{
    ChangedCompetency, ChangedFact, ChangedSection, ComparePage, ComparisonsPage,
    RewordedStatement, RunView,
};
pub use competency::{CompetenciesPage, CompetencyPage};
pub use family::FamilyPage;
pub use feed::{FILE as FEED, Feed, FeedEntry};
pub use frame::Frame;
pub use freshness::{FreshnessPage, FreshnessRow};
pub use glossary::GlossaryPage;
pub use guide::{GuidePage, GuidesPage};
pub use home::HomePage;
pub use index::IndexPage;
pub use ladder::Ladder;
pub use leaves::{Leaf, Pages, Planned, Sheet};
pub use moved::{GonePage, MovedPage, MovedPlace};
pub use preview::Preview;
pub use publication::{Part, Publication};
pub use role::RolePage;
pub use sheet::{
    AdvertGroup, AdvertSection, AdvertSheet, ChangedSectionSheet, ChangesSheet, ComparisonSheet,
    ExpectationChange, FactChangeLine, FamilyChanges, Fate, HandbookSheet, LadderCell, LadderFact,
    LadderRow, LadderSheet, ListChange, Named, PageChanges, PageLine, Retitled, RewordedLines,
    RoleChanges, RoleName, RolePortrait, RoleSheet, RunLine, SectionSheet, StatementChange,
    StatementFate, StatementLine, StepChangeLine, StepName, StepSize, TextChange, Totals, VERSION,
    ValueChange, WordFate,
};
pub use structured::Node;
pub use vacancy::{VacanciesPage, VacancyPage};
pub use view::{Link, Mark, Piece, PlacedRole, StatementView, StepView};

pub use crate::handbook::model::Standing;
use crate::handbook::model::{Handbook, Id, Role, Vacancy};
use context::Context;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// One page: all that its template may see.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Page {
    /// Where the page lives.
    pub address: Address,
    /// What leads from this page to the site's root: `../../`. Stands before every address.
    pub root: String,
    /// What the page is called.
    pub title: String,
    /// One sentence for search engines and link previews.
    pub description: String,
    /// The permanent address with scheme and host, when the handbook says where it is published.
    pub canonical: Option<String>,
    /// Whether search engines are to pass it by.
    pub noindex: bool,
    /// The picture that a link to the page is shown with, where it is published.
    pub preview: Option<Arc<Preview>>,
    /// The pages above this one, the home page first.
    pub breadcrumbs: Vec<Link>,
    /// Where the page's source can be edited, when the handbook names its repository.
    pub edit_url: Option<String>,
    /// Where an issue about the page is opened, when its repository is on a host that is known.
    pub propose_url: Option<String>,
    /// The last change of the page's source, where Git knows it.
    pub last_change: Option<ChangeView>,
    /// Places that were here once, for links that still lead to them.
    pub moved: Vec<MovedPlace>,
    /// Anchors of places that were on the page once and have left nothing but this.
    pub former: Vec<String>,
    /// What is the same on every page.
    pub frame: Arc<Frame>,
    /// What the page says; `body.kind` chooses the template.
    pub body: Body,
    /// What it says to search engines, which is written apart.
    #[serde(skip)]
    pub structured: Vec<Node>,
}

impl Page {
    /// Whether it only tells of where something else is, or was.
    pub fn is_redirect(&self) -> bool {
        matches!(self.body, Body::Moved(_) | Body::Gone(_))
    }
}

/// What one kind of page says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Body {
    Home(HomePage),
    Family(FamilyPage),
    Role(Box<RolePage>),
    Compare(ComparePage),
    Comparisons(ComparisonsPage),
    Competencies(CompetenciesPage),
    Competency(CompetencyPage),
    Guides(GuidesPage),
    Guide(GuidePage),
    Glossary(GlossaryPage),
    Index(IndexPage),
    Freshness(FreshnessPage),
    Vacancies(VacanciesPage),
    Vacancy(Box<VacancyPage>),
    Moved(MovedPage),
    Gone(GonePage),
    /// Search over everything.
    Search,
    /// The page of last resort, at any address that there is no page of.
    Missing,
}

/// Everything the handbook has to say, for one publication.
pub fn compose<'a>(
    handbook: &'a Handbook,
    publication: &'a Publication,
    addresses: &'a Addresses,
) -> Pages<'a> {
    Pages::new(handbook, publication, addresses)
}

/// What changes from one role to another, whether or not there is a page about it.
pub fn comparison(
    handbook: &Handbook,
    addresses: &Addresses,
    (from, to): (Id<Role>, Id<Role>),
) -> ComparisonSheet {
    sheet::comparison(&Context::new(handbook, &Publication::default(), addresses), from, to)
}

/// What a job advert takes from a role, and from one of its vacancies.
pub fn advert(
    handbook: &Handbook,
    publication: &Publication,
    addresses: &Addresses,
    (role, vacancy): (Id<Role>, Option<&Vacancy>),
) -> AdvertSheet {
    sheet::advert(&Context::new(handbook, publication, addresses), role, vacancy)
}

/// How much each rung asks beyond the one below, in the order of ladders.
pub fn steps(handbook: &Handbook, addresses: &Addresses) -> Vec<StepSize> {
    sheet::steps(&Context::new(handbook, &Publication::default(), addresses))
}
