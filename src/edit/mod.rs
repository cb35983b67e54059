//! Changes to a text as values: a place, and what shall stand there.
//!
//! In: a text and [`Edits`]. Out: the text with all of them made, or what that would change line by
//! line. Knows no file and no stage, so whoever understands a text can say what to change in it.

mod diff;

pub use diff::diff;

use crate::diagnostic::Span;

/// One change: what shall stand in place of the text at `span`. Where that is empty, text is added.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

impl Edit {
    pub fn new(span: Span, text: impl Into<String>) -> Edit {
        Edit { span, text: text.into() }
    }

    /// Adds `text` before byte `at` of the file that `span` is in.
    pub fn insert(span: Span, at: usize, text: impl Into<String>) -> Edit {
        Edit::new(Span::new(span.file, at, at), text)
    }
}

/// Changes to one text. Invariant: sorted by place, each once, and no two want one place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// `None` when two changes want one place, so that their order would matter.
    pub fn new(mut edits: Vec<Edit>) -> Option<Edits> {
        edits.sort();
        edits.dedup();
        let clash = |pair: &[Edit]| {
            let [one, next] = [pair[0].span, pair[1].span];
            next.start < one.end || next.start == one.start
        };
        (!edits.windows(2).any(clash)).then_some(Edits(edits))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Edit> {
        self.0.iter()
    }

    /// The text with every change made. A place beyond the text, or within a letter, is left alone.
    pub fn apply(&self, text: &str) -> String {
        let mut edited = text.to_owned();
        // The last first, so that the places before it still hold.
        for Edit { span, text } in self.0.iter().rev() {
            let range = span.start as usize..span.end as usize;
            if edited.get(range.clone()).is_some() {
                edited.replace_range(range, text);
            }
        }
        edited
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use proptest::prelude::{any, prop, prop_assert_eq, proptest};

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit::new(Span::new(FileId::of("a"), start, end), text)
    }

    #[test]
    fn all_places_count_in_the_text_as_it_was() {
        let edits = vec![edit(6, 6, "!"), edit(0, 1, "J"), edit(5, 6, "y"), edit(0, 1, "J")];
        let edits = Edits::new(edits).expect("each has its place");
        assert_eq!(edits.apply("hello o"), "Jelloyo".replace("yo", "y!o"));
    }

    #[test]
    fn two_changes_of_one_place_are_refused() {
        for (one, other) in [
            (edit(0, 2, "a"), edit(1, 3, "b")),
            (edit(1, 1, "a"), edit(1, 1, "b")),
            (edit(1, 1, "a"), edit(1, 2, "b")),
        ] {
            assert_eq!(Edits::new(vec![one.clone(), other.clone()]), None);
            assert_eq!(Edits::new(vec![other, one]), None);
        }
    }

    /// The nearest place in `text` that is between two letters.
    fn between_letters(text: &str, at: usize) -> usize {
        (0..=at.min(text.len())).rev().find(|it| text.is_char_boundary(*it)).unwrap_or(0)
    }

    proptest! {
        #[test]
        fn nothing_changes_nothing(text in any::<String>()) {
            prop_assert_eq!(Edits::default().apply(&text), text);
        }

        #[test]
        fn the_order_in_which_changes_are_found_makes_no_difference(
            text in "[a-zé\n]{0,12}",
            places in prop::collection::vec((0..12_usize, 0..3_usize, "[a-zé\n]{0,3}"), 0..5),
        ) {
            let edits: Vec<Edit> = places.iter().map(|(at, length, new)| {
                let [start, end] = [*at, at + length].map(|it| between_letters(&text, it));
                edit(start, end, new)
            }).collect();
            let back = Edits::new(edits.iter().rev().cloned().collect());
            prop_assert_eq!(&back, &Edits::new(edits));
            // One after the other, the last in the text first, is the same as all at once.
            if let Some(all) = back {
                let alone = |it: &Edit| Edits(vec![it.clone()]);
                let one_by_one = all.iter().rev().fold(text.clone(), |so_far, it| alone(it).apply(&so_far));
                prop_assert_eq!(one_by_one, all.apply(&text));
            }
        }
    }
}
