//! A text with places: `This role takes effect on {day}.`, or one form of it for each category of
//! numbers that a language tells apart.

use super::language::Category;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What is said for one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    Plain(Phrase),
    /// By the number in the place `n`. Invariant: has [`Category::Other`].
    Counted(BTreeMap<Category, Phrase>),
}

/// Words and places, as they follow each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Words(String),
    /// The name of a place.
    Place(String),
}

impl Text {
    /// The form for numbers of that category.
    pub fn phrase(&self, category: Category) -> &Phrase {
        static NOTHING: Phrase = Phrase(Vec::new());
        match self {
            Text::Plain(phrase) => phrase,
            Text::Counted(forms) => {
                let form = forms.get(&category).or_else(|| forms.get(&Category::Other));
                form.unwrap_or(&NOTHING)
            }
        }
    }

    /// Whether one of the forms has a place of that name.
    pub fn has_place(&self, name: &str) -> bool {
        match self {
            Text::Plain(phrase) => phrase.has_place(name),
            Text::Counted(forms) => forms.values().any(|it| it.has_place(name)),
        }
    }

    /// Every place that one of the forms has.
    pub fn places(&self) -> BTreeSet<&str> {
        match self {
            Text::Plain(phrase) => phrase.places(),
            Text::Counted(forms) => forms.values().flat_map(Phrase::places).collect(),
        }
    }
}

impl Phrase {
    /// A place is a name in braces: small letters, digits and hyphens. Other braces are words.
    pub fn parse(text: &str) -> Phrase {
        let (mut parts, mut words, mut rest) = (Vec::new(), String::new(), text);
        while let Some(at) = rest.find('{') {
            let (before, behind) = (&rest[..at], &rest[at + 1..]);
            words.push_str(before);
            match behind.split_once('}').filter(|(name, _)| is_name(name)) {
                Some((name, after)) => {
                    if !words.is_empty() {
                        parts.push(Part::Words(std::mem::take(&mut words)));
                    }
                    parts.push(Part::Place(name.to_owned()));
                    rest = after;
                }
                None => {
                    words.push('{');
                    rest = behind;
                }
            }
        }
        words.push_str(rest);
        if !words.is_empty() {
            parts.push(Part::Words(words));
        }
        Phrase(parts)
    }

    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// The words of a phrase without places.
    pub fn as_words(&self) -> Option<&str> {
        match &self.0[..] {
            [] => Some(""),
            [Part::Words(words)] => Some(words),
            _ => None,
        }
    }

    /// With everything in its place.
    pub fn filled<'a>(&self, mut value: impl FnMut(&str) -> Cow<'a, str>) -> String {
        let mut text = String::new();
        for part in &self.0 {
            match part {
                Part::Words(words) => text.push_str(words),
                Part::Place(name) => text.push_str(&value(name)),
            }
        }
        text
    }

    fn has_place(&self, name: &str) -> bool {
        self.0.iter().any(|it| matches!(it, Part::Place(place) if place == name))
    }

    pub fn places(&self) -> BTreeSet<&str> {
        let place = |it| match it {
            &Part::Words(_) => None,
            Part::Place(name) => Some(name.as_str()),
        };
        self.0.iter().filter_map(place).collect()
    }
}

/// As it was written.
impl std::fmt::Display for Phrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|it| match it {
            Part::Words(words) => f.write_str(words),
            Part::Place(name) => write!(f, "{{{name}}}"),
        })
    }
}

fn is_name(text: &str) -> bool {
    let fits = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
    text.starts_with(|it: char| it.is_ascii_lowercase()) && text.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::{Part, Phrase};

    #[test]
    fn a_name_in_braces_is_a_place_and_other_braces_are_words() {
        let phrase = Phrase::parse("From {from}{to-do}: {} {X} {n");
        let places: Vec<_> = phrase.places().into_iter().collect();
        assert_eq!(places, ["from", "to-do"]);
        assert_eq!(phrase.parts().last(), Some(&Part::Words(": {} {X} {n".to_owned())));
        assert_eq!(phrase.filled(|it| it.to_uppercase().into()), "From FROMTO-DO: {} {X} {n");
        assert_eq!(phrase.to_string(), "From {from}{to-do}: {} {X} {n");
    }

    #[test]
    fn words_alone_are_lent() {
        assert_eq!(Phrase::parse("Role").as_words(), Some("Role"));
        assert_eq!(Phrase::parse("").as_words(), Some(""));
        assert_eq!(Phrase::parse("{n}").as_words(), None);
    }
}
