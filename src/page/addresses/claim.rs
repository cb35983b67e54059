//! Who claims which address: pages and the places on them have theirs; what is old is the author's.
//!
//! In: what the site has, and what authors say of old addresses. Out: a complaint for every alias
//! that is taken or leads nowhere, and for everything gone that is not.

use super::owner::{Owner, Shelf};
use super::present::Present;
use super::ways::{Arrival, Old, Ways, gone_from, olds, stop};
use crate::diagnostic::{Diagnostic, Spanned};
use crate::handbook::model::{Gone, Subject};
use crate::page::address::Address;
use crate::page::problem;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is wrong with what authors say of old addresses.
pub(super) fn check(present: &Present<'_>, ways: &Ways<'_>) -> Vec<Diagnostic> {
    let olds = olds(present.handbook());
    let mut claims = Claims { present, ways, claimed: BTreeMap::new() };
    // A place is on a page that is there, or that something old speaks of.
    let (places, pages): (Vec<_>, Vec<_>) = olds.iter().partition(|it| it.anchor.is_some());
    let mut found: Vec<_> = pages.into_iter().filter_map(|it| claims.page(it)).collect();
    let gone = || present.handbook().gone.iter();
    found.extend(gone().filter(|it| gone_from(it).1.is_none()).filter_map(|it| claims.gone(it)));
    found.extend(places.into_iter().filter_map(|it| claims.place(it)));
    found.extend(gone().filter(|it| gone_from(it).1.is_some()).filter_map(|it| claims.gone(it)));
    found.extend(olds.iter().filter_map(|it| claims.target(it)));
    found.extend(gone().enumerate().flat_map(|(index, it)| claims.sees(index, it)));
    found
}

struct Claims<'a> {
    present: &'a Present<'a>,
    ways: &'a Ways<'a>,
    /// What an author has said something of already.
    claimed: BTreeMap<(String, Option<String>), &'a Spanned<String>>,
}

impl<'a> Claims<'a> {
    fn page(&mut self, old: &Old<'a>) -> Option<Diagnostic> {
        let from = &old.alias.from;
        // What the public does not see is free for it: an address that was published before it was
        // hidden has to lead somewhere.
        let is_public = |it: &Owner| it.is_public(self.present.handbook());
        let own = Owner::Page(old.of);
        match self.present.claimant(&old.page.key()).filter(|it| *it == own || is_public(it)) {
            Some(Owner::Shelf(Shelf::Vacancies)) => {
                Some(problem::taken_address(from, "the list of vacancies"))
            }
            Some(Owner::Shelf(_)) => Some(problem::fixed_address(from)),
            Some(Owner::Page(it)) if it == old.of => Some(problem::own_address(from)),
            Some(owner) => Some(problem::taken_address(from, &self.present.title(owner))),
            None => self.claim(from),
        }
    }

    fn place(&mut self, old: &Old<'a>) -> Option<Diagnostic> {
        let (from, anchor) = (&old.alias.from, old.anchor?);
        match self.present.owner(&old.page.key()) {
            None if !self.is_claimed(&old.page) => Some(problem::place_on_no_page(from)),
            Some(owner) if self.present.shows(owner, anchor) => {
                Some(problem::taken_place(from, &self.present.title(owner)))
            }
            _ => self.claim(from),
        }
    }

    fn gone(&mut self, gone: &'a Gone) -> Option<Diagnostic> {
        let (address, (page, anchor)) = (&gone.address, gone_from(gone));
        match (self.present.owner(&page.key()), anchor) {
            (None, Some(_)) if !self.is_claimed(&page) => Some(problem::place_on_no_page(address)),
            (Some(owner), None) if owner.is_public(self.present.handbook()) => {
                Some(problem::still_there(address, &self.present.title(owner)))
            }
            (Some(owner), Some(anchor)) if self.present.shows(owner, anchor) => {
                Some(problem::still_there(address, &self.present.title(owner)))
            }
            _ => self.claim(address),
        }
    }

    fn claim(&mut self, address: &'a Spanned<String>) -> Option<Diagnostic> {
        match self.claimed.get(&stop(address)) {
            Some(first) => Some(problem::claimed_twice(address, first.span)),
            None => {
                self.claimed.insert(stop(address), address);
                None
            }
        }
    }

    fn is_claimed(&self, page: &Address) -> bool {
        self.claimed.contains_key(&(page.key(), None))
    }

    /// Whether the page has the place that the alias leads to, or something old leads on from it.
    fn target(&self, old: &Old<'_>) -> Option<Diagnostic> {
        let to = old.alias.to.as_ref()?;
        if let Subject::Term(_) = old.of {
            return Some(problem::place_of_term(to));
        }
        let page = self.present.address(Owner::Page(old.of)).key();
        match self.ways.follow_from((page, Some(to.value.clone()))) {
            Arrival::At(_) | Arrival::Gone(_) => None,
            Arrival::Circle => Some(problem::circle(to, &old.alias.from.value)),
            Arrival::Lost(_) => {
                let anchors = self.present.anchors(Owner::Page(old.of));
                let known: Vec<&str> = anchors.iter().map(|it| it.id.as_str()).collect();
                Some(problem::no_such_place(to, self.present.places.title(old.of), &known))
            }
        }
    }

    /// What is wrong with where something gone sends its readers.
    fn sees(&self, index: usize, gone: &Gone) -> Vec<Diagnostic> {
        let complaint = |see: &Spanned<String>| match self.ways.follow(&see.value) {
            Arrival::At(_) => None,
            Arrival::Gone(next) => {
                self.leads_back(next, index).then(|| problem::circle(see, &gone.address.value))
            }
            // The alias that runs in a circle says so itself.
            Arrival::Circle => None,
            Arrival::Lost(None) => Some(problem::no_such_page(see)),
            Arrival::Lost(Some(owner)) => {
                let anchors = self.present.anchors(owner);
                let known: Vec<&str> = anchors.iter().map(|it| it.id.as_str()).collect();
                Some(problem::no_such_anchor(see, &self.present.title(owner), &known))
            }
        };
        gone.see.iter().filter_map(complaint).collect()
    }

    /// Whether whoever goes from one thing that is gone to the next comes back to `start`.
    fn leads_back(&self, from: usize, start: usize) -> bool {
        let (mut open, mut passed) = (vec![from], BTreeSet::new());
        while let Some(at) = open.pop() {
            if at == start {
                return true;
            }
            if passed.insert(at) {
                let sees = self.present.handbook().gone[at].see.iter();
                open.extend(sees.filter_map(|it| match self.ways.follow(&it.value) {
                    Arrival::Gone(next) => Some(next),
                    _ => None,
                }));
            }
        }
        false
    }
}
