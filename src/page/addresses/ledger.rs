//! What was published against what is there: an address that somebody may have linked to answers, or
//! its author is told.
//!
//! In: the ledger, the site's pages and what authors say of old ones. Out: for what only lost its
//! words, the place that takes over; for all else that would vanish, a complaint.

use super::anchors::Says;
use super::owner::Owner;
use super::present::Present;
use super::succession::{Heir, Succession};
use super::ways::{Arrival, Ways};
use super::{Destination, End, OldPlace};
use crate::diagnostic::{Diagnostic, Span};
use crate::handbook::model::{REWORDED, Record, Standing, Words};
use crate::page::address::Address;
use crate::page::problem;
use std::collections::{BTreeMap, BTreeSet};

/// What the ledger asks of the site.
#[derive(Default)]
pub(super) struct Kept {
    /// For pages, by key, and places on them, the anchors that are led to them unseen; where the
    /// page begins, the place is empty.
    pub(super) former: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Places that are on another page now, or gone with what stood around them, by the key of the
    /// page that they were on.
    pub(super) moved: Vec<(String, OldPlace)>,
    /// Comparisons that are no page any more.
    pub(super) comparisons: Vec<Address>,
    /// The statements that took over from others, by the old address.
    pub(super) successors: BTreeMap<String, String>,
    /// Where on their page the places are that are made of words, by what was recorded.
    pub(super) places: BTreeMap<String, String>,
    pub(super) complaints: Vec<Diagnostic>,
}

/// Holds the records against the site, as far as they are of its edition and of a part that it has.
/// `whole` tells where places are in a handbook that hides nothing: words that an edition hides must
/// not stand in its anchors.
pub(super) fn keep(
    present: &Present<'_>,
    ways: &Ways<'_>,
    whole: Option<&BTreeMap<String, String>>,
) -> Kept {
    let (publication, records) = (present.publication(), present.handbook().ledger.as_deref());
    let records = records.unwrap_or_default();
    let succession = Succession::new(present, ways, records);
    let mut keeper = Keeper { present, ways, succession, whole, kept: Kept::default() };
    let mut page: Option<Recorded<'_>> = None;
    for record in records.iter().filter(|it| it.is_of(publication.name())) {
        let (address, anchor) = Address::written(&record.address);
        if publication.leaves_out(&address) {
            continue;
        }
        // Places are recorded right after their page.
        let mut current =
            page.take_if(|it| it.key == address.key()).unwrap_or_else(|| keeper.recorded(&address));
        keeper.record(record, anchor, &mut current);
        page = Some(current);
    }
    keeper.kept
}

/// A page that was published, as it is now.
struct Recorded<'a> {
    address: Address,
    key: String,
    owner: Option<Owner>,
    anchors: BTreeSet<&'a str>,
    /// Whether it has been reported: then nothing more is said of the places on it.
    is_lost: bool,
}

struct Keeper<'a> {
    present: &'a Present<'a>,
    ways: &'a Ways<'a>,
    succession: Succession<'a>,
    whole: Option<&'a BTreeMap<String, String>>,
    kept: Kept,
}

impl<'a> Keeper<'a> {
    fn recorded(&self, address: &Address) -> Recorded<'a> {
        let owner = self.present.owner(&address.key());
        let anchors = owner.map_or(&[][..], |it| self.present.anchors(it)).iter();
        Recorded {
            address: address.clone(),
            key: address.key(),
            owner,
            anchors: anchors.map(|it| it.id.as_str()).collect(),
            is_lost: false,
        }
    }

    fn record(&mut self, record: &Record, anchor: Option<&str>, page: &mut Recorded<'_>) {
        let is_there = match anchor {
            None => page.owner.is_some(),
            Some(anchor) => page.is_lost || page.anchors.contains(anchor),
        };
        if is_there {
            if record.standing != Standing::Firm {
                let place = anchor.unwrap_or_default().to_owned();
                self.kept.places.insert(record.address.clone(), place);
            }
            return;
        }
        match (self.ways.follow(&record.address), anchor) {
            // What runs in a circle has been reported where it does.
            (Arrival::At(_) | Arrival::Gone(_) | Arrival::Circle, _) => {}
            (Arrival::Lost(Some(owner)), Some(anchor)) if record.standing != Standing::Firm => {
                self.lead_on(record, anchor, (page, owner));
            }
            (Arrival::Lost(Some(owner)), Some(anchor)) => {
                let heading = self.heading(owner, anchor);
                let heading = heading.as_ref().map(|(title, span)| (title.as_str(), *span));
                self.kept.complaints.push(problem::vanished_place(record, anchor, heading));
            }
            (Arrival::Lost(_), None) if page.address.compared().is_some() => {
                page.is_lost = true;
                self.kept.comparisons.push(page.address.clone());
            }
            (Arrival::Lost(_), _) => {
                page.is_lost = true;
                self.kept.complaints.push(problem::vanished_page(record));
            }
        }
    }

    /// A place that has only lost its words.
    fn lead_on(&mut self, record: &Record, anchor: &str, (page, owner): (&Recorded<'_>, Owner)) {
        let is_hidden = |it: &String| !it.is_empty() && !self.present.has(owner, it);
        if self.whole.and_then(|it| it.get(&record.address)).is_some_and(is_hidden) {
            return;
        }
        let leave = |leads| (page.key.clone(), OldPlace { anchor: anchor.to_owned(), leads });
        let spot = match self.succession.of(record, owner) {
            Heir::At(spot) => spot,
            Heir::Gone(index) => return self.kept.moved.push(leave(End::Gone(index))),
        };
        let place = spot.anchor.clone().unwrap_or_default();
        if spot.owner == owner && self.succession.is_statement(&spot) {
            self.kept.successors.insert(record.address.clone(), place.clone());
        }
        if spot.owner != owner {
            self.kept.moved.push(leave(End::To(Destination::Spot(spot))));
            return;
        }
        self.kept.places.insert(record.address.clone(), place.clone());
        let on_page = self.kept.former.entry(self.present.address(owner).key()).or_default();
        if !on_page.values().flatten().any(|it| it == anchor) {
            on_page.entry(place).or_default().push(anchor.to_owned());
        }
    }

    /// The heading that may have been called so: its title and its place.
    fn heading(&self, owner: Owner, anchor: &str) -> Option<(String, Span)> {
        let old = Words::of(&anchor.replace('-', " "));
        let alike = self.present.anchors(owner).iter().filter_map(|it| match &it.says {
            Says::Heading(title, span) => {
                let words = Words::of(&it.id.replace('-', " "));
                Some((old.similarity(&words, REWORDED / 2.0)?, title.clone(), *span))
            }
            _ => None,
        });
        alike.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, title, span)| (title, span))
    }
}
