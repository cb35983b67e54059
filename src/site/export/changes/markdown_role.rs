//! What became of one role, as Markdown: tables of values, then the statements of each section.

use super::phrase::{also, portrait, shift, statement, step, texts};
use crate::page::{
    ExpectationChange, RoleChanges, RunLine, StatementChange, StatementFate, TextChange,
    ValueChange, WordFate,
};
use crate::site::export::literal::literal;

pub(super) fn role(role: &RoleChanges) -> String {
    let mut parts = Vec::new();
    if let Some(it) = &role.portrait {
        let about = portrait(role);
        parts.extend((!it.summary.is_empty()).then(|| format!("> {}\n", literal(&it.summary))));
        parts.extend((!about.is_empty()).then(|| format!("{}.\n", capital(&literal(&about)))));
    }
    parts.extend(table("Fact", &role.facts));
    parts.extend(expectations(&role.expectations));
    parts.extend(said(&role.statements, &role.texts));
    parts.join("\n")
}

fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |it| it.to_uppercase().chain(rest).collect())
}

/// Values before and now.
pub(super) fn table(what: &str, changes: &[ValueChange]) -> Option<String> {
    if changes.is_empty() {
        return None;
    }
    let row = |it: &ValueChange| {
        let also = literal(&also(&it.also_for));
        let title = literal(&it.title);
        let title = if also.is_empty() { title } else { format!("{title} ({also})") };
        let [from, to] = [&it.from, &it.to].map(|it| it.as_deref().map_or("–".to_owned(), literal));
        format!("| {title} | {from} | {to} |\n")
    };
    let rows: String = changes.iter().map(row).collect();
    Some(format!("| {what} | Before | Now |\n|---|---|---|\n{rows}"))
}

fn expectations(changes: &[ExpectationChange]) -> Option<String> {
    if changes.is_empty() {
        return None;
    }
    let row = |it: &ExpectationChange| {
        let from = step(it.from.as_ref(), it.was_core);
        let to = step(it.to.as_ref(), it.is_core);
        let [from, to] = [from, to].map(|it| it.map_or("–".to_owned(), |it| literal(&it)));
        let also = literal(&also(&it.also_for));
        let shift = shift(it);
        let change = if also.is_empty() { shift.to_owned() } else { format!("{shift}, {also}") };
        format!("| {} | {from} | {to} | {change} |\n", literal(&it.title))
    };
    let rows: String = changes.iter().map(row).collect();
    Some(format!("| Expected competency | Before | Now | Change |\n|---|---|---|---|\n{rows}"))
}

/// Statements by sections, and which texts are others.
pub(super) fn said(statements: &[StatementChange], changed: &[TextChange]) -> Vec<String> {
    let sections = statements.chunk_by(|a, b| a.section == b.section);
    let mut parts: Vec<String> = sections.map(section).collect();
    let line = |(what, sections): (&str, Vec<String>)| {
        format!("{what}: {}", literal(&sections.join(", ")))
    };
    let lines: Vec<String> = texts(changed).into_iter().map(line).collect();
    parts.extend((!lines.is_empty()).then(|| bullets(&lines)));
    parts
}

fn section(group: &[StatementChange]) -> String {
    let title = group.first().map_or("", |it| &it.section);
    let lines: Vec<String> = group.iter().map(line).collect();
    format!("**{}**\n\n{}", literal(title), bullets(&lines))
}

pub(super) fn bullets(lines: &[String]) -> String {
    lines.iter().map(|it| format!("- {it}\n")).collect()
}

fn line(it: &StatementChange) -> String {
    let [from, to] = [&it.from, &it.to].map(|it| literal(it.as_deref().unwrap_or_default()));
    let said = match it.change {
        StatementFate::Added | StatementFate::Moved => to,
        StatementFate::Dropped => from,
        StatementFate::Reworded if it.words.is_empty() => format!("{to} *instead of* {from}"),
        StatementFate::Reworded => words(&it.words),
    };
    let mut asides: Vec<String> = Vec::new();
    asides.extend(it.section_before.as_ref().map(|it| format!("from {}", literal(it))));
    asides.extend(it.stated_by.as_ref().map(|it| format!("inherited from {}", literal(it))));
    asides.extend(Some(literal(&also(&it.also_for))).filter(|it| !it.is_empty()));
    let asides = match asides.is_empty() {
        true => String::new(),
        false => format!(" *({})*", asides.join("; ")),
    };
    format!("*{}:* {said}{asides}", statement(it.change))
}

/// Words that go are struck through, words that come are bold.
fn words(runs: &[RunLine]) -> String {
    let run = |it: &RunLine| {
        let words = literal(&it.words);
        match it.fate {
            WordFate::Kept => words,
            WordFate::Dropped => format!("~~{words}~~"),
            WordFate::Added => format!("**{words}**"),
        }
    };
    runs.iter().map(run).collect::<Vec<_>>().join(" ")
}
