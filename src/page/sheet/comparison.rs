//! A comparison as data. In: a difference. Out: every line of it, with what became of it.

use super::body::{StatementLine, Transcriber};
use super::name::{RoleName, StepName, role_name, step_name};
use crate::handbook::model::{
    Difference, FactChange, Id, Role, SectionChange, Statement, StepChange, difference,
};
use crate::page::compare::{in_order, relation};
use crate::page::context::Context;
use crate::page::view::Mark;
use schemars::JsonSchema;
use serde::Serialize;

/// What changes from one role to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ComparisonSheet {
    pub from: RoleName,
    pub to: RoleName,
    /// `the next rung on the management track`; empty when there is no short word for it.
    pub relation: String,
    pub facts: Vec<FactChangeLine>,
    /// New, raised, lowered, dropped, then the same.
    pub competencies: Vec<StepChangeLine>,
    /// The sections that ask something of a person.
    pub sections: Vec<ChangedSectionSheet>,
}

/// A scope fact; none where a role does not state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactChangeLine {
    pub id: String,
    pub title: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub change: Mark,
}

/// A competency; none where a role does not expect it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StepChangeLine {
    pub id: String,
    pub title: String,
    pub from: Option<StepName>,
    pub to: Option<StepName>,
    pub change: Mark,
}

/// The statements of one section of both roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangedSectionSheet {
    /// The handbook's name of the section: `responsibilities`.
    pub id: String,
    pub title: String,
    pub added: Vec<StatementLine>,
    pub reworded: Vec<RewordedLines>,
    pub dropped: Vec<StatementLine>,
    pub kept: Vec<StatementLine>,
}

/// Statements of the second role, and those of the first in whose place they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RewordedLines {
    pub from: Vec<StatementLine>,
    pub to: Vec<StatementLine>,
}

/// What changes from one role to another, as data.
pub(in crate::page) fn comparison(
    context: &Context<'_>,
    from: Id<Role>,
    to: Id<Role>,
) -> ComparisonSheet {
    of_difference(context, (from, to), &difference(context.handbook, from, to))
}

/// The same, where the difference is known already.
pub(in crate::page) fn of_difference(
    context: &Context<'_>,
    (from, to): (Id<Role>, Id<Role>),
    difference: &Difference<'_>,
) -> ComparisonSheet {
    let steps = in_order(context, &difference.steps);
    ComparisonSheet {
        from: role_name(context, from),
        to: role_name(context, to),
        relation: relation(context, from, to),
        facts: difference.facts.iter().filter_map(fact).collect(),
        competencies: steps.into_iter().map(|it| step(context, it)).collect(),
        sections: difference.sections.iter().map(|it| section(context, it)).collect(),
    }
}

fn fact(change: &FactChange<'_>) -> Option<FactChangeLine> {
    let fact = change.to.or(change.from)?;
    let [from, to] = [change.from, change.to].map(|it| it.map(|it| it.value.clone()));
    let change = Mark::of_values(from.as_deref(), to.as_deref());
    Some(FactChangeLine { id: fact.key.clone(), title: fact.title.clone(), from, to, change })
}

fn step(context: &Context<'_>, change: StepChange) -> StepChangeLine {
    let competency = &context.handbook.competencies[change.competency];
    let [from, to] = [change.from, change.to].map(|it| it.map(|it| step_name(context, it)));
    StepChangeLine {
        id: competency.slug.clone(),
        title: competency.title.clone(),
        from,
        to,
        change: change.shift().into(),
    }
}

fn section(context: &Context<'_>, change: &SectionChange<'_>) -> ChangedSectionSheet {
    let transcriber = Transcriber::new(context);
    let lines = |all: &[&Statement]| transcriber.statements(all.iter().copied());
    let reworded = change.reworded.iter();
    ChangedSectionSheet {
        id: change.key.clone(),
        title: context.handbook.section_titles.get(&change.key).unwrap_or(&change.key).clone(),
        added: lines(&change.added),
        reworded: reworded
            .map(|it| RewordedLines { from: lines(&it.from), to: lines(&it.to) })
            .collect(),
        dropped: lines(&change.dropped),
        kept: lines(&change.kept),
    }
}
