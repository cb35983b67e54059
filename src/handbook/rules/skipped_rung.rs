//! A ladder whose rungs are numbered should not leave one out between two that it has.

use super::problem;
use crate::diagnostic::Diagnostic;
use crate::handbook::model::{Handbook, Ladders};
use std::collections::BTreeSet;

pub(super) fn skipped_rung(handbook: &Handbook, ladders: &Ladders, findings: &mut Vec<Diagnostic>) {
    let taken: BTreeSet<_> = handbook.roles.iter().filter_map(|(_, it)| it.level).collect();
    for (lower, upper) in ladders.steps() {
        let (Some(from), Some(to)) = (handbook.rank(lower), handbook.rank(upper)) else { continue };
        let track = handbook.roles[upper].track;
        let between = |rank: usize| from < rank && rank < to;
        let skipped = handbook.levels.iter();
        let skipped = skipped.filter(|(_, it)| Some(it.track) == track && between(it.rank));
        // A rung that was retired is not one that somebody forgot.
        for (_, level) in skipped.filter(|(id, _)| !taken.contains(id)) {
            findings.push(problem::skipped(handbook, (lower, upper), level));
        }
    }
}
