//! Comparisons of roles under the ids that they had once. An alias `/roles/lead/` says what the
//! role's id was, so whoever kept a link to a comparison with it is led on as well.

use crate::handbook::model::{Id, Role};
use crate::page::address::Address;
use crate::page::context::Context;
use crate::page::head::Head;
use crate::page::moved::{MovedPage, olds};
use crate::page::places::Places;
use crate::page::{Body, Page};
use std::collections::BTreeSet;

/// A page for each comparison under a former id, except where an alias has the address.
pub(in crate::page) fn pages(context: &Context<'_>) -> Vec<Page> {
    let olds = olds(context.handbook);
    let taken: BTreeSet<String> = olds.iter().map(|it| it.page.key()).collect();
    let mut pages = Vec::new();
    for (from, to) in context.pairs.all(context.handbook) {
        for (one, other) in former_pairs(context, (from, to)) {
            let old = Address::compare(&one, &other);
            if !taken.contains(&old.key()) {
                pages.push(page(context, old, (from, to)));
            }
        }
    }
    pages
}

/// Every way to name the two of which one at least is former.
fn former_pairs(context: &Context<'_>, (from, to): (Id<Role>, Id<Role>)) -> Vec<(String, String)> {
    let names = |role: Id<Role>| {
        let role = context.role(role);
        let former = role.aliases.iter().filter_map(|it| Address::former_role(&it.from.value));
        std::iter::once(role.slug.clone()).chain(former).collect::<Vec<_>>()
    };
    let (ones, others) = (names(from), names(to));
    let pairs = ones.iter().flat_map(|one| others.iter().map(|other| (one.clone(), other.clone())));
    // The first is the comparison as it is now.
    pairs.skip(1).collect()
}

fn page(context: &Context<'_>, old: Address, (from, to): (Id<Role>, Id<Role>)) -> Page {
    let link = context.places.compare(from, to);
    let served = Places { offline: false, ..context.places }.compare(from, to).address;
    let title = format!("From {} to {}", context.role(from).title, context.role(to).title);
    let page = Head::new(old, &title)
        .about(&format!("{} has another address now.", link.text))
        .hidden_if(true)
        .page(context, Body::Moved(MovedPage { to: link }));
    Page { canonical: context.publication.base_url().map(|it| it + served.as_str()), ..page }
}
