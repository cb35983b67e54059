//! What several roles have in common is told once: at the role that says it, or at the first of them
//! where that one is not among them.

use super::line::{ExpectationChange, StatementChange, StatementFate, ValueChange};
use crate::page::sheet::name::RoleName;
use std::collections::BTreeMap;

/// A line, and the roles that say or said so, by the ids they have now: before, and now.
pub(super) struct Said<T> {
    pub(super) by: [Option<String>; 2],
    pub(super) line: T,
}

/// A line that heirs may share.
pub(super) trait Line {
    /// Equal for lines that tell the same.
    fn key(&self) -> String;
    fn share(&mut self, with: Vec<RoleName>);
}

/// The lines of each role, without those that are told at another. `all` is in the order of ladders.
pub(super) fn once<T: Line>(all: Vec<(RoleName, Vec<Said<T>>)>) -> Vec<Vec<T>> {
    let mut sharing: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, (_, lines)) in all.iter().enumerate() {
        for it in lines {
            let roles = sharing.entry((it.by.clone(), it.line.key())).or_default();
            if roles.last() != Some(&at) {
                roles.push(at);
            }
        }
    }
    let names: Vec<RoleName> = all.iter().map(|(name, _)| name.clone()).collect();
    let teller = |by: &[Option<String>; 2], roles: &[usize]| {
        let [before, now] = by;
        let mut sayers = [now, before].into_iter().flatten();
        let said = sayers.find_map(|id| roles.iter().find(|at| names[**at].id == *id));
        said.or(roles.first()).copied()
    };
    let told = |(at, (_, lines)): (usize, (RoleName, Vec<Said<T>>))| {
        let own = lines.into_iter().filter_map(|Said { by, mut line }| {
            let roles = sharing.get(&(by.clone(), line.key()))?;
            if teller(&by, roles) != Some(at) {
                return None;
            }
            let others = roles.iter().filter(|it| **it != at);
            line.share(others.map(|it| names[*it].clone()).collect());
            Some(line)
        });
        own.collect()
    };
    all.into_iter().enumerate().map(told).collect()
}

impl Line for ValueChange {
    fn key(&self) -> String {
        format!("{:?}", (&self.id, &self.from, &self.to))
    }

    fn share(&mut self, with: Vec<RoleName>) {
        self.also_for = with;
    }
}

impl Line for ExpectationChange {
    fn key(&self) -> String {
        let step = [&self.from, &self.to].map(|it| it.as_ref().map(|it| &it.id));
        format!("{:?}", (&self.id, step, self.was_core, self.is_core))
    }

    fn share(&mut self, with: Vec<RoleName>) {
        self.also_for = with;
    }
}

impl Line for StatementChange {
    fn key(&self) -> String {
        let place = (self.change == StatementFate::Moved).then_some(&self.section_before);
        format!("{:?}", (&self.section, place, &self.from, &self.to))
    }

    fn share(&mut self, with: Vec<RoleName>) {
        self.also_for = with;
    }
}
