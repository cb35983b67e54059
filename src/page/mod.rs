//! Stage 4: what each page says.
//!
//! In: the handbook, which is sound. Out: [`Pages`], every one a complete value: a template
//! arranges what it is given and looks nothing up. Knows the reader (addresses, navigation,
//! tables); knows neither templates nor the disk.

mod address;
mod compare;
mod competency;
mod family;
mod frame;
mod glossary;
mod guide;
mod home;
mod index;
mod ladder;
mod prose;
mod role;
mod search;
mod view;

pub use address::Address;
pub use compare::{ChangedCompetency, ChangedFact, ChangedSection, ComparePage, ComparisonsPage};
pub use competency::{CompetenciesPage, CompetencyPage};
pub use family::FamilyPage;
pub use frame::Frame;
pub use glossary::GlossaryPage;
pub use guide::{GuidePage, GuidesPage};
pub use home::HomePage;
pub use index::IndexPage;
pub use ladder::Ladder;
pub use role::RolePage;
pub use search::Findable;
pub use view::{Link, Mark, Piece, StatementView, StepView};

use serde::Serialize;
use std::sync::Arc;

/// One page: all that its template may see.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Page {
    pub address: Address,
    /// What leads from this page to the site's root: `../../`. Stands before every address.
    pub root: String,
    pub title: String,
    /// One sentence for search engines and link previews.
    pub description: String,
    /// The permanent address with scheme and host, when the handbook says where it is published.
    pub canonical: Option<String>,
    pub noindex: bool,
    pub breadcrumbs: Vec<Link>,
    /// Where the page's source can be edited, when the handbook names its repository.
    pub edit_url: Option<String>,
    pub frame: Arc<Frame>,
    pub body: Body,
}

/// What one kind of page says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Body {
    Home(HomePage),
    Family(FamilyPage),
    Role(RolePage),
    Compare(ComparePage),
    Comparisons(ComparisonsPage),
    Competencies(CompetenciesPage),
    Competency(CompetencyPage),
    Guides(GuidesPage),
    Guide(GuidePage),
    Glossary(GlossaryPage),
    Index(IndexPage),
    Search,
    Missing,
}

/// Everything there is to publish about a handbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pages {
    /// In the order of their addresses.
    pub pages: Vec<Page>,
    /// What the search box can find.
    pub findable: Vec<Findable>,
    /// Scheme, host and path the site is published at, ending in `/`.
    pub base_url: Option<String>,
    /// The path alone: `/` or `/handbook/`.
    pub base_path: String,
}
