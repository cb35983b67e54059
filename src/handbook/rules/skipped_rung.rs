//! A ladder whose rungs are numbered should not leave one out between two that it has.

use super::problem;
use crate::diagnostic::Diagnostic;
use crate::handbook::model::{Handbook, Ladders};

pub(super) fn skipped_rung(handbook: &Handbook, ladders: &Ladders, findings: &mut Vec<Diagnostic>) {
    for (lower, upper) in ladders.steps() {
        let (Some(from), Some(to)) = (handbook.rank(lower), handbook.rank(upper)) else { continue };
        let track = handbook.roles[upper].track;
        let between = |rank: usize| from < rank && rank < to;
        let skipped = handbook.levels.iter().map(|(_, it)| it);
        for level in skipped.filter(|it| Some(it.track) == track && between(it.rank)) {
            findings.push(problem::skipped(handbook, (lower, upper), level));
        }
    }
}
