//! Text to words, as they are compared: without case, diacritics and punctuation.
//!
//! A browser cuts queries in the same way (`split` in `search-find.js`, held together by
//! `tests/search/words.json`), and it has no tables but those of its regular expressions. So a word
//! is a run of letters, marks and digits as Unicode's properties have them, and not what the rules
//! for word boundaries make of it, which a browser does not know or follows by dictionaries of its
//! own. Scripts without spaces between words are cut into pairs of neighbours.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Gives each word of `text` to `take`, in order.
pub(super) fn each_word(text: &str, take: &mut impl FnMut(&str)) {
    if text.is_ascii() {
        each_run(&text.to_ascii_lowercase(), take);
    } else {
        each_run(&folded(text), take);
    }
}

/// The same as a list.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, &mut |it| words.push(it.to_owned()));
    words
}

fn folded(text: &str) -> String {
    let plain = text.nfkd().filter(|it| !is_diacritic(*it) && !is_unseen(*it)).nfc();
    let lower = plain.collect::<String>().to_lowercase();
    let mut folded = String::with_capacity(lower.len());
    for character in lower.chars() {
        match other_letters(character) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(character),
        }
    }
    folded
}

fn each_run(folded: &str, take: &mut impl FnMut(&str)) {
    let is_mark = |it: char| it == '\'' || !it.is_ascii() && is_combining_mark(it);
    let is_between = |it: char| !it.is_alphanumeric() && !is_mark(it);
    for run in folded.split(is_between).filter(|it| !it.is_empty()) {
        match run.contains('\'') {
            true => cut(&run.replace('\'', ""), take),
            false => cut(run, take),
        }
    }
}

/// A run of letters, apart where its script changes from one with spaces to one without.
fn cut(run: &str, take: &mut impl FnMut(&str)) {
    if run.is_ascii() && !run.is_empty() {
        return take(run);
    }
    let mut rest = run;
    while let Some(first) = rest.chars().next() {
        let has_spaces = !is_unspaced(first);
        let end = rest.find(|it| is_unspaced(it) == has_spaces).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        if has_spaces {
            take(part)
        } else {
            pairs(part, take)
        }
        rest = after;
    }
}

fn pairs(run: &str, take: &mut impl FnMut(&str)) {
    let starts: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    match starts.len() {
        2 => take(run),
        _ => starts.windows(3).for_each(|it| take(&run[it[0]..it[2]])),
    }
}

/// What decomposition parts from a letter, in the scripts where people leave it out. Between those
/// of Hebrew stands its hyphen, U+05BE, which parts words.
fn is_diacritic(it: char) -> bool {
    matches!(it, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'..='\u{5C7}'
        | '\u{64B}'..='\u{65F}' | '\u{670}')
}

/// Apostrophes, what only tells where a line may break, and what a sign is to look like.
fn is_unseen(it: char) -> bool {
    matches!(
        it,
        '\'' | '’' | 'ʼ' | '\u{AD}' | '\u{200B}'
            ..='\u{200D}' | '\u{20E3}' | '\u{FE0E}' | '\u{FE0F}' | '\u{FEFF}'
    )
}

/// Letters that decomposition leaves as they are, as people type them without the keys.
fn other_letters(it: char) -> Option<&'static str> {
    Some(match it {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        _ => return None,
    })
}

/// Thai, Lao, Burmese, Khmer, Chinese, Japanese, Korean.
fn is_unspaced(it: char) -> bool {
    matches!(it, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::words;
    use std::collections::BTreeMap;

    /// What the browser is tested against as well.
    #[test]
    fn texts_are_cut_as_the_browser_cuts_queries() {
        let pairs = include_str!("../../tests/search/words.json");
        let pairs: BTreeMap<String, Vec<String>> = serde_json::from_str(pairs).unwrap();
        assert!(pairs.len() > 10);
        for (text, expected) in pairs {
            assert_eq!(words(&text), expected, "{text:?}");
        }
    }
}
