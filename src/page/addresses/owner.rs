//! Who has a page.

use crate::handbook::model::{Handbook, Id, Opening, Role, Subject};
use crate::labels::key::{self, Key};
use crate::page::address::Address;
use crate::page::freshness;
use crate::page::places::{address, body};
use crate::page::publication::Publication;

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::page) enum Owner {
    Page(Subject),
    Comparison([Id<Role>; 2]),
    /// The vacancy of a role that has this number.
    Vacancy(Id<Role>, usize),
    Shelf(Shelf),
}

/// A page that a handbook has once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::page) enum Shelf {
    Comparisons,
    Competencies,
    Guides,
    Vacancies,
    Index,
    Freshness,
    Search,
    Missing,
}

impl Shelf {
    pub(in crate::page) const ALL: [Shelf; 8] = [
        Shelf::Comparisons,
        Shelf::Competencies,
        Shelf::Guides,
        Shelf::Vacancies,
        Shelf::Index,
        Shelf::Freshness,
        Shelf::Search,
        Shelf::Missing,
    ];

    /// Whether the publication has that page, and the handbook that day anything to put there.
    pub(in crate::page) fn is_there(self, handbook: &Handbook, publication: &Publication) -> bool {
        if publication.leaves_out(&self.address()) {
            return false;
        }
        match self {
            Shelf::Comparisons => handbook.roles.len() > 1 || self.is_recorded(handbook),
            Shelf::Competencies => !handbook.competencies.is_empty() || self.is_recorded(handbook),
            Shelf::Guides => !handbook.guides.is_empty() || self.is_recorded(handbook),
            Shelf::Vacancies => {
                vacancies(handbook, &publication.today).next().is_some()
                    || self.is_recorded(handbook)
            }
            Shelf::Freshness => freshness::is_there(handbook) || self.is_recorded(handbook),
            Shelf::Index | Shelf::Search | Shelf::Missing => true,
        }
    }

    /// A list that everybody could read stays when nothing is on it: more will come, and links to it
    /// are older than what was there.
    fn is_recorded(self, handbook: &Handbook) -> bool {
        let list = format!("/{}", self.address().as_str());
        handbook.ledger.iter().flatten().any(|it| it.only.is_none() && it.address == list)
    }

    pub(in crate::page) fn address(self) -> Address {
        match self {
            Shelf::Comparisons => Address::comparisons(),
            Shelf::Competencies => Address::competencies(),
            Shelf::Guides => Address::guides(),
            Shelf::Vacancies => Address::vacancies(),
            Shelf::Index => Address::index(),
            Shelf::Freshness => Address::freshness(),
            Shelf::Search => Address::search(),
            Shelf::Missing => Address::missing(),
        }
    }

    pub(in crate::page) fn title(self) -> Key<0> {
        match self {
            Shelf::Comparisons => key::COMPARE,
            Shelf::Competencies => key::COMPETENCIES,
            Shelf::Guides => key::GUIDES,
            Shelf::Vacancies => key::OPEN_POSITIONS,
            Shelf::Index => key::A_TO_Z,
            Shelf::Freshness => key::FRESHNESS,
            Shelf::Search => key::SEARCH,
            Shelf::Missing => key::MISSING,
        }
    }
}

impl Owner {
    /// The page as a server knows it.
    pub(in crate::page) fn address(self, handbook: &Handbook) -> Address {
        match self {
            Owner::Page(it) => address(handbook, it),
            Owner::Shelf(it) => it.address(),
            Owner::Vacancy(role, index) => {
                let id = handbook.roles[role].vacancies[index].id.as_deref();
                Address::vacancy(id.unwrap_or_default())
            }
            Owner::Comparison(roles) => {
                let [from, to] = roles.map(|it| &handbook.roles[it].slug);
                Address::compare(from, to)
            }
        }
    }

    /// Whether the public edition shows the page.
    pub(super) fn is_public(self, handbook: &Handbook) -> bool {
        let public = handbook.settings.editions.public();
        let is_shown = |it: Subject| match (it, body(handbook, it)) {
            (Subject::Role(id), Some(it)) => {
                let family = &handbook.families[handbook.roles[id].family].body;
                public.shows(&it.visibility.page.within(&family.visibility.page))
            }
            // The front page is always there.
            (Subject::Home, _) | (_, None) => true,
            (_, Some(it)) => public.shows(&it.visibility.page),
        };
        match self {
            Owner::Page(subject) => is_shown(subject),
            Owner::Comparison(roles) => roles.into_iter().all(|it| is_shown(Subject::Role(it))),
            Owner::Vacancy(role, _) => {
                let visibility = handbook.roles[role].body.visibility.field("vacancies", None);
                is_shown(Subject::Role(role)) && public.shows(&visibility)
            }
            Owner::Shelf(_) => true,
        }
    }
}

/// The vacancies that have a page that day.
pub(super) fn vacancies(handbook: &Handbook, today: &str) -> impl Iterator<Item = Owner> {
    with_id(handbook).filter(move |it| match it {
        Owner::Vacancy(role, index) => {
            handbook.roles[*role].vacancies[*index].on(today) != Opening::Coming
        }
        _ => false,
    })
}

/// The vacancies that have a page or will have one.
pub(super) fn with_id(handbook: &Handbook) -> impl Iterator<Item = Owner> {
    handbook.roles.iter().flat_map(|(role, it)| {
        let vacancies = it.vacancies.iter().enumerate().filter(|(_, it)| it.id.is_some());
        vacancies.map(move |(index, _)| Owner::Vacancy(role, index))
    })
}

/// Everything with a page that can have had another address, in the order of the handbook.
pub(super) fn subjects(handbook: &Handbook) -> Vec<Subject> {
    let mut subjects = vec![Subject::Home];
    subjects.extend(handbook.families.ids().map(Subject::Family));
    subjects.extend(handbook.roles.ids().map(Subject::Role));
    subjects.extend(handbook.competencies.ids().map(Subject::Competency));
    subjects.extend(handbook.guides.ids().map(Subject::Guide));
    subjects
}
