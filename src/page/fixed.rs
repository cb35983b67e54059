//! Pages that say nothing of their own: the full-page form of search, and what is shown where no
//! page is.

use super::address::Address;
use super::context::Context;
use super::head::Head;
use super::{Body, Page};
use crate::labels::key;

pub(super) fn search(context: &Context<'_>) -> Page {
    let (title, labels) = (&context.handbook.settings.title, context.labels);
    Head::new(Address::search(), labels.word(key::SEARCH))
        .about(&labels.say(key::SEARCH_DESCRIPTION, [title.into()]))
        .under(vec![context.frame.home.clone()])
        .hidden_if(true)
        .page(context, Body::Search)
}

/// It is shown at any address, so its links start from the root of the host.
pub(super) fn missing(context: &Context<'_>) -> Page {
    let page = Head::new(Address::missing(), context.labels.word(key::MISSING))
        .about(context.labels.word(key::MISSING_DESCRIPTION))
        .under(vec![context.frame.home.clone()])
        .hidden_if(true)
        .page(context, Body::Missing);
    let root =
        if context.publication.offline { page.root } else { context.publication.base_path() };
    Page { root, canonical: None, ..page }
}
