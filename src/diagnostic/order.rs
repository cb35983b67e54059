//! The order in which findings are shown: as a reader goes through the files.

use super::{Diagnostic, Sources};
use std::cmp::Ordering;

/// Sorts by path, place, code and message, and drops what was said twice.
pub fn sort(diagnostics: &mut Vec<Diagnostic>, sources: &dyn Sources) {
    diagnostics.sort_by(|a, b| compare(a, b, sources));
    diagnostics.dedup();
}

/// Compares every field, so that equal findings become neighbours and the order never depends on
/// which stage or thread came first.
fn compare(a: &Diagnostic, b: &Diagnostic, sources: &dyn Sources) -> Ordering {
    let path = |it: &Diagnostic| sources.path(it.span().file);
    path(a)
        .cmp(&path(b))
        .then_with(|| a.span().start.cmp(&b.span().start))
        .then_with(|| a.code.cmp(&b.code))
        .then_with(|| a.message.cmp(&b.message))
        .then_with(|| a.labels.cmp(&b.labels))
        .then_with(|| a.help.cmp(&b.help))
        .then_with(|| a.severity.cmp(&b.severity))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::code::{BROKEN_LINK, UNKNOWN_ROLE};
    use crate::diagnostic::place::tests::Files;
    use crate::diagnostic::{FileId, Span};

    #[test]
    fn findings_follow_the_files_and_are_said_once() {
        let files = Files(&[("a.md", "12345"), ("b.md", "12345")]);
        let at = |path, start| Span::new(FileId::of(path), start, start + 1);
        let new = |span, message: &str| Diagnostic::new(UNKNOWN_ROLE, span, message);
        let mut diagnostics = vec![
            new(at("b.md", 0), "in b"),
            new(at("a.md", 3), "later in a"),
            new(at("a.md", 1), "z"),
            new(at("a.md", 1), "z").help("with help"),
            new(at("a.md", 1), "a"),
            new(at("nowhere", 9), "on the command line"),
            Diagnostic::new(BROKEN_LINK, at("a.md", 1), "z"),
            new(at("a.md", 1), "z"),
        ];
        sort(&mut diagnostics, &files);
        let seen: Vec<_> = diagnostics.iter().map(|it| (it.code.as_str(), &*it.message)).collect();
        let expected = [
            ("unknown-role", "on the command line"),
            ("broken-link", "z"),
            ("unknown-role", "a"),
            ("unknown-role", "z"),
            ("unknown-role", "z"),
            ("unknown-role", "later in a"),
            ("unknown-role", "in b"),
        ];
        assert_eq!(seen, expected);
    }
}
