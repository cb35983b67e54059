//! Everything this folder has to complain about, in the words an author reads.

use crate::diagnostic::{Diagnostic, Span, code};

pub(super) fn malformed_id(at: Span, id: &str) -> Diagnostic {
    Diagnostic::new(code::BAD_ID, at, format!("`#{id}` cannot be an id"))
        .help("begin with a letter or a digit, and go on with those, `-`, `_` or `.`")
}

pub(super) fn second_id(at: Span, id: &str, first: Span) -> Diagnostic {
    Diagnostic::new(code::BAD_ATTRIBUTE, at, format!("`#{id}` is a second id for the same text"))
        .label(first, "the first id")
        .help("keep one of them")
}

pub(super) fn unknown_attribute(at: Span, word: &str) -> Diagnostic {
    Diagnostic::new(code::BAD_ATTRIBUTE, at, format!("`{word}` is no attribute"))
        .help("write `#id`, `.internal`, `replaces=id` or `develops=id`; an id has no spaces")
}

pub(super) fn names_nothing(at: Span, key: &str) -> Diagnostic {
    Diagnostic::new(code::BAD_ATTRIBUTE, at, format!("`{key}=` says nothing")).help(match key {
        "visibility" => "put a word that an edition shows behind `=`",
        _ => "put the id of a statement behind `=`",
    })
}

pub(super) fn stray_attributes(at: Span, braces: &str) -> Diagnostic {
    Diagnostic::new(code::BAD_ATTRIBUTE, at, format!("`{braces}` has no effect here")).help(
        "only a heading or an item of an outer list may end in it; to show it as text, write `\\{`",
    )
}

pub fn missing_alt(at: Span) -> Diagnostic {
    Diagnostic::new(code::MISSING_ALT, at, "this picture says nothing to those who do not see it")
        .help(
            "write what it shows between `![` and `]`, or in `alt=\"…\"`; one that only decorates is \
             written `<img src=\"…\" alt=\"\">`",
        )
}

pub(super) fn unescaped_pipe(at: Span, link: &str) -> Diagnostic {
    Diagnostic::new(code::UNESCAPED_PIPE, at, "the `|` in this link ends the table cell")
        .help(format!("write `{}`", link.replace('|', "\\|")))
}
