//! Addresses that were in use once: a page for each alias, which leads on to the page that has it.

use super::address::Address;
use super::claim::aliases;
use super::context::Context;
use super::head::Head;
use super::places::Places;
use super::view::Link;
use super::{Body, Page};
use crate::handbook::model::Subject;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct MovedPage {
    pub to: Link,
}

/// In the order of the handbook. Which alias is whose has been settled before.
pub(super) fn pages(context: &Context<'_>) -> Vec<Page> {
    let aliases = aliases(context.handbook).into_iter();
    aliases.map(|(subject, alias)| page(context, subject, &alias.value)).collect()
}

/// For search engines it is the page that it leads to.
fn page(context: &Context<'_>, subject: Subject, alias: &str) -> Page {
    let to = context.places.link(subject);
    let page = Head::new(Address::alias(alias), &to.text)
        .about(&format!("{} has another address now.", to.text))
        .hidden_if(true)
        .page(context, Body::Moved(MovedPage { to }));
    let served = Places { offline: false, ..context.places }.address(subject, None);
    Page { canonical: context.publication.base_url().map(|it| it + served.as_str()), ..page }
}
