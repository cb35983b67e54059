//! Places lie within the text that they are of, and between its letters.

use rolebook::diagnostic::{Diagnostic, FileId, Sources, Span};
use std::fmt::Debug;

/// Holds the places of everything that is said to what it is said of.
pub(crate) fn assert_places(diagnostics: &[Diagnostic], sources: &dyn Sources) {
    for diagnostic in diagnostics {
        assert!(!diagnostic.message.trim().is_empty(), "{diagnostic:?} says nothing");
        let labels = diagnostic.labels.iter().map(|it| it.span);
        for span in labels.filter(|it| sources.path(it.file).is_some()) {
            assert_within(sources.text(span.file), span, diagnostic);
        }
    }
}

/// Holds every place of `text` that there is anywhere in `value` to it. They stand in many types, some of
/// which show them to nobody; what is printed for programmers has them all.
pub(crate) fn assert_all_places(value: &impl Debug, file: FileId, text: &str) {
    let printed = format!("{value:?}");
    let start = format!("Span {{ file: {file:?}, start: ");
    for rest in printed.split(&start).skip(1) {
        let numbers = rest.split(" }").next().and_then(|it| it.split_once(", end: "));
        let Some((Ok(start), Ok(end))) = numbers.map(|(a, b)| (a.parse(), b.parse())) else {
            panic!("places are printed in another way: {start}{rest:.60}");
        };
        assert_within(text, Span { file, start, end }, &"in a document");
    }
}

fn assert_within(text: &str, Span { start, end, .. }: Span, what: &dyn Debug) {
    let is_one = text.get(start as usize..end as usize).is_some();
    assert!(is_one, "{start}..{end} of {} bytes: {what:?}\n{text:?}", text.len());
}

/// A text alone, at a path.
pub(crate) struct Alone<'a>(pub(crate) FileId, pub(crate) &'a str);

impl Sources for Alone<'_> {
    fn path(&self, file: FileId) -> Option<&str> {
        (file == self.0).then_some("a file")
    }

    fn text(&self, file: FileId) -> &str {
        if file == self.0 { self.1 } else { "" }
    }
}
