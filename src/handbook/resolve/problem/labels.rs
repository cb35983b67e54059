//! What is said of the words that the program itself says on pages.

use crate::diagnostic::suggest::{List, did_you_mean};
use crate::diagnostic::{Diagnostic, Spanned, code};
use crate::labels::Category;

/// How many keys are named of those that have no words.
const NAMED: usize = 3;

pub(in crate::handbook::resolve) fn bad_language(tag: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is not a language tag", tag.value);
    Diagnostic::new(code::BAD_LANGUAGE, tag.span, message)
        .help("write the tag of BCP 47, as in `de`, `pt-BR` or `zh-Hant`")
}

pub(in crate::handbook::resolve) fn untranslated(
    tag: &Spanned<String>,
    missing: &[&str],
    n_all: usize,
) -> Diagnostic {
    let (language, n) = (&tag.value, missing.len());
    let named = List::and(&missing[..missing.len().min(NAMED)]).to_string();
    let more = if n > NAMED { format!(", and {} more", n - NAMED) } else { String::new() };
    let message = format!("{n} of {n_all} labels have no words in `{language}` and stay English");
    Diagnostic::new(code::UNTRANSLATED_LABELS, tag.span, message).help(format!(
        "say {} below `labels:`; `rolebook theme labels` prints them all",
        named.replace(" and ", ", ") + &more
    ))
}

pub(in crate::handbook::resolve) fn unknown_label<'a>(
    key: &Spanned<String>,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let help = did_you_mean(&key.value, known, "");
    Diagnostic::new(code::UNKNOWN_LABEL, key.span, format!("unknown label `{}`", key.value))
        .help(format!("{help}; `rolebook theme labels` prints them all").replace("?;", "?"))
}

pub(in crate::handbook::resolve) fn unknown_place<'a>(
    words: &Spanned<String>,
    place: &str,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let message = format!("the label has no place `{{{place}}}`");
    let help = did_you_mean(place, known, "it is said as it is: remove the braces");
    Diagnostic::new(code::BAD_LABEL, words.span, message).help(help)
}

pub(in crate::handbook::resolve) fn missing_place(
    words: &Spanned<String>,
    place: &str,
) -> Diagnostic {
    let message = format!("the place `{{{place}}}` is missing");
    Diagnostic::new(code::BAD_LABEL, words.span, message)
        .help(format!("write `{{{place}}}` where it is to be said"))
}

pub(in crate::handbook::resolve) fn uncounted(key: &Spanned<String>) -> Diagnostic {
    let message = format!("the label `{}` counts nothing", key.value);
    Diagnostic::new(code::BAD_LABEL, key.span, message).help("write one text for it")
}

pub(in crate::handbook::resolve) fn no_other(key: &Spanned<String>) -> Diagnostic {
    let message = format!("the plural `{}` has no `other`", key.value);
    Diagnostic::new(code::BAD_LABEL, key.span, message)
        .help("add `other`, which is said of every number that has no form of its own")
}

pub(in crate::handbook::resolve) fn unknown_category(
    category: &Spanned<String>,
    language: &str,
    known: &[Category],
) -> Diagnostic {
    let names: Vec<&str> = known.iter().map(|it| it.name()).collect();
    let message = format!("`{language}` does not tell `{}` apart", category.value);
    Diagnostic::new(code::BAD_LABEL, category.span, message)
        .help(format!("its plurals have {}", List::and(&names)))
}
