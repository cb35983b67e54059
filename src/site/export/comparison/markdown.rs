//! A comparison as a document: to be pasted into a review, an issue or a wiki.

use super::{Line, competencies, facts, texts, word};
use crate::page::{ChangedSectionSheet, ComparisonSheet, StatementLine};
use crate::site::export::literal::literal;

/// Tables of values, then the statements of each section.
pub fn markdown(sheet: &ComparisonSheet) -> String {
    let [from, to] = [&sheet.from, &sheet.to].map(|it| literal(&it.in_full()));
    let mut parts = vec![format!("# From {from} to {to}\n")];
    if !sheet.relation.is_empty() {
        parts.push(format!("{}: {}.\n", to, literal(&sheet.relation)));
    }
    parts.extend(table("Scope", &facts(sheet)));
    parts.extend(table("Steps of competencies", &competencies(sheet)));
    parts.extend(sheet.sections.iter().flat_map(section));
    parts.join("\n")
}

fn table(title: &str, lines: &[Line<'_>]) -> Option<String> {
    if lines.is_empty() {
        return None;
    }
    let row = |it: &Line<'_>| {
        let value = |it: Option<&str>| it.map_or("–".to_owned(), literal);
        let cells = [literal(it.title), value(it.from), value(it.to), word(it.change).to_owned()];
        format!("| {} |\n", cells.join(" | "))
    };
    let rows: String = lines.iter().map(row).collect();
    Some(format!("## {title}\n\n| | From | To | Change |\n|---|---|---|---|\n{rows}"))
}

fn section(section: &ChangedSectionSheet) -> Vec<String> {
    let plain = |all: &[StatementLine]| all.iter().map(|it| literal(&it.text)).collect();
    let reworded = section.reworded.iter();
    let reworded = reworded.map(|it| {
        format!("{} (instead of: {})", literal(&texts(&it.to)), literal(&texts(&it.from)))
    });
    let lists: [(&str, Vec<String>); 4] = [
        ("Comes in", plain(&section.added)),
        ("Changes", reworded.collect()),
        ("Falls away", plain(&section.dropped)),
        ("Stays", plain(&section.kept)),
    ];
    let mut parts = vec![format!("## {}\n", literal(&section.title))];
    for (title, items) in lists.iter().filter(|(_, items)| !items.is_empty()) {
        parts.push(format!("### {title}\n\n- {}\n", items.join("\n- ")));
    }
    parts
}
