//! What a rung expects should still be expected on the rung above.

use super::problem;
use crate::diagnostic::Diagnostic;
use crate::handbook::model::{Handbook, Ladders, Shift, steps};

pub(super) fn vanished_competency(
    handbook: &Handbook,
    ladders: &Ladders,
    findings: &mut Vec<Diagnostic>,
) {
    // A role that lists nothing yet is not one that dropped everything.
    let lists_some = |id| !handbook.roles[id].expectations.is_empty();
    for (lower, upper) in ladders.steps().filter(|(_, upper)| lists_some(*upper)) {
        let steps = steps(&handbook.roles[lower], &handbook.roles[upper]);
        for change in steps.filter(|it| it.shift() == Shift::Dropped) {
            findings.push(problem::vanished(handbook, (lower, upper), &change));
        }
    }
}
