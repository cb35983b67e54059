//! The words of scripts and stylesheets: what is written `"@key"` there is published as the label's
//! text, so that a script is as small in every language as if it had been written in it.
//!
//! | Written | Published |
//! |---|---|
//! | `"@close"` | `"Close"` |
//! | `` `@from-to from=${a} to=${b}` `` | `` `From ${a} to ${b}` `` |
//! | `` `@n-results n=${total}` `` | one such text for each kind of number, and what chooses |
//! | `` `@@did-you-mean query=${link}` `` | `"Did you mean ",link,"?"`: what `append` takes |
//!
//! In: a file of a theme, and labels. Out: the file as it is published, and what is wrong with it.
//! Must not know scripts: it finds what begins like that and leaves the rest alone.

use super::problem;
use crate::diagnostic::{Checked, Diagnostic, FileId, Span};
use crate::labels::{COUNT, Category, Labels, Part, Phrase, Text};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is written in place of a label.
struct Mention<'a> {
    key: &'a str,
    /// What is to stand in the places of the text, as the script says it.
    values: BTreeMap<&'a str, &'a str>,
    notation: Notation,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Notation {
    /// `"@key"`
    Literal,
    /// `` `@key place=${value}` ``
    Template,
    /// `` `@@key place=${value}` ``
    Arguments,
}

/// The file `name` of a theme in the words of `labels`.
pub(super) fn worded(
    (name, file): (&str, FileId),
    written: &Arc<[u8]>,
    labels: &Labels,
) -> Checked<Arc<[u8]>> {
    let mut diagnostics = Vec::new();
    let is_script = name.ends_with(".js");
    let text = std::str::from_utf8(written).ok().filter(|_| is_script || name.ends_with(".css"));
    let value = text.and_then(|it| {
        let published = published(it, file, &mut diagnostics, &|mention| match is_script {
            true => script(mention, labels),
            false => style(mention, labels),
        });
        published.map(|it| it.into_bytes().into())
    });
    Checked { value: value.unwrap_or_else(|| written.clone()), diagnostics }
}

