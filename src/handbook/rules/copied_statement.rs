//! What the rung below already says should be inherited, not copied; nor copied with a word changed.

use super::problem::{self, Copy};
use crate::diagnostic::Diagnostic;
use crate::handbook::model::{COPIED, Handbook, Id, Ladders, Role, Statement, Words};
use rayon::prelude::{IntoParallelIterator, ParallelExtend, ParallelIterator};

/// Short items ("Java") are lists of things rather than statements, and repeat by nature.
const LEAST_WORDS: usize = 4;

pub(super) fn copied_statement(
    handbook: &Handbook,
    ladders: &Ladders,
    findings: &mut Vec<Diagnostic>,
) {
    let steps: Vec<_> = ladders.steps().collect();
    findings.par_extend(steps.into_par_iter().flat_map_iter(|step| copies(handbook, step)));
}

/// What the upper rung of a step copies from the lower.
fn copies(handbook: &Handbook, (lower, upper): (Id<Role>, Id<Role>)) -> Vec<Diagnostic> {
    let below = &handbook.roles[lower];
    let is_inherited = handbook.roles[upper].extends == Some(lower);
    let said: Vec<_> = below.body.statements().map(|it| (it, Words::of(&it.text))).collect();
    let copy = |statement| {
        let first = original(statement, &said)?;
        let is_exact = first.text == statement.text;
        Some(problem::copied(&Copy { statement, first, below, is_inherited, is_exact }))
    };
    own(handbook, upper).filter_map(copy).collect()
}

/// The sentences that a role states itself.
fn own(handbook: &Handbook, role: Id<Role>) -> impl Iterator<Item = &Statement> {
    let own = handbook.roles[role].body.statements();
    own.filter(move |it| it.stated_by == Some(role) && is_sentence(it))
}

/// What a statement was copied from: the same words, or else nearly the same.
fn original<'a>(statement: &Statement, said: &[(&'a Statement, Words)]) -> Option<&'a Statement> {
    let exact = said.iter().find(|(it, _)| it.text == statement.text);
    let words = Words::of(&statement.text);
    let is_near = |it: &Words| words.similarity(it, COPIED).is_some();
    let near = || said.iter().find(|(it, others)| is_sentence(it) && is_near(others));
    exact.or_else(near).map(|(it, _)| *it)
}

fn is_sentence(statement: &Statement) -> bool {
    statement.text.split_whitespace().count() >= LEAST_WORDS
}
