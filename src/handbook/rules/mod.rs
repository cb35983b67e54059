//! Stage 3b: what is sound but not good. One file a rule.

mod copied_statement;
mod lowered_expectation;
mod problem;
mod repeated_title;
mod skipped_rung;
mod undescribed_step;
mod unused_competency;
mod vanished_competency;

use super::model::{Handbook, Ladders};
use crate::diagnostic::Diagnostic;

/// Notes what it finds; its severity is in the table of codes.
type Rule = fn(&Handbook, &Ladders, &mut Vec<Diagnostic>);

/// Rules about what is there.
const PRESENCE: &[Rule] = &[
    copied_statement::copied_statement,
    lowered_expectation::lowered_expectation,
    repeated_title::repeated_title,
];

/// Rules about what is not there.
const ABSENCE: &[Rule] = &[
    skipped_rung::skipped_rung,
    undescribed_step::undescribed_step,
    unused_competency::unused_competency,
    vanished_competency::vanished_competency,
];

/// What the rules find. Where something could not be understood, what is missing may be just
/// that, and has been reported.
pub fn check(handbook: &Handbook, is_understood: bool) -> Vec<Diagnostic> {
    let absence = if is_understood { ABSENCE } else { &[] };
    let ladders = Ladders::new(handbook);
    let mut findings = Vec::new();
    PRESENCE.iter().chain(absence).for_each(|rule| rule(handbook, &ladders, &mut findings));
    findings
}
