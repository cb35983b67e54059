//! What each entry says, counted: which words, how often, in which fields, in which passage.

use super::digits;
use super::entry::Entry;
use super::words::each_word;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::HashMap;

/// Where words stand, by what they tell of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// The title and other names.
    Name,
    Heading,
    Statement,
    Body,
}

pub(super) const N_FIELDS: usize = 4;

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
    places: [usize; MOST_PLACES],
    n_places: usize,
}

/// In how many passages a word is told to stand.
const MOST_PLACES: usize = 4;

/// One for each entry.
pub(super) fn tallies(entries: &[Entry]) -> Vec<Tally> {
    entries.par_iter().map(tally).collect()
}

fn tally(entry: &Entry) -> Tally {
    let mut counter = Counter::default();
    counter.count(&entry.title, Field::Name, 0);
    entry.also.iter().for_each(|it| counter.count(it, Field::Name, 0));
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
    words: HashMap<Box<str>, Said>,
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
    #[cfg(test)]
    pub(super) fn at(places: &[usize]) -> Said {
        let mut said = Said::default();
        places.iter().for_each(|it| said.add(0, *it));
        said
    }

    #[cfg(test)]
    pub(super) fn times(counts: [u16; N_FIELDS]) -> Said {
        Said { counts, ..Said::default() }
    }

    /// The numbers of the passages that have it, as far as they are told; 0 is outside of all.
    pub(super) fn places(&self) -> &[usize] {
        &self.places[..self.n_places]
    }

    fn add(&mut self, field: usize, passage: usize) {
        self.counts[field] = self.counts[field].saturating_add(1);
        // What cannot be told apart is one place.
        let passage = passage.min(digits::MOST);
        if self.n_places < MOST_PLACES && self.places().last() != Some(&passage) {
            self.places[self.n_places] = passage;
            self.n_places += 1;
        }
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
            (said.counts, said.places().to_vec())
        };
        assert_eq!(told("leads"), ([0, 0, 2, 1], vec![0, 1]));
        assert_eq!(told("day"), ([0, 1, 1, 1], vec![1, 2]));
        assert_eq!(told("sem"), ([1, 0, 1, 0], vec![0, 2]));
        assert_eq!(told("of"), ([0, 0, 1, 0], vec![2]));
        assert_eq!(Said::at(&[3, 80, 90]).places(), [3, digits::MOST]);
        assert_eq!(told("lead"), ([1, 0, 0, 0], vec![0]));
        assert_eq!(tally.lengths, [2, 1, 6, 3]);
        assert!(tally.words.is_sorted_by(|one, other| one.0 < other.0));
    }
}
