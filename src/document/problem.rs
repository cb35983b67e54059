//! Every message of this stage.

use super::yaml::{Malformed, TOO_MUCH, Value};
use crate::diagnostic::suggest::{closest, did_you_mean};
use crate::diagnostic::{Diagnostic, FileId, Span, Spanned, code};

pub(super) fn empty_file(file: FileId) -> Diagnostic {
    Diagnostic::new(code::EMPTY_FILE, Span::start_of(file), "this file is empty")
        .help("write something in it, or delete it")
}

pub(super) fn unclosed(file: FileId) -> Diagnostic {
    let message = "the front matter is opened and never closed";
    Diagnostic::new(code::UNCLOSED_FRONT_MATTER, Span::new(file, 0, 3), message)
        .help("write a line `---` after the last field")
}

pub(super) fn foreign_front_matter(file: FileId) -> Diagnostic {
    let message = "front matter between `+++` is passed over";
    Diagnostic::new(code::FOREIGN_FRONT_MATTER, Span::new(file, 0, 3), message)
        .help("write it as YAML between two lines `---`, as in `title: …`")
}

pub(super) fn malformed(malformed: Malformed) -> Diagnostic {
    let message = format!("this is not YAML: {}", malformed.message);
    let help = match malformed.message.as_str() {
        TOO_MUCH => "no field of a handbook needs more than a few levels",
        it if it.contains("mapping values") => "text with `: ` in it needs quotes",
        it if it.contains("tab") => "indent with spaces: YAML takes no tabs",
        it if it.contains("unclosed bracket") => {
            "close it; text that begins with a bracket needs quotes"
        }
        it if it.contains("quoted") => "close the quotes that are opened above",
        it if it.contains("block mapping") => "fields that belong together begin in one column",
        _ => {
            "text with `: `, `#` or a bracket in it needs quotes; nested fields need two more spaces"
        }
    };
    Diagnostic::new(code::MALFORMED_YAML, malformed.span, message).help(help)
}

pub(super) fn wrong_type(span: Span, name: &str, expected: &str, found: &Value) -> Diagnostic {
    let found = match found {
        Value::Nothing => "nothing",
        Value::Text(_) => "text",
        Value::Flag(..) => "`true` or `false`",
        Value::Number(_) => "a number",
        Value::List(_) => "a list",
        Value::Mapping(_) => "a mapping",
    };
    let help = match expected {
        "text" if found == "a list" => "write it without brackets and without `- `".to_owned(),
        "a list" => "write `[one, two]`, or one item a line after `- `".to_owned(),
        "a mapping" => "write one `name: value` a line".to_owned(),
        "text" => "write it on the same line; text with a colon in it needs quotes".to_owned(),
        _ => format!("write {expected}"),
    };
    // A field is quoted; a whole file (`a role`) is not.
    let name = if name.contains(' ') { name.to_owned() } else { format!("`{name}`") };
    let message = format!("{name} is {found} where {expected} is expected");
    Diagnostic::new(code::WRONG_TYPE, span, message).help(help)
}

pub(super) fn missing_field(span: Span, what: &str, name: &str) -> Diagnostic {
    let at = Span { end: span.start, ..span };
    Diagnostic::new(code::MISSING_FIELD, at, format!("{what} needs the field `{name}`"))
        .help(format!("add `{name}: …`"))
}

pub(super) fn repeated_field(key: &Spanned<String>, first: Span) -> Diagnostic {
    let message = format!("the field `{}` is written twice", key.value);
    Diagnostic::new(code::MALFORMED_YAML, key.span, message)
        .label(first, "first written here")
        .help("keep one of the two; the first would count")
}

pub(super) fn unknown_field(key: &Spanned<String>, what: &str, known: &[&str]) -> Diagnostic {
    let message = format!("{what} has no field `{}`", key.value);
    let help = did_you_mean(&key.value, known.iter().copied(), "there are no fields here");
    Diagnostic::new(code::UNKNOWN_FIELD, key.span, message).help(help)
}

pub(super) fn not_hideable(key: &Spanned<String>, why: &str) -> Diagnostic {
    let message = format!("`{}` cannot be hidden: {why}", key.value);
    Diagnostic::new(code::BAD_VALUE, key.span, message)
        .help("hide the whole page with `page: …`, or leave the line out")
}

pub(super) fn empty_value(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(code::BAD_VALUE, span, format!("`{name}` is empty"))
        .help("write a value, or remove the field")
}

