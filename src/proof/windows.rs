//! Which pieces of a private text are worth looking for. In: letters and digits. Out: pieces of them.
//!
//! A text is cut into windows, so that a part of it is found as well: any sixty-three letters of a
//! text, and any thirty-two at its beginning or end. Fewer than ten letters and digits are not
//! looked for: "Pay" and "2 to 4" stand everywhere, and what is as short as that is kept back by the
//! edition alone. Nor is what says little besides names that everybody knows: pages name roles side
//! by side, as in "From Tech Lead to Engineering Manager".

use super::fold;
use aho_corasick::AhoCorasick;

/// The least that is looked for, in letters and digits.
const LEAST: usize = 10;
/// How many letters and digits are looked for at once.
const WINDOW: usize = 32;
/// How many letters a short text must have besides names.
const LEAST_BESIDES: usize = 7;

/// Names that everybody knows.
pub(super) struct Names(Option<AhoCorasick>);

impl Names {
    pub(super) fn new(names: &[String]) -> Names {
        let folded = names.iter().map(|it| fold::words(it).trim_end().to_owned());
        let folded: Vec<String> = folded.filter(|it| !it.is_empty()).collect();
        Names(AhoCorasick::new(folded).ok())
    }

    /// For each byte of `text`, whether it is in a name.
    fn cover(&self, text: &str) -> Vec<bool> {
        let mut covered = vec![false; text.len()];
        for found in self.0.iter().flat_map(|it| it.find_overlapping_iter(text)) {
            covered[found.range()].fill(true);
        }
        covered
    }
}

/// A short text as a whole; a long one in windows side by side, the last at its end. A name of
/// something hidden is looked for whatever it is made of.
pub(super) fn windows_of(segment: &str, names: &Names, is_name: bool) -> Vec<String> {
    let covered = names.cover(segment);
    let letters: Vec<(char, bool)> =
        segment.char_indices().map(|(at, it)| (it, covered[at])).collect();
    let n = letters.len();
    let text = |it: &[(char, bool)]| it.iter().map(|(it, _)| *it).collect::<String>();
    let n_besides = |it: &[(char, bool)]| it.iter().filter(|(_, covered)| !covered).count();
    if n < LEAST {
        return Vec::new();
    }
    if n <= WINDOW {
        let is_told = is_name || n_besides(&letters) >= LEAST_BESIDES;
        return if is_told { vec![segment.to_owned()] } else { Vec::new() };
    }
    let starts = (0..=n - WINDOW).step_by(WINDOW).chain([n - WINDOW]);
    let windows = starts.map(|at| &letters[at..at + WINDOW]);
    windows.filter(|it| is_name || n_besides(it) >= LEAST).map(text).collect()
}
