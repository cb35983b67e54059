//! Which words are forms of one. The only file that names the crate of stemmers.

use frostem::Stemmer;
use std::borrow::Cow;

/// The stemmer of a language, if there is one.
pub(super) struct Stems(Option<Stemmer>);

impl Stems {
    /// `language` as in `<html lang>`: `en-GB`.
    pub(super) fn new(language: &str) -> Stems {
        let name = language.split(['-', '_']).next().unwrap_or_default();
        Stems(Stemmer::try_from_name(name).ok())
    }

    /// What all forms of a word have in common; the word, where the language is not known.
    pub(super) fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
        match &self.0 {
            Some(stemmer) => stemmer.stem(word),
            None => Cow::Borrowed(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stems;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let stem = |language, word| Stems::new(language).stem(word).into_owned();
        assert_eq!(stem("en-GB", "managing"), stem("en", "manages"));
        assert_eq!(stem("de", "rollen"), stem("de", "rolle"));
        assert_ne!(stem("xx", "rollen"), stem("xx", "rolle"));
    }
}
