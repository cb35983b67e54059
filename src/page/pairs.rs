//! Which comparisons have a page of their own.

use crate::handbook::model::{Handbook, Id, Ladders, Role, track};
use std::collections::BTreeSet;

/// A family with more roles than this is not compared crosswise.
const MOST_ROLES: usize = 12;

/// A handbook with more crosswise pairs than this has none of them: they would be nine of ten
/// pages of the site.
const MOST_CROSSWISE: usize = 5_000;

/// On a rung with more equivalents than this, saying which they are helps nobody.
const MOST_EQUIVALENTS: usize = 12;

/// For each role those it is compared with, in the order of ladders, each once.
pub(super) struct Pairs(Vec<Vec<Id<Role>>>);

impl Pairs {
    pub(super) fn new(handbook: &Handbook, ladders: &Ladders) -> Pairs {
        let mut found = BTreeSet::new();
        for (role, _) in handbook.roles.iter() {
            found.extend(nearest(handbook, ladders, role));
        }
        found.extend(crosswise(handbook, ladders));
        let mut pairs = vec![Vec::new(); handbook.roles.len()];
        for (from, to) in found.into_iter().filter(|(from, to)| from != to) {
            pairs[from.index()].push(to);
        }
        pairs.iter_mut().for_each(|it| it.sort_by_key(|it| ladders.position(*it)));
        Pairs(pairs)
    }

    /// Of a site that compares nothing.
    pub(super) fn none(handbook: &Handbook) -> Pairs {
        Pairs(vec![Vec::new(); handbook.roles.len()])
    }

    /// The roles that `role` is compared with.
    pub(super) fn starting_from(&self, role: Id<Role>) -> &[Id<Role>] {
        &self.0[role.index()]
    }

    /// Every pair, as (from, to).
    pub(super) fn all(&self, handbook: &Handbook) -> Vec<(Id<Role>, Id<Role>)> {
        let pairs = |from| self.starting_from(from).iter().map(move |to| (from, *to));
        handbook.roles.ids().flat_map(pairs).collect()
    }

    pub(super) fn has(&self, from: Id<Role>, to: Id<Role>) -> bool {
        self.starting_from(from).contains(&to)
    }
}

/// Roles of the same family and rank on other tracks, where they are few.
pub(super) fn equivalents(handbook: &Handbook, ladders: &Ladders, role: Id<Role>) -> Vec<Id<Role>> {
    let peers = ladders.peers(handbook, role);
    if peers.len() > MOST_EQUIVALENTS {
        return Vec::new();
    }
    let this = track(handbook, role);
    peers.iter().copied().filter(|it| track(handbook, *it) != this).collect()
}

/// A role with its neighbours, both ways; with its equivalents; with where it says one can go.
fn nearest(handbook: &Handbook, ladders: &Ladders, role: Id<Role>) -> Vec<(Id<Role>, Id<Role>)> {
    let neighbours = ladders.below(role).into_iter().chain(ladders.above(role));
    let mut found: Vec<_> = neighbours.flat_map(|it| [(role, it), (it, role)]).collect();
    found.extend(equivalents(handbook, ladders, role).into_iter().map(|it| (role, it)));
    found.extend(handbook.roles[role].transitions.iter().map(|it| (role, it.to)));
    found
}

/// Every pair of every small family.
fn crosswise(handbook: &Handbook, ladders: &Ladders) -> Vec<(Id<Role>, Id<Role>)> {
    let families = handbook.families.ids();
    // Links to what a role was like may be older than its end.
    let families =
        families.map(|it| [ladders.ranked(it), ladders.outside(it), ladders.retired(it)].concat());
    let small: Vec<_> = families.filter(|it| it.len() <= MOST_ROLES).collect();
    if small.iter().map(|it| it.len() * it.len()).sum::<usize>() > MOST_CROSSWISE {
        return Vec::new();
    }
    let pairs = |roles: Vec<Id<Role>>| -> Vec<_> {
        roles.iter().flat_map(|from| roles.iter().map(|to| (*from, *to))).collect()
    };
    small.into_iter().flat_map(pairs).collect()
}
