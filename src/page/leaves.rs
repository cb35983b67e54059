//! Everything that is published, a leaf at a time: what stands at one address, as a page and as data.
//!
//! In: the handbook, for one publication. Out: leaves, each composed when it is asked for: ten thousand
//! finished pages are many times what they are made of, and nobody needs two of them at once.

use super::address::Address;
use super::addresses::{Addresses, Owner, Shelf};
use super::context::Context;
use super::feed::{self, Feed};
use super::preview;
use super::sheet::{self, ComparisonSheet, HandbookSheet, LadderSheet, Named};
use super::{
    Body, FamilyPage, Page, Part, Publication, compare, competency, family, fixed, freshness,
    glossary, guide, home, index, moved, role, search, vacancy,
};
use crate::handbook::model::{Family, Handbook, Id, Subject};
use crate::labels::Labels;
use crate::picture::card::Card;
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
    /// The picture that a link to the page is shown with, where it has one of its own.
    pub card: Option<Card>,
}

/// The table of a page, as data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    Ladder(LadderSheet),
    Comparison(ComparisonSheet),
}

/// A leaf that can be asked for.
pub struct Planned {
    /// As it is published.
    pub address: Address,
    /// Whether there is a sheet beside the page.
    pub has_sheet: bool,
    /// Where its picture is, if it has one.
    pub card: Option<String>,
    source: Source,
}

/// What a leaf is composed from.
#[derive(Clone, Copy)]
enum Source {
    Owner(Owner),
    /// Where a page was once: its number among those.
    Old(usize),
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

    /// One leaf, composed now.
    pub fn leaf(&self, planned: &Planned) -> Leaf {
        let context = &self.context;
        let (page, sheet) = match planned.source {
            Source::Owner(owner) => self.page_and_sheet(owner),
            Source::Old(index) => (moved::page(context, &context.addresses.pages[index]), None),
        };
        Leaf { page, sheet, card: planned.card.as_ref().map(|_| self.card(planned.source)) }
    }

    fn page_and_sheet(&self, owner: Owner) -> (Page, Option<Sheet>) {
        let context = &self.context;
        let page = match owner {
            Owner::Comparison(roles) => {
                let (page, sheet) = compare::page_and_sheet(context, roles);
                return (page, sheet.map(Sheet::Comparison));
            }
            Owner::Page(Subject::Family(id)) => return family_leaf(context, id),
            Owner::Page(Subject::Role(id)) => role::page(context, id),
            Owner::Page(Subject::Competency(id)) => competency::page(context, id),
            Owner::Page(Subject::Guide(id)) => guide::page(context, id),
            Owner::Page(Subject::Glossary | Subject::Term(_)) => glossary::page(context),
            Owner::Page(Subject::Home) => home::page(context),
            Owner::Vacancy(role, index) => {
                vacancy::page(context, role, &context.role(role).vacancies[index])
            }
            Owner::Shelf(it) => shelf(context, it),
        };
        (page, None)
    }

    fn card(&self, source: Source) -> Card {
        match source {
            Source::Owner(Owner::Page(Subject::Role(id))) => preview::of_role(&self.context, id),
            _ => preview::of_handbook(self.context.handbook),
        }
    }
}

/// Whatever has a page, and then where one was.
fn plan(context: &Context<'_>) -> Vec<Planned> {
    let present = context.addresses.owners.iter().map(|owner| {
        let address = owner.address(context.handbook);
        let card = has_card(*owner).then(|| preview::path(context, &address)).flatten();
        let has_sheet = has_sheet(context, *owner);
        let address = context.places.spelled(address);
        Planned { address, has_sheet, card, source: Source::Owner(*owner) }
    });
    let past = context.addresses.pages.iter().enumerate().map(|(index, (address, _))| {
        let address = context.places.spelled(address.clone());
        Planned { address, has_sheet: false, card: None, source: Source::Old(index) }
    });
    present.chain(past).collect()
}

fn has_sheet(context: &Context<'_>, owner: Owner) -> bool {
    let has_table = match owner {
        Owner::Comparison(_) => true,
        Owner::Page(Subject::Family(id)) => !context.ladders.ranked(id).is_empty(),
        _ => false,
    };
    has_table && context.publication.has(Part::Data)
}

fn has_card(owner: Owner) -> bool {
    matches!(owner, Owner::Page(Subject::Role(_) | Subject::Home))
}

/// The page of a family, and its table as data where the site has any.
fn family_leaf(context: &Context<'_>, id: Id<Family>) -> (Page, Option<Sheet>) {
    let family = &context.handbook.families[id];
    let page = family::page(context, id);
    let sheet = match &page.body {
        Body::Family(FamilyPage { ladder: Some(it), .. })
            if context.publication.has(Part::Data) =>
        {
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
