//! Findings as workflow commands, which GitHub shows beside the changed lines of a pull request.
//!
//! In: findings and their files. Out: the text to print, one command a line. Escapes as the
//! toolkit of GitHub does: a command ends with its line, a property with a comma.

use super::place::{Place, Places};
use super::{Diagnostic, Severity, Sources};
use crate::spelling::shown;
use std::iter;

/// One workflow command per finding, each ending with a line break.
pub fn github(diagnostics: &[Diagnostic], sources: &dyn Sources) -> String {
    let mut places = Places::new(sources);
    diagnostics.iter().map(|it| command(it, &mut places)).collect()
}

fn command(diagnostic: &Diagnostic, places: &mut Places<'_>) -> String {
    let name = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let place = places.find(diagnostic.span()).map(properties).unwrap_or_default();
    let title = property(diagnostic.code.as_str());
    let text = data(&text(diagnostic, places));
    format!("::{name} {place}title={title}::{text}\n")
}

/// An annotation stands at one place, so what is said of others says where they are.
fn text(diagnostic: &Diagnostic, places: &mut Places<'_>) -> String {
    let (here, others) = diagnostic.labels.split_at(1);
    let here = here.iter().map(|it| it.text.clone()).filter(|it| !it.is_empty());
    let others = others.iter().map(|it| match places.find(it.span) {
        Some(Place { path, start, .. }) if it.text.is_empty() => format!("{path}:{}", start.line),
        Some(Place { path, start, .. }) => format!("{path}:{}: {}", start.line, it.text),
        None => it.text.clone(),
    });
    let notes: Vec<_> = here.chain(others).collect();
    let lines = iter::once(&diagnostic.message).chain(&notes).chain(&diagnostic.help);
    lines.map(|it| shown(it)).collect::<Vec<_>>().join("\n")
}

/// GitHub refuses columns in a place of several lines.
fn properties(Place { path, start, end }: Place<'_>) -> String {
    let lines = format!("file={},line={},endLine={},", property(path), start.line, end.line);
    match start.line == end.line {
        true => format!("{lines}col={},endColumn={},", start.column, end.column),
        false => lines,
    }
}

/// Text behind the `::`. The percent sign comes first, or it would escape the escapes.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text between the commas.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::code::{MISSING_LEVEL, UNKNOWN_EDITION};
    use crate::diagnostic::place::tests::Files;
    use crate::diagnostic::{FileId, Span};

    const FILES: Files = Files(&[("a,b: 50%.md", "one\ntwo\n")]);

    fn at(start: usize, end: usize) -> Span {
        Span::new(FileId::of("a,b: 50%.md"), start, end)
    }

    #[test]
    fn a_command_is_one_line_whatever_it_says() {
        let it =
            Diagnostic::new(MISSING_LEVEL, at(4, 7), "100%\r\nsure, no: `level`").help("add it");
        let expected = "::warning file=a%2Cb%3A 50%25.md,line=2,endLine=2,col=1,endColumn=4,\
            title=missing-level::100%25%0D%0Asure, no: `level`%0Aadd it\n";
        assert_eq!(github(&[it], &FILES), expected);
    }

    #[test]
    fn what_explains_says_where_it_is() {
        let mut it = Diagnostic::new(MISSING_LEVEL, at(0, 3), "no level").label(at(4, 7), "here");
        it.labels[0].text = "while rendering `a/`".to_owned();
        let expected = "::warning file=a%2Cb%3A 50%25.md,line=1,endLine=1,col=1,endColumn=4,\
            title=missing-level::no level%0Awhile rendering `a/`%0Aa,b: 50%25.md:2: here\n";
        assert_eq!(github(&[it], &FILES), expected);
    }

    #[test]
    fn several_lines_have_no_columns() {
        let it = Diagnostic::new(MISSING_LEVEL, at(0, 6), "no level");
        let expected =
            "::warning file=a%2Cb%3A 50%25.md,line=1,endLine=2,title=missing-level::no level\n";
        assert_eq!(github(&[it], &FILES), expected);
    }

    #[test]
    fn without_a_file_only_the_title_is_left() {
        let nowhere = Span::start_of(FileId::of("--edition"));
        let it = Diagnostic::new(UNKNOWN_EDITION, nowhere, "unknown edition `x`");
        assert_eq!(github(&[it], &FILES), "::error title=unknown-edition::unknown edition `x`\n");
    }
}
