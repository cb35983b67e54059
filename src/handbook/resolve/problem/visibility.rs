//! What is said of words that hide something.

use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::{Diagnostic, Span, Spanned, code};

pub(in crate::handbook::resolve) fn unknown_visibility<'a>(
    word: &Spanned<String>,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let help = did_you_mean(&word.value, known, "");
    let message = format!("no edition shows `{}`", word.value);
    Diagnostic::new(code::UNKNOWN_VISIBILITY, word.span, message).help(help)
}

pub(in crate::handbook::resolve) fn unknown_class(class: &Spanned<String>) -> Diagnostic {
    let message = format!("there is no class `.{}`", class.value);
    // With the dot, which is what is wrong with a word that was not meant as a class.
    let at = Span { start: class.span.start.saturating_sub(1), ..class.span };
    Diagnostic::new(code::BAD_ATTRIBUTE, at, message)
        .help("a class is a word that an edition shows: `.internal` hides the text from the public edition")
}

pub(in crate::handbook::resolve) fn nothing_to_hide(
    entry: &Spanned<String>,
    field: &str,
    known: &[&str],
) -> Diagnostic {
    let otherwise = format!("the role has nothing in `{field}`");
    let help = did_you_mean(&entry.value, known.iter().copied(), &otherwise);
    let message = format!("there is no `{}` in `{field}` to hide", entry.value);
    Diagnostic::new(code::UNKNOWN_FIELD, entry.span, message).help(help)
}