pub(super) fn bad_date(date: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is not a day of the calendar", date.value);
    Diagnostic::new(code::BAD_VALUE, date.span, message).help("write year-month-day: `2026-01-31`")
}

pub(super) fn bad_interval(interval: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is not a time between reviews", interval.value);
    Diagnostic::new(code::BAD_VALUE, interval.span, message)
        .help("write a number and a unit: `90 days`, `2 weeks`, `6 months`, `1 year`")
}

pub(super) fn ends_before(until: &Spanned<String>, from: &Spanned<String>) -> Diagnostic {
    let message = format!("the vacancy closes on `{}`, before it is posted", until.value);
    Diagnostic::new(code::BAD_VALUE, until.span, message)
        .label(from.span, "posted on this day")
        .help("write the last day on which people may apply")
}

pub(super) fn unknown_country(code: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is not the code of a country", code.value);
    Diagnostic::new(code::BAD_VALUE, code.span, message)
        .help("write the two capital letters of ISO 3166: `DE`, `GB`, `US`")
}

pub(super) fn bad_currency(code: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is not the code of a currency", code.value);
    Diagnostic::new(code::BAD_VALUE, code.span, message)
        .help("write the three capital letters of ISO 4217: `EUR`, `GBP`, `USD`")
}

pub(super) fn bad_amount(amount: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is not an amount of money", amount.value);
    Diagnostic::new(code::BAD_VALUE, amount.span, message)
        .help("write digits, and a point before cents: `85000`, `22.50`")
}

pub(super) fn salary_falls(max: Span, min: Span) -> Diagnostic {
    Diagnostic::new(code::BAD_VALUE, max, "the salary's `max` is less than its `min`")
        .label(min, "the least")
        .help("write the lower amount as `min`")
}

pub(super) fn bad_url(url: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is not an address of the web", url.value);
    Diagnostic::new(code::BAD_VALUE, url.span, message).help(
        "write it whole, from `https://` on; a space is written `%20`, a quotation mark `%22`",
    )
}

pub(super) fn malformed_record(line: Span) -> Diagnostic {
    let message = "this line is no address with the day it was published";
    Diagnostic::new(code::MALFORMED_LEDGER, line, message)
        .help("write it as it was, `/roles/lead/ 2026-01-31`; the file's history has it")
}

pub(super) fn unmerged_ledger(line: Span) -> Diagnostic {
    let message = "a merge has left its marks in the ledger";
    Diagnostic::new(code::MALFORMED_LEDGER, line, message)
        .help("remove the mark and keep the lines of both sides: their order does not matter")
}

pub(super) fn bad_alias(alias: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is not an address on this site", alias.value);
    Diagnostic::new(code::BAD_VALUE, alias.span, message)
        .help("write the path from the site's root, letters as they are: `/jobs/senior-em/`")
}

pub(super) fn bad_colour(colour: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is not a colour", colour.value);
    Diagnostic::new(code::BAD_VALUE, colour.span, message).help(
        "write what CSS knows, without transparency: `\"#1a5fb4\"`, `teal`, `oklch(50% 0.15 260)`",
    )
}

pub(super) fn no_colour(key: Span, name: &str) -> Diagnostic {
    Diagnostic::new(code::BAD_VALUE, key, format!("`{name}` has no value"))
        .help("write a colour that begins with `#` in quotes: without them the rest of the line is a comment")
}

pub(super) fn unknown_choice(word: &Spanned<String>, name: &str, choices: &[&str]) -> Diagnostic {
    let message = format!("`{name}` cannot be `{}`", word.value);
    let help = did_you_mean(&word.value, choices.iter().copied(), "");
    Diagnostic::new(code::BAD_VALUE, word.span, message).help(help)
}

pub(super) fn fixed_rule(name: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` stays an error", name.value);
    Diagnostic::new(code::BAD_VALUE, name.span, message)
        .help("remove the line: it is about what cannot be understood at all")
}

pub(super) fn unknown_rule(word: &Spanned<String>) -> Diagnostic {
    let names = code::Code::all().map(code::Code::as_str);
    let help = match closest(&word.value, names) {
        Some(it) => format!("did you mean `{it}`?"),
        None => "`rolebook explain` lists the rules".to_owned(),
    };
    Diagnostic::new(code::UNKNOWN_RULE, word.span, format!("there is no rule `{}`", word.value))
        .help(help)
}

pub(super) fn unfinished(mark: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` stands in published text", mark.value);
    Diagnostic::new(code::UNFINISHED_TEXT, mark.span, message)
        .help("finish the text, or take it out until it is")
}
