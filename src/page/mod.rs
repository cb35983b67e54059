//! Stage 4: what each page says.
//!
//! In: the handbook, which is sound. Out: [`Pages`], every one a complete value: a template
//! arranges what it is given and looks nothing up. Knows the reader (addresses, navigation,
//! tables); knows neither templates nor the disk.

mod address;
mod areas;
mod claim;
mod compare;
mod competency;
mod context;
mod family;
mod fixed;
mod frame;
mod glossary;
mod graph;
mod guide;
mod head;
mod home;
mod index;
mod ladder;
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
mod view;
mod words;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use address::Address;
pub use claim::check;
pub use compare::{
    ChangedCompetency, ChangedFact, ChangedSection, ComparePage, ComparisonsPage,
    RewordedStatement, RunView,
};
pub use competency::{CompetenciesPage, CompetencyPage};
pub use family::FamilyPage;
pub use frame::Frame;
pub use glossary::GlossaryPage;
pub use guide::{GuidePage, GuidesPage};
pub use home::HomePage;
pub use index::IndexPage;
pub use ladder::Ladder;
pub use moved::{MovedPage, MovedPlace};
pub use preview::{CardFile, Preview};
pub use publication::Publication;
pub use role::RolePage;
pub use search::Findable;
pub use sheet::{
    AdvertGroup, AdvertSection, AdvertSheet, ChangedSectionSheet, ComparisonSheet, FactChangeLine,
    HandbookSheet, LadderCell, LadderFact, LadderRow, LadderSheet, RewordedLines, RoleSheet,
    SectionSheet, Sheets, StatementLine, StepChangeLine, StepSize, VERSION,
};
pub use view::{Link, Mark, Piece, StatementView, StepView};

use crate::handbook::model::{Arena, Handbook, Id, Role, Vacancy};
use context::Context;
use rayon::prelude::{
    IntoParallelIterator, IntoParallelRefIterator, ParallelExtend, ParallelIterator,
};
use serde::Serialize;
use sheet::Named;
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
    /// The picture that a link to the page is shown with, where it is published.
    pub preview: Option<Arc<Preview>>,
    pub breadcrumbs: Vec<Link>,
    /// Where the page's source can be edited, when the handbook names its repository.
    pub edit_url: Option<String>,
    /// Places that were here once, for links that still lead to them.
    pub moved: Vec<MovedPlace>,
    pub frame: Arc<Frame>,
    pub body: Body,
}

impl Page {
    /// Whether it only leads on to another.
    pub fn is_redirect(&self) -> bool {
        matches!(self.body, Body::Moved(_))
    }
}

/// What one kind of page says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
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
    Moved(MovedPage),
    Search,
    Missing,
}

/// Everything there is to publish about a handbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pages {
    /// In the order of their addresses.
    pub pages: Vec<Page>,
    /// The same as data.
    pub sheets: Sheets,
    /// The pictures of link previews.
    pub cards: Vec<CardFile>,
    /// What the search box can find.
    pub findable: Vec<Findable>,
    /// Scheme, host and path the site is published at, ending in `/`.
    pub base_url: Option<String>,
    /// The path alone: `/` or `/handbook/`.
    pub base_path: String,
    /// Read from a disk, where a script can load scripts but no data.
    pub offline: bool,
}

/// Everything the handbook has to say, for one publication. Pages know nothing of each other, so
/// they are composed side by side.
pub fn compose(handbook: &Handbook, publication: &Publication) -> Pages {
    let context = Context::new(handbook, publication);
    let mut pages: Vec<Page> =
        ids(&handbook.families).map(|it| family::page(&context, it)).collect();
    let ladders = ladders(handbook, &pages);
    pages.extend(shelves(&context));
    pages.extend(moved::pages(&context));
    pages.par_extend(ids(&handbook.roles).map(|it| role::page(&context, it)));
    pages.par_extend(ids(&handbook.competencies).map(|it| competency::page(&context, it)));
    pages.par_extend(ids(&handbook.guides).map(|it| guide::page(&context, it)));
    let pairs = context.pairs.all(handbook);
    let compared = pairs.par_iter().map(|it| compare::page_and_sheet(&context, *it));
    let (compared, comparisons): (Vec<_>, Vec<_>) = compared.unzip();
    pages.extend(compared);
    pages.sort_by(|one, other| one.address.cmp(&other.address));
    Pages {
        pages,
        sheets: Sheets { handbook: sheet::handbook(&context), ladders, comparisons },
        cards: preview::cards(&context),
        findable: search::findable(&context),
        base_url: publication.base_url(),
        base_path: publication.base_path(),
        offline: publication.offline,
    }
}

/// What changes from one role to another, whether or not there is a page about it.
pub fn comparison(handbook: &Handbook, from: Id<Role>, to: Id<Role>) -> ComparisonSheet {
    sheet::comparison(&Context::new(handbook, &Publication::default()), from, to)
}

/// What a job advert takes from a role, and from one of its vacancies.
pub fn advert(
    handbook: &Handbook,
    publication: &Publication,
    (role, vacancy): (Id<Role>, Option<&Vacancy>),
) -> AdvertSheet {
    sheet::advert(&Context::new(handbook, publication), role, vacancy)
}

/// How much each rung asks beyond the one below, in the order of ladders.
pub fn steps(handbook: &Handbook) -> Vec<StepSize> {
    sheet::steps(&Context::new(handbook, &Publication::default()))
}

/// The tables of the pages of families, which are in the order of the handbook.
fn ladders(handbook: &Handbook, families: &[Page]) -> Vec<(Address, LadderSheet)> {
    let titled = handbook.families.iter().map(|(_, it)| Named::new(&it.slug, &it.title));
    let table = |(family, page): (Named, &Page)| match &page.body {
        Body::Family(FamilyPage { ladder: Some(it), .. }) => {
            Some((page.address.clone(), sheet::ladder(family, it)))
        }
        _ => None,
    };
    titled.zip(families).filter_map(table).collect()
}

/// The pages that a handbook has once, as far as it has anything to put there.
fn shelves(context: &Context<'_>) -> Vec<Page> {
    let handbook = context.handbook;
    let mut pages = vec![
        home::page(context),
        index::page(context),
        fixed::search(context),
        fixed::missing(context),
    ];
    if handbook.roles.len() > 1 {
        pages.push(compare::list(context));
    }
    if !handbook.competencies.is_empty() {
        pages.push(competency::library(context));
    }
    if !handbook.guides.is_empty() {
        pages.push(guide::list(context));
    }
    if !handbook.terms.is_empty() {
        pages.push(glossary::page(context));
    }
    pages
}

fn ids<T: Sync>(arena: &Arena<T>) -> impl ParallelIterator<Item = Id<T>> {
    arena.ids().collect::<Vec<_>>().into_par_iter()
}
