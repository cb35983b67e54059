//! The career-ladder comparison table: roles by rank, competencies by area, scope facts first.

mod cells;
mod facts;

use super::address::Address;
use super::addresses::TABLE;
use super::context::Context;
use super::prose::Typesetter;
use super::standing::note;
use super::view::{Link, Mark, StatementView, StepView};
use crate::handbook::model::{Id, Role, track};
use cells::Table;
use schemars::JsonSchema;
use serde::Serialize;

/// The comparison table of a family.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Ladder {
    /// Anchors that lead to the table unseen.
    pub former: Vec<String>,
    /// Lowest rank first.
    pub columns: Vec<Column>,
    pub facts: Vec<FactRow>,
    /// One for each area that has rows.
    pub groups: Vec<Group>,
}

/// A role, as a column of the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Column {
    pub role: Link,
    /// The role's id.
    pub key: String,
    /// `IC3`; may be empty.
    pub level: String,
    /// May be empty.
    pub track: String,
    /// The track's id.
    pub track_key: String,
    /// `draft`, `from 2027-01-01`; empty for a role that holds.
    pub note: String,
    /// The rung below on the same track, which marks compare with.
    pub below: Option<Link>,
}

/// A fact of scope, as a row of the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct FactRow {
    pub former: Vec<String>,
    pub title: String,
    /// Its anchor is `fact--<key>`.
    pub key: String,
    pub cells: Vec<FactCell>,
}

/// What one role says of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct FactCell {
    pub text: String,
    pub mark: Mark,
}

/// The competencies of one area, as rows of the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Group {
    pub title: String,
    /// The area's id.
    pub key: String,
    pub rows: Vec<Row>,
}

/// A competency, as a row of the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Row {
    pub former: Vec<String>,
    pub competency: Link,
    /// The competency's id; the anchor of the row is `row--<key>`.
    pub key: String,
    /// Whether any cell differs from the rung below it.
    pub changes: bool,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// What one role is expected of in one competency, in the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Cell {
    /// `<role>--<competency>`
    pub anchor: String,
    pub former: Vec<String>,
    /// `None` when the role does not expect the competency.
    pub step: Option<StepView>,
    pub mark: Mark,
    /// Whether the competency is at the heart of the role.
    pub core: bool,
    /// What the step asks for, then what the role adds. Empty throughout a very large table.
    pub statements: Vec<StatementView>,
    /// Where the step is described in full.
    pub more: Option<Address>,
}

/// The table of `roles`, lowest first; `None` when there are none.
pub(super) fn ladder(
    context: &Context<'_>,
    (typesetter, page): (&Typesetter<'_>, &Address),
    roles: &[Id<Role>],
) -> Option<Ladder> {
    if roles.is_empty() {
        return None;
    }
    let former = context.former(page);
    Some(Ladder {
        former: former.of(TABLE),
        columns: roles.iter().map(|it| column(context, *it)).collect(),
        facts: facts::rows(context, roles, former),
        groups: Table::new(context, typesetter, (roles, former)).groups(),
    })
}

fn column(context: &Context<'_>, role: Id<Role>) -> Column {
    let track = track(context.handbook, role).map(|it| &context.handbook.tracks[it]);
    Column {
        role: context.places.role(role),
        key: context.handbook.roles[role].slug.clone(),
        level: context.level(role).to_owned(),
        track: track.map_or(String::new(), |it| it.title.clone()),
        track_key: track.map_or(String::new(), |it| it.slug.clone()),
        note: note(context, role),
        below: context.ladders.below(role).map(|it| context.places.role(it)),
    }
}
