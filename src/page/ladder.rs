//! The career-ladder comparison table: roles by rank, competencies by area, scope facts first.

use super::view::{Link, Mark, StatementView, StepView};
use serde::Serialize;

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
    /// What the step asks for, then what the role adds.
    pub statements: Vec<StatementView>,
}
