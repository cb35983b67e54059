//! Two texts word by word. In: what two statements say. Out: how alike they are, and the runs of
//! words that came, went or stayed.

use similar::{Algorithm, DiffOp, capture_diff_slices, diff_ratio};
use std::cmp::Ordering;

/// From here on two statements are one, said anew. In the thousand statements of the shipped
/// handbook no two that mean different things share more than 0.55 of their words in order; the
/// same requirement with other years shares 0.6 and more. `tests/it/rewording.rs` has the pairs.
pub const REWORDED: f32 = 0.6;

/// From here on a statement is a copy with a word changed.
pub const COPIED: f32 = 0.8;

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
    /// Lower case, without punctuation around them.
    keys: Vec<String>,
    sorted: Vec<String>,
}

impl Words {
    pub fn of(text: &str) -> Words {
        let keys: Vec<String> = split(text).into_iter().map(key).collect();
        let mut sorted = keys.clone();
        sorted.sort_unstable();
        Words { keys, sorted }
    }

    /// How much two texts have in common: twice the words they share in order, by the words of
    /// both; 1 is the same. `None` where that is less than `least`.
    pub fn similarity(&self, other: &Words, least: f32) -> Option<f32> {
        let n_all = self.keys.len() + other.keys.len();
        // No order can make them share more than this, and most pairs share less.
        let n_least = self.keys.len().min(other.keys.len());
        if ratio(n_least, n_all) < least || ratio(self.n_shared(other), n_all) < least {
            return None;
        }
        let operations = capture_diff_slices(Algorithm::Lcs, &self.keys, &other.keys);
        let similarity = diff_ratio(&operations, self.keys.len(), other.keys.len());
        (similarity >= least).then_some(similarity)
    }

    /// The words that both have, in whatever order.
    fn n_shared(&self, other: &Words) -> usize {
        let (mut these, mut those) =
            (self.sorted.iter().peekable(), other.sorted.iter().peekable());
        let mut n_shared = 0;
        while let (Some(this), Some(that)) = (these.peek(), those.peek()) {
            match this.cmp(that) {
                Ordering::Less => drop(these.next()),
                Ordering::Greater => drop(those.next()),
                Ordering::Equal => {
                    n_shared += 1;
                    these.next();
                    those.next();
                }
            }
        }
        n_shared
    }
}

/// What becomes of the words of `before` on the way to `after`; `None` where so few stay that there
/// is nothing to follow.
pub fn runs(before: &str, after: &str) -> Option<Vec<Run>> {
    let [one, other] = [before, after].map(Words::of);
    one.similarity(&other, REWORDED)?;
    let (before, after) = (split(before), split(after));
    let mut runs = Vec::new();
    let mut add = |fate, words: &[&str]| {
        if !words.is_empty() {
            runs.push(Run { fate, words: words.join(" ") });
        }
    };
    for operation in capture_diff_slices(Algorithm::Lcs, &one.keys, &other.keys) {
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

fn key(word: &str) -> String {
    let bare = word.trim_matches(|it: char| !it.is_alphanumeric());
    // A word of signs alone is itself.
    if bare.is_empty() { word.to_owned() } else { bare.to_lowercase() }
}

#[expect(clippy::cast_precision_loss, reason = "a statement has few words")]
fn ratio(n_shared: usize, n_all: usize) -> f32 {
    if n_all == 0 { 1.0 } else { 2.0 * n_shared as f32 / n_all as f32 }
}
