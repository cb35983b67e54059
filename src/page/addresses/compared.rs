//! Comparisons that have no page any more, or whose roles are called otherwise now.
//!
//! In: what authors say of old addresses, and which comparisons were recorded. Out: where each leads.
//! No author has to think of them: they follow their roles.

use super::owner::{Owner, Shelf};
use super::present::Present;
use super::ways::{Arrival, Spot, Ways};
use super::{Destination, End};
use crate::handbook::model::{Id, Role, Subject};
use crate::page::address::Address;
use std::collections::BTreeMap;

/// Every old comparison, with where it leads: those recorded, and those under the ids that roles had
/// by their aliases, whether or not anything was ever recorded.
pub(super) fn old(
    present: &Present<'_>,
    ways: &Ways<'_>,
    recorded: Vec<Address>,
) -> Vec<(Address, End)> {
    let mut found = BTreeMap::new();
    for it in recorded.into_iter().chain(under_former_ids(present)) {
        // What an author says of one comparison counts more than what follows from its roles.
        if ways.follow_from((it.key(), None)) == Arrival::Lost(None) {
            found.entry(it.key()).or_insert(it);
        }
    }
    found.into_values().map(|it| (it.clone(), end(present, ways, &it))).collect()
}

/// The comparisons there are, by every way to name the two roles of which one at least is former.
fn under_former_ids(present: &Present<'_>) -> Vec<Address> {
    let roles = &present.handbook().roles;
    let names = |role: Id<Role>| {
        let role = &roles[role];
        let former = role.aliases.iter().filter_map(|it| Address::former_role(&it.from.value));
        std::iter::once(role.slug.clone()).chain(former).collect::<Vec<_>>()
    };
    let names: Vec<Vec<String>> = roles.ids().map(names).collect();
    let is_renamed = |role: Id<Role>| names[role.index()].len() > 1;
    let mut found = Vec::new();
    for (from, to) in present.pairs().all(present.handbook()) {
        if is_renamed(from) || is_renamed(to) {
            let (from, to) = (&names[from.index()], &names[to.index()]);
            let pairs = from.iter().flat_map(|from| to.iter().map(move |to| (from, to)));
            // The first is the comparison as it is now.
            found.extend(pairs.skip(1).map(|(from, to)| Address::compare(from, to)));
        }
    }
    found
}

/// Where a comparison leads: to that of the roles as they are called now, to the two side by side
/// by choice, to the list where nothing can be chosen, or to what is left of them.
fn end(present: &Present<'_>, ways: &Ways<'_>, page: &Address) -> End {
    let spot = |owner| End::To(Destination::Spot(Spot { owner, anchor: None }));
    let ends = page.compared().into_iter().flatten();
    let ends: Vec<Arrival> =
        ends.map(|it| ways.follow_from((Address::role(it).key(), None))).collect();
    let role = |end: &Arrival| match end {
        Arrival::At(Spot { owner: Owner::Page(Subject::Role(id)), .. }) => Some(*id),
        _ => None,
    };
    let roles: Vec<Id<Role>> = ends.iter().filter_map(role).collect();
    match (&roles[..], ends.iter().find(|it| matches!(it, Arrival::Gone(_)))) {
        ([from, to], _) if from == to => spot(Owner::Page(Subject::Role(*from))),
        ([from, to], _) if present.pairs().has(*from, *to) => spot(Owner::Comparison([*from, *to])),
        ([from, to], _) if present.publication().has_choice() => {
            End::To(Destination::Chosen([*from, *to]))
        }
        ([_, _], _) => spot(Owner::Shelf(Shelf::Comparisons)),
        (_, Some(Arrival::Gone(index))) => End::Gone(*index),
        ([role], _) => spot(Owner::Page(Subject::Role(*role))),
        _ => spot(Owner::Page(Subject::Home)),
    }
}
