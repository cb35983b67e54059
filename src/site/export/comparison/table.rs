//! A comparison as a table for spreadsheets.

use super::{Line, competencies, facts, texts, word};
use crate::page::{ComparisonSheet, StatementLine};
use crate::site::export::rows;

/// A row for each line: `section,id,change,from,to`.
pub(in crate::site) fn csv(sheet: &ComparisonSheet) -> String {
    let mut rows = vec![["section", "id", "change", "from", "to"].map(str::to_owned)];
    rows.extend(facts(sheet).iter().map(|it| value("scope", it)));
    rows.extend(competencies(sheet).iter().map(|it| value("competency", it)));
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

fn value(section: &str, line: &Line<'_>) -> [String; 5] {
    let [from, to] = [line.from, line.to].map(Option::unwrap_or_default);
    [section, line.id, word(line.change), from, to].map(str::to_owned)
}
