//! What each entry says, counted: which words, how often, in which fields, in which passage.

use super::digits;
use super::entry::Entry;
use super::words::each_word;
use fnv::FnvHashMap;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

/// Where words stand, by what they tell of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    /// Another name.
    Also,
    Heading,
    Statement,
    Body,
}

pub(super) const N_FIELDS: usize = 5;

/// What is known of each word. Words are short, and asked for as often as a handbook says any.
pub(super) type ByWord<T> = FnvHashMap<Box<str>, T>;

/// The words of one entry.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// In the order of their letters.
    pub(super) words: Vec<(Box<str>, Said)>,
    /// How many words each field has.
    pub(super) lengths: [u32; N_FIELDS],
}

/// How an entry says a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// How often, by field.
    pub(super) counts: [u16; N_FIELDS],
    pub(super) places: Places,
}

/// The numbers of the passages that have a word, in reading order; 0 is outside of all. There are as
/// many of these as there are words on pages, so they are small, and only the first are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    numbers: [u8; MOST_PLACES],
    n: u8,
}

const MOST_PLACES: usize = 4;

/// One for each entry.
pub(super) fn tallies(entries: &[Entry]) -> Vec<Tally> {
    entries.par_iter().map(tally).collect()
}

fn tally(entry: &Entry) -> Tally {
    let mut counter = Counter::default();
    counter.count(&entry.title, Field::Title, 0);
    entry.also.iter().for_each(|it| counter.count(it, Field::Also, 0));
    counter.count(&entry.around, Field::Heading, 0);
    if let Some(family) = &entry.family {
        counter.count(&family.title, Field::Heading, 0);
    }
    counter.count(&entry.summary, Field::Statement, 0);
    for (number, it) in (1..).zip(&entry.passages) {
        counter.count(&it.heading, Field::Heading, number);
        let field = if it.heading.is_empty() { Field::Statement } else { Field::Body };
        counter.count(&it.text, field, number);
    }
    counter.finish()
}

#[derive(Default)]
struct Counter {
    words: ByWord<Said>,
    lengths: [u32; N_FIELDS],
}

impl Counter {
    fn count(&mut self, text: &str, field: Field, passage: usize) {
        let index = field as usize;
        each_word(text, &mut |word| {
            self.lengths[index] += 1;
            match self.words.get_mut(word) {
                Some(said) => said.add(index, passage),
                None => {
                    let mut said = Said::default();
                    said.add(index, passage);
                    self.words.insert(word.into(), said);
                }
            }
        });
    }

    fn finish(self) -> Tally {
        let mut words: Vec<_> = self.words.into_iter().collect();
        words.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        Tally { words, lengths: self.lengths }
    }
}

impl Said {
    fn add(&mut self, field: usize, passage: usize) {
        self.counts[field] = self.counts[field].saturating_add(1);
        self.places.add(passage);
    }
}

impl Places {
    pub(super) fn numbers(&self) -> &[u8] {
        &self.numbers[..usize::from(self.n)]
    }

    pub(super) fn add(&mut self, passage: usize) {
        // What a digit cannot tell apart is one place.
        let passage = u8::try_from(passage).unwrap_or(u8::MAX).min(digits::MOST);
        if usize::from(self.n) < MOST_PLACES && self.numbers().last() != Some(&passage) {
            self.numbers[usize::from(self.n)] = passage;
            self.n += 1;
        }
    }
}

#[cfg(test)]
impl FromIterator<usize> for Places {
    fn from_iter<I: IntoIterator<Item = usize>>(passages: I) -> Places {
        let mut places = Places::default();
        passages.into_iter().for_each(|it| places.add(it));
        places
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Passage;

    #[test]
    fn words_are_counted_by_field_and_placed_where_they_stand() {
        let passage = |heading: &str, text: &str| Passage {
            anchor: "a".to_owned(),
            heading: heading.to_owned(),
            text: text.to_owned(),
        };
        let tally = tally(&Entry {
            title: "Lead".to_owned(),
            also: vec!["SEM".to_owned()],
            summary: "Leads leads.".to_owned(),
            passages: vec![passage("Day", "Leads a day"), passage("", "A day of SEM")],
            ..Entry::default()
        });
        let told = |word: &str| {
            let said = tally.words.iter().find(|(it, _)| &**it == word).expect(word).1;
            (said.counts, said.places.numbers().to_vec())
        };
        assert_eq!(told("leads"), ([0, 0, 0, 2, 1], vec![0, 1]));
        assert_eq!(told("day"), ([0, 0, 1, 1, 1], vec![1, 2]));
        assert_eq!(told("sem"), ([0, 1, 0, 1, 0], vec![0, 2]));
        assert_eq!(told("of"), ([0, 0, 0, 1, 0], vec![2]));
        let places: Places = [3, 80, 900].into_iter().collect();
        assert_eq!(places.numbers(), [3, digits::MOST]);
        assert_eq!(told("lead"), ([1, 0, 0, 0, 0], vec![0]));
        assert_eq!(tally.lengths, [1, 1, 1, 6, 3]);
        assert!(tally.words.is_sorted_by(|one, other| one.0 < other.0));
    }
}
