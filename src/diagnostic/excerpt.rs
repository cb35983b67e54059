//! What of a file is worth showing: a few lines around what a finding points at.
//!
//! In: a finding and its files. Out: [`Excerpt`]s. However long a file or a line is, an excerpt is
//! small, so neither a file of five megabytes nor a line of that length costs anything to draw.
//! Must not know how an excerpt is drawn.

use super::place::{Lines, Places};
use super::{Diagnostic, FileId, Label, Position};
use std::ops::Range;

/// Marks at most this many bytes apart are shown in one excerpt.
const NEAR: usize = 400;
/// How much of a long line is kept on each side of what is marked, in bytes.
const MARGIN: usize = 400;
/// A longer mark is cut: for a reader its beginning is enough.
const LONGEST: usize = 100;

/// A piece of one file, and what is marked in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt<'a> {
    pub(super) path: &'a str,
    /// Ends with a line break; empty when the file is, or when nobody has its text.
    pub(super) text: String,
    /// The number of the first line.
    pub(super) line: usize,
    /// Where the first mark stands in the file.
    pub(super) position: Position,
    /// The column that the first mark would have, were the excerpt the whole file.
    pub(super) apparent_column: usize,
    /// The one that gave rise to the excerpt comes first.
    pub(super) marks: Vec<Mark<'a>>,
}

/// Something marked, all of it on one line; the range counts from the start of the excerpt.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mark<'a> {
    pub(super) range: Range<usize>,
    pub(super) text: &'a str,
    /// Whether the finding is about this place, and not only explained by it.
    pub(super) is_primary: bool,
}

/// The excerpts of a finding, the one with its place first. Labels outside of files have none.
pub(super) fn excerpts<'a>(
    diagnostic: &'a Diagnostic,
    places: &mut Places<'a>,
) -> Vec<Excerpt<'a>> {
    let mut groups: Vec<(FileId, &str, Vec<Mark<'_>>)> = Vec::new();
    for (index, label) in diagnostic.labels.iter().enumerate() {
        let file = label.span.file;
        let Some(path) = places.path(file) else { continue };
        let mark = mark(label, index == 0, places.lines(file));
        let group = groups.iter_mut().find(|it| it.0 == file && is_near(&mark, &it.2));
        match group {
            Some((_, _, marks)) => marks.push(mark),
            None => groups.push((file, path, vec![mark])),
        }
    }
    let cut = |(file, path, marks)| cut(path, marks, places.lines(file));
    groups.into_iter().map(cut).collect()
}

/// What to underline for a label: the part of it that is on its first line.
fn mark<'a>(label: &'a Label, is_primary: bool, lines: &Lines<'_>) -> Mark<'a> {
    let start = lines.floor(label.span.start);
    let line = lines.around(start);
    // A place may begin inside of a line break.
    let start = start.min(line.end);
    let longest = lines.text.floor_char_boundary(start + LONGEST);
    let end = lines.floor(label.span.end).min(line.end).min(longest);
    Mark { range: start..end.max(start), text: &label.text, is_primary }
}

fn is_near(mark: &Mark<'_>, others: &[Mark<'_>]) -> bool {
    others.iter().any(|it| it.range.start.abs_diff(mark.range.start) <= NEAR)
}

/// Takes the lines that hold the marks out of the file. `marks` has at least one.
fn cut<'a>(path: &'a str, mut marks: Vec<Mark<'a>>, lines: &Lines<'_>) -> Excerpt<'a> {
    let position = lines.position(marks[0].range.start as u32);
    let range = range(&marks, lines);
    let line = lines.number(range.start);
    for mark in &mut marks {
        mark.range = mark.range.start - range.start..mark.range.end - range.start;
    }
    let mut text = lines.text[range].to_owned();
    let before = &text[..marks[0].range.start];
    let apparent_column = before.chars().rev().take_while(|&it| it != '\n').count() + 1;
    if !lines.text.is_empty() {
        text.push('\n');
    }
    Excerpt { path, text, line, position, apparent_column, marks }
}

/// From the first marked line to the last; of long lines only what is around the marks.
fn range(marks: &[Mark<'_>], lines: &Lines<'_>) -> Range<usize> {
    let start = marks.iter().map(|it| it.range.start).min().unwrap_or_default();
    let end = marks.iter().map(|it| it.range.end).max().unwrap_or_default();
    let text = lines.text;
    let kept_before = text.ceil_char_boundary(start.saturating_sub(MARGIN));
    let kept_after = text.floor_char_boundary(end + MARGIN);
    lines.around(start).start.max(kept_before)..lines.around(end).end.min(kept_after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::code::UNKNOWN_ROLE;
    use crate::diagnostic::place::tests::Files;
    use crate::diagnostic::{Sources, Span};

    fn at(start: usize, end: usize) -> Span {
        Span::new(FileId::of("a.md"), start, end)
    }

    fn texts(diagnostic: &Diagnostic, sources: &dyn Sources) -> Vec<(usize, String)> {
        let excerpts = excerpts(diagnostic, &mut Places::new(sources));
        excerpts.into_iter().map(|it| (it.line, it.text)).collect()
    }

    #[test]
    fn only_marked_lines_are_taken() {
        let files = Files(&[("a.md", "one\ntwo\nthree\nfour\n")]);
        let it = Diagnostic::new(UNKNOWN_ROLE, at(5, 6), "m").label(at(8, 9), "");
        assert_eq!(texts(&it, &files), [(2, "two\nthree\n".to_owned())]);
        let it = Diagnostic::new(UNKNOWN_ROLE, at(19, 19), "m").label(at(99, 200), "");
        assert_eq!(texts(&it, &files), [(5, "\n".to_owned())]);
    }

    #[test]
    fn a_place_of_several_lines_is_shown_by_its_first() {
        let files = Files(&[("a.md", "one\r\ntwo\r\n")]);
        let it = Diagnostic::new(UNKNOWN_ROLE, at(1, 9), "m");
        let found = excerpts(&it, &mut Places::new(&files));
        assert_eq!(found[0].marks[0].range, 1..3);
        assert_eq!(found[0].text, "one\n");
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let text: &str = Box::leak("å".repeat(5_000).into_boxed_str());
        let files = Files(Box::leak(Box::new([("a.md", text)])));
        let it = Diagnostic::new(UNKNOWN_ROLE, at(5_001, 9_999), "m").label(at(0, 2), "far");
        let found = excerpts(&it, &mut Places::new(&files));
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|it| it.text.len() <= 2 * MARGIN + LONGEST + 1));
        assert_eq!(found[0].position, Position { line: 1, column: 2_501 });
        assert_eq!(found[0].apparent_column, 201);
        assert_eq!(found[1].apparent_column, 1);
    }

    #[test]
    fn places_outside_of_files_or_texts_do_no_harm() {
        let files = Files(&[("a.md", "")]);
        let it = Diagnostic::new(UNKNOWN_ROLE, at(7, 9), "m");
        assert_eq!(texts(&it, &files), [(1, String::new())]);
        let nowhere = Span::new(FileId::of("nowhere"), 3, 4);
        assert_eq!(texts(&Diagnostic::new(UNKNOWN_ROLE, nowhere, "m"), &files), []);
    }
}
