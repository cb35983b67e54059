//! A comparison for a terminal: one sign a line says what became of it.

use super::{Line, competencies, facts, texts, word};
use crate::page::{ChangedSectionSheet, ComparisonSheet, Mark};
use crate::site::export::printable::printable;

/// Plain lines: `+` comes in, `~` changes, `-` falls away, `=` stays.
pub fn text(sheet: &ComparisonSheet) -> String {
    let mut lines = vec![format!("From {} to {}", sheet.from.in_full(), sheet.to.in_full())];
    if !sheet.relation.is_empty() {
        lines.push(format!("({})", sheet.relation));
    }
    lines.extend(values("Scope", &facts(sheet)));
    lines.extend(values("Steps of competencies", &competencies(sheet)));
    lines.extend(sheet.sections.iter().flat_map(section));
    lines.iter().map(|it| printable(it) + "\n").collect()
}

/// Values that changed, a line each; those that did not, in one.
fn values(title: &str, all: &[Line<'_>]) -> Vec<String> {
    let (same, changed): (Vec<_>, Vec<_>) = all.iter().partition(|it| it.change == Mark::Same);
    let width = changed.iter().map(|it| it.title.chars().count()).max().unwrap_or(0);
    let line = |it: &&Line<'_>| {
        let [from, to] = [it.from, it.to].map(|it| it.unwrap_or("none"));
        format!("  {} {:width$}  {from} → {to} ({})", sign(it.change), it.title, word(it.change))
    };
    let mut lines: Vec<_> = changed.iter().map(line).collect();
    if !same.is_empty() {
        let titles: Vec<_> = same.iter().map(|it| it.title).collect();
        lines.push(format!("  = the same: {}", titles.join(", ")));
    }
    if !lines.is_empty() {
        lines.insert(0, format!("\n{title}"));
    }
    lines
}

fn section(section: &ChangedSectionSheet) -> Vec<String> {
    let mut lines = vec![format!("\n{}", section.title)];
    lines.extend(section.added.iter().map(|it| format!("  + {}", it.text)));
    for it in &section.reworded {
        lines.push(format!("  ~ {}", texts(&it.to)));
        lines.push(format!("    instead of: {}", texts(&it.from)));
    }
    lines.extend(section.dropped.iter().map(|it| format!("  - {}", it.text)));
    if !section.kept.is_empty() {
        lines.push(format!("  = {} the same", section.kept.len()));
    }
    lines
}

fn sign(mark: Mark) -> char {
    match mark {
        Mark::New | Mark::Raised => '+',
        Mark::Dropped | Mark::Lowered => '-',
        Mark::Changed => '~',
        Mark::Same | Mark::None => '=',
    }
}
