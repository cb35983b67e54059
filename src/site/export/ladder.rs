//! The ladder of a family for programs, spreadsheets and documents. In: the table of its page. Out:
//! the same roles and rows in three notations.

use super::literal::literal;
use super::rows;
use crate::page::{Cell, FactRow, Ladder, Row};
use serde_json::{Value, json};

/// `roles`, and `facts` and `competencies` with a cell for each role. Ids are those of addresses;
/// a cell's `anchor` is its place on the page.
pub(in crate::site) fn json(ladder: &Ladder) -> String {
    let roles: Vec<Value> = ladder
        .columns
        .iter()
        .map(|it| json!({ "id": it.key, "title": it.role.text, "level": it.level, "track": it.track_key }))
        .collect();
    let fact = |it: &FactRow| {
        let cells: Vec<_> =
            it.cells.iter().map(|it| json!({ "text": it.text, "change": it.mark })).collect();
        json!({ "id": it.key, "title": it.title, "cells": cells })
    };
    let facts: Vec<Value> = ladder.facts.iter().map(fact).collect();
    let groups = ladder.groups.iter();
    let competencies: Vec<Value> =
        groups.flat_map(|group| group.rows.iter().map(|it| competency(it, &group.key))).collect();
    let table = json!({ "roles": roles, "facts": facts, "competencies": competencies });
    serde_json::to_string_pretty(&table).unwrap_or_default() + "\n"
}

fn competency(row: &Row, area: &str) -> Value {
    let cell = |it: &Cell| {
        let step = it.step.as_ref().map(|it| it.key.as_str());
        json!({ "anchor": it.anchor, "step": step, "change": it.mark, "core": it.core })
    };
    let cells: Vec<Value> = row.cells.iter().map(cell).collect();
    json!({ "id": row.key, "title": row.competency.text, "area": area, "cells": cells })
}

/// A column for each role, a row for each fact and competency.
pub(in crate::site) fn csv(ladder: &Ladder) -> String {
    let heads = ladder.columns.iter().map(|it| it.role.text.as_str());
    let mut table = vec![line(["area", "row"], heads)];
    let levels = ladder.columns.iter().map(|it| it.level.as_str());
    table.push(line(["", "Level"], levels));
    for it in &ladder.facts {
        table.push(line(["Scope", &it.title], it.cells.iter().map(|it| it.text.as_str())));
    }
    for group in &ladder.groups {
        let row = |it: &Row| line([&group.title, &it.competency.text], it.cells.iter().map(step));
        table.extend(group.rows.iter().map(row));
    }
    rows::csv(table)
}

/// The same as one table.
pub(in crate::site) fn markdown(ladder: &Ladder, title: &str) -> String {
    let row = |first: &str, cells: Vec<&str>| {
        let cells: Vec<String> = [first].into_iter().chain(cells).map(literal).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut text = format!("# {}\n\n", literal(title));
    text += &row("", ladder.columns.iter().map(|it| it.role.text.as_str()).collect());
    text += &format!("|{}\n", "---|".repeat(ladder.columns.len() + 1));
    text += &row("Level", ladder.columns.iter().map(|it| it.level.as_str()).collect());
    for it in &ladder.facts {
        text += &row(&it.title, it.cells.iter().map(|it| it.text.as_str()).collect());
    }
    for it in ladder.groups.iter().flat_map(|it| &it.rows) {
        text += &row(&it.competency.text, it.cells.iter().map(step).collect());
    }
    text
}

fn line<'a>(first: [&'a str; 2], cells: impl Iterator<Item = &'a str>) -> Vec<String> {
    first.into_iter().chain(cells).map(str::to_owned).collect()
}

fn step(cell: &Cell) -> &str {
    cell.step.as_ref().map_or("", |it| it.name.as_str())
}
