//! Everything that is published, a leaf at a time: what stands at one address, as a page and as data.
//!
//! In: the handbook, for one publication. Out: leaves, each composed when it is asked for: ten thousand
//! finished pages are many times what they are made of, and nobody needs two of them at once.

use super::address::Address;
use super::addresses::{Addresses, Shelf};
use super::context::Context;
use super::feed::{self, Feed};
use super::preview::{self, CardFile};
use super::sheet::{self, ComparisonSheet, HandbookSheet, LadderSheet, Named, RoleSheet};
use super::{
    Body, FamilyPage, Page, Part, Publication, compare, competency, family, fixed, freshness,
    glossary, guide, home, index, moved, role, search, vacancy,
};
use crate::handbook::model::{Competency, Family, Guide, Handbook, Id, Role};
use crate::labels::Labels;
use crate::search::Entry;
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use std::sync::Arc;

/// Everything there is to publish about a handbook.
pub struct Pages<'a> {
    context: Context<'a>,
    /// In the order of their addresses.
    plan: Vec<Planned>,
    /// What is said of them in words that are not the author's, and their language.
    pub labels: &'a Arc<Labels>,
    /// Scheme, host and path the site is published at, ending in `/`.
    pub base_url: Option<String>,
    /// The path alone: `/` or `/handbook/`.
    pub base_path: String,
    /// Read from a disk, where a script can load scripts but no data.
    pub offline: bool,
}

/// What stands at one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    pub page: Page,
    pub sheet: Option<Sheet>,
    pub card: Option<CardFile>,
}

/// What a page says, as data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    Role(Box<RoleSheet>),
    Ladder(LadderSheet),
    Comparison(ComparisonSheet),
}

/// A leaf that can be asked for.
pub struct Planned {
    /// As it is published.
    pub address: Address,
    pub data: Option<Data>,
    /// Where its picture is, if it has one.
    pub card: Option<String>,
    source: Source,
}

/// Which sheet a leaf has, before it is composed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Data {
    Role,
    Ladder,
    Comparison,
}

/// What a leaf is composed from.
enum Source {
    Family(Id<Family>),
    Role(Id<Role>),
    Competency(Id<Competency>),
    Guide(Id<Guide>),
    Comparison([Id<Role>; 2]),
    Shelf(Shelf),
    Home,
    Glossary,
    /// Few handbooks have any, and they are small.
    Finished(Box<Page>),
}

impl<'a> Pages<'a> {
    /// Plans the pages of a publication, and composes none of them yet.
    pub(super) fn new(
        handbook: &'a Handbook,
        publication: &'a Publication,
        addresses: &'a Addresses,
    ) -> Pages<'a> {
        let context = Context::new(handbook, publication, addresses);
        let mut plan = plan(&context);
        plan.sort_by(|one, other| one.address.cmp(&other.address));
        Pages {
            plan,
            labels: &handbook.settings.labels,
            base_url: publication.base_url(),
            base_path: publication.base_path(),
            offline: publication.offline,
            context,
        }
    }

    /// What there is, in the order of addresses.
    pub fn plan(&self) -> &[Planned] {
        &self.plan
    }

    /// Each leaf, composed when its turn comes, by as many threads as there are.
    pub fn leaves(&self) -> impl IndexedParallelIterator<Item = Leaf> {
        self.plan.par_iter().map(|it| self.leaf(it))
    }

    /// All pages at once.
    pub fn all(&self) -> Vec<Page> {
        self.leaves().map(|it| it.page).collect()
    }

    /// How many pages there are, but for those that only tell of where something else is.
    pub fn n_pages(&self) -> usize {
        let is_page = |it: &&Planned| match &it.source {
            Source::Finished(page) => !page.is_redirect(),
            _ => true,
        };
        self.plan.iter().filter(is_page).count()
    }

    /// Whether the site has that part.
    pub fn has(&self, part: Part) -> bool {
        self.context.publication.has(part)
    }

    /// Whether roles can be set side by side by choice, which a script does.
    pub fn has_choice(&self) -> bool {
        self.context.publication.has_choice()
    }

    /// The whole handbook as data.
    pub fn handbook(&self) -> HandbookSheet {
        sheet::handbook(&self.context)
    }

    /// What can be found, told from the handbook as data.
    pub fn entries(&self, sheet: &HandbookSheet) -> Vec<Entry> {
        search::entries(&self.context, sheet)
    }

    /// What has changed; none where it is not known, or not where the site is published.
    pub fn feed(&self) -> Option<Feed> {
        feed::feed(&self.context)
    }

    pub fn leaf(&self, planned: &Planned) -> Leaf {
        let context = &self.context;
        let card = planned.card.as_ref().map(|path| self.card(path, &planned.source));
        let (page, sheet) = match &planned.source {
            Source::Family(id) => family_leaf(context, *id, planned.data.is_some()),
            Source::Role(id) => {
                let sheet = planned.data.map(|_| Sheet::Role(Box::new(sheet::role(context, *id))));
                (role::page(context, *id), sheet)
            }
            Source::Competency(id) => (competency::page(context, *id), None),
            Source::Guide(id) => (guide::page(context, *id), None),
            Source::Comparison(roles) => {
                let (page, sheet) = compare::page_and_sheet(context, *roles);
                (page, sheet.map(Sheet::Comparison))
            }
            Source::Shelf(it) => (shelf(context, *it), None),
            Source::Home => (home::page(context), None),
            Source::Glossary => (glossary::page(context), None),
            Source::Finished(page) => ((**page).clone(), None),
        };
        Leaf { page, sheet, card }
    }

    fn card(&self, path: &str, source: &Source) -> CardFile {
        let card = match source {
            Source::Role(id) => preview::of_role(&self.context, *id),
            _ => preview::of_handbook(self.context.handbook),
        };
        CardFile { path: path.to_owned(), card }
    }
}

