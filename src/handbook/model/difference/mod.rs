//! What one role asks beyond another: a pure and total function.

mod matches;
mod statements;
mod words;

pub use statements::asks;
pub use words::{COPIED, Fate, MOST_PAIRS, REWORDED, Run, Words, runs};

use super::Handbook;
use super::arena::Id;
use super::competency::Competency;
use super::role::{Fact, Role};
use super::scale::Proficiency;
use super::text::Statement;

/// Everything that differs on the way from one role to another, and what stays.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference<'a> {
    pub facts: Vec<FactChange<'a>>,
    pub steps: Vec<StepChange>,
    /// The recognised sections that ask something, in the order of the second role.
    pub sections: Vec<SectionChange<'a>>,
}

/// A scope fact; at least one side has it.
#[derive(Clone, Debug, PartialEq)]
pub struct FactChange<'a> {
    pub from: Option<&'a Fact>,
    pub to: Option<&'a Fact>,
}

/// A competency; at least one side expects it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepChange {
    pub competency: Id<Competency>,
    pub from: Option<Proficiency>,
    pub to: Option<Proficiency>,
}

/// How an expectation moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shift {
    New,
    Raised,
    Lowered,
    Dropped,
    Same,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SectionChange<'a> {
    pub key: String,
    pub added: Vec<&'a Statement>,
    pub reworded: Vec<Rewording<'a>>,
    pub dropped: Vec<&'a Statement>,
    pub kept: Vec<&'a Statement>,
}

/// Statements of one role, and those of the other in whose place they stand: at least one each.
/// Mostly it is one for one; a statement that replaces two brings both along.
#[derive(Clone, Debug, PartialEq)]
pub struct Rewording<'a> {
    pub from: Vec<&'a Statement>,
    pub to: Vec<&'a Statement>,
}

impl StepChange {
    pub fn shift(&self) -> Shift {
        match (self.from, self.to) {
            (None, _) => Shift::New,
            (_, None) => Shift::Dropped,
            (from, to) if from < to => Shift::Raised,
            (from, to) if from > to => Shift::Lowered,
            _ => Shift::Same,
        }
    }

    /// Whether more is asked: a competency that is new, or a higher step.
    pub fn is_up(&self) -> bool {
        matches!(self.shift(), Shift::New | Shift::Raised)
    }
}

/// What changes from `from` to `to`.
pub fn difference(handbook: &Handbook, from: Id<Role>, to: Id<Role>) -> Difference<'_> {
    let (from, to) = (&handbook.roles[from], &handbook.roles[to]);
    Difference {
        facts: facts(from, to),
        steps: steps(from, to).collect(),
        sections: statements::sections(handbook, from, to),
    }
}

fn facts<'a>(from: &'a Role, to: &'a Role) -> Vec<FactChange<'a>> {
    let kept =
        to.scope.iter().map(|it| FactChange { from: from.scope_fact(&it.key), to: Some(it) });
    let gone = from.scope.iter().filter(|it| to.scope_fact(&it.key).is_none());
    kept.chain(gone.map(|it| FactChange { from: Some(it), to: None })).collect()
}

/// What becomes of each expectation, which is a small part of the whole difference.
pub fn steps(from: &Role, to: &Role) -> impl Iterator<Item = StepChange> {
    let asked = |role: &Role, competency| role.expectation(competency).map(|it| it.proficiency);
    let kept = to.expectations.iter().map(|it| it.competency);
    let gone = from.expectations.iter().map(|it| it.competency);
    let gone = gone.filter(|it| to.expectation(*it).is_none());
    kept.chain(gone).map(move |it| StepChange {
        competency: it,
        from: asked(from, it),
        to: asked(to, it),
    })
}
