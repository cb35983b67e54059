//! The comparison table of a family as data. In: the table of its page. Out: the same roles and rows.

use super::name::{Named, StepName};
use crate::page::ladder::{Cell, Column, FactCell, FactRow, Group, Ladder, Row};
use crate::page::view::{Mark, StepView};
use schemars::JsonSchema;
use serde::Serialize;

/// Roles by rank, what each expects of each competency, and their scope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LadderSheet {
    pub family: Named,
    /// Lowest rank first; each row that follows has a cell for each.
    pub roles: Vec<LadderColumn>,
    pub facts: Vec<LadderFact>,
    /// In the order of areas.
    pub competencies: Vec<LadderRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LadderColumn {
    pub id: String,
    pub title: String,
    /// The title of its level.
    pub level: String,
    pub track: Option<Named>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LadderFact {
    pub id: String,
    pub title: String,
    pub cells: Vec<LadderFactCell>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LadderFactCell {
    /// Empty where the role does not state it.
    pub value: String,
    /// Against the rung below on the same track.
    pub change: Mark,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LadderRow {
    pub id: String,
    pub title: String,
    pub area: Named,
    pub cells: Vec<LadderCell>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LadderCell {
    /// Its place on the page: `<role>--<competency>`.
    pub id: String,
    /// None where the role does not expect the competency.
    pub step: Option<StepName>,
    /// Against the rung below on the same track.
    pub change: Mark,
    pub core: bool,
}

pub(in crate::page) fn ladder(family: Named, ladder: &Ladder) -> LadderSheet {
    LadderSheet {
        family,
        roles: ladder.columns.iter().map(column).collect(),
        facts: ladder.facts.iter().map(fact).collect(),
        competencies: ladder.groups.iter().flat_map(rows).collect(),
    }
}

fn column(column: &Column) -> LadderColumn {
    let track = Named::new(&column.track_key, &column.track);
    LadderColumn {
        id: column.key.clone(),
        title: column.role.text.clone(),
        level: column.level.clone(),
        track: (!track.id.is_empty()).then_some(track),
    }
}

fn fact(row: &FactRow) -> LadderFact {
    let cell = |it: &FactCell| LadderFactCell { value: it.text.clone(), change: it.mark };
    LadderFact {
        id: row.key.clone(),
        title: row.title.clone(),
        cells: row.cells.iter().map(cell).collect(),
    }
}

fn rows(group: &Group) -> impl Iterator<Item = LadderRow> {
    group.rows.iter().map(|row: &Row| LadderRow {
        id: row.key.clone(),
        title: row.competency.text.clone(),
        area: Named::new(&group.key, &group.title),
        cells: row.cells.iter().map(cell).collect(),
    })
}

fn cell(cell: &Cell) -> LadderCell {
    let step =
        |it: &StepView| StepName { id: it.key.clone(), title: it.name.clone(), number: it.number };
    LadderCell {
        id: cell.anchor.clone(),
        step: cell.step.as_ref().map(step),
        change: cell.mark,
        core: cell.core,
    }
}
