//! Errors of the template engine become diagnostics with a place.
//!
//! In: an error and the templates' texts. Out: diagnostics. Must not know what was rendered.

use super::problem;
use super::template::Sources;
use crate::diagnostic::{Diagnostic, FileId, Position, Span};
use std::collections::BTreeMap;
use std::ops::Range;
use tera::{Error, ErrorKind};

/// Everything an error of compiling says.
pub(super) fn diagnostics(error: &Error, sources: &Sources) -> Vec<Diagnostic> {
    let printed = match error.kind() {
        ErrorKind::Msg(message) => printed(message, sources),
        _ => Vec::new(),
    };
    if printed.is_empty() { vec![diagnostic(error, sources, "base.html")] } else { printed }
}

/// What an error says. Where it names no template, it is about `name`.
pub(super) fn diagnostic(error: &Error, sources: &Sources, name: &str) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let (place, text) = sources.get(report.filename());
            let Range { start, end } = report.span().range;
            let at = Span::new(place, start, end);
            let fault = problem::bad_template(at, report.message());
            match sources.is_built_in(report.filename()) {
                false => fault,
                true => {
                    problem::in_built_in(fault, report.filename(), Position::of(text, at.start))
                }
            }
        }
        ErrorKind::MissingParent { current, parent } => {
            let why = format!("there is no template `{parent}` to extend");
            problem::bad_template(mention(sources, current, parent), &why)
        }
        ErrorKind::CircularExtend { tpl, .. } => {
            let why = "the template extends itself, directly or through others";
            problem::bad_template(Span::start_of(sources.get(tpl).0), why)
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            let why = "the template includes itself, directly or through others";
            problem::bad_template(Span::start_of(sources.get(tpl).0), why)
        }
        other => problem::bad_template(Span::start_of(sources.get(name).0), &other.to_string()),
    }
}

/// A template's mistake is found by every page that uses it, and said once, with the pages: each comes
/// with the path of its file. `is_shown` says of which files the text can be shown.
pub(super) fn once_each(
    faults: Vec<(Diagnostic, String)>,
    is_shown: impl Fn(FileId) -> bool,
) -> Vec<Diagnostic> {
    let mut once: Vec<(Diagnostic, Vec<String>)> = Vec::new();
    for (fault, page) in faults {
        match once.iter_mut().find(|(it, _)| *it == fault) {
            Some((_, pages)) => pages.push(page),
            None => once.push((fault, vec![page])),
        }
    }
    let told = once.into_iter().map(|(fault, pages)| {
        let is_shown = is_shown(fault.span().file);
        problem::rendering(fault, &pages, is_shown)
    });
    told.collect()
}

/// Place and message of a mistake in syntax; `None` for an error of another kind.
pub(super) fn syntax(error: &Error) -> Option<(Range<usize>, &str)> {
    match error.kind() {
        ErrorKind::SyntaxError(report) => Some((report.span().range.clone(), report.message())),
        _ => None,
    }
}

/// Where the template `name` says `word`.
fn mention(sources: &Sources, name: &str, word: &str) -> Span {
    let (place, text) = sources.get(name);
    match text.find(word) {
        Some(start) => Span::new(place, start, start + word.len()),
        None => Span::start_of(place),
    }
}

/// Unknown filters, functions, components and blocks come as printed text only, several in one:
///
/// ```text
/// error: Unknown filter `shout`
///  --> role.html:1:11
///   |
/// 1 | {{ name | shout }}
///   |           ^^^^^
/// ```
fn printed(message: &str, sources: &Sources) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    // What templates of the program miss, and which of them.
    let mut missed: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut lines = message.lines();
    while let Some(line) = lines.next() {
        let Some(why) = line.strip_prefix("error: ") else { continue };
        let Some(place) = lines.next().and_then(|it| it.trim_start().strip_prefix("--> ")) else {
            continue;
        };
        let marked = lines.nth(2).map_or(0, |it| it.matches('^').count());
        let name = place.rsplitn(3, ':').last().unwrap_or(place);
        match sources.is_built_in(name) {
            true => missed.entry(why).or_default().push(name),
            false => diagnostics.extend(
                printed_place(place, marked, sources).map(|at| problem::bad_template(at, why)),
            ),
        }
    }
    // The frame is around them all.
    let frame = Span::start_of(sources.get("base.html").0);
    let told = missed.iter().map(|(why, names)| problem::missed(frame, why, names));
    diagnostics.extend(told);
    diagnostics
}

/// The place that `role.html:1:11` names, `length` characters long.
fn printed_place(place: &str, length: usize, sources: &Sources) -> Option<Span> {
    let mut parts = place.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let (file, text) = sources.get(parts.next()?);
    let before = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum::<usize>();
    let rest = text.get(before..)?;
    let offset = |n: usize| rest.char_indices().nth(n).map_or(rest.len(), |(at, _)| at);
    let start = column.checked_sub(1)?;
    Some(Span::new(file, before + offset(start), before + offset(start + length)))
}
