//! The career-ladder comparison table: roles by rank, competencies by area, scope facts first.

use super::address::Address;
use super::areas::{AreaGroup, by_area};
use super::context::Context;
use super::ladders::track;
use super::prose::Typesetter;
use super::view::{Link, Mark, StatementView, StepView};
use crate::handbook::model::{Competency, Fact, Id, Role, Section};
use serde::Serialize;

/// A table with more statements than this only links to them: it has to stay light enough to
/// load and to scroll.
const MOST_STATEMENTS: usize = 3_000;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Ladder {
    /// Lowest rank first.
    pub columns: Vec<Column>,
    pub facts: Vec<FactRow>,
    /// One for each area that has rows.
    pub groups: Vec<Group>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Column {
    pub role: Link,
    pub level: String,
    pub track: String,
    pub track_key: String,
    /// The rung below on the same track, which marks compare with.
    pub below: Option<Link>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FactRow {
    pub title: String,
    pub key: String,
    pub cells: Vec<FactCell>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FactCell {
    pub text: String,
    pub mark: Mark,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Group {
    pub title: String,
    pub key: String,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Row {
    pub competency: Link,
    pub key: String,
    /// Whether any cell differs from the rung below it.
    pub changes: bool,
    /// One for each column.
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Cell {
    /// `<role>--<competency>`
    pub anchor: String,
    /// `None` when the role does not expect the competency.
    pub step: Option<StepView>,
    pub mark: Mark,
    pub core: bool,
    /// What the step asks for, then what the role adds. Empty throughout a very large table.
    pub statements: Vec<StatementView>,
    /// Where the step is described in full.
    pub more: Option<Address>,
}

/// A table in the making: its columns, and how its prose is set.
struct Table<'a> {
    context: &'a Context<'a>,
    typesetter: &'a Typesetter<'a>,
    roles: &'a [Id<Role>],
    shows_statements: bool,
}

/// The table of `roles`, lowest first; `None` when there are none.
pub(super) fn ladder(
    context: &Context<'_>,
    typesetter: &Typesetter<'_>,
    roles: &[Id<Role>],
) -> Option<Ladder> {
    if roles.is_empty() {
        return None;
    }
    let shows_statements = n_statements(context, roles) <= MOST_STATEMENTS;
    let table = Table { context, typesetter, roles, shows_statements };
    Some(Ladder {
        columns: roles.iter().map(|it| column(context, *it)).collect(),
        facts: fact_rows(context, roles),
        groups: table.groups(),
    })
}

fn n_statements(context: &Context<'_>, roles: &[Id<Role>]) -> usize {
    let cells = roles
        .iter()
        .flat_map(|role| context.role(*role).expectations.iter().map(|it| (*role, it.competency)));
    cells
        .map(|(role, it)| {
            sources(context, role, it).map(|it| it.statements().count()).sum::<usize>()
        })
        .sum()
}

/// What stands behind a cell: the step's own section, then the role's.
fn sources<'a>(
    context: &Context<'a>,
    role: Id<Role>,
    competency: Id<Competency>,
) -> impl Iterator<Item = &'a Section> {
    let described = &context.handbook.competencies[competency];
    let step = context.asked(role, competency).and_then(|it| described.descriptor(it));
    step.map(|it| &it.section).into_iter().chain(context.addition(role, competency))
}

fn column(context: &Context<'_>, role: Id<Role>) -> Column {
    let track = track(context.handbook, role).map(|it| &context.handbook.tracks[it]);
    Column {
        role: context.places.role(role),
        level: context.level(role).to_owned(),
        track: track.map_or(String::new(), |it| it.title.clone()),
        track_key: track.map_or(String::new(), |it| it.slug.clone()),
        below: context.ladders.below(role).map(|it| context.places.role(it)),
    }
}

fn fact_rows(context: &Context<'_>, roles: &[Id<Role>]) -> Vec<FactRow> {
    let mut kinds: Vec<&Fact> = Vec::new();
    for fact in roles.iter().flat_map(|it| &context.role(*it).scope) {
        if !kinds.iter().any(|it| it.key == fact.key) {
            kinds.push(fact);
        }
    }
    let row = |fact: &Fact| FactRow {
        title: fact.title.clone(),
        key: fact.key.clone(),
        cells: roles.iter().map(|it| fact_cell(context, *it, &fact.key)).collect(),
    };
    kinds.into_iter().map(row).collect()
}

fn fact_cell(context: &Context<'_>, role: Id<Role>, key: &str) -> FactCell {
    let value = |it: Id<Role>| context.role(it).scope_fact(key).map(|it| it.value.as_str());
    let here = value(role);
    let below = context.ladders.below(role);
    FactCell {
        text: here.unwrap_or_default().to_owned(),
        mark: below.map_or(Mark::None, |it| Mark::of_values(value(it), here)),
    }
}

impl Table<'_> {
    fn groups(&self) -> Vec<Group> {
        let handbook = self.context.handbook;
        let mut is_expected = vec![false; handbook.competencies.len()];
        for it in self.roles.iter().flat_map(|it| &self.context.role(*it).expectations) {
            is_expected[it.competency.index()] = true;
        }
        let ids = handbook.competencies.ids();
        let expected: Vec<_> = ids.filter(|it| is_expected[it.index()]).collect();
        by_area(handbook, &expected).into_iter().map(|it| self.group(&it)).collect()
    }

    fn group(&self, area: &AreaGroup<'_>) -> Group {
        Group {
            title: area.title.to_owned(),
            key: area.key.to_owned(),
            rows: area.competencies.iter().map(|it| self.row(*it)).collect(),
        }
    }

    fn row(&self, competency: Id<Competency>) -> Row {
        let cells: Vec<_> = self.roles.iter().map(|it| self.cell(*it, competency)).collect();
        Row {
            competency: self.context.places.competency(competency),
            key: self.context.handbook.competencies[competency].slug.clone(),
            changes: cells.iter().any(|it| it.mark.is_change()),
            cells,
        }
    }

    fn cell(&self, role: Id<Role>, competency: Id<Competency>) -> Cell {
        let context = self.context;
        let expectation = context.role(role).expectation(competency);
        let slug = &context.handbook.competencies[competency].slug;
        let step = expectation.map(|it| it.proficiency);
        Cell {
            anchor: format!("{}--{slug}", context.role(role).slug),
            step: step.map(|it| context.step(it)),
            mark: context.mark(role, competency),
            core: expectation.is_some_and(|it| it.core),
            statements: self.statements(role, competency),
            more: step.map(|it| context.places.step(competency, it).address),
        }
    }

    fn statements(&self, role: Id<Role>, competency: Id<Competency>) -> Vec<StatementView> {
        if !self.shows_statements {
            return Vec::new();
        }
        let sources = sources(self.context, role, competency);
        self.typesetter.speaking_of(&[role]).quoted(sources.flat_map(Section::statements))
    }
}
