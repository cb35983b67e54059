//! What the program itself says on a page: one text for each key, in the language of the handbook.
//!
//! In: texts by key, and a language. Out: words with everything put into its place. A leaf: knows
//! neither who wrote a text nor where it is shown, and reads no file. With `language.rs` the only
//! folder that names the crates which know languages.

mod block;
pub mod key;
mod language;
mod text;

pub use block::block;
pub use language::{Category, Language};
pub use text::{Part, Phrase, Text};

use key::Key;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The place of a text whose number chooses the form of a plural.
pub const COUNT: &str = "n";

/// Every text that pages need, and the language they are in. Invariant: there is one for each key
/// of [`key`], with the places that the key says; whoever makes them holds to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    language: Language,
    texts: BTreeMap<String, Text>,
}

/// What is put into a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word<'a> {
    Text(Cow<'a, str>),
    /// Written as the language writes numbers.
    Number(u64),
}

impl Labels {
    pub fn new(language: Language, texts: BTreeMap<String, Text>) -> Labels {
        Labels { language, texts }
    }

    pub fn language(&self) -> &Language {
        &self.language
    }

    /// Every key with its text, in the order of the alphabet.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Text)> {
        self.texts.iter().map(|(key, text)| (key.as_str(), text))
    }

    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// The text that templates and scripts ask for by name.
    pub fn get(&self, key: &str) -> Option<&Text> {
        self.texts.get(key)
    }

    /// A text without places.
    pub fn word(&self, key: Key<0>) -> &str {
        self.get(key.name).and_then(|it| it.phrase(Category::Other).as_words()).unwrap_or(key.name)
    }

    /// A text with `values` in its places, which stand in the order in which the key names them.
    pub fn say<const N: usize>(&self, key: Key<N>, values: [Word<'_>; N]) -> String {
        let Some(text) = self.get(key.name) else { return key.name.to_owned() };
        let named = |place: &str| key.places.iter().position(|it| *it == place);
        let n = named(COUNT).and_then(|it| match values[it] {
            Word::Number(n) => Some(n),
            Word::Text(_) => None,
        });
        let phrase = text.phrase(n.map_or(Category::Other, |it| self.language.category(it)));
        phrase
            .filled(|place| named(place).map_or(Cow::Borrowed(""), |it| self.written(&values[it])))
    }

    /// A day among facts. English is read in many countries, which write days differently, so that
    /// there it stays as it is written: `2027-01-31`.
    pub fn day(&self, day: &str) -> String {
        match self.language.base() {
            "en" => day.to_owned(),
            _ => self.language.day_in_brief(day),
        }
    }

    /// What stands in a place.
    fn written<'w>(&self, word: &'w Word<'_>) -> Cow<'w, str> {
        match word {
            Word::Text(text) => Cow::Borrowed(text),
            Word::Number(n) => Cow::Owned(self.language.number(*n)),
        }
    }
}

impl<'a> From<&'a str> for Word<'a> {
    fn from(text: &'a str) -> Word<'a> {
        Word::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Word<'a> {
    fn from(text: &'a String) -> Word<'a> {
        Word::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Word<'_> {
    fn from(text: String) -> Self {
        Word::Text(Cow::Owned(text))
    }
}

impl From<usize> for Word<'_> {
    fn from(n: usize) -> Self {
        Word::Number(u64::try_from(n).unwrap_or(u64::MAX))
    }
}
