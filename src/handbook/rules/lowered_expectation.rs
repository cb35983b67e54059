//! A rung should not ask for less than the rung below it.

use super::problem;
use crate::diagnostic::Diagnostic;
use crate::handbook::model::{Handbook, Ladders, Shift, steps};

pub(super) fn lowered_expectation(
    handbook: &Handbook,
    ladders: &Ladders,
    findings: &mut Vec<Diagnostic>,
) {
    for (lower, upper) in ladders.steps() {
        let steps = steps(&handbook.roles[lower], &handbook.roles[upper]);
        for change in steps.filter(|it| it.shift() == Shift::Lowered) {
            findings.push(problem::lowered(handbook, (lower, upper), &change));
        }
    }
}
