//! Where old addresses lead: by what authors say of them, however many steps that takes.
//!
//! In: aliases, and what is gone. Out: for any address the place where a reader ends up.

use super::owner::{Owner, subjects};
use super::present::Present;
use crate::diagnostic::Spanned;
use crate::handbook::model::{Alias, Gone, Handbook, Subject};
use crate::page::address::Address;
use std::collections::{BTreeMap, BTreeSet};

/// An address as it was: a page, or a place on one.
pub(in crate::page) struct Old<'a> {
    pub(in crate::page) page: Address,
    pub(in crate::page) anchor: Option<&'a str>,
    /// Whose alias it is.
    pub(in crate::page) of: Subject,
    pub(in crate::page) alias: &'a Alias,
}

/// Where a reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::page) struct Spot {
    pub(in crate::page) owner: Owner,
    /// `None` where the page begins.
    pub(in crate::page) anchor: Option<String>,
}

/// What comes of following an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    At(Spot),
    /// At what is said of something that is gone: its number in the handbook.
    Gone(usize),
    /// On a page that does not have the place, or, with `None`, on no page.
    Lost(Option<Owner>),
    Circle,
}

/// A page's key and perhaps a place on it.
type Stop = (String, Option<String>);

#[derive(Clone, Copy)]
enum Step<'a> {
    To(Subject, Option<&'a str>),
    Gone(usize),
}

/// Every step that authors have laid.
pub(super) struct Ways<'a> {
    present: &'a Present<'a>,
    steps: BTreeMap<Stop, Step<'a>>,
}

impl<'a> Ways<'a> {
    pub(super) fn new(present: &'a Present<'a>) -> Ways<'a> {
        let mut steps = BTreeMap::new();
        // Of two that say something of one address the first counts, and the other is reported.
        for it in olds(present.handbook()) {
            let to = it.alias.to.as_ref().map(|it| it.value.as_str());
            let stop = (it.page.key(), it.anchor.map(str::to_owned));
            steps.entry(stop).or_insert(Step::To(it.of, to));
        }
        for (index, it) in present.handbook().gone.iter().enumerate() {
            steps.entry(stop(&it.address)).or_insert(Step::Gone(index));
        }
        Ways { present, steps }
    }

    /// Follows an address, as it is written, to its end.
    pub(super) fn follow(&self, address: &str) -> Arrival {
        let (page, anchor) = Address::written(address);
        self.follow_from((page.key(), anchor.map(str::to_owned)))
    }

    pub(super) fn follow_from(&self, start: Stop) -> Arrival {
        let mut passed = BTreeSet::new();
        let mut stop = start;
        loop {
            if !passed.insert(stop.clone()) {
                return Arrival::Circle;
            }
            let owner = self.present.owner(&stop.0);
            if let Some(owner) = owner.filter(|it| self.is_there(*it, stop.1.as_deref())) {
                return Arrival::At(Spot { owner, anchor: stop.1 });
            }
            stop = match (self.step(&stop, owner), stop.1) {
                (None, _) => return Arrival::Lost(owner),
                (Some((Step::Gone(index), _)), _) => return Arrival::Gone(index),
                (Some((Step::To(subject, to), is_page)), anchor) => {
                    // A page that leads on takes the place along that was asked for.
                    let kept = anchor.filter(|_| is_page);
                    self.stop(subject, kept.or(to.map(str::to_owned)))
                }
            };
        }
    }

    /// The step from there, and whether it is one of the whole page.
    fn step(&self, stop: &Stop, owner: Option<Owner>) -> Option<(Step<'a>, bool)> {
        let of_place = || self.steps.get(stop).map(|it| (*it, stop.1.is_none()));
        let of_page = || self.steps.get(&(stop.0.clone(), None)).map(|it| (*it, true));
        of_place().or_else(|| owner.is_none().then(of_page).flatten())
    }

    fn is_there(&self, owner: Owner, anchor: Option<&str>) -> bool {
        anchor.is_none_or(|it| self.present.has(owner, it))
    }

    fn stop(&self, subject: Subject, anchor: Option<String>) -> Stop {
        match subject {
            Subject::Term(id) => {
                let slug = self.present.handbook().terms[id].slug.clone();
                (Address::glossary().key(), Some(slug))
            }
            _ => (self.present.address(Owner::Page(subject)).key(), anchor),
        }
    }
}

/// What an address names that is written down.
pub(super) fn stop(address: &Spanned<String>) -> Stop {
    let (page, anchor) = Address::written(&address.value);
    (page.key(), anchor.map(str::to_owned))
}

/// Every alias, in the order of the handbook.
pub(in crate::page) fn olds(handbook: &Handbook) -> Vec<Old<'_>> {
    let old = |of: Subject| {
        aliases(handbook, of).iter().map(move |alias| {
            let (page, anchor) = Address::written(&alias.from.value);
            Old { page, anchor, of, alias }
        })
    };
    let terms = handbook.terms.ids().map(Subject::Term);
    subjects(handbook).into_iter().chain(terms).flat_map(old).collect()
}

/// What is gone, as a page or a place on one.
pub(in crate::page) fn gone_from(gone: &Gone) -> (Address, Option<&str>) {
    Address::written(&gone.address.value)
}

fn aliases(handbook: &Handbook, of: Subject) -> &[Alias] {
    match of {
        Subject::Home => &handbook.home.aliases,
        Subject::Family(id) => &handbook.families[id].aliases,
        Subject::Role(id) => &handbook.roles[id].aliases,
        Subject::Competency(id) => &handbook.competencies[id].aliases,
        Subject::Guide(id) => &handbook.guides[id].aliases,
        Subject::Term(id) => &handbook.terms[id].aliases,
        Subject::Glossary => &[],
    }
}
