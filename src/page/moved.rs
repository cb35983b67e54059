//! Addresses that were in use once: a page for each, which leads on to where it is now or says that
//! it is gone; and the places that have left a page, at its end.

use super::address::Address;
use super::addresses::{Addresses, Destination, End, OldPlace, Spot};
use super::context::Context;
use super::head::Head;
use super::places::Places;
use super::view::Link;
use super::{Body, Page};
use crate::labels::key;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A page that has another address now. Its template stands alone, so that it leads on at once.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct MovedPage {
    /// Where the page lives now.
    pub to: Link,
}

/// What was there once and is no more.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct GonePage {
    /// What became of it.
    pub why: String,
    /// Where it may go on.
    pub see: Vec<Link>,
}

/// A place that was on the page once.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct MovedPlace {
    pub anchor: String,
    /// What happened, where it is gone; else empty.
    pub why: String,
    /// Where it is now, or where it may go on.
    pub to: Vec<Link>,
}

/// The places that have left pages, by the page's key.
pub(super) fn moved_places(
    places: Places<'_>,
    addresses: &Addresses,
) -> BTreeMap<String, Vec<MovedPlace>> {
    let place = |it: &OldPlace| {
        let GonePage { why, see } = match &it.leads {
            End::To(to) => GonePage { why: String::new(), see: vec![link(places, to)] },
            End::Gone(index) => gone(places, addresses, *index),
        };
        MovedPlace { anchor: it.anchor.clone(), why, to: see }
    };
    let all = |it: &Vec<OldPlace>| it.iter().map(place).collect();
    addresses.places.iter().map(|(page, old)| (page.clone(), all(old))).collect()
}

/// The page at an address where another was once.
pub(super) fn page(context: &Context<'_>, (address, end): &(Address, End)) -> Page {
    match end {
        End::To(to) => moved_page(context, address, to),
        End::Gone(index) => gone_page(context, address, *index),
    }
}

/// For search engines it is the page that it leads to.
fn moved_page(context: &Context<'_>, address: &Address, to: &Destination) -> Page {
    let served = Places { offline: false, ..context.places };
    let title = match to {
        Destination::Spot(spot) => served.spot(&Spot { owner: spot.owner, anchor: None }).text,
        Destination::Chosen(_) => link(served, to).text,
    };
    let canonical = link(served, to).address.without_place();
    let page = Head::new(address.clone(), &title)
        .about(&context.labels.say(key::MOVED_DESCRIPTION, [title.as_str().into()]))
        .hidden_if(true)
        .page(context, Body::Moved(MovedPage { to: link(context.places, to) }));
    Page { canonical: context.publication.base_url().map(|it| it + canonical.as_str()), ..page }
}

fn gone_page(context: &Context<'_>, address: &Address, index: usize) -> Page {
    let gone = gone(context.places, context.addresses, index);
    Head::new(address.clone(), context.labels.word(key::GONE))
        .about(&gone.why)
        .under(vec![context.frame.home.clone()])
        .hidden_if(true)
        .page(context, Body::Gone(gone))
}

fn gone(places: Places<'_>, addresses: &Addresses, index: usize) -> GonePage {
    let see = |it: &End| match it {
        End::To(to) => link(places, to),
        End::Gone(next) => {
            let address = &places.handbook.gone[*next].address.value;
            let labels = &places.handbook.settings.labels;
            let text = labels.say(key::BECAME_OF, [address.into()]);
            places.to(&text, Address::at_place(address))
        }
    };
    GonePage {
        why: places.handbook.gone[index].why.clone(),
        see: addresses.sees[index].iter().map(see).collect(),
    }
}

fn link(places: Places<'_>, to: &Destination) -> Link {
    match to {
        Destination::Spot(spot) => places.spot(spot),
        Destination::Chosen(roles) => {
            let [from, to] = roles.map(|it| &places.handbook.roles[it]);
            let titles = [from.title.as_str().into(), to.title.as_str().into()];
            let text = places.handbook.settings.labels.say(key::BOTH_SIDE_BY_SIDE, titles);
            places.to(&text, Address::chosen(&from.slug, &to.slug))
        }
    }
}
