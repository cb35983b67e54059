//! Who stands where, worked out once: a handbook answers each of these questions by looking at
//! every role, and every page asks them.

use super::Handbook;
use super::arena::Id;
use super::competency::Competency;
use super::ladder::{Family, Track};
use super::role::{Role, Status};
use std::collections::BTreeMap;

/// Rungs, neighbours and equivalents of a whole handbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladders {
    /// By family: the roles that have a level, lowest first.
    ranked: Vec<Vec<Id<Role>>>,
    /// By family: the roles that have none.
    outside: Vec<Vec<Id<Role>>>,
    /// By family: the roles that are no more, whatever their level. They are no rungs.
    retired: Vec<Vec<Id<Role>>>,
    /// By role.
    below: Vec<Option<Id<Role>>>,
    above: Vec<Option<Id<Role>>>,
    position: Vec<usize>,
    /// By competency: the roles that expect it and are not retired, in the order of ladders.
    expecting: Vec<Vec<Id<Role>>>,
    peers: BTreeMap<(Id<Family>, usize), Vec<Id<Role>>>,
}

impl Ladders {
    pub fn new(handbook: &Handbook) -> Ladders {
        let ranked = ranked(handbook);
        let mut outside = vec![Vec::new(); ranked.len()];
        let mut retired = vec![Vec::new(); ranked.len()];
        for (id, role) in handbook.roles.iter() {
            match role.level {
                _ if role.status == Status::Retired => retired[role.family.index()].push(id),
                None => outside[role.family.index()].push(id),
                Some(_) => {}
            }
        }
        let n_roles = handbook.roles.len();
        let mut ladders = Ladders {
            peers: peers(handbook, &ranked),
            ranked,
            outside,
            retired,
            below: vec![None; n_roles],
            above: vec![None; n_roles],
            position: vec![0; n_roles],
            expecting: vec![Vec::new(); handbook.competencies.len()],
        };
        ladders.note_neighbours(handbook);
        ladders.note_order(handbook);
        ladders
    }

    pub fn ranked(&self, family: Id<Family>) -> &[Id<Role>] {
        &self.ranked[family.index()]
    }

    pub fn outside(&self, family: Id<Family>) -> &[Id<Role>] {
        &self.outside[family.index()]
    }

    pub fn retired(&self, family: Id<Family>) -> &[Id<Role>] {
        &self.retired[family.index()]
    }

    /// The rung below on the same track of the same family.
    pub fn below(&self, role: Id<Role>) -> Option<Id<Role>> {
        self.below[role.index()]
    }

    /// The rung above on the same track of the same family.
    pub fn above(&self, role: Id<Role>) -> Option<Id<Role>> {
        self.above[role.index()]
    }

    /// Where the role stands in the order of all ladders.
    pub fn position(&self, role: Id<Role>) -> usize {
        self.position[role.index()]
    }

    pub fn expecting(&self, competency: Id<Competency>) -> &[Id<Role>] {
        &self.expecting[competency.index()]
    }

    /// Every role of the same family and rank, itself too, on any track. A role that is no more has
    /// none.
    pub fn peers(&self, handbook: &Handbook, role: Id<Role>) -> &[Id<Role>] {
        let rank = handbook.rank(role).filter(|_| !is_retired(handbook, role));
        let found = rank.and_then(|rank| self.peers.get(&(handbook.roles[role].family, rank)));
        found.map_or(&[], Vec::as_slice)
    }

    /// Every role with the rung below it, as (lower, upper).
    pub fn steps(&self) -> impl Iterator<Item = (Id<Role>, Id<Role>)> {
        let ranked = self.ranked.iter().flatten();
        ranked.filter_map(|upper| Some((self.below(*upper)?, *upper)))
    }

    /// The two nearest rungs of each role, on the track of its level.
    fn note_neighbours(&mut self, handbook: &Handbook) {
        let rank = |it: &Id<Role>| handbook.rank(*it);
        for ranked in &self.ranked {
            for ladder in by_track(handbook, ranked).values() {
                let rungs: Vec<&[Id<Role>]> = ladder.chunk_by(|a, b| rank(a) == rank(b)).collect();
                for pair in rungs.windows(2) {
                    let [lower, upper] = pair else { continue };
                    upper.iter().for_each(|it| self.below[it.index()] = lower.last().copied());
                    lower.iter().for_each(|it| self.above[it.index()] = upper.first().copied());
                }
            }
        }
    }

    fn note_order(&mut self, handbook: &Handbook) {
        let families = self.ranked.iter().zip(&self.outside).zip(&self.retired);
        let roles = families
            .flat_map(|((ranked, outside), retired)| ranked.iter().chain(outside).chain(retired));
        for (position, role) in roles.enumerate() {
            self.position[role.index()] = position;
            if is_retired(handbook, *role) {
                continue;
            }
            for it in &handbook.roles[*role].expectations {
                self.expecting[it.competency.index()].push(*role);
            }
        }
    }
}

fn is_retired(handbook: &Handbook, role: Id<Role>) -> bool {
    handbook.roles[role].status == Status::Retired
}

/// The track a role stands on: that of its level, where it has one.
pub fn track(handbook: &Handbook, role: Id<Role>) -> Option<Id<Track>> {
    let role = &handbook.roles[role];
    role.level.map(|it| handbook.levels[it].track).or(role.track)
}

/// Roles by their track; their order stays.
pub fn by_track(handbook: &Handbook, roles: &[Id<Role>]) -> BTreeMap<Id<Track>, Vec<Id<Role>>> {
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for role in roles {
        if let Some(track) = track(handbook, *role) {
            found.entry(track).or_default().push(*role);
        }
    }
    found
}

/// By family: the roles that have a level and hold, by rank and then by the order of tracks.
fn ranked(handbook: &Handbook) -> Vec<Vec<Id<Role>>> {
    let mut found = vec![Vec::new(); handbook.families.len()];
    for (id, role) in handbook.roles.iter().filter(|(_, it)| it.status != Status::Retired) {
        let Some(level) = role.level.map(|it| &handbook.levels[it]) else { continue };
        found[role.family.index()].push((level.rank, level.track, role.title.as_str(), id));
    }
    let sorted = |mut roles: Vec<(usize, Id<Track>, &str, Id<Role>)>| {
        roles.sort_unstable();
        roles.into_iter().map(|(.., id)| id).collect()
    };
    found.into_iter().map(sorted).collect()
}

fn peers(
    handbook: &Handbook,
    ranked: &[Vec<Id<Role>>],
) -> BTreeMap<(Id<Family>, usize), Vec<Id<Role>>> {
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for role in ranked.iter().flatten() {
        if let Some(rank) = handbook.rank(*role) {
            found.entry((handbook.roles[*role].family, rank)).or_default().push(*role);
        }
    }
    found
}
