//! A way out of a misspelt name: "did you mean `mentoring`?"
//!
//! In: a word and the names it could have been. Out: half a sentence for the `help` of a finding.
//! Must not know what the names stand for.

use std::fmt::{self, Display};

/// How many letters of a name may differ from what was meant by it.
pub const MOST_SLIPS: usize = 2;

/// How many names a sentence may list before it says "and 12 more".
const LISTED: usize = 8;

/// The help for an unknown name: the closest candidate, or what is known, or `otherwise` where
/// nothing is.
pub fn did_you_mean<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    otherwise: &str,
) -> String {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    match closest(word, candidates.iter().copied()) {
        _ if candidates.is_empty() => otherwise.to_owned(),
        Some(name) => format!("did you mean {}?", Ticked(name)),
        None => known(&candidates),
    }
}

/// The candidate that was most likely meant; the first one, when several are equally close.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let ranked = candidates.into_iter().filter_map(|it| Some((nearness(&word, it)?, it)));
    ranked.min_by_key(|(nearness, _)| *nearness).map(|(_, it)| it)
}

/// Whether `word` is `name` but for a letter or two. Expects both in lower case.
pub fn is_slip(word: &str, name: &str) -> bool {
    let length = name.chars().count();
    // Short words are too much alike.
    let limit = match length {
        0..6 => return false,
        6..10 => 1,
        _ => MOST_SLIPS,
    };
    // The difference in length is the least that can differ; it is cheaper than the comparison.
    length.abs_diff(word.chars().count()) <= limit
        && word != name
        && digits(word).eq(digits(name))
        && n_foreign(word, letters(name)) <= limit
        && n_foreign(name, letters(word)) <= limit
        && strsim::osa_distance(word, name) <= limit
}

/// How many letters of `word` are for certain none of these: each of them has to change. This is cheaper
/// than the comparison, and most pairs have too many.
fn n_foreign(word: &str, letters: u64) -> usize {
    word.chars().filter(|it| letters & bit(*it) == 0).count()
}

/// Which letters there are. Some share a bit, so a letter that is there may be another.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |letters, it| letters | bit(it))
}

fn bit(letter: char) -> u64 {
    1 << (u32::from(letter) % 64)
}

/// How a candidate resembles the word; the first kind is the closest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    /// So many letters differ.
    Spelling(usize),
    /// The candidate begins with the word.
    Beginning,
    /// The candidate has the word in it.
    Part,
}

/// Expects `word` in lower case. As in rustc, a third of the letters may differ.
fn nearness(word: &str, candidate: &str) -> Option<Nearness> {
    let candidate = candidate.to_lowercase();
    let (length, other) = (word.chars().count(), candidate.chars().count());
    let limit = length.max(3) / 3;
    // The difference in length is the least that can differ; it is cheaper than the comparison.
    if length.abs_diff(other) <= limit && digits(word).eq(digits(&candidate)) {
        let distance = strsim::osa_distance(word, &candidate);
        // A word that shares no letter is no slip.
        if distance <= limit && distance < length {
            return Some(Nearness::Spelling(distance));
        }
    }
    match candidate.find(word) {
        Some(0) if length >= 4 => Some(Nearness::Beginning),
        Some(_) if length >= 4 => Some(Nearness::Part),
        _ => None,
    }
}

/// Names with other numbers are other names: `ic6` is no slip for `ic5`.
fn digits(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(char::is_ascii_digit)
}

fn known(names: &[&str]) -> String {
    let more = names.len().saturating_sub(LISTED);
    let listed: Vec<String> = names.iter().take(LISTED).map(|it| Ticked(it).to_string()).collect();
    match more {
        0 => format!("known here: {}", listed.join(", ")),
        _ => format!("known here: {} and {more} more", listed.join(", ")),
    }
}

/// A piece of the author's text in backticks.
#[derive(Clone, Copy, Debug)]
pub struct Ticked<T>(pub T);

impl<T: Display> Display for Ticked<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

/// Several names in one sentence: "`a`, `b` or `c`".
#[derive(Clone, Copy, Debug)]
pub struct List<'a> {
    names: &'a [&'a str],
    last: &'static str,
}

impl<'a> List<'a> {
    pub fn and(names: &'a [&'a str]) -> List<'a> {
        List { names, last: " and " }
    }

    pub fn or(names: &'a [&'a str]) -> List<'a> {
        List { names, last: " or " }
    }
}

impl Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, name) in self.names.iter().enumerate() {
            let before = match index {
                0 => "",
                _ if index + 1 == self.names.len() => self.last,
                _ => ", ",
            };
            write!(f, "{before}{}", Ticked(name))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised() {
        let known = ["mentoring", "technical-leadership", "influence", "hiring", "l3", "l4"];
        let cases = [
            ("mentorng", Some("mentoring")),
            ("Mentoring", Some("mentoring")),
            ("mnetoring", Some("mentoring")),
            ("leadership", Some("technical-leadership")),
            ("tech", Some("technical-leadership")),
            ("tec", None),
            ("firing", Some("hiring")),
            ("l5", None),
            ("L4", Some("l4")),
            ("technical-ladership", Some("technical-leadership")),
            ("x", None),
            ("", None),
            ("gardening", None),
        ];
        for (word, expected) in cases {
            assert_eq!(closest(word, known), expected, "{word}");
        }
    }

    #[test]
    fn a_slip_is_closer_than_a_part_and_the_first_wins() {
        assert_eq!(closest("lead", ["team-lead", "leads-people", "leed"]), Some("leed"));
        assert_eq!(closest("lead", ["team-lead", "leads-people"]), Some("leads-people"));
        assert_eq!(closest("cat", ["bat", "rat", "hat"]), Some("bat"));
        assert_eq!(closest("ÅRSHJUL", ["årshjul"]), Some("årshjul"));
    }

    #[test]
    fn help_always_says_something() {
        assert_eq!(did_you_mean("mentorng", ["mentoring"], "-"), "did you mean `mentoring`?");
        assert_eq!(did_you_mean("zzz", ["a", "bb"], "-"), "known here: `a`, `bb`");
        assert_eq!(did_you_mean("zzz", [], "add it to `areas:`"), "add it to `areas:`");
        let many: Vec<String> = (10..30).map(|it| format!("n{it}")).collect();
        assert_eq!(
            did_you_mean("zzzz", many.iter().map(String::as_str), "-"),
            "known here: `n10`, `n11`, `n12`, `n13`, `n14`, `n15`, `n16`, `n17` and 12 more"
        );
    }

    #[test]
    fn lists_read_like_sentences() {
        assert_eq!(List::or(&["a"]).to_string(), "`a`");
        assert_eq!(List::or(&["a", "b", "c"]).to_string(), "`a`, `b` or `c`");
        assert_eq!(List::and(&["a", "b"]).to_string(), "`a` and `b`");
        assert_eq!(List::or(&[]).to_string(), "");
    }
}
