//! What the rung below already says should be inherited, not copied; nor copied with a word changed.

use super::problem::{self, Copy};
use crate::diagnostic::Diagnostic;
use crate::handbook::model::{COPIED, Handbook, Id, Ladders, MOST_PAIRS, Role, Statement, Words};
use rayon::prelude::{IntoParallelIterator, ParallelExtend, ParallelIterator};
use std::collections::BTreeMap;

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
    let said: Vec<_> = below.body.statements().map(Said::of).collect();
    let exact: BTreeMap<&str, &Statement> =
        said.iter().rev().map(|it| (it.statement.text.as_str(), it.statement)).collect();
    let is_short = said.len().saturating_mul(own(handbook, upper).count()) <= MOST_PAIRS;
    let copy = |it: Said<'_>| {
        let statement = it.statement;
        let near = || it.near(&said).filter(|_| is_short);
        let first = exact.get(statement.text.as_str()).copied().or_else(near)?;
        let is_exact = first.text == statement.text;
        Some(problem::copied(&Copy { statement, first, below, is_inherited, is_exact }))
    };
    own(handbook, upper).filter_map(copy).collect()
}

/// The sentences that a role states itself.
fn own(handbook: &Handbook, role: Id<Role>) -> impl Iterator<Item = Said<'_>> {
    let own = handbook.roles[role].body.statements();
    own.filter(move |it| it.stated_by == Some(role)).map(Said::of).filter(Said::is_sentence)
}

/// A statement and its words, which are held against those of many others.
struct Said<'a> {
    statement: &'a Statement,
    words: Words,
}

impl<'a> Said<'a> {
    fn of(statement: &'a Statement) -> Said<'a> {
        Said { statement, words: Words::of(&statement.text) }
    }

    fn is_sentence(&self) -> bool {
        self.words.n() >= LEAST_WORDS
    }

    /// What says nearly the same.
    fn near(&self, said: &[Said<'a>]) -> Option<&'a Statement> {
        let is_near =
            |it: &&Said<'_>| it.is_sentence() && self.words.similarity(&it.words, COPIED).is_some();
        said.iter().find(is_near).map(|it| it.statement)
    }
}
