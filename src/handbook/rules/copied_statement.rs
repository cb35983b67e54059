//! What the rung below already says should be inherited, not copied.

use super::problem;
use crate::diagnostic::Diagnostic;
use crate::handbook::model::{Handbook, Ladders, Statement};
use std::collections::BTreeMap;

/// Short items ("Java") are lists of things rather than statements, and repeat by nature.
const LEAST_WORDS: usize = 4;

pub(super) fn copied_statement(
    handbook: &Handbook,
    ladders: &Ladders,
    findings: &mut Vec<Diagnostic>,
) {
    for (lower, upper) in ladders.steps() {
        let below = &handbook.roles[lower];
        let said: BTreeMap<&str, &Statement> =
            below.body.statements().map(|it| (it.text.as_str(), it)).collect();
        let is_inherited = handbook.roles[upper].extends == Some(lower);
        let own = handbook.roles[upper].body.statements();
        for statement in own.filter(|it| it.stated_by == Some(upper) && is_sentence(it)) {
            if let Some(first) = said.get(statement.text.as_str()) {
                findings.push(problem::copied(statement, first, (below, is_inherited)));
            }
        }
    }
}

fn is_sentence(statement: &Statement) -> bool {
    statement.text.split_whitespace().count() >= LEAST_WORDS
}
