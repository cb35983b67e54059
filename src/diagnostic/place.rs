//! Spans as readers see them: path, lines and columns.
//!
//! In: byte ranges and the texts they point into. Out: [`Place`]s. A text is searched for its
//! line ends once, however many findings point into it. Must not know how a place is shown.

use super::{FileId, Position, Sources, Span};
use std::collections::BTreeMap;
use std::ops::Range;

/// Where something stands: `end` is just behind its last character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place<'a> {
    pub(super) path: &'a str,
    pub(super) start: Position,
    pub(super) end: Position,
}

/// Answers where spans are; remembers the line ends of every file it was asked about.
pub(super) struct Places<'a> {
    sources: &'a dyn Sources,
    lines: BTreeMap<FileId, Lines<'a>>,
}

impl<'a> Places<'a> {
    pub(super) fn new(sources: &'a dyn Sources) -> Places<'a> {
        Places { sources, lines: BTreeMap::new() }
    }

    /// The place of `span`, or `None` when it is in no file.
    pub(super) fn find(&mut self, span: Span) -> Option<Place<'a>> {
        let path = self.sources.path(span.file)?;
        let lines = self.lines(span.file);
        let start = lines.position(span.start);
        let end = lines.position(span.end.max(span.start));
        Some(Place { path, start, end })
    }

    pub(super) fn path(&self, file: FileId) -> Option<&'a str> {
        self.sources.path(file)
    }

    pub(super) fn lines(&mut self, file: FileId) -> &Lines<'a> {
        self.lines.entry(file).or_insert_with(|| Lines::new(self.sources.text(file)))
    }
}

/// A text and where its lines start.
pub(super) struct Lines<'a> {
    pub(super) text: &'a str,
    /// Never empty: the first line starts at 0.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Lines<'a> {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Lines { text, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// The same answer as [`Position::of`], without reading the text from its beginning.
    pub(super) fn position(&self, offset: u32) -> Position {
        let offset = self.floor(offset);
        let line = self.number(offset);
        let column = self.text[self.starts[line - 1]..offset].chars().count() + 1;
        Position { line, column }
    }

    /// The bytes of the line, counted from 1, that holds `offset`; without its line break.
    pub(super) fn around(&self, offset: usize) -> Range<usize> {
        let line = self.number(offset);
        let next = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        let start = self.starts[line - 1];
        let text = &self.text[start..next];
        start..start + text.strip_suffix('\r').unwrap_or(text).len()
    }

    /// The number of the line that holds `offset`, counted from 1.
    pub(super) fn number(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// The nearest place at or before `offset` that is in the text and between two characters.
    pub(super) fn floor(&self, offset: u32) -> usize {
        self.text.floor_char_boundary(offset as usize)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A few files for tests: path and text. A file that is not among them has no path.
    pub(in crate::diagnostic) struct Files(
        pub(in crate::diagnostic) &'static [(&'static str, &'static str)],
    );

    impl Files {
        fn find(&self, file: FileId) -> Option<(&'static str, &'static str)> {
            self.0.iter().copied().find(|(path, _)| FileId::of(path) == file)
        }
    }

    impl Sources for Files {
        fn path(&self, file: FileId) -> Option<&str> {
            self.find(file).map(|(path, _)| path)
        }

        fn text(&self, file: FileId) -> &str {
            self.find(file).map_or("", |(_, text)| text)
        }
    }

    #[test]
    fn positions_agree_with_the_slow_way() {
        for text in ["", "\n", "a", "a\nåb\r\n\nc", "å\u{1F980}\n"] {
            let lines = Lines::new(text);
            let offsets = (0..=text.len()).filter(|&it| text.is_char_boundary(it));
            for offset in offsets.map(|it| it as u32).chain([99, u32::MAX]) {
                assert_eq!(lines.position(offset), Position::of(text, offset), "{text:?} {offset}");
            }
        }
    }

    #[test]
    fn a_line_ends_before_its_break() {
        let lines = Lines::new("ab\r\ncd\n");
        assert_eq!(lines.around(1), 0..2);
        assert_eq!(lines.around(3), 0..2);
        assert_eq!(lines.around(4), 4..6);
        assert_eq!(lines.around(7), 7..7);
    }

    #[test]
    fn only_files_have_places() {
        let files = Files(&[("a.md", "one\ntwo")]);
        let mut places = Places::new(&files);
        let place = places.find(Span::new(FileId::of("a.md"), 4, 7)).expect("a place");
        assert_eq!(place.path, "a.md");
        assert_eq!((place.start.line, place.start.column), (2, 1));
        assert_eq!((place.end.line, place.end.column), (2, 4));
        assert_eq!(places.find(Span::start_of(FileId::of("--edition"))), None);
    }
}
