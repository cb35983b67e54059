//! Findings for people, drawn as rustc draws them.
//!
//! In: findings and their files. Out: the text to print. The one place that names the crate which
//! draws; must not know where the text is printed.
//!
//! Paths, labels and helps quote what authors wrote, and the renderer trusts most of them; so they
//! are freed of control characters here, or a file name could give orders to a terminal. What nobody sees
//! is shown by its number, since it is mostly what is wrong.

use super::excerpt::{Excerpt, Mark, excerpts};
use super::place::Places;
use super::{Diagnostic, Severity, Sources};
use crate::spelling::shown;
use annotate_snippets::{
    Annotation, AnnotationKind, Element, Level, Origin, Padding, Renderer, Snippet,
    normalize_untrusted_str,
};

/// All findings, separated by blank lines; with escape codes for colours if `color`.
pub fn report(diagnostics: &[Diagnostic], sources: &dyn Sources, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut places = Places::new(sources);
    let drawn: Vec<String> =
        diagnostics.iter().map(|it| draw(it, &excerpts(it, &mut places), &renderer)).collect();
    drawn.join("\n")
}

fn draw(diagnostic: &Diagnostic, excerpts: &[Excerpt<'_>], renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(shown(&diagnostic.message)).id(diagnostic.code.as_str());
    let help = diagnostic.help.as_deref().map(|it| normalize_untrusted_str(&shown(it)));
    let help = help.map(|it| [Padding.into(), Level::HELP.message(it).into()]);
    let elements = excerpts.iter().map(element).chain(help.into_iter().flatten());
    let drawn = renderer.render(&[title.elements(elements)]);
    excerpts.iter().fold(drawn, correct_column) + "\n"
}

fn element<'a>(excerpt: &'a Excerpt<'_>) -> Element<'a> {
    let path = normalize_untrusted_str(excerpt.path);
    if excerpt.text.is_empty() {
        return Origin::path(path).into();
    }
    let snippet = Snippet::source(&*excerpt.text).line_start(excerpt.line).path(path);
    snippet.annotations(excerpt.marks.iter().map(annotation)).into()
}

fn annotation<'a>(mark: &'a Mark<'_>) -> Annotation<'a> {
    let kind = if mark.is_primary { AnnotationKind::Primary } else { AnnotationKind::Context };
    let label = normalize_untrusted_str(&shown(mark.text)).replace('\n', " ");
    kind.span(mark.range.clone()).label(Some(label).filter(|it| !it.is_empty()))
}

/// The renderer counts columns in the text it is given; where a long line was cut, that is too few.
fn correct_column(drawn: String, excerpt: &Excerpt<'_>) -> String {
    let column = excerpt.position.column;
    if column == excerpt.apparent_column {
        return drawn;
    }
    let start = format!("{}:{}:", normalize_untrusted_str(excerpt.path), excerpt.position.line);
    let apparent = format!("{start}{}", excerpt.apparent_column);
    drawn.replacen(&apparent, &format!("{start}{column}"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::code::{
        DUPLICATE_ID, NO_HANDBOOK, UNKNOWN_COMPETENCY, UNKNOWN_EDITION, UNKNOWN_ROLE,
    };
    use crate::diagnostic::place::tests::Files;
    use crate::diagnostic::{FileId, Span};

    const ROLE: &str = "---\ntitle: Staff engineer\nlevel: l5\nexpects:\n  mentorng: 3\n---\n";

    fn at(path: &str, start: usize, end: usize) -> Span {
        Span::new(FileId::of(path), start, end)
    }

    fn plain(diagnostics: &[Diagnostic], files: &[(&'static str, &'static str)]) -> String {
        let files: &'static [_] = Box::leak(files.to_vec().into_boxed_slice());
        report(diagnostics, &Files(files), false)
    }

    #[test]
    fn a_finding_looks_as_in_rustc() {
        let start = ROLE.find("mentorng").expect("the word");
        let it = Diagnostic::new(
            UNKNOWN_COMPETENCY,
            at("content/a.md", start, start + 8),
            "unknown competency `mentorng`",
        );
        let it = it.help("did you mean `mentoring`?");
        insta::assert_snapshot!(plain(&[it.clone(), it], &[("content/a.md", ROLE)]), @r"
        error[unknown-competency]: unknown competency `mentorng`
         --> content/a.md:5:3
          |
        5 |   mentorng: 3
          |   ^^^^^^^^
          |
          = help: did you mean `mentoring`?

        error[unknown-competency]: unknown competency `mentorng`
         --> content/a.md:5:3
          |
        5 |   mentorng: 3
          |   ^^^^^^^^
          |
          = help: did you mean `mentoring`?
        ");
    }

    #[test]
    fn labels_explain_in_this_file_and_in_others() {
        let files = [("a.md", ROLE), ("b.md", "title: A\nid: x\n")];
        let it = Diagnostic::new(DUPLICATE_ID, at("a.md", 11, 16), "two documents are called `x`")
            .label(at("a.md", 32, 34), "at this level")
            .label(at("b.md", 13, 14), "also here");
        insta::assert_snapshot!(plain(&[it], &files), @r"
        error[duplicate-id]: two documents are called `x`
         --> a.md:2:8
          |
        2 | title: Staff engineer
          |        ^^^^^
        3 | level: l5
          |       -- at this level
          |
         ::: b.md:2:5
          |
        2 | id: x
          |     - also here
        ");
    }

    #[test]
    fn where_there_is_no_text_the_path_must_do() {
        let files = [("content/handbook.yml", "")];
        let missing = Diagnostic::new(NO_HANDBOOK, at("content/handbook.yml", 0, 0), "no handbook")
            .help("add one");
        let argument = Diagnostic::new(UNKNOWN_EDITION, at("--edition", 0, 0), "unknown edition")
            .help("known here: `public`");
        insta::assert_snapshot!(plain(&[missing, argument], &files), @r"
        warning[no-handbook]: no handbook
        --> content/handbook.yml
         |
         = help: add one

        error[unknown-edition]: unknown edition
         |
         = help: known here: `public`
        ");
    }

    #[test]
    fn the_end_of_a_file_is_a_place() {
        let it = |start| Diagnostic::new(UNKNOWN_ROLE, at("a.md", start, start + 5), "unknown");
        insta::assert_snapshot!(plain(&[it(4), it(3), it(99)], &[("a.md", "one\n")]), @r"
        error[unknown-role]: unknown
         --> a.md:2:1
          |
        2 |
          | ^

        error[unknown-role]: unknown
         --> a.md:1:4
          |
        1 | one
          |    ^

        error[unknown-role]: unknown
         --> a.md:2:1
          |
        2 |
          | ^
        ");
        insta::assert_snapshot!(plain(&[it(3)], &[("a.md", "one")]), @r"
        error[unknown-role]: unknown
         --> a.md:1:4
          |
        1 | one
          |    ^
        ");
    }

    #[test]
    fn of_a_long_line_only_a_part_is_drawn() {
        let text: &str = Box::leak(format!("{}x{}", "- ".repeat(9_000), " y".repeat(9_000)).into());
        let it = Diagnostic::new(UNKNOWN_ROLE, at("a.md", 18_000, 18_001), "unknown");
        let all = Diagnostic::new(UNKNOWN_ROLE, at("a.md", 0, 36_000), "all of it");
        insta::assert_snapshot!(plain(&[it, all], &[("a.md", text)]), @r"
        error[unknown-role]: unknown
         --> a.md:1:18001
          |
        1 | ...- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - x y y y y y y y y y y y y y y y y y y y y y y y y y y y y y y y y ...
          |                                                                    ^

        error[unknown-role]: all of it
         --> a.md:1:1
          |
        1 | - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -...
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ");
    }

    #[test]
    fn what_authors_wrote_never_reaches_the_terminal_as_a_command() {
        let files = [("a\u{1b}.md", "\u{1b}[31m\n")];
        let it = Diagnostic::new(UNKNOWN_ROLE, at("a\u{1b}.md", 0, 3), "\u{1b}[31m");
        let it = it.label(at("a\u{1b}.md", 1, 2), "\u{1b}[31m").help("\u{1b}[31m");
        assert!(!plain(&[it], &files).contains('\u{1b}'));
    }

    #[test]
    fn colours_are_escape_codes() {
        let it = Diagnostic::new(UNKNOWN_ROLE, at("a.md", 0, 1), "unknown role");
        assert!(report(&[it], &Files(&[("a.md", "x")]), true).contains("\u{1b}["));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn no_text_and_no_place_is_too_odd(
            text in "([a \t\r\n\u{0}\u{7f}\u{feff}å漢\u{1F980}\u{301}]|\r\n|x{150}){0,30}",
            places in proptest::collection::vec((0_usize..700, 0_usize..700), 1..6),
        ) {
            let files: &'static [_] = Box::leak(Box::new([("a.md", &*text.leak())]));
            let mut it = Diagnostic::new(UNKNOWN_ROLE, at("a.md", places[0].0, places[0].1), "m");
            for &(start, end) in &places[1..] {
                it = it.label(at("a.md", start, end), "here");
            }
            report(&[it], &Files(files), true);
        }
    }
}
