//! A comparison as a table for spreadsheets.

use super::{texts, word};
use crate::page::{Sheet, StatementLine, ValueLine};
use crate::site::export::rows;

/// A row for each line: `section,id,change,from,to`.
pub fn csv(sheet: &Sheet) -> String {
    let mut rows = vec![["section", "id", "change", "from", "to"].map(str::to_owned)];
    rows.extend(sheet.facts.iter().map(|it| value("scope", it)));
    rows.extend(sheet.competencies.iter().map(|it| value("competency", it)));
    for section in &sheet.sections {
        let row = |it: &StatementLine, change: &str, from: &str, to: &str| {
            [&section.id, &it.id, change, from, to].map(str::to_owned)
        };
        rows.extend(section.added.iter().map(|it| row(it, "new", "", &it.text)));
        rows.extend(section.reworded.iter().filter_map(|it| {
            Some(row(it.to.first()?, "reworded", &texts(&it.from), &texts(&it.to)))
        }));
        rows.extend(section.dropped.iter().map(|it| row(it, "dropped", &it.text, "")));
        rows.extend(section.kept.iter().map(|it| row(it, "same", &it.text, &it.text)));
    }
    rows::csv(rows)
}

fn value(section: &str, line: &ValueLine) -> [String; 5] {
    let ValueLine { id, from, to, change, .. } = line;
    let [from, to] = [from, to].map(|it| it.as_deref().unwrap_or_default());
    [section, id, word(*change), from, to].map(str::to_owned)
}
