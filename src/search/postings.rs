//! For each word the pages that say it, in shards of neighbouring words: whoever asks for a word gets
//! its other forms and continuations along with it.

use super::digits::{base_36, digit};
use super::tally::{ByWord, Places, Tally};
use super::vocabulary::Vocabulary;
use super::weights::Lengths;
use super::{IndexFile, Press};
use rayon::prelude::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;
use std::ops::Range;

/// How many pages a word is listed with. A word that more pages say tells little of any of them, and
/// the list has those that say it most prominently.
const MOST_PAGES: usize = 1_000;
/// As many bytes as a shard has, about.
const SHARD: usize = 2_500;

/// The pages that say a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct List {
    /// In the order of entries.
    pub(super) postings: Vec<Posting>,
    /// How many there were before the list was cut.
    pub(super) n_pages: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting {
    pub(super) entry: usize,
    pub(super) class: u8,
    pub(super) places: Places,
}

/// Which shard has which words.
#[derive(Debug, Serialize)]
pub(super) struct Shards {
    /// The number of the first word of each.
    from: Vec<usize>,
    /// What their names end in, one after the other.
    names: String,
}

/// The lists of all words that entries say.
pub(super) fn lists(tallies: &[Tally]) -> ByWord<List> {
    let lengths = Lengths::of(tallies);
    let mut lists: ByWord<List> = ByWord::default();
    for (entry, tally) in tallies.iter().enumerate() {
        let norms = lengths.norms(tally);
        for (word, said) in &tally.words {
            let class = norms.class(said);
            let posting = Posting { entry, class, places: said.places };
            match lists.get_mut(word) {
                Some(list) => list.postings.push(posting),
                None => {
                    lists.insert(word.clone(), List { postings: vec![posting], n_pages: 0 });
                }
            }
        }
    }
    lists.values_mut().for_each(|it| it.cut(MOST_PAGES));
    lists
}

impl List {
    pub(super) fn cut(&mut self, most: usize) {
        self.n_pages = self.postings.len();
        if self.n_pages > most {
            self.postings.sort_by_key(|it| (u8::MAX - it.class, it.entry));
            self.postings.truncate(most);
            self.postings.sort_by_key(|it| it.entry);
        }
    }

    /// `A` to `I` for how much the word tells of a page, and before which how many pages do not say
    /// it, less that of neighbours. A list that was cut begins with how long it was: `5310:AC2B`.
    pub(super) fn pages(&self) -> String {
        let mut text = match self.n_pages > self.postings.len() {
            true => format!("{}:", self.n_pages),
            false => String::new(),
        };
        let mut next = 0;
        for it in &self.postings {
            text.push(char::from(b'A' + it.class));
            if it.entry > next {
                text.push_str(&base_36(it.entry - next));
            }
            next = it.entry + 1;
        }
        text
    }

    /// For each page the numbers of the passages, a digit each: `3+57` is the third and the fifth
    /// passage of one page, and the seventh of the next.
    pub(super) fn passages(&self) -> String {
        let mut text = String::with_capacity(self.postings.len());
        for posting in &self.postings {
            for (nth, passage) in posting.places.numbers().iter().enumerate() {
                text.extend((nth > 0).then_some('+'));
                text.push(digit(*passage));
            }
        }
        text
    }
}

/// The files, and which words are in which.
pub(super) fn shards(vocabulary: &Vocabulary, press: &Press<'_>) -> (Shards, Vec<IndexFile>) {
    let columns: Vec<(String, String)> =
        vocabulary.words.par_iter().map(|it| (it.list.pages(), it.list.passages())).collect();
    let ranges = ranges(columns.iter().map(|(pages, passages)| pages.len() + passages.len()));
    let pressed: Vec<_> = (0..ranges.len())
        .into_par_iter()
        .map(|number| {
            let (pages, passages): (Vec<_>, Vec<_>) =
                columns[ranges[number].clone()].iter().cloned().unzip();
            press.script(&format!("words/{number}"), &(pages.join(","), passages.join(",")))
        })
        .collect();
    let shards = Shards {
        from: ranges.iter().map(|it| it.start).collect(),
        names: pressed.iter().map(|it| it.fingerprint.as_str()).collect(),
    };
    (shards, pressed.into_iter().map(|it| it.file).collect())
}

/// Neighbours together, as long as they are no more than a shard; none is empty.
fn ranges(sizes: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let (mut ranges, mut bytes) = (Vec::<Range<usize>>::new(), 0);
    for (index, size) in sizes.enumerate() {
        match ranges.last_mut() {
            Some(last) if bytes + size <= SHARD => last.end = index + 1,
            _ => {
                ranges.push(index..index + 1);
                bytes = 0;
            }
        }
        bytes += size + 2;
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(pages: &[(usize, u8, &[usize])]) -> List {
        let posting = |&(entry, class, places): &(usize, u8, &[usize])| Posting {
            entry,
            class,
            places: places.iter().copied().collect(),
        };
        List { postings: pages.iter().map(posting).collect(), n_pages: pages.len() }
    }

    #[test]
    fn neighbours_cost_a_letter() {
        let list = list(&[(0, 0, &[0]), (1, 2, &[3, 5]), (40, 8, &[1]), (41, 0, &[0])]);
        assert_eq!(list.pages(), "ACI12A");
        assert_eq!(list.passages(), "03+510");
    }

    #[test]
    fn a_long_list_keeps_the_most_telling_pages_and_says_how_long_it_was() {
        let mut list = list(&[(0, 0, &[]), (1, 2, &[]), (5, 1, &[]), (9, 2, &[])]);
        list.cut(2);
        assert_eq!(list.pages(), "4:C1C7");
        list.cut(2);
        assert_eq!(list.n_pages, 2, "nothing more was cut");
    }

    #[test]
    fn shards_are_about_one_size() {
        let ranges = ranges([10, 2_000, 1_000, 9_000, 3, 3].into_iter());
        assert_eq!(ranges, [0..2, 2..3, 3..4, 4..6]);
    }
}
