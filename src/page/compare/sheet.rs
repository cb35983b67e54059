//! A comparison as data: what the page says, without its look. In: a difference. Out: plain text in
//! fields, for machines, spreadsheets and the terminal. Ids are the anchors of the roles' pages.

use super::changes::in_order;
use super::relation::relation;
use crate::handbook::model::{Difference, Id, Proficiency, Role, SectionChange, Statement};
use crate::page::address::Address;
use crate::page::context::Context;
use crate::page::prose::Typesetter;
use crate::page::view::Mark;
use serde::Serialize;

/// What changes from one role to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    pub from: RoleName,
    pub to: RoleName,
    /// `the next rung on the management track`; empty when there is no short word for it.
    pub relation: String,
    pub facts: Vec<ValueLine>,
    /// New, raised, lowered, dropped, then the same.
    pub competencies: Vec<ValueLine>,
    pub sections: Vec<SectionLines>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoleName {
    pub id: String,
    pub title: String,
    /// Empty outside the ladder.
    pub level: String,
}

/// A scope fact or a competency; the values are words, or the names of steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ValueLine {
    pub id: String,
    pub title: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub change: Mark,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SectionLines {
    pub id: String,
    pub title: String,
    pub added: Vec<StatementLine>,
    pub reworded: Vec<RewordedLines>,
    pub dropped: Vec<StatementLine>,
    pub kept: Vec<StatementLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RewordedLines {
    pub from: Vec<StatementLine>,
    pub to: Vec<StatementLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatementLine {
    pub id: String,
    pub text: String,
    /// The id of the role that says so, which is another than the one compared when inherited.
    pub stated_by: Option<String>,
}

impl RoleName {
    /// `Engineering Manager (M1)`
    pub fn in_full(&self) -> String {
        match self.level.as_str() {
            "" => self.title.clone(),
            level => format!("{} ({level})", self.title),
        }
    }
}

pub(super) fn sheet(
    context: &Context<'_>,
    (from, to): (Id<Role>, Id<Role>),
    difference: &Difference<'_>,
) -> Sheet {
    let steps = in_order(context, &difference.steps);
    let step = |it: Option<Proficiency>| it.map(|it| context.step(it).name);
    let competencies = steps.into_iter().map(|it| {
        let competency = &context.handbook.competencies[it.competency];
        ValueLine {
            id: competency.slug.clone(),
            title: competency.title.clone(),
            from: step(it.from),
            to: step(it.to),
            change: it.shift().into(),
        }
    });
    let facts = difference.facts.iter().filter_map(|it| {
        let fact = it.to.or(it.from)?;
        let [from, to] = [it.from, it.to].map(|it| it.map(|it| it.value.clone()));
        let change = Mark::of_values(from.as_deref(), to.as_deref());
        Some(ValueLine { id: fact.key.clone(), title: fact.title.clone(), from, to, change })
    });
    Sheet {
        from: name(context, from),
        to: name(context, to),
        relation: relation(context, from, to),
        facts: facts.collect(),
        competencies: competencies.collect(),
        sections: difference.sections.iter().map(|it| section(context, it)).collect(),
    }
}

pub(super) fn name(context: &Context<'_>, id: Id<Role>) -> RoleName {
    let role = context.role(id);
    let level = context.level(id).to_owned();
    RoleName { id: role.slug.clone(), title: role.title.clone(), level }
}

fn section(context: &Context<'_>, change: &SectionChange<'_>) -> SectionLines {
    // Words are the same on every page.
    let typesetter = Typesetter::new(context, &Address::comparisons());
    let line = |it: &&Statement| StatementLine {
        id: it.id.clone(),
        text: typesetter.plain(it),
        stated_by: it.stated_by.map(|it| context.role(it).slug.clone()),
    };
    let lines = |all: &[&Statement]| all.iter().map(line).collect();
    let reworded = change.reworded.iter();
    SectionLines {
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
