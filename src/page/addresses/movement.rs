//! What became of addresses between two states of a handbook.
//!
//! In: both. Out: which pages came, and of what was there before, what leads elsewhere now, what is
//! gone and what nobody has thought of. Places whose address is made of words are left out: they
//! follow their words.

use super::anchors::Anchor;
use super::owner::{Owner, Shelf};
use super::present::Present;
use super::ways::{Arrival, Spot, Ways, olds};
use crate::handbook::model::{Handbook, Standing};
use crate::page::address::Address;
use crate::page::publication::Publication;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What became of the addresses of a site. All of them begin at its root: `roles/lead/#hires-well`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AddressChanges {
    /// Pages that there were not before, but for comparisons.
    pub added: Vec<AddedPage>,
    /// How many comparisons of two roles are new.
    pub comparisons_added: usize,
    /// How many places on pages are new that an author gave an address, but for those on new pages.
    pub places_added: usize,
    /// What leads elsewhere now.
    pub redirected: Vec<Redirection>,
    /// What is gone, with what its author says of that.
    pub gone: Vec<GoneAddress>,
    /// What answered before and answers no more.
    pub broken: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AddedPage {
    pub address: String,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Redirection {
    pub from: String,
    pub to: String,
    /// What is found there.
    pub title: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GoneAddress {
    pub address: String,
    pub why: String,
}

impl AddressChanges {
    pub(in crate::page) fn is_empty(&self) -> bool {
        let AddressChanges { added, comparisons_added, places_added, redirected, gone, broken } =
            self;
        let is_counted = *comparisons_added > 0 || *places_added > 0;
        !is_counted
            && added.is_empty()
            && redirected.is_empty()
            && gone.is_empty()
            && broken.is_empty()
    }
}

/// What an address does.
#[derive(PartialEq, Eq)]
enum Answer {
    Here,
    /// Leads to another address.
    Leads(String),
    Gone(String),
    Nothing,
}

/// What became of addresses from `before` to `now`, as both are on the day `today`.
pub(in crate::page) fn movements(before: &Handbook, now: &Handbook, today: &str) -> AddressChanges {
    let publication = Publication::on(today);
    let (before, now) = (Present::new(before, &publication), Present::new(now, &publication));
    let (before, now) = (State::new(&before), State::new(&now));
    let mut changes = before.arrivals(&now);
    let (old, new) = (before.addresses(), now.addresses());
    for address in old.union(&new) {
        let answer = now.answer(address);
        let is_page = !address.contains('#');
        match answer {
            it if it == before.answer(address) => {}
            // What stood on a page that is elsewhere now is told with the page.
            _ if !is_page && !now.has_page(address) => {}
            Answer::Here => {
                changes.places_added += usize::from(!is_page && before.has_page(address))
            }
            Answer::Leads(to) => {
                let title = now.title(&to);
                changes.redirected.push(Redirection { from: address.clone(), to, title });
            }
            Answer::Gone(why) => {
                changes.gone.push(GoneAddress { address: address.clone(), why });
            }
            Answer::Nothing => changes.broken.push(address.clone()),
        }
    }
    changes
}

/// A site in one of its states.
struct State<'a> {
    present: &'a Present<'a>,
    ways: Ways<'a>,
}

impl<'a> State<'a> {
    fn new(present: &'a Present<'a>) -> State<'a> {
        State { present, ways: Ways::new(present) }
    }

    /// The pages that `now` has and this state has not.
    fn arrivals(&self, now: &State<'_>) -> AddressChanges {
        let (old, new) = (self.pages(), now.pages());
        let mut changes = AddressChanges::default();
        for (address, owner) in new.into_iter().filter(|(it, _)| !old.contains_key(it)) {
            match owner {
                Owner::Comparison(_) => changes.comparisons_added += 1,
                _ => {
                    let title = now.present.title(owner);
                    changes.added.push(AddedPage { address, title });
                }
            }
        }
        changes
    }

    fn pages(&self) -> BTreeMap<String, Owner> {
        let owners = self.present.owners().filter(|it| *it != Owner::Shelf(Shelf::Missing));
        owners.map(|it| (self.present.address(it).as_str().to_owned(), it)).collect()
    }

    /// Every address that somebody meant to give: pages but for comparisons, which follow their
    /// roles, the places on them with ids of their own, and all that authors say of old ones.
    fn addresses(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for (page, owner) in self.pages() {
            if matches!(owner, Owner::Comparison(_)) {
                continue;
            }
            let is_meant = |it: &&Anchor| it.standing == Standing::Firm && !it.id.starts_with('_');
            let places = self.present.anchors(owner).iter().filter(is_meant);
            found.extend(places.map(|it| format!("{page}#{}", it.id)));
            found.insert(page);
        }
        let handbook = self.present.handbook();
        let old = olds(handbook).into_iter().map(|it| &it.alias.from.value);
        let old = old.chain(handbook.gone.iter().map(|it| &it.address.value));
        found.extend(old.map(|it| Address::at_place(it).as_str().to_owned()));
        found
    }

    fn answer(&self, address: &str) -> Answer {
        match self.ways.follow(address) {
            Arrival::At(spot) => {
                let to = self.spot(&spot);
                if to == address { Answer::Here } else { Answer::Leads(to) }
            }
            Arrival::Gone(index) => Answer::Gone(self.present.handbook().gone[index].why.clone()),
            Arrival::Lost(_) | Arrival::Circle => Answer::Nothing,
        }
    }

    fn spot(&self, spot: &Spot) -> String {
        let page = self.present.address(spot.owner);
        let address = match &spot.anchor {
            Some(anchor) => page.at(anchor),
            None => page,
        };
        address.as_str().to_owned()
    }

    /// What the page of that place is called.
    fn title(&self, address: &str) -> String {
        let owner = self.present.owner(&Address::written(address).0.key());
        owner.map_or_else(String::new, |it| self.present.title(it))
    }

    /// Whether the page of that place is one of the site.
    fn has_page(&self, address: &str) -> bool {
        self.present.owner(&Address::written(address).0.key()).is_some()
    }
}
