//! The ladder of a family for spreadsheets and documents. In: its sheet. Out: the same roles and rows
//! in two notations.

use super::literal::literal;
use super::rows;
use crate::labels::{Labels, key};
use crate::page::{LadderCell, LadderFact, LadderRow, LadderSheet};

/// A column for each role, a row for each fact and competency.
pub(in crate::site) fn csv(ladder: &LadderSheet) -> String {
    let heads = ladder.roles.iter().map(|it| it.title.as_str());
    let mut table = vec![line(["area", "row"], heads)];
    table.push(line(["", "Level"], levels(ladder)));
    table.extend(ladder.facts.iter().map(|it| line(["Scope", &it.title], values(it))));
    let row = |it: &LadderRow| line([&it.area.title, &it.title], steps(it));
    table.extend(ladder.competencies.iter().map(row));
    rows::csv(table)
}

/// The same as one table.
pub(in crate::site) fn markdown(ladder: &LadderSheet, labels: &Labels) -> String {
    let mut text = format!("# {}\n\n", literal(&ladder.family.title));
    text += &row("", ladder.roles.iter().map(|it| it.title.as_str()));
    text += &format!("|{}\n", "---|".repeat(ladder.roles.len() + 1));
    text += &row(labels.word(key::LEVEL), levels(ladder));
    text.extend(ladder.facts.iter().map(|it| row(&it.title, values(it))));
    text.extend(ladder.competencies.iter().map(|it| row(&it.title, steps(it))));
    text
}

fn levels(ladder: &LadderSheet) -> impl Iterator<Item = &str> {
    ladder.roles.iter().map(|it| it.level.as_str())
}

fn values(fact: &LadderFact) -> impl Iterator<Item = &str> {
    fact.cells.iter().map(|it| it.value.as_str())
}

fn steps(row: &LadderRow) -> impl Iterator<Item = &str> {
    row.cells.iter().map(|it: &LadderCell| it.step.as_ref().map_or("", |it| it.title.as_str()))
}

fn line<'a>(first: [&'a str; 2], cells: impl Iterator<Item = &'a str>) -> Vec<String> {
    first.into_iter().chain(cells).map(str::to_owned).collect()
}

fn row<'a>(first: &'a str, cells: impl Iterator<Item = &'a str>) -> String {
    let cells: Vec<String> = [first].into_iter().chain(cells).map(literal).collect();
    format!("| {} |\n", cells.join(" | "))
}
