//! Which addresses the site answers: those of its pages, and all that were published before.
//!
//! In: the handbook, with its ledger and what authors say of old addresses. Out: [`Addresses`], from
//! which pages are composed, and a complaint for every address that would vanish, is claimed twice
//! or leads nowhere. Here and not among the rules, since only this stage knows addresses.

mod anchors;
mod claim;
mod compared;
mod ledger;
mod lines;
mod movement;
mod owner;
mod present;
mod succession;
mod ways;

pub(super) use anchors::{TABLE, fact, row};
pub use lines::LedgerLine;
pub(super) use movement::movements;
pub use movement::{AddedPage, AddressChanges, GoneAddress, Redirection};
pub(super) use owner::{Owner, Shelf};
pub(super) use ways::Spot;

use super::Publication;
use super::address::Address;
use super::pairs::Pairs;
use crate::diagnostic::{Checked, Diagnostic};
use crate::handbook::model::{Gone, Handbook, Id, Ladders, Role, Standing, Subject};
use present::Present;
use std::collections::BTreeMap;
use ways::{Arrival, Ways, gone_from, olds};

/// Where everything is, and where everything old leads.
pub struct Addresses {
    pub(super) ladders: Ladders,
    pub(super) pairs: Pairs,
    /// Whatever has a page now.
    pub(super) owners: Vec<Owner>,
    /// Pages that were, in the order of the handbook.
    pub(super) pages: Vec<(Address, End)>,
    /// Places that have left a page, by the page's key.
    pub(super) places: BTreeMap<String, Vec<OldPlace>>,
    /// Anchors that stay unseen, by the page's key and the place they lead to.
    pub(super) former: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Where whoever looks for what is gone may go on, by its number.
    pub(super) sees: Vec<Vec<End>>,
    /// The statements that took over from others, by the old address.
    successors: BTreeMap<String, String>,
    /// Where on their page the places are that are made of words, by what was recorded.
    recorded: BTreeMap<String, String>,
}

impl Addresses {
    /// How many pages there are, but for those that only tell of where something else is.
    pub fn n_pages(&self) -> usize {
        self.owners.len()
    }
}

/// Where something old leads in the end.
pub(super) enum End {
    To(Destination),
    /// Nowhere: the number of what the handbook says of it.
    Gone(usize),
}

/// A place that was on a page.
pub(super) struct OldPlace {
    pub(super) anchor: String,
    pub(super) leads: End,
}

pub(super) enum Destination {
    Spot(Spot),
    /// Two roles side by side that have no page of their own.
    Chosen([Id<Role>; 2]),
}

/// Everything that is wrong with what authors say of old addresses, whoever may see it.
pub fn check(handbook: &Handbook, today: &str) -> Vec<Diagnostic> {
    if handbook.gone.is_empty() && olds(handbook).is_empty() {
        return Vec::new();
    }
    let publication = Publication::on(today);
    let present = Present::new(handbook, &publication);
    claim::check(&present, &Ways::new(&present))
}

/// Settles where every address of a publication leads. What would vanish from it is reported; all
/// else that can be wrong has been, by [`check`]. `whole` is the same of a handbook that hides
/// nothing, where this one does.
pub fn settle(
    handbook: &Handbook,
    publication: &Publication,
    whole: Option<&Addresses>,
) -> Checked<Addresses> {
    let present = Present::new(handbook, publication);
    let ways = Ways::new(&present);
    let recorded = whole.map(|it| &it.recorded);
    let kept = ledger::keep(&present, &ways, recorded);
    let mut pages = old_pages(&present, &ways);
    pages.extend(compared::old(&present, &ways, kept.comparisons));
    let mut places = old_places(&present, &ways);
    for (page, place) in kept.moved {
        let on_page = places.entry(page).or_default();
        if !on_page.iter().any(|it| it.anchor == place.anchor) {
            on_page.push(place);
        }
    }
    let (former, successors, recorded) = (kept.former, kept.successors, kept.places);
    let sees = handbook.gone.iter().map(|it| sees(&ways, it)).collect();
    let (ladders, pairs, owners) = present.into_parts();
    let value =
        Addresses { ladders, pairs, owners, pages, places, former, sees, successors, recorded };
    Checked { value, diagnostics: kept.complaints }
}

/// Whose address it was once.
pub fn formerly(handbook: &Handbook, address: &Address) -> Option<Subject> {
    let olds = olds(handbook).into_iter();
    let mut pages = olds.filter(|it| it.anchor.is_none() && it.page.key() == address.key());
    pages.next().map(|it| it.of)
}

/// Every address that the site answers now or ever did, as the ledger writes them.
pub fn ledger(
    handbook: &Handbook,
    publication: &Publication,
    addresses: &Addresses,
) -> Vec<LedgerLine> {
    let successor = |it: &str| addresses.successors.get(it).cloned().map(Standing::To);
    let (today, audience) = (publication.today.as_str(), publication.name());
    lines::lines(&Present::new(handbook, publication), (today, audience), successor)
}

/// The pages that aliases speak of, and those that are gone.
fn old_pages(present: &Present<'_>, ways: &Ways<'_>) -> Vec<(Address, End)> {
    let handbook = present.handbook();
    let of_aliases = olds(handbook).into_iter().filter(|it| it.anchor.is_none());
    let of_aliases = of_aliases.map(|it| (it.page, end(ways, &it.alias.from.value, it.of)));
    let gone = |(index, it): (usize, &Gone)| match gone_from(it) {
        (page, None) => Some((page, End::Gone(index))),
        _ => None,
    };
    let all = of_aliases.chain(handbook.gone.iter().enumerate().filter_map(gone));
    // An edition may have what is hidden from the public, which is led elsewhere.
    all.filter(|(page, _)| present.owner(&page.key()).is_none()).collect()
}

fn old_places(present: &Present<'_>, ways: &Ways<'_>) -> BTreeMap<String, Vec<OldPlace>> {
    let handbook = present.handbook();
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut add = |page: Address, anchor: &str, leads| {
        if present.owner(&page.key()).is_some_and(|it| present.has(it, anchor)) {
            return;
        }
        let place = OldPlace { anchor: anchor.to_owned(), leads };
        found.entry(page.key()).or_default().push(place);
    };
    for it in olds(handbook) {
        if let Some(anchor) = it.anchor {
            add(it.page, anchor, end(ways, &it.alias.from.value, it.of));
        }
    }
    for (index, it) in handbook.gone.iter().enumerate() {
        if let (page, Some(anchor)) = gone_from(it) {
            add(page, anchor, End::Gone(index));
        }
    }
    found
}

/// Where what is gone sends its readers. A way that leads nowhere has been reported.
fn sees(ways: &Ways<'_>, gone: &Gone) -> Vec<End> {
    let end = |address: &str| match ways.follow(address) {
        Arrival::At(spot) => Some(End::To(Destination::Spot(spot))),
        Arrival::Gone(index) => Some(End::Gone(index)),
        Arrival::Lost(_) | Arrival::Circle => None,
    };
    gone.see.iter().filter_map(|it| end(&it.value)).collect()
}

/// Where an alias of `of` leads in the end; where that is nowhere, which has been reported, to the
/// page.
fn end(ways: &Ways<'_>, from: &str, of: Subject) -> End {
    match ways.follow(from) {
        Arrival::At(spot) => End::To(Destination::Spot(spot)),
        Arrival::Gone(index) => End::Gone(index),
        Arrival::Lost(_) | Arrival::Circle => {
            End::To(Destination::Spot(Spot { owner: Owner::Page(of), anchor: None }))
        }
    }
}
