//! Errors of the template engine become diagnostics with a place.
//!
//! In: an error and the templates' texts. Out: diagnostics. Must not know what was rendered.

use super::problem;
use super::template::Sources;
use crate::diagnostic::{Diagnostic, Span};
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
            let (place, _) = sources.get(report.filename());
            let Range { start, end } = report.span().range;
            problem::bad_template(Span::new(place, start, end), report.message())
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
    let mut lines = message.lines();
    while let Some(line) = lines.next() {
        let Some(why) = line.strip_prefix("error: ") else { continue };
        let place = lines.next().and_then(|it| it.trim_start().strip_prefix("--> "));
        let marked = lines.nth(2).map_or(0, |it| it.matches('^').count());
        let at = place.and_then(|it| printed_place(it, marked, sources));
        diagnostics.extend(at.map(|at| problem::bad_template(at, why)));
    }
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
