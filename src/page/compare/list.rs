//! The list of all comparisons that have a page.

use super::{ComparisonGroup, ComparisonsPage};
use crate::handbook::model::{Id, Role};
use crate::page::address::Address;
use crate::page::context::Context;
use crate::page::head::Head;
use crate::page::view::Link;
use crate::page::{Body, Page};

pub(in crate::page) fn page(context: &Context<'_>) -> Page {
    let mut roles: Vec<_> = context.handbook.roles.ids().collect();
    roles.sort_by_key(|it| context.ladders.position(*it));
    let groups = roles.into_iter().map(|it| group(context, it));
    let groups = groups.filter(|it| !it.comparisons.is_empty()).collect();
    Head::new(Address::comparisons(), "Compare roles")
        .about("Choose roles and see what changes from one to another.")
        .under(vec![context.frame.home.clone()])
        .page(context, Body::Comparisons(ComparisonsPage { groups }))
}

/// The links are named by the role they lead to; the heading names the one they start from.
fn group(context: &Context<'_>, from: Id<Role>) -> ComparisonGroup {
    let link = |to: &Id<Role>| Link {
        text: context.role(*to).title.clone(),
        address: context.places.compare(from, *to).address,
    };
    ComparisonGroup {
        from: context.places.role(from),
        comparisons: context.pairs.starting_from(from).iter().map(link).collect(),
    }
}
