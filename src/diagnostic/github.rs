//! Findings as workflow commands, which GitHub shows beside the changed lines of a pull request.
//!
//! In: findings and their files. Out: the text to print, one command a line. Escapes as the
//! toolkit of GitHub does: a command ends with its line, a property with a comma.

use super::place::{Place, Places};
use super::{Diagnostic, Severity, Sources};

/// One workflow command per finding, each ending with a line break.
pub fn github(diagnostics: &[Diagnostic], sources: &dyn Sources) -> String {
    let mut places = Places::new(sources);
    diagnostics.iter().map(|it| command(it, places.find(it.span()))).collect()
}

fn command(diagnostic: &Diagnostic, place: Option<Place<'_>>) -> String {
    let name = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let place = place.map(properties).unwrap_or_default();
    let title = property(diagnostic.code.as_str());
    let text = match &diagnostic.help {
        Some(help) => data(&format!("{}\n{help}", diagnostic.message)),
        None => data(&diagnostic.message),
    };
    format!("::{name} {place}title={title}::{text}\n")
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
