//! The page where roles are chosen to be compared, and the list of all comparisons that have a page.

use super::{Choice, Choices, ComparisonGroup, ComparisonsPage};
use crate::handbook::model::{Family, Id, Role};
use crate::labels::key;
use crate::page::address::Address;
use crate::page::context::Context;
use crate::page::head::Head;
use crate::page::sheet::role_name;
use crate::page::view::Link;
use crate::page::{Body, Page};

pub(in crate::page) fn page(context: &Context<'_>) -> Page {
    let mut roles: Vec<_> = context.handbook.roles.ids().collect();
    roles.sort_by_key(|it| context.ladders.position(*it));
    let groups = roles.into_iter().map(|it| group(context, it));
    let choices = context.handbook.families.ids().map(|it| choices(context, it));
    let page = ComparisonsPage {
        choices: choices
            .filter(|it| !it.roles.is_empty() && context.publication.has_choice())
            .collect(),
        n_steps: context.handbook.scale.n_steps(),
        groups: groups.filter(|it| !it.comparisons.is_empty()).collect(),
    };
    Head::new(Address::comparisons(), context.labels.word(key::COMPARE_ROLES))
        .about(context.labels.word(key::COMPARE_DESCRIPTION))
        .under(vec![context.frame.home.clone()])
        .page(context, Body::Comparisons(page))
}

fn choices(context: &Context<'_>, family: Id<Family>) -> Choices {
    let ladders = &context.ladders;
    let roles = ladders.ranked(family).iter().chain(ladders.outside(family));
    let roles = roles.chain(ladders.retired(family));
    let choice = |it: &Id<Role>| {
        let name = role_name(context, *it);
        Choice { title: name.in_full(), key: name.id }
    };
    Choices {
        family: context.handbook.families[family].title.clone(),
        roles: roles.map(choice).collect(),
    }
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