fn plan(context: &Context<'_>) -> Vec<Planned> {
    let handbook = context.handbook;
    let mut plan = Vec::new();
    let mut add = |address: Address, source: Source| {
        let card = source.has_card().then(|| preview::path(context, &address)).flatten();
        let (address, data) = (context.places.spelled(address), source.data(context));
        plan.push(Planned { address, data, card, source });
    };
    for (id, it) in handbook.families.iter() {
        add(Address::family(&it.slug), Source::Family(id));
    }
    for (id, it) in handbook.roles.iter() {
        add(Address::role(&it.slug), Source::Role(id));
    }
    for (id, it) in handbook.competencies.iter() {
        add(Address::competency(&it.slug), Source::Competency(id));
    }
    for (id, it) in handbook.guides.iter() {
        add(Address::guide(&it.slug), Source::Guide(id));
    }
    for (from, to) in context.pairs.all(handbook) {
        let [one, other] = [from, to].map(|it| &context.role(it).slug);
        add(Address::compare(one, other), Source::Comparison([from, to]));
    }
    for it in Shelf::ALL.into_iter().filter(|it| it.is_there(handbook, context.publication)) {
        add(it.address(), Source::Shelf(it));
    }
    add(Address::home(), Source::Home);
    if !handbook.terms.is_empty() {
        add(Address::glossary(), Source::Glossary);
    }
    for page in vacancy::pages(context).into_iter().chain(moved::pages(context)) {
        add(page.address.clone(), Source::Finished(Box::new(page)));
    }
    plan
}

impl Source {
    fn data(&self, context: &Context<'_>) -> Option<Data> {
        match self {
            _ if !context.publication.has(Part::Data) => None,
            Source::Role(_) => Some(Data::Role),
            Source::Comparison(_) => Some(Data::Comparison),
            Source::Family(id) if !context.ladders.ranked(*id).is_empty() => Some(Data::Ladder),
            _ => None,
        }
    }

    fn has_card(&self) -> bool {
        matches!(self, Source::Role(_) | Source::Home)
    }
}

/// The page of a family, and its table as data.
fn family_leaf(context: &Context<'_>, id: Id<Family>, has_data: bool) -> (Page, Option<Sheet>) {
    let family = &context.handbook.families[id];
    let page = family::page(context, id);
    let sheet = match &page.body {
        Body::Family(FamilyPage { ladder: Some(it), .. }) if has_data => {
            Some(Sheet::Ladder(sheet::ladder(Named::new(&family.slug, &family.title), it)))
        }
        _ => None,
    };
    (page, sheet)
}

fn shelf(context: &Context<'_>, shelf: Shelf) -> Page {
    match shelf {
        Shelf::Comparisons => compare::list(context),
        Shelf::Competencies => competency::library(context),
        Shelf::Guides => guide::list(context),
        Shelf::Vacancies => vacancy::list(context),
        Shelf::Index => index::page(context),
        Shelf::Freshness => freshness::page(context),
        Shelf::Search => fixed::search(context),
        Shelf::Missing => fixed::missing(context),
    }
}
