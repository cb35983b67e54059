//! Addresses that were in use once: a page for each, which leads on to where it is now; and the
//! places that have left a page, at its end.

use super::address::Address;
use super::claim::subjects;
use super::context::Context;
use super::head::Head;
use super::places::Places;
use super::view::Link;
use super::{Body, Page};
use crate::handbook::model::{Alias, Handbook, Subject};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct MovedPage {
    pub to: Link,
}

/// A place that was on the page once.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct MovedPlace {
    pub anchor: String,
    pub to: Link,
}

/// An address as it was: a page, or a place on one.
pub(super) struct Old<'a> {
    pub(super) page: Address,
    pub(super) anchor: Option<&'a str>,
    /// Whose alias it is.
    pub(super) of: Subject,
    pub(super) alias: &'a Alias,
}

/// Every alias, in the order of the handbook.
pub(super) fn olds(handbook: &Handbook) -> Vec<Old<'_>> {
    let old = |of: Subject| {
        aliases(handbook, of).iter().map(move |alias| {
            let (page, anchor) = Address::alias(&alias.from.value);
            Old { page, anchor, of, alias }
        })
    };
    subjects(handbook).into_iter().flat_map(old).collect()
}

/// Whose address it was once.
pub fn formerly(handbook: &Handbook, address: &Address) -> Option<Subject> {
    let olds = olds(handbook).into_iter();
    let mut pages = olds.filter(|it| it.anchor.is_none() && it.page.key() == address.key());
    pages.next().map(|it| it.of)
}

/// The places that have left a page, by the page's key. Which alias is whose has been settled before.
pub(super) fn moved_places(places: Places<'_>) -> BTreeMap<String, Vec<MovedPlace>> {
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for old in olds(places.handbook) {
        let Some(anchor) = old.anchor.map(str::to_owned) else { continue };
        let to = target(places, &old);
        found.entry(old.page.key()).or_default().push(MovedPlace { anchor, to });
    }
    found
}

/// A page for each alias that was a page.
pub(super) fn pages(context: &Context<'_>) -> Vec<Page> {
    let olds = olds(context.handbook).into_iter();
    olds.filter(|it| it.anchor.is_none()).map(|it| page(context, it)).collect()
}

/// For search engines it is the page that it leads to.
fn page(context: &Context<'_>, old: Old<'_>) -> Page {
    let to = target(context.places, &old);
    let title = context.places.title(old.of);
    let page = Head::new(old.page, title)
        .about(&format!("{title} has another address now."))
        .hidden_if(true)
        .page(context, Body::Moved(MovedPage { to }));
    let served = Places { offline: false, ..context.places }.address(old.of, None);
    Page { canonical: context.publication.base_url().map(|it| it + served.as_str()), ..page }
}

fn target(places: Places<'_>, old: &Old<'_>) -> Link {
    let anchor = old.alias.to.as_ref().map(|it| it.value.as_str());
    Link { text: places.full_title(old.of, anchor), address: places.address(old.of, anchor) }
}

fn aliases(handbook: &Handbook, of: Subject) -> &[Alias] {
    match of {
        Subject::Family(id) => &handbook.families[id].aliases,
        Subject::Role(id) => &handbook.roles[id].aliases,
        Subject::Competency(id) => &handbook.competencies[id].aliases,
        Subject::Guide(id) => &handbook.guides[id].aliases,
        Subject::Home | Subject::Glossary | Subject::Term(_) => &[],
    }
}
