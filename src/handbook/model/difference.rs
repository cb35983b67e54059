//! What one role asks beyond another: a pure and total function.

use super::Handbook;
use super::arena::Id;
use super::competency::Competency;
use super::role::{Fact, Role};
use super::scale::Proficiency;
use super::text::{Section, Statement, Topic};

/// Everything that differs on the way from one role to another, and what stays.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference<'a> {
    pub facts: Vec<FactChange<'a>>,
    pub steps: Vec<StepChange>,
    /// The recognised sections that hold statements, in the order of the second role.
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
    pub dropped: Vec<&'a Statement>,
    pub kept: Vec<&'a Statement>,
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
}

/// What changes from `from` to `to`.
pub fn difference(handbook: &Handbook, from: Id<Role>, to: Id<Role>) -> Difference<'_> {
    let (from, to) = (&handbook.roles[from], &handbook.roles[to]);
    Difference { facts: facts(from, to), steps: steps(from, to), sections: sections(from, to) }
}

fn facts<'a>(from: &'a Role, to: &'a Role) -> Vec<FactChange<'a>> {
    let kept =
        to.scope.iter().map(|it| FactChange { from: from.scope_fact(&it.key), to: Some(it) });
    let gone = from.scope.iter().filter(|it| to.scope_fact(&it.key).is_none());
    kept.chain(gone.map(|it| FactChange { from: Some(it), to: None })).collect()
}

fn steps(from: &Role, to: &Role) -> Vec<StepChange> {
    let asked = |role: &Role, competency| role.expectation(competency).map(|it| it.proficiency);
    let kept = to.expectations.iter().map(|it| it.competency);
    let gone = from.expectations.iter().map(|it| it.competency);
    let gone = gone.filter(|it| to.expectation(*it).is_none());
    kept.chain(gone)
        .map(|it| StepChange { competency: it, from: asked(from, it), to: asked(to, it) })
        .collect()
}

fn sections<'a>(from: &'a Role, to: &'a Role) -> Vec<SectionChange<'a>> {
    let upper = to
        .body
        .sections
        .iter()
        .filter_map(|it| Some((key(it)?, from.body.known(key(it)?), Some(it))));
    let gone = from.body.sections.iter().filter_map(|it| Some((key(it)?, Some(it), None)));
    let gone = gone.filter(|(key, ..)| to.body.known(key).is_none());
    upper
        .chain(gone)
        .map(|(key, from, to)| section(key, from, to))
        .filter(|it| !(it.added.is_empty() && it.dropped.is_empty() && it.kept.is_empty()))
        .collect()
}

fn key(section: &Section) -> Option<&str> {
    match &section.topic {
        Topic::Known(key) => Some(key),
        Topic::Competency(_) | Topic::Free => None,
    }
}

fn section<'a>(key: &str, from: Option<&'a Section>, to: Option<&'a Section>) -> SectionChange<'a> {
    let before: Vec<_> = from.into_iter().flat_map(Section::statements).collect();
    let after: Vec<_> = to.into_iter().flat_map(Section::statements).collect();
    let stands_in =
        |it: &Statement, others: &[&Statement]| others.iter().any(|other| is_same(it, other));
    let (kept, added) = after.iter().copied().partition(|it| stands_in(it, &before));
    let dropped = before.iter().copied().filter(|it| !stands_in(it, &after)).collect();
    SectionChange { key: key.to_owned(), added, dropped, kept }
}

/// One statement in two roles: inherited (it stands at one place), or said in the same words.
fn is_same(one: &Statement, other: &Statement) -> bool {
    one.span == other.span || one.text == other.text
}
