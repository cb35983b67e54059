//! Stage 3b: what is sound but not good. One file a rule.

mod copied_statement;
mod lowered_expectation;
mod overdue_review;
mod problem;
mod repeated_title;
mod skipped_rung;
mod undescribed_step;
mod unused_competency;
mod vacancy;
mod vanished_competency;

use super::model::{Handbook, Ladders};
use crate::diagnostic::code::{self, Code};
use crate::diagnostic::{Diagnostic, Severity};
use rayon::prelude::{IntoParallelIterator, ParallelIterator};

/// Notes what it finds; its severity is in the table of codes.
type Rule = fn(&Handbook, &Ladders, &mut Vec<Diagnostic>);

/// The same, on a day.
type DatedRule = fn(&Handbook, &str, &mut Vec<Diagnostic>);

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

/// Rules about what is there or not on a day.
const DATED: &[DatedRule] =
    &[overdue_review::overdue_review, vacancy::incomplete_vacancy, vacancy::closed_vacancy];

/// Errors that leave nothing out of what the rules look at.
const HARMLESS: &[Code] = &[
    code::BAD_ATTRIBUTE,
    code::BROKEN_ANCHOR,
    code::BROKEN_LINK,
    code::DUPLICATE_ANCHOR,
    code::UNKNOWN_VISIBILITY,
];

/// What the rules find on the day `today`. Where something could not be understood, which is in
/// `said`, what is missing may be just that.
pub fn check(handbook: &Handbook, said: &[Diagnostic], today: &str) -> Vec<Diagnostic> {
    let hides = |it: &&Diagnostic| it.severity == Severity::Error && !HARMLESS.contains(&it.code);
    let is_understood = said.iter().find(hides).is_none();
    let (absence, dated) = if is_understood { (ABSENCE, DATED) } else { Default::default() };
    let ladders = Ladders::new(handbook);
    let found = |rule: &Rule| {
        let mut findings = Vec::new();
        rule(handbook, &ladders, &mut findings);
        findings
    };
    let rules: Vec<&Rule> = PRESENCE.iter().chain(absence).collect();
    let mut findings: Vec<_> = rules.into_par_iter().flat_map_iter(found).collect();
    dated.iter().for_each(|rule| rule(handbook, today, &mut findings));
    findings
}
