//! What the site has now: its pages by address, and the places on each.

use super::anchors::{Anchor, anchors};
use super::owner::{Owner, Shelf, subjects, vacancies, with_id};
use crate::handbook::model::{Handbook, Ladders, Subject};
use crate::page::address::Address;
use crate::page::pairs::Pairs;
use crate::page::places::Places;
use crate::page::publication::{Part, Publication};
use crate::page::vacancy;
use std::cell::OnceCell;
use std::collections::BTreeMap;

pub(super) struct Present<'a> {
    pub(super) places: Places<'a>,
    publication: &'a Publication,
    ladders: Ladders,
    pairs: Pairs,
    /// By the page's key.
    pages: BTreeMap<String, Page>,
}

struct Page {
    owner: Owner,
    /// Worked out when somebody asks: most builds ask for few.
    anchors: OnceCell<Vec<Anchor>>,
}

impl<'a> Present<'a> {
    /// The day of the publication decides which vacancies are posted.
    pub(super) fn new(handbook: &'a Handbook, publication: &'a Publication) -> Present<'a> {
        let ladders = Ladders::new(handbook);
        let pairs = match publication.has(Part::Compare) {
            true => Pairs::new(handbook, &ladders),
            false => Pairs::none(handbook),
        };
        let places = Places { handbook, offline: false };
        let mut owners: Vec<_> = subjects(handbook).into_iter().map(Owner::Page).collect();
        if !handbook.terms.is_empty() {
            owners.push(Owner::Page(Subject::Glossary));
        }
        let shelves = Shelf::ALL.into_iter().filter(|it| it.is_there(handbook, publication));
        owners.extend(shelves.map(Owner::Shelf));
        owners.extend(vacancies(handbook, &publication.today));
        let compared = pairs.all(handbook).into_iter();
        owners.extend(compared.map(|(from, to)| Owner::Comparison([from, to])));
        let page = |owner| Page { owner, anchors: OnceCell::new() };
        let pages = owners.into_iter().map(|it| (it.address(handbook).key(), page(it))).collect();
        Present { places, publication, ladders, pairs, pages }
    }

    /// What every page asks for as well, and who has one.
    pub(super) fn into_parts(self) -> (Ladders, Pairs, Vec<Owner>) {
        let owners = self.owners().collect();
        (self.ladders, self.pairs, owners)
    }

    pub(super) fn handbook(&self) -> &'a Handbook {
        self.places.handbook
    }

    pub(super) fn pairs(&self) -> &Pairs {
        &self.pairs
    }

    pub(super) fn publication(&self) -> &'a Publication {
        self.publication
    }

    /// Whose page has the key `page`.
    pub(super) fn owner(&self, page: &str) -> Option<Owner> {
        self.pages.get(page).map(|it| it.owner)
    }

    /// Whose page has the key, or will have it: a vacancy when it is posted, a list when there is
    /// something to put there.
    pub(super) fn claimant(&self, page: &str) -> Option<Owner> {
        let coming: Vec<Owner> = with_id(self.handbook()).collect();
        let shelves = Shelf::ALL.into_iter();
        let shelves = shelves.filter(|it| *it != Shelf::Vacancies || !coming.is_empty());
        let mut claimants = shelves.map(Owner::Shelf).chain(coming.iter().copied());
        let is_there = |it: &Owner| self.address(*it).key() == page;
        self.owner(page).or_else(|| claimants.find(is_there))
    }

    pub(super) fn owners(&self) -> impl Iterator<Item = Owner> {
        self.pages.values().map(|it| it.owner)
    }

    pub(super) fn address(&self, owner: Owner) -> Address {
        owner.address(self.handbook())
    }

    pub(super) fn title(&self, owner: Owner) -> String {
        let labels = &self.handbook().settings.labels;
        match owner {
            Owner::Page(it) => self.places.title(it).to_owned(),
            Owner::Shelf(it) => labels.word(it.title()).to_owned(),
            Owner::Vacancy(role, index) => {
                let role = &self.handbook().roles[role];
                format!("the vacancy {}", vacancy::title(labels, role, &role.vacancies[index]))
            }
            Owner::Comparison(roles) => {
                let [from, to] = roles.map(|it| self.places.title(Subject::Role(it)));
                format!("what changes from {from} to {to}")
            }
        }
    }

    /// Every place on a page.
    pub(super) fn anchors(&self, owner: Owner) -> &[Anchor] {
        let page = self.pages.get(&self.address(owner).key());
        let found = |it: &Page| anchors(self.handbook(), &self.ladders, it.owner);
        page.map_or(&[], |it| it.anchors.get_or_init(|| found(it)))
    }

    /// Whether everybody finds the place on the page.
    pub(super) fn shows(&self, owner: Owner, anchor: &str) -> bool {
        let is_shown = self.anchors(owner).iter().any(|it| it.id == anchor && it.is_public);
        is_shown && owner.is_public(self.handbook())
    }

    pub(super) fn has(&self, owner: Owner, anchor: &str) -> bool {
        self.anchors(owner).iter().any(|it| it.id == anchor)
    }
}
