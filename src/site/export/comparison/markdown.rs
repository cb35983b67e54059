//! A comparison as a document: to be pasted into a review, an issue or a wiki.

use super::{Line, competencies, facts, texts};
use crate::labels::Labels;
use crate::labels::key::{self, Key};
use crate::page::{ChangedSectionSheet, ComparisonSheet, Mark, StatementLine};
use crate::site::export::literal::literal;

/// Tables of values, then the statements of each section.
pub fn markdown(sheet: &ComparisonSheet, labels: &Labels) -> String {
    let [from, to] = [&sheet.from, &sheet.to].map(|it| literal(&it.in_full()));
    let title = labels.say(key::FROM_TO, [from.into(), (&to).into()]);
    let mut parts = vec![format!("# {title}\n")];
    if !sheet.relation.is_empty() {
        parts.push(format!("{}: {}.\n", to, literal(&sheet.relation)));
    }
    parts.extend(table(labels, key::SCOPE, &facts(sheet)));
    parts.extend(table(labels, key::STEPS_OF_COMPETENCIES, &competencies(sheet)));
    parts.extend(sheet.sections.iter().flat_map(|it| section(labels, it)));
    parts.join("\n")
}

fn table(labels: &Labels, title: Key<0>, lines: &[Line<'_>]) -> Option<String> {
    if lines.is_empty() {
        return None;
    }
    let row = |it: &Line<'_>| {
        let value = |it: Option<&str>| it.map_or("–".to_owned(), literal);
        let cells = [
            literal(it.title),
            value(it.from),
            value(it.to),
            labels.word(word(it.change)).to_owned(),
        ];
        format!("| {} |\n", cells.join(" | "))
    };
    let rows: String = lines.iter().map(row).collect();
    let [title, from, to, change] =
        [title, key::FROM, key::TO, key::CHANGE].map(|it| labels.word(it));
    let head = format!("| | {from} | {to} | {change} |\n|---|---|---|---|\n");
    Some(format!("## {title}\n\n{head}{rows}"))
}

fn section(labels: &Labels, section: &ChangedSectionSheet) -> Vec<String> {
    let plain = |all: &[StatementLine]| all.iter().map(|it| literal(&it.text)).collect();
    let reworded = section.reworded.iter();
    let reworded = reworded.map(|it| {
        let sides = [&it.to, &it.from].map(|it| literal(&texts(it)).into());
        labels.say(key::INSTEAD_OF_TEXT, sides)
    });
    let lists: [(Key<0>, Vec<String>); 4] = [
        (key::COMES_IN, plain(&section.added)),
        (key::CHANGES, reworded.collect()),
        (key::FALLS_AWAY, plain(&section.dropped)),
        (key::STAYS, plain(&section.kept)),
    ];
    let mut parts = vec![format!("## {}\n", literal(&section.title))];
    for (title, items) in lists.iter().filter(|(_, items)| !items.is_empty()) {
        let title = labels.word(*title);
        parts.push(format!("### {title}\n\n- {}\n", items.join("\n- ")));
    }
    parts
}

fn word(mark: Mark) -> Key<0> {
    match mark {
        Mark::New => key::MARK_NEW,
        Mark::Raised => key::MARK_RAISED,
        Mark::Lowered => key::MARK_LOWERED,
        Mark::Same | Mark::None => key::MARK_SAME,
        Mark::Dropped => key::MARK_DROPPED,
        Mark::Changed => key::MARK_CHANGED,
    }
}
