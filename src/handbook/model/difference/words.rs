//! Two texts word by word. In: what two statements say. Out: how alike they are, and the runs of
//! words that came, went or stayed.

use fnv::FnvHasher;
use similar::{Algorithm, DiffOp, capture_diff_slices, diff_ratio};
use std::hash::Hasher;

/// From here on two statements are one, said anew. In the thousand statements of the shipped
/// handbook no two that mean different things share more than 0.55 of their words in order; the
/// same requirement with other years shares 0.6 and more. `tests/it/rewording.rs` has the pairs.
pub const REWORDED: f32 = 0.6;

/// From here on a statement is a copy with a word changed.
pub const COPIED: f32 = 0.8;

/// Lists of statements are held against each other, each against each, as long as there are no more pairs
/// than these: two roles with two thousand statements each. Nobody reads longer ones, and whoever makes them
/// must not stop a build for hours.
pub const MOST_PAIRS: usize = 4_000_000;

/// Words in a row with one fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub fate: Fate,
    /// With single spaces between them, as they stand in the later text where they stand in both.
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Kept,
    Dropped,
    Added,
}

/// The words of a text, ready to be held against those of many others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// A number for each word, equal for equal words: in lower case, without punctuation around
    /// them. Numbers are compared faster than words, and made without a copy of any.
    keys: Vec<u64>,
    /// The same in order: most pairs have too little in common to be looked at, and this tells.
    marks: Vec<u64>,
}

impl Words {
    pub fn of(text: &str) -> Words {
        let keys: Vec<u64> = text.split_whitespace().map(key).collect();
        let mut marks = keys.clone();
        marks.sort_unstable();
        Words { keys, marks }
    }

    /// How many there are.
    pub fn n(&self) -> usize {
        self.keys.len()
    }

    /// How much two texts have in common: twice the words they share in order, by the words of
    /// both; 1 is the same. `None` where that is less than `least`.
    pub fn similarity(&self, other: &Words, least: f32) -> Option<f32> {
        self.alignment(other, least).map(|(_, similarity)| similarity)
    }

    /// The same, and how one text becomes the other.
    fn alignment(&self, other: &Words, least: f32) -> Option<(Vec<DiffOp>, f32)> {
        let n_all = self.keys.len() + other.keys.len();
        let n_least = self.keys.len().min(other.keys.len());
        let n_needed = (0..=n_least).find(|it| ratio(*it, n_all) >= least)?;
        // No order can make them share more than any order does, and most pairs share less.
        if !self.shares(other, n_needed) {
            return None;
        }
        let operations = capture_diff_slices(Algorithm::Lcs, &self.keys, &other.keys);
        let similarity = diff_ratio(&operations, self.keys.len(), other.keys.len());
        (similarity >= least).then_some((operations, similarity))
    }

    /// Whether both have so many words, in whatever order.
    fn shares(&self, other: &Words, n_needed: usize) -> bool {
        let (these, those) = (&self.marks, &other.marks);
        let (mut at, mut there, mut n_shared) = (0, 0, 0);
        while n_shared + (these.len() - at).min(those.len() - there) >= n_needed {
            let (Some(this), Some(that)) = (these.get(at), those.get(there)) else { return true };
            // Without a branch: which of them is less, nobody can foretell.
            n_shared += usize::from(this == that);
            at += usize::from(this <= that);
            there += usize::from(that <= this);
        }
        false
    }
}

/// What becomes of the words of `before` on the way to `after`; `None` where so few stay that there
/// is nothing to follow.
pub fn runs(before: &str, after: &str) -> Option<Vec<Run>> {
    let [one, other] = [before, after].map(Words::of);
    let (operations, _) = one.alignment(&other, REWORDED)?;
    let (before, after) = (split(before), split(after));
    let mut runs = Vec::new();
    let mut add = |fate, words: &[&str]| {
        if !words.is_empty() {
            runs.push(Run { fate, words: words.join(" ") });
        }
    };
    for operation in operations {
        let (old, new) = (&before[operation.old_range()], &after[operation.new_range()]);
        if matches!(operation, DiffOp::Equal { .. }) {
            add(Fate::Kept, new);
        } else {
            add(Fate::Dropped, old);
            add(Fate::Added, new);
        }
    }
    Some(runs)
}

fn split(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn key(word: &str) -> u64 {
    let bare = word.trim_matches(|it: char| !it.is_alphanumeric());
    // A word of signs alone is itself.
    let bare = if bare.is_empty() { word } else { bare };
    let mut hasher = FnvHasher::default();
    if bare.is_ascii() {
        bare.bytes().for_each(|it| hasher.write_u8(it.to_ascii_lowercase()));
    } else {
        let letters = bare.chars().flat_map(char::to_lowercase);
        letters.for_each(|it| hasher.write(it.encode_utf8(&mut [0; 4]).as_bytes()));
    }
    hasher.finish()
}

#[expect(clippy::cast_precision_loss, reason = "a statement has few words")]
fn ratio(n_shared: usize, n_all: usize) -> f32 {
    if n_all == 0 { 1.0 } else { 2.0 * n_shared as f32 / n_all as f32 }
}
