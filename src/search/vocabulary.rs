//! Every word that anything is found by, once.

use super::digits::{MOST, digit};
use super::postings::List;
use super::stems::Stems;
use super::tally::ByWord;
use std::collections::HashMap;

/// Words by the order in which a browser compares them, with the pages that say them.
pub(super) struct Vocabulary {
    pub(super) words: Vec<Word>,
}

pub(super) struct Word {
    pub(super) text: String,
    pub(super) list: List,
    /// How far before it the last other form of the same word stands; 0 where there is none.
    same: u8,
}

impl Vocabulary {
    pub(super) fn new(lists: ByWord<List>, stems: &Stems) -> Vocabulary {
        let mut words: Vec<(String, List)> =
            lists.into_iter().map(|(word, list)| (word.into(), list)).collect();
        words.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
        let same = forms(&words, stems);
        let word = |((text, list), same)| Word { text, list, same };
        Vocabulary { words: words.into_iter().zip(same).map(word).collect() }
    }

    /// The words, each as what it adds to the beginning that it has in common with the one before:
    /// a capital for how long that is (no word has any), then the rest.
    pub(super) fn spelled(&self) -> String {
        let (mut spelled, mut previous) = (String::new(), "");
        for Word { text, .. } in &self.words {
            let n_shared = shared(previous, text);
            let units: usize = text.chars().take(n_shared).map(char::len_utf16).sum();
            spelled.push(char::from(b'A' + u8::try_from(units).unwrap_or_default()));
            spelled.extend(text.chars().skip(n_shared));
            previous = text;
        }
        spelled
    }

    /// For each word how far before it another form of it stands.
    pub(super) fn forms(&self) -> String {
        self.words.iter().map(|it| digit(it.same)).collect()
    }

    /// For each word how many pages say it, as a power of two.
    pub(super) fn frequencies(&self) -> String {
        let power = |it: &Word| it.list.n_pages.checked_ilog2().map_or(0, |it| it as u8);
        self.words.iter().map(|it| digit(power(it))).collect()
    }
}

/// Forms of one word stand close to each other, since what differs is their end. Two that have more
/// words between them than a digit can say are taken for two.
fn forms(words: &[(String, List)], stems: &Stems) -> Vec<u8> {
    let mut last: HashMap<String, usize> = HashMap::new();
    let distance = |(index, (word, _)): (usize, &(String, List))| {
        let before = last.insert(stems.stem(word).into_owned(), index);
        let distance = before.and_then(|it| u8::try_from(index - it).ok());
        distance.filter(|it| *it <= MOST).unwrap_or(0)
    };
    words.iter().enumerate().map(distance).collect()
}

/// How many characters two words have in common at their start, as far as a capital can say.
fn shared(one: &str, other: &str) -> usize {
    let (mut units, mut n) = (0, 0);
    for (left, right) in one.chars().zip(other.chars()) {
        units += left.len_utf16();
        if left != right || units > 25 {
            break;
        }
        n += 1;
    }
    n
}
