//! The thread of a competency along a ladder: where it stops, and where it forks. Pure functions.

use super::Handbook;
use super::arena::Id;
use super::competency::Competency;
use super::difference::{Shift, StepChange};
use super::role::{Role, Way};
use super::scale::Proficiency;

/// A competency on one rung, and the ways on from there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadRung {
    pub role: Id<Role>,
    /// `None` where the role does not expect it.
    pub asked: Option<Proficiency>,
    pub stop: Option<Stop>,
    /// Where it goes on to besides the next rung, or instead: other tracks, and each of several
    /// roles on the next rung.
    pub forks: Vec<Fork>,
    /// The ways to other tracks on which it ends: those roles do not expect it.
    pub ends: Vec<Id<Role>>,
}

/// The next rung does not expect what this one does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The roles of the next rung: none of them expects it.
    pub at: Vec<Id<Role>>,
    /// Those of the first higher rung that does so again.
    pub again: Vec<Id<Role>>,
}

/// A role that the competency goes on to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fork {
    pub to: Id<Role>,
    pub asked: Proficiency,
    /// Against the rung that it starts from.
    pub shift: Shift,
}

/// The thread of `competency` along `roles`: those of one track of a family, lowest first, or its
/// roles outside the ladder, which follow one another in no order.
pub fn thread(
    handbook: &Handbook,
    roles: &[Id<Role>],
    competency: Id<Competency>,
) -> Vec<ThreadRung> {
    let rank = |it: &Id<Role>| handbook.rank(*it);
    let rungs: Vec<&[Id<Role>]> = roles.chunk_by(|a, b| rank(a) == rank(b)).collect();
    let at = |(index, rung): (usize, &&[Id<Role>])| {
        let along = Along { handbook, competency, ladder: roles, above: &rungs[index + 1..] };
        rung.iter().map(|it| along.rung(*it)).collect::<Vec<_>>()
    };
    rungs.iter().enumerate().flat_map(at).collect()
}

/// A rung's outlook.
struct Along<'a> {
    handbook: &'a Handbook,
    competency: Id<Competency>,
    ladder: &'a [Id<Role>],
    /// The higher rungs of the ladder, lowest first.
    above: &'a [&'a [Id<Role>]],
}

impl Along<'_> {
    fn rung(&self, role: Id<Role>) -> ThreadRung {
        let asked = self.asked(role);
        let Some(step) = asked else {
            return ThreadRung { role, asked, stop: None, forks: Vec::new(), ends: Vec::new() };
        };
        let (ways, ends) = self.ways(role).into_iter().partition(|it| self.asked(*it).is_some());
        let forks = self.forks(step, ways);
        ThreadRung { role, asked, stop: self.stop(), forks, ends }
    }

    fn asked(&self, role: Id<Role>) -> Option<Proficiency> {
        self.handbook.roles[role].expectation(self.competency).map(|it| it.proficiency)
    }

    fn expecting(&self, rung: &[Id<Role>]) -> Vec<Id<Role>> {
        rung.iter().copied().filter(|it| self.asked(*it).is_some()).collect()
    }

    /// The top of a track is no stop: nothing is above it that could expect anything.
    fn stop(&self) -> Option<Stop> {
        let (next, higher) = self.above.split_first()?;
        if !self.expecting(next).is_empty() {
            return None;
        }
        let again = higher.iter().map(|it| self.expecting(it)).find(|it| !it.is_empty());
        Some(Stop { at: next.to_vec(), again: again.unwrap_or_default() })
    }

    /// One role on the next rung is the thread itself and no way off it; several are, and so is
    /// every declared way off the ladder, but for those that lead back.
    fn ways(&self, from: Id<Role>) -> Vec<Id<Role>> {
        let next = self.above.first().map_or(Vec::new(), |it| self.expecting(it));
        let mut ways = if next.len() > 1 { next } else { Vec::new() };
        let declared = self.handbook.roles[from].transitions.iter();
        for it in declared.filter(|it| it.way != Way::StepBack) {
            if !self.is_along(from, it.to) && !ways.contains(&it.to) {
                ways.push(it.to);
            }
        }
        ways
    }

    fn forks(&self, from: Proficiency, ways: Vec<Id<Role>>) -> Vec<Fork> {
        let fork = |to| {
            let asked = self.asked(to)?;
            let (from, to_step) = (Some(from), Some(asked));
            let change = StepChange { competency: self.competency, from, to: to_step };
            Some(Fork { to, asked, shift: change.shift() })
        };
        ways.into_iter().filter_map(fork).collect()
    }

    /// Whether a way stays on the ladder. Outside of it, each role stands for itself.
    fn is_along(&self, from: Id<Role>, to: Id<Role>) -> bool {
        let is_ranked = self.handbook.rank(from).is_some();
        from == to || (is_ranked && self.ladder.contains(&to))
    }
}
