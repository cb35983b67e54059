//! A step that a role expects should say what it asks.

use super::problem;
use crate::diagnostic::Diagnostic;
use crate::handbook::model::{Descriptor, Expectation, Handbook, Ladders};
use std::collections::BTreeMap;

pub(super) fn undescribed_step(handbook: &Handbook, _: &Ladders, findings: &mut Vec<Diagnostic>) {
    // One finding a step, however many roles expect it, at the first that does.
    let mut first: BTreeMap<_, &Expectation> = BTreeMap::new();
    for expectation in handbook.roles.iter().flat_map(|(_, it)| &it.expectations) {
        first.entry((expectation.competency, expectation.proficiency)).or_insert(expectation);
    }
    for ((competency, proficiency), expectation) in first {
        let descriptor = handbook.competencies[competency].descriptor(proficiency);
        if !descriptor.is_some_and(says_something) {
            findings.push(problem::undescribed(handbook, expectation));
        }
    }
}

fn says_something(descriptor: &Descriptor) -> bool {
    !descriptor.section.blocks.is_empty() || !descriptor.section.sections.is_empty()
}