/// The text with every mention replaced that can be; `None` where there is nothing to replace.
fn published(
    text: &str,
    file: FileId,
    notes: &mut Vec<Diagnostic>,
    words: &dyn Fn(&Mention<'_>) -> Result<String, String>,
) -> Option<String> {
    let (mut published, mut done) = (String::new(), 0);
    for (at, _) in text.match_indices('@') {
        let Some((start, end, mention)) = mention(text, at).filter(|it| it.0 >= done) else {
            continue;
        };
        match words(&mention) {
            Ok(words) => {
                published += &text[done..start];
                published += &words;
                done = end;
            }
            Err(why) => notes.push(problem::bad_mention(Span::new(file, start, end), &why)),
        }
    }
    (done > 0).then(|| published + &text[done..])
}

/// The mention that the sign at `at` belongs to, and where it begins and ends.
fn mention(text: &str, at: usize) -> Option<(usize, usize, Mention<'_>)> {
    let start = at.checked_sub(1)?;
    let quote = *text.as_bytes().get(start)?;
    let (signs, rest) = match text[at + 1..].strip_prefix('@') {
        Some(rest) => (2, rest),
        None => (1, &text[at + 1..]),
    };
    let notation = match (quote, signs) {
        (b'"' | b'\'', 1) => Notation::Literal,
        (b'`', 1) => Notation::Template,
        (b'`', _) => Notation::Arguments,
        _ => return None,
    };
    let length = rest.find(|it| !is_of_key(it)).filter(|it| *it > 0)?;
    let (key, mut rest) = rest.split_at(length);
    let mut values = BTreeMap::new();
    while let Some((place, value, behind)) = value(rest).filter(|_| quote == b'`') {
        values.insert(place, value);
        rest = behind;
    }
    let behind = rest.strip_prefix(char::from(quote))?;
    Some((start, text.len() - behind.len(), Mention { key, values, notation }))
}

fn is_of_key(it: char) -> bool {
    it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-'
}

/// ` place=${value}` and what stands behind it.
fn value(text: &str) -> Option<(&str, &str, &str)> {
    let (place, rest) = text.strip_prefix(' ')?.split_once("=${")?;
    if !place.chars().all(is_of_key) {
        return None;
    }
    let mut depth = 1;
    for (at, it) in rest.char_indices() {
        depth += match it {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        if depth == 0 {
            return Some((place, &rest[..at], &rest[at + 1..]));
        }
    }
    None
}

/// What a stylesheet says: text alone.
fn style(mention: &Mention<'_>, labels: &Labels) -> Result<String, String> {
    let text = text(mention, labels)?;
    let words = text.phrase(Category::Other).as_words();
    let words = words.ok_or_else(|| format!("the label `{}` has places", mention.key))?;
    Ok(format!("\"{}\"", escaped(words, '"').replace('\n', "\\a ")))
}

fn script(mention: &Mention<'_>, labels: &Labels) -> Result<String, String> {
    match (text(mention, labels)?, mention.notation) {
        (Text::Plain(phrase), _) => Ok(expression(phrase, mention, labels)),
        (Text::Counted(_), Notation::Arguments) => {
            Err(format!("the label `{}` counts, and is no list of arguments", mention.key))
        }
        (text, _) => {
            let n = mention.values.get(COUNT).copied().unwrap_or_default();
            let form = |it: Category| {
                format!("{}:{}", it.name(), expression(text.phrase(it), mention, labels))
            };
            let forms: Vec<_> = labels.language().categories().into_iter().map(form).collect();
            let rules = format!("new Intl.PluralRules(\"{}\")", labels.language().tag());
            Ok(format!("({{{}}})[{rules}.select({n})]", forms.join(",")))
        }
    }
}

/// The text that is mentioned, if the mention says all that it needs and nothing else.
fn text<'l>(mention: &Mention<'_>, labels: &'l Labels) -> Result<&'l Text, String> {
    let key = mention.key;
    let text = labels.get(key).ok_or_else(|| problem::unknown_mention(key, labels))?;
    let mut known = text.places();
    if matches!(text, Text::Counted(_)) {
        known.insert(COUNT);
    }
    if let Some(place) = known.iter().find(|it| !mention.values.contains_key(*it)) {
        return Err(format!(
            "the label `{key}` needs `{place}`. write `@{key} {place}=${{…}}` in backticks"
        ));
    }
    match mention.values.keys().find(|it| !known.contains(*it)) {
        Some(place) => Err(format!("the label `{key}` has no place `{place}`")),
        None => Ok(text),
    }
}

fn expression(phrase: &Phrase, mention: &Mention<'_>, labels: &Labels) -> String {
    let value =
        |place: &str| spoken(mention.values.get(place).copied().unwrap_or_default(), labels);
    let quoted = |words: &str| format!("\"{}\"", escaped(words, '"').replace('\n', "\\n"));
    match mention.notation {
        Notation::Literal => quoted(phrase.as_words().unwrap_or_default()),
        Notation::Arguments => {
            let part = |it: &Part| match it {
                Part::Words(words) => quoted(words),
                Part::Place(place) => mention.values[place.as_str()].to_owned(),
            };
            phrase.parts().iter().map(part).collect::<Vec<_>>().join(",")
        }
        Notation::Template => {
            let part = |it: &Part| match it {
                Part::Words(words) => escaped(words, '`').replace("${", "\\${"),
                Part::Place(place) => format!("${{{}}}", value(place)),
            };
            format!("`{}`", phrase.parts().iter().map(part).collect::<String>())
        }
    }
}

/// A value as the language writes it. Browsers know its digits; text they leave as it is.
fn spoken(value: &str, labels: &Labels) -> String {
    match labels.language().number(0).as_str() {
        "0" => value.to_owned(),
        _ => format!("({value}).toLocaleString(\"{}\")", labels.language().tag()),
    }
}

fn escaped(words: &str, quote: char) -> String {
    words.replace('\\', "\\\\").replace(quote, &format!("\\{quote}"))
}

#[cfg(test)]
mod tests {
    use super::worded;
    use crate::diagnostic::FileId;
    use crate::handbook::built_in_labels;
    use crate::labels::Language;

    /// The script or style as it is published in a language, and what is said of it.
    fn told(name: &str, language: &str, text: &str) -> (String, Vec<(String, String)>) {
        let labels = built_in_labels(Language::named(language).unwrap());
        let bytes = text.as_bytes().into();
        let told = worded((name, FileId::of(name)), &bytes, &labels);
        let of = |it: &crate::diagnostic::Diagnostic| {
            let span = it.span();
            (it.message.clone(), text[span.start as usize..span.end as usize].to_owned())
        };
        let published = String::from_utf8(told.value.to_vec()).unwrap();
        (published, told.diagnostics.iter().map(of).collect())
    }

    #[track_caller]
    fn check(name: &str, language: &str, (written, expected): (&str, &str)) {
        assert_eq!(told(name, language, written), (expected.to_owned(), Vec::new()));
    }

    #[test]
    fn a_label_is_published_as_its_text() {
        check("a.js", "en", ("x(\"@close\", '@close')", "x(\"Close\", \"Close\")"));
        check(
            "a.js",
            "en",
            ("`@from-to from=${a.b} to=${ {c}.c }`", "`From ${a.b} to ${ {c}.c }`"),
        );
        let written = ("y(`@@did-you-mean query=${link}`)", "y(\"Did you mean \",link,\"?\")");
        check("a.js", "en", written);
        check("a.css", "en", ("content: \"↳\" / \"@close\"", "content: \"↳\" / \"Close\""));
        check("a.svg", "en", ("\"@close\"", "\"@close\""));
    }

    #[test]
    fn a_plural_brings_all_its_forms() {
        let expected =
            "({one:`${n} result`,other:`${n} results`})[new Intl.PluralRules(\"en\").select(n)]";
        check("a.js", "en", ("`@n-results n=${n}`", expected));
        let (arabic, _) = told("a.js", "ar-EG", "`@n-results n=${n}`");
        assert_eq!(arabic.matches(":`").count(), 6, "{arabic}");
        assert!(arabic.contains("${(n).toLocaleString(\"ar-EG\")}"), "{arabic}");
    }

    #[test]
    fn what_only_looks_alike_stays() {
        for text in ["\"@\"", "\"a@close\"", "\"@Close\"", "\"@close \"", "@media print", "`@`"] {
            check("a.js", "en", (text, text));
        }
    }

    #[test]
    fn what_cannot_be_said_is_told_in_its_place() {
        for (text, message) in [
            ("\"@clos\"", "there is no label `clos`"),
            ("\"@n-results\"", "the label `n-results` needs `n`"),
            ("`@from-to from=${a}`", "the label `from-to` needs `to`"),
            ("`@close n=${a}`", "the label `close` has no place `n`"),
        ] {
            let expected = (message.to_owned(), text.to_owned());
            assert_eq!(told("a.js", "en", text), (text.to_owned(), vec![expected]));
        }
        let (_, told) = told("a.css", "en", "\"@edition\"");
        assert_eq!(told[0].0, "the label `edition` needs `name`");
    }
}
