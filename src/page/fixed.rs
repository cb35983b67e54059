//! Pages that say nothing of their own: the full-page form of search, and what is shown where no
//! page is.

use super::address::Address;
use super::context::Context;
use super::head::Head;
use super::{Body, Page};

pub(super) fn search(context: &Context<'_>) -> Page {
    Head::new(Address::search(), "Search")
        .about(&format!("Search the {}.", context.handbook.settings.title))
        .under(vec![context.frame.home.clone()])
        .hidden_if(true)
        .page(context, Body::Search)
}

/// It is shown at any address, so its links start from the root of the host.
pub(super) fn missing(context: &Context<'_>) -> Page {
    let page = Head::new(Address::missing(), "Page not found")
        .about("There is no page at this address.")
        .under(vec![context.frame.home.clone()])
        .hidden_if(true)
        .page(context, Body::Missing);
    let root =
        if context.publication.offline { page.root } else { context.publication.base_path() };
    Page { root, canonical: None, ..page }
}
