//! What becomes of footnotes when a part of a text is left out: those that are no longer mentioned
//! go as well, and the others are counted anew, as if nothing else had ever been there.

use super::prose::{Draft, Piece, Prose};
use std::collections::{BTreeMap, BTreeSet};

/// The footnotes that `texts` still mention, be it by way of one another. Their marks in `texts`,
/// which are in the order of reading, get their new numbers.
pub fn remaining_footnotes(texts: &mut [&mut Prose], footnotes: &Prose) -> Option<Prose> {
    let parts = parts(footnotes.pieces());
    let mut wanted: Vec<usize> = texts.iter().flat_map(|it| mentioned(it.pieces())).collect();
    let mut kept = BTreeSet::new();
    while let Some(number) = wanted.pop() {
        if kept.insert(number) {
            wanted.extend(parts.get(&number).into_iter().flat_map(|it| mentioned(it)));
        }
    }
    let mut count = Count { numbers: kept.iter().copied().zip(1..).collect(), ..Count::default() };
    for text in texts {
        **text = count.counted(text, text.pieces());
    }
    let inside: Vec<Piece> =
        kept.iter().filter_map(|it| parts.get(it)).flatten().cloned().collect();
    let inside = count.counted(footnotes, &inside);
    let back_links = inside.pieces().iter().cloned().map(|it| count.back_links(it));
    let pieces = [Piece::FootnotesStart].into_iter().chain(back_links).chain([Piece::FootnotesEnd]);
    let draft = Draft { pieces: pieces.collect(), links: footnotes.links().to_vec() };
    (!kept.is_empty()).then(|| draft.finish())
}

/// The numbers of the footnotes that are mentioned.
fn mentioned(pieces: &[Piece]) -> Vec<usize> {
    let number = |it: &Piece| match it {
        Piece::FootnoteMark { number, .. } => Some(*number),
        _ => None,
    };
    pieces.iter().filter_map(number).collect()
}

/// The footnotes by number.
fn parts(pieces: &[Piece]) -> BTreeMap<usize, Vec<Piece>> {
    let mut parts: BTreeMap<usize, Vec<Piece>> = BTreeMap::new();
    let mut open = None;
    for piece in pieces {
        if let Piece::FootnoteStart { number } = piece {
            open = Some(*number);
        }
        if let Some(number) = open {
            parts.entry(number).or_default().push(piece.clone());
        }
        if *piece == Piece::FootnoteEnd {
            open = None;
        }
    }
    parts
}

/// Numbers that are given away again.
#[derive(Default)]
struct Count {
    /// New numbers by the old.
    numbers: BTreeMap<usize, usize>,
    /// How many marks there are so far, by new number.
    marks: BTreeMap<usize, usize>,
}

impl Count {
    fn counted(&mut self, prose: &Prose, pieces: &[Piece]) -> Prose {
        let pieces = pieces.iter().cloned().map(|it| self.piece(it)).collect();
        Draft { pieces, links: prose.links().to_vec() }.finish()
    }

    fn piece(&mut self, piece: Piece) -> Piece {
        match piece {
            Piece::FootnoteMark { number, .. } => {
                let number = self.number(number);
                let nth = self.marks.entry(number).or_default();
                *nth += 1;
                Piece::FootnoteMark { number, nth: *nth }
            }
            Piece::FootnoteStart { number } => Piece::FootnoteStart { number: self.number(number) },
            Piece::BackLinks { number, n_marks } => {
                Piece::BackLinks { number: self.number(number), n_marks }
            }
            other => other,
        }
    }

    /// How many marks there are is known only when all have been counted.
    fn back_links(&self, piece: Piece) -> Piece {
        match piece {
            Piece::BackLinks { number, .. } => {
                let n_marks = self.marks.get(&number).copied().unwrap_or_default();
                Piece::BackLinks { number, n_marks }
            }
            other => other,
        }
    }

    fn number(&self, old: usize) -> usize {
        self.numbers.get(&old).copied().unwrap_or(old)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{html, parsed};
    use super::super::{Block, Prose};
    use super::remaining_footnotes;

    const TEXT: &str = "\
- one [^a]
- two [^b] [^c]
- three [^b]

[^a]: First
[^b]: Second, as [^d]
[^c]: Third
[^d]: Fourth
";

    /// The items of a list but for those in `gone`, and the footnotes that remain.
    fn remaining(text: &str, gone: &[usize]) -> (Vec<Prose>, Option<Prose>) {
        let parsed = parsed(text).value;
        let Some(Block::List(list)) = parsed.blocks.first() else { panic!("{parsed:?}") };
        let items = list.items.iter().enumerate().filter(|(at, _)| !gone.contains(at));
        let mut items: Vec<Prose> = items.map(|(_, it)| it.prose.clone()).collect();
        let mut texts: Vec<&mut Prose> = items.iter_mut().collect();
        let footnotes = remaining_footnotes(&mut texts, &parsed.footnotes);
        (items, footnotes)
    }

    #[test]
    fn what_is_left_reads_as_if_nothing_else_had_been_there() {
        let whole =
            "- two [^b] [^c]\n- three [^b]\n\n[^b]: Second, as [^d]\n[^c]: Third\n[^d]: Fourth\n";
        let (items, footnotes) = remaining(TEXT, &[0]);
        let (expected, all) = remaining(whole, &[]);
        assert_eq!(
            items.iter().map(html).collect::<Vec<_>>(),
            expected.iter().map(html).collect::<Vec<_>>()
        );
        assert_eq!(footnotes.map(|it| html(&it)), all.map(|it| html(&it)));
        assert_eq!(parsed(whole).value.footnotes, remaining(whole, &[]).1.unwrap());
    }

    #[test]
    fn a_footnote_goes_with_its_last_mark() {
        let (_, footnotes) = remaining(TEXT, &[0, 1]);
        let html = html(&footnotes.unwrap());
        assert!(html.contains("Second") && html.contains("Fourth"), "{html}");
        assert!(!html.contains("First") && !html.contains("Third"), "{html}");
        assert_eq!(remaining(TEXT, &[0, 1, 2]).1, None);
    }
}
