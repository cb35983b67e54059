//! Who claims which address: pages and the places on them have theirs, and aliases are the author's.
//!
//! In: the handbook. Out: a complaint for every alias that is taken, or leads nowhere. Here and not
//! among the rules, since only this stage knows addresses.

use super::address::Address;
use super::moved::{Old, olds};
use super::pairs::Pairs;
use super::places::Places;
use super::problem;
use crate::diagnostic::{Diagnostic, Spanned};
use crate::handbook::model::{Handbook, Id, Ladders, Role, Subject};
use std::collections::BTreeMap;

/// Everything that is wrong with the addresses of a handbook.
pub fn check(handbook: &Handbook) -> Vec<Diagnostic> {
    let olds = olds(handbook);
    let mut claims = Claims::of_pages(handbook);
    // They are many, and worked out for nothing where no alias looks like one.
    if olds.iter().any(|it| it.page.as_str().starts_with(Address::comparisons().as_str())) {
        claims.add_comparisons();
    }
    // A place is on a page that is there, or that an alias speaks of.
    let (places, pages): (Vec<_>, Vec<_>) = olds.iter().partition(|it| it.anchor.is_some());
    let mut found: Vec<_> = pages.into_iter().filter_map(|it| claims.page(it)).collect();
    found.extend(places.into_iter().filter_map(|it| claims.place(it)));
    found.extend(olds.iter().filter_map(|it| claims.target(it)));
    found
}

struct Claims<'a> {
    places: Places<'a>,
    /// Who has a page of the site.
    pages: BTreeMap<String, Claim<'a>>,
    /// The places that aliases speak of.
    anchors: BTreeMap<(String, &'a str), &'a Spanned<String>>,
}

#[derive(Clone, Copy)]
enum Claim<'a> {
    Page(Subject),
    Comparison([Id<Role>; 2]),
    /// The role that has it.
    Vacancy(Id<Role>),
    /// The list of them.
    Vacancies,
    /// A page that every handbook has.
    Fixed,
    Alias(&'a Spanned<String>),
}

impl<'a> Claims<'a> {
    fn of_pages(handbook: &'a Handbook) -> Claims<'a> {
        let places = Places { handbook, offline: false };
        let subjects = subjects(handbook).into_iter();
        let pages = subjects.map(|it| (places.address(it, None).key(), Claim::Page(it)));
        let glossary = (Address::glossary().key(), Claim::Page(Subject::Glossary));
        let fixed = [
            Address::comparisons(),
            Address::competencies(),
            Address::guides(),
            Address::index(),
            Address::search(),
            Address::missing(),
        ];
        let fixed = fixed.map(|it| (it.key(), Claim::Fixed)).into_iter();
        let pages = fixed.chain([glossary]).chain(pages).chain(vacancies(handbook)).collect();
        Claims { places, pages, anchors: BTreeMap::new() }
    }

    fn add_comparisons(&mut self) {
        let handbook = self.places.handbook;
        for (from, to) in Pairs::new(handbook, &Ladders::new(handbook)).all(handbook) {
            let [one, other] = [from, to].map(|it| &handbook.roles[it].slug);
            self.pages.insert(Address::compare(one, other).key(), Claim::Comparison([from, to]));
        }
    }

    fn page(&mut self, old: &Old<'a>) -> Option<Diagnostic> {
        let from = &old.alias.from;
        let Some(first) = self.pages.get(&old.page.key()) else {
            self.pages.insert(old.page.key(), Claim::Alias(from));
            return None;
        };
        Some(match first {
            Claim::Page(it) if *it == old.of => problem::own_address(from),
            Claim::Page(it) => problem::taken_address(from, self.places.title(*it)),
            Claim::Comparison(roles) => {
                let [one, other] = roles.map(|it| self.places.title(Subject::Role(it)));
                problem::taken_address(from, &format!("what changes from {one} to {other}"))
            }
            Claim::Vacancy(role) => {
                let title = self.places.title(Subject::Role(*role));
                problem::taken_address(from, &format!("a vacancy of the {title}"))
            }
            Claim::Vacancies => problem::taken_address(from, "the list of vacancies"),
            Claim::Fixed => problem::fixed_address(from),
            Claim::Alias(first) => problem::two_aliases(from, first.span),
        })
    }

    fn place(&mut self, old: &Old<'a>) -> Option<Diagnostic> {
        let (from, anchor) = (&old.alias.from, old.anchor?);
        match self.pages.get(&old.page.key()) {
            None => return Some(problem::place_on_no_page(from)),
            Some(Claim::Page(it)) if self.places.anchors(*it).contains(&anchor) => {
                return Some(problem::taken_place(from, self.places.title(*it)));
            }
            Some(_) => {}
        }
        let key = (old.page.key(), anchor);
        match self.anchors.get(&key) {
            Some(first) => Some(problem::two_aliases(from, first.span)),
            None => {
                self.anchors.insert(key, from);
                None
            }
        }
    }

    /// Whether the page has the place that the alias leads to.
    fn target(&self, old: &Old<'_>) -> Option<Diagnostic> {
        let to = old.alias.to.as_ref()?;
        let known = self.places.anchors(old.of);
        let is_there = known.contains(&to.value.as_str());
        (!is_there).then(|| problem::no_such_place(to, self.places.title(old.of), &known))
    }
}

/// The pages of vacancies, those that are not yet posted among them, and their list.
fn vacancies(handbook: &Handbook) -> BTreeMap<String, Claim<'_>> {
    let mut claims = BTreeMap::new();
    for (role, it) in handbook.roles.iter() {
        for id in it.vacancies.iter().filter_map(|it| it.id.as_ref()) {
            claims.insert(Address::vacancy(id).key(), Claim::Vacancy(role));
            claims.insert(Address::vacancies().key(), Claim::Vacancies);
        }
    }
    claims
}

/// Everything that can have aliases.
pub(super) fn subjects(handbook: &Handbook) -> Vec<Subject> {
    let mut subjects = vec![Subject::Home];
    subjects.extend(handbook.families.ids().map(Subject::Family));
    subjects.extend(handbook.roles.ids().map(Subject::Role));
    subjects.extend(handbook.competencies.ids().map(Subject::Competency));
    subjects.extend(handbook.guides.ids().map(Subject::Guide));
    subjects
}
