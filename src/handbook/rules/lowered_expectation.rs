//! A rung should not ask for less than the rung below it.

use super::problem;
use crate::diagnostic::Diagnostic;
use crate::handbook::model::{Handbook, Ladders, Shift, difference};

pub(super) fn lowered_expectation(
    handbook: &Handbook,
    ladders: &Ladders,
    findings: &mut Vec<Diagnostic>,
) {
    for (lower, upper) in ladders.steps() {
        let steps = difference(handbook, lower, upper).steps;
        for change in steps.iter().filter(|it| it.shift() == Shift::Lowered) {
            findings.push(problem::lowered(handbook, (lower, upper), change));
        }
    }
}
