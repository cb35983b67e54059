//! Who has a page.

use crate::handbook::model::{Handbook, Id, Role, Subject};
use crate::page::address::Address;

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::page) enum Owner {
    Page(Subject),
    Comparison([Id<Role>; 2]),
    Shelf(Shelf),
}

/// A page that a handbook has once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::page) enum Shelf {
    Comparisons,
    Competencies,
    Guides,
    Index,
    Search,
    Missing,
}

impl Shelf {
    pub(in crate::page) const ALL: [Shelf; 6] = [
        Shelf::Comparisons,
        Shelf::Competencies,
        Shelf::Guides,
        Shelf::Index,
        Shelf::Search,
        Shelf::Missing,
    ];

    /// Whether the handbook has anything to put there.
    pub(in crate::page) fn is_there(self, handbook: &Handbook) -> bool {
        match self {
            Shelf::Comparisons => handbook.roles.len() > 1,
            Shelf::Competencies => !handbook.competencies.is_empty(),
            Shelf::Guides => !handbook.guides.is_empty(),
            Shelf::Index | Shelf::Search | Shelf::Missing => true,
        }
    }

    pub(in crate::page) fn address(self) -> Address {
        match self {
            Shelf::Comparisons => Address::comparisons(),
            Shelf::Competencies => Address::competencies(),
            Shelf::Guides => Address::guides(),
            Shelf::Index => Address::index(),
            Shelf::Search => Address::search(),
            Shelf::Missing => Address::missing(),
        }
    }

    pub(in crate::page) fn title(self) -> &'static str {
        match self {
            Shelf::Comparisons => "Compare",
            Shelf::Competencies => "Competencies",
            Shelf::Guides => "Guides",
            Shelf::Index => "A to Z",
            Shelf::Search => "Search",
            Shelf::Missing => "Page not found",
        }
    }
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
