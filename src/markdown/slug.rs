//! Words as they may stand in an address: `Scope & impact` becomes `scope-impact`.

use crate::spelling::composed;
use std::borrow::Cow;

/// The slug of `text`, in the manner of GitHub but without runs of `-`. Letters of any script
/// stay; a text without any becomes `section`.
pub fn slug(text: &str) -> String {
    beginning(text, usize::MAX)
}

/// The slug of as much of `text` as gives more than `enough` letters.
fn beginning(text: &str, enough: usize) -> String {
    let mut slug =
        Slug { text: String::with_capacity(text.len().min(2 * LONGEST)), ..Slug::default() };
    for character in letters(text).chars() {
        slug.add(character.to_ascii_lowercase());
        if slug.length > enough {
            break;
        }
    }
    if slug.text.is_empty() { "section".to_owned() } else { slug.text }
}

/// What makes a slug, and what stands between its words; more than that, and capitals, only where all is ASCII.
fn letters(text: &str) -> Cow<'_, str> {
    // Most texts are, and telling what another letter is in lower case takes a search.
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let kept = |it: &char| is_letter(*it) || is_between(*it);
    let lower: String = composed(text).chars().flat_map(char::to_lowercase).filter(kept).collect();
    // What is left out may have stood between a letter and its mark, and a small letter may be one with a mark
    // that its capital is not.
    Cow::Owned(composed(&lower).into_owned())
}

fn is_letter(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn is_between(character: char) -> bool {
    character == '-' || character.is_whitespace()
}

#[derive(Default)]
struct Slug {
    text: String,
    /// In letters.
    length: usize,
    /// Whether the next letter begins a word.
    is_gap: bool,
}

impl Slug {
    fn add(&mut self, character: char) {
        if is_between(character) {
            self.is_gap = self.length > 0;
        } else if is_letter(character) {
            if std::mem::take(&mut self.is_gap) {
                self.text.push('-');
                self.length += 1;
            }
            self.text.push(character);
            self.length += 1;
        }
    }
}

/// The longest slug of a sentence, in letters.
const LONGEST: usize = 60;

/// The slug of a sentence, cut between words so that an address can bear it.
pub fn short_slug(text: &str) -> String {
    let whole = beginning(text, LONGEST);
    let Some((end, _)) = whole.char_indices().nth(LONGEST) else { return whole };
    let cut = &whole[..end];
    cut.rsplit_once('-').map_or(cut, |(words, _)| words).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{short_slug, slug};

    #[test]
    fn a_sentence_is_cut_between_words() {
        assert_eq!(short_slug("Settles conflicts"), "settles-conflicts");
        let long = short_slug(&"priority ".repeat(20));
        assert_eq!(long, "priority-priority-priority-priority-priority-priority");
        let (just, more) = ("a".repeat(60), "b ".repeat(30) + &"c".repeat(60));
        assert_eq!(short_slug(&format!("{just} – !")), just);
        assert_eq!(short_slug(&format!("{just} x")), just);
        assert_eq!(short_slug(&format!("{just}x y")), just);
        assert_eq!(short_slug(&more), "b-".repeat(29) + "b");
    }

    #[test]
    fn slugs() {
        for (text, expected) in [
            ("Senior Engineering Manager", "senior-engineering-manager"),
            ("Scope & impact", "scope-impact"),
            ("  --C++ / C#--  ", "c-c"),
            ("Führung, 日本語 und snake_case", "führung-日本語-und-snake_case"),
            ("🎉 Party 🎉", "party"),
            ("ÉCLAIR", "éclair"),
            ("E\u{301}CLAIR", "éclair"),
            // What is left out may have kept a letter from its mark, or two marks in their order.
            ("α*\u{345}", "ᾳ"),
            ("x\u{345}*\u{36f}", "x\u{36f}\u{345}"),
            ("Ή\u{345}", "ῄ"),
            ("🎉", "section"),
            ("", "section"),
        ] {
            assert_eq!(slug(text), expected, "{text}");
        }
    }
}
