//! What the program says on pages: English, over it the words that it has of the handbook's language,
//! and over these the author's own.

use super::problem::labels as problem;
use crate::diagnostic::{Diagnostic, Spanned};
use crate::document::built_in_labels;
use crate::document::kind::{HandbookFront, LabelFront, WordingFront};
use crate::labels::{COUNT, Category, Labels, Language, Phrase, Text};
use std::collections::{BTreeMap, BTreeSet};

/// The labels that a handbook's pages use.
pub(super) fn of_handbook(front: &HandbookFront, notes: &mut Vec<Diagnostic>) -> Labels {
    let language = front.language.as_ref().map(|it| (it, Language::named(&it.value)));
    if let Some((tag, None)) = language {
        notes.push(problem::bad_language(tag));
    }
    let known = language.clone().and_then(|(_, it)| it).unwrap_or_else(Language::english);
    let labels = overlaid(built_in(known), &front.labels, notes);
    if let Some((tag, Some(language))) = language {
        notes.extend(untranslated(tag, &language, &front.labels));
    }
    labels
}

/// The labels of a language in the words that the program has brought along; in English what it has
/// no words for.
pub fn built_in(language: Language) -> Labels {
    let english = texts(built_in_labels("en"));
    let own = texts(built_in_labels(language.base()));
    Labels::new(language, english.into_iter().chain(own).collect())
}

fn texts(fronts: &[LabelFront]) -> BTreeMap<String, Text> {
    let text = |it: &LabelFront| (it.key.value.clone(), text(&it.wording));
    fronts.iter().map(text).collect()
}

/// With the author's words, as far as they can be said.
fn overlaid(labels: Labels, written: &[LabelFront], notes: &mut Vec<Diagnostic>) -> Labels {
    let language = labels.language().clone();
    let mut texts: BTreeMap<String, Text> =
        labels.iter().map(|(key, it)| (key.to_owned(), it.clone())).collect();
    for front in written {
        let faults = match labels.get(&front.key.value) {
            None => vec![problem::unknown_label(&front.key, labels.keys())],
            Some(model) => faults(front, model, &language),
        };
        if faults.is_empty() {
            texts.insert(front.key.value.clone(), text(&front.wording));
        }
        notes.extend(faults);
    }
    Labels::new(language, texts)
}

/// What is wrong with a text that stands in for `model`.
fn faults(front: &LabelFront, model: &Text, language: &Language) -> Vec<Diagnostic> {
    let mut places = model.places();
    let is_counted = matches!(model, Text::Counted(_)) || places.contains(COUNT);
    let needed = places.clone();
    if is_counted {
        places.insert(COUNT);
    }
    match &front.wording {
        WordingFront::Plain(words) => faults_of_places(words, &places, &needed),
        WordingFront::Counted(_) if !is_counted => vec![problem::uncounted(&front.key)],
        WordingFront::Counted(forms) => {
            let mut faults: Vec<_> = forms
                .iter()
                .filter_map(|(category, _)| faulty_category(category, language))
                .collect();
            if !forms.iter().any(|(category, _)| category.value == Category::Other.name()) {
                faults.push(problem::no_other(&front.key));
            }
            for (category, words) in forms {
                // "One role" is a fine way to say 1.
                let is_other = category.value == Category::Other.name();
                let mut needed = needed.clone();
                needed.retain(|it| is_other || *it != COUNT);
                faults.extend(faults_of_places(words, &places, &needed));
            }
            faults
        }
    }
}

fn faulty_category(category: &Spanned<String>, language: &Language) -> Option<Diagnostic> {
    let known = language.categories();
    let is_known = known.iter().any(|it| it.name() == category.value);
    (!is_known).then(|| problem::unknown_category(category, language.tag(), &known))
}

fn faults_of_places(
    words: &Spanned<String>,
    known: &BTreeSet<&str>,
    needed: &BTreeSet<&str>,
) -> Vec<Diagnostic> {
    let phrase = Phrase::parse(&words.value);
    let found = phrase.places();
    let unknown = found.difference(known);
    let mut faults: Vec<_> =
        unknown.map(|it| problem::unknown_place(words, it, known.iter().copied())).collect();
    // A misspelt place is not said to be missing as well.
    if faults.is_empty() {
        faults.extend(needed.difference(&found).map(|it| problem::missing_place(words, it)));
    }
    faults
}

fn text(wording: &WordingFront) -> Text {
    match wording {
        WordingFront::Plain(words) => Text::Plain(Phrase::parse(&words.value)),
        WordingFront::Counted(forms) => {
            let form = |(category, words): &(Spanned<String>, Spanned<String>)| {
                Some((Category::named(&category.value)?, Phrase::parse(&words.value)))
            };
            Text::Counted(forms.iter().filter_map(form).collect())
        }
    }
}

/// Said of a language that the program has no words of, until the author has given them all.
fn untranslated(
    tag: &Spanned<String>,
    language: &Language,
    written: &[LabelFront],
) -> Option<Diagnostic> {
    if !built_in_labels(language.base()).is_empty() {
        return None;
    }
    let given: BTreeSet<&str> = written.iter().map(|it| it.key.value.as_str()).collect();
    let english = built_in_labels("en");
    let keys: Vec<&str> = english.iter().map(|it| it.key.value.as_str()).collect();
    let missing: Vec<&str> = keys.iter().copied().filter(|it| !given.contains(it)).collect();
    (!missing.is_empty()).then(|| problem::untranslated(tag, &missing, keys.len()))
}
