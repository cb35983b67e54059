//! A competency should be expected by some role.

use super::problem;
use crate::diagnostic::Diagnostic;
use crate::handbook::model::{Handbook, Ladders};
use std::collections::BTreeSet;

pub(super) fn unused_competency(handbook: &Handbook, _: &Ladders, findings: &mut Vec<Diagnostic>) {
    let expected = handbook.roles.iter().flat_map(|(_, it)| &it.expectations);
    let expected: BTreeSet<_> = expected.map(|it| it.competency).collect();
    for (id, competency) in handbook.competencies.iter() {
        if !expected.contains(&id) {
            findings.push(problem::unused(competency));
        }
    }
}
