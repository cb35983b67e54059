//! Stage 3b: what is sound but not good. One file a rule.

mod copied_statement;
mod lowered_expectation;
mod problem;
mod repeated_title;
mod skipped_rung;
mod undescribed_step;
mod unfinished_text;
mod unused_competency;
mod vanished_competency;

use super::model::Handbook;
use crate::diagnostic::Diagnostic;

/// Notes what it finds; its severity is in the table of codes.
type Rule = fn(&Handbook, &mut Vec<Diagnostic>);

const RULES: &[Rule] = &[
    copied_statement::copied_statement,
    lowered_expectation::lowered_expectation,
    repeated_title::repeated_title,
    skipped_rung::skipped_rung,
    undescribed_step::undescribed_step,
    unfinished_text::unfinished_text,
    unused_competency::unused_competency,
    vanished_competency::vanished_competency,
];

/// What every rule finds.
pub fn check(handbook: &Handbook) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    RULES.iter().for_each(|rule| rule(handbook, &mut findings));
    findings
}
