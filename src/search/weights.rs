//! How much a word tells of a page that says it: the weighted frequency of BM25F.
//!
//! In: counts by field. Out: a class, which is all that the browser needs to rank: it knows of how
//! many pages a word is said by the length of its list. (Zaragoza, Craswell, Taylor, Saria,
//! Robertson: Microsoft Cambridge at TREC-13, 2004.)

use super::tally::{N_FIELDS, Said, Tally};

/// What a word counts for in each field: title, other names, headings, statements, body.
const WEIGHTS: [f64; N_FIELDS] = [8.0, 6.0, 3.0, 1.6, 1.0];
/// How far long fields are held against a word: 0 not at all, 1 in proportion.
const LENGTH: [f64; N_FIELDS] = [0.3, 0.3, 0.5, 0.6, 0.7];

/// The weight of the lowest class, and how many times that of one the next one weighs.
const LOWEST: f64 = 0.5;
const RATIO: f64 = 1.6;
/// Classes are letters: `A` is the lowest.
pub(super) const N_CLASSES: u8 = 9;

/// The mean lengths of fields.
pub(super) struct Lengths([f64; N_FIELDS]);

impl Lengths {
    pub(super) fn of(tallies: &[Tally]) -> Lengths {
        let mut means = [0.0; N_FIELDS];
        for (field, mean) in means.iter_mut().enumerate() {
            let lengths = tallies.iter().map(|it| f64::from(it.lengths[field]));
            let (n, sum) =
                lengths.filter(|it| *it > 0.0).fold((0.0, 0.0), |(n, sum), it| (n + 1.0, sum + it));
            *mean = if n > 0.0 { sum / n } else { 1.0 };
        }
        Lengths(means)
    }

    /// How far the length of each field of one entry is held against every word in it.
    pub(super) fn norms(&self, tally: &Tally) -> Norms {
        let norm = |field: usize| {
            let length = f64::from(tally.lengths[field]) / self.0[field];
            1.0 - LENGTH[field] + LENGTH[field] * length
        };
        Norms(std::array::from_fn(norm))
    }
}

/// What the weights of words are divided by, by field of one entry.
pub(super) struct Norms([f64; N_FIELDS]);

impl Norms {
    /// From 0 to [`N_CLASSES`] less one.
    pub(super) fn class(&self, said: &Said) -> u8 {
        let said_in = (0..N_FIELDS).filter(|it| said.counts[*it] > 0);
        let weight = said_in.map(|it| WEIGHTS[it] * f64::from(said.counts[it]) / self.0[it]);
        let steps = (weight.sum::<f64>() / LOWEST).ln() / RATIO.ln();
        // Saturates: what weighs less than the lowest class is in it.
        (steps.round() as u8).min(N_CLASSES - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(counts: [u16; N_FIELDS], lengths: [u32; N_FIELDS]) -> u8 {
        let usual = Tally { lengths: [2, 2, 10, 100, 100], ..Tally::default() };
        let tally = Tally { lengths, ..Tally::default() };
        Lengths::of(&[usual]).norms(&tally).class(&Said { counts, ..Said::default() })
    }

    #[test]
    fn a_name_tells_more_than_a_heading_and_that_more_than_text() {
        let usual = [2, 2, 10, 100, 100];
        let once =
            [[1, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1]];
        let classes = once.map(|it| class(it, usual));
        assert!(classes.is_sorted_by(|one, other| one > other), "{classes:?}");
    }

    #[test]
    fn more_tells_more_and_length_tells_less() {
        let short = class([0, 0, 0, 0, 2], [0, 0, 0, 0, 50]);
        let long = class([0, 0, 0, 0, 2], [0, 0, 0, 0, 5_000]);
        assert!(short > long && long == 0);
        assert!(
            class([0, 0, 0, 0, 9], [0, 0, 0, 0, 100]) > class([0, 0, 0, 0, 2], [0, 0, 0, 0, 100])
        );
        assert_eq!(class([u16::MAX; N_FIELDS], [2, 2, 10, 100, 100]), N_CLASSES - 1);
    }
}
