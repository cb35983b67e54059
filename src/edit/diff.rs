//! What edits change, line by line, as `diff` would say it. No lines around: who reads it wants to
//! know what would be written.

use super::{Edit, Edits};
use std::ops::Range;

/// The changed lines of `text`: `@@ -3 +3 @@`, then the lines as they are and as they would be.
pub fn diff(text: &str, edits: &Edits) -> String {
    let (mut shown, mut shift) = (String::new(), 0_isize);
    for hunk in hunks(text, edits) {
        let old = &text[hunk.lines.clone()];
        let new = hunk.edits_below().apply(old);
        let (n_before, old, new) = differing(old.lines().collect(), new.lines().collect());
        let first = text[..hunk.lines.start].matches('\n').count() + n_before;
        let first_new = first.saturating_add_signed(shift);
        let at = [range(first, old.len()), range(first_new, new.len())];
        shown.push_str(&format!("@@ -{} +{} @@\n", at[0], at[1]));
        old.iter().for_each(|it| shown.push_str(&format!("-{it}\n")));
        new.iter().for_each(|it| shown.push_str(&format!("+{it}\n")));
        shift += new.len().cast_signed() - old.len().cast_signed();
    }
    shown
}

/// Whole lines, and what is changed in them.
struct Hunk {
    lines: Range<usize>,
    edits: Vec<Edit>,
}

impl Hunk {
    /// The edits, with places that count from the first of the lines.
    fn edits_below(&self) -> Edits {
        let start = u32::try_from(self.lines.start).unwrap_or(u32::MAX);
        let edits = self.edits.iter().cloned().map(|mut it| {
            (it.span.start, it.span.end) = (it.span.start - start, it.span.end - start);
            it
        });
        Edits(edits.collect())
    }
}

fn hunks(text: &str, edits: &Edits) -> Vec<Hunk> {
    let mut hunks: Vec<Hunk> = Vec::new();
    for edit in edits.iter() {
        let lines = lines(text, edit.span.start as usize..edit.span.end as usize);
        match hunks.last_mut().filter(|it| lines.start < it.lines.end) {
            Some(last) => {
                last.lines.end = last.lines.end.max(lines.end);
                last.edits.push(edit.clone());
            }
            None => hunks.push(Hunk { lines, edits: vec![edit.clone()] }),
        }
    }
    hunks
}

/// The whole lines around a place.
fn lines(text: &str, at: Range<usize>) -> Range<usize> {
    let start = text[..at.start].rfind('\n').map_or(0, |it| it + 1);
    let end = text[at.end..].find('\n').map_or(text.len(), |it| at.end + it + 1);
    start..end
}

/// The lines without those that both begin and end with, and how many they begin with.
fn differing<'a>(
    mut old: Vec<&'a str>,
    mut new: Vec<&'a str>,
) -> (usize, Vec<&'a str>, Vec<&'a str>) {
    while old.last().is_some_and(|it| new.last() == Some(it)) {
        old.pop();
        new.pop();
    }
    let n_before = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    (n_before, old.split_off(n_before), new.split_off(n_before))
}

/// `3` for one line after two others, `3,2` for two. Where there is none, the line before counts.
fn range(n_before: usize, n_lines: usize) -> String {
    match n_lines {
        0 => format!("{n_before},0"),
        1 => (n_before + 1).to_string(),
        n => format!("{},{n}", n_before + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Edit;
    use super::*;
    use crate::diagnostic::{FileId, Span};

    #[test]
    fn lines_are_shown_as_they_are_and_as_they_would_be() {
        let text = "one\ntwo\nthree\nfour";
        let edit = |start, end, text: &str| Edit::new(Span::new(FileId::of("a"), start, end), text);
        let edits =
            vec![edit(0, 0, "zero\n"), edit(4, 7, "2"), edit(18, 18, "!"), edit(14, 15, "F")];
        let edits = Edits::new(edits).expect("each has its place");
        assert_eq!(
            diff(text, &edits),
            "@@ -0,0 +1 @@\n+zero\n@@ -2 +3 @@\n-two\n+2\n@@ -4 +5 @@\n-four\n+Four!\n"
        );
    }
}
