//! The custom properties that a style sheet begins with, and the same sheet with others.
//!
//! In: CSS. Out: what the first rule `:root { … }` declares, by name, and the sheet with some values
//! replaced where they stand. So whatever the sheet says later, for paper or for readers who want more
//! contrast, still wins. Knows as much of the language as that takes: comments, strings, brackets.

use std::collections::BTreeMap;
use std::ops::Range;

pub(super) struct Stylesheet<'a> {
    css: &'a str,
    /// Name without `--`, and where its value stands, in order.
    declared: Vec<(&'a str, Range<usize>)>,
}

impl<'a> Stylesheet<'a> {
    pub(super) fn read(css: &'a str) -> Stylesheet<'a> {
        let body = root(css).unwrap_or_default();
        let parts = parts(css, body, b';').into_iter();
        Stylesheet { css, declared: parts.filter_map(|it| declaration(css, it)).collect() }
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.declared.iter().map(|(name, _)| *name)
    }

    /// Each name with its value.
    pub(super) fn values(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.declared.iter().map(|(name, at)| (*name, &self.css[at.clone()]))
    }

    pub(super) fn declares(&self, name: &str) -> bool {
        self.names().any(|it| it == name)
    }

    /// The sheet with these values, by name.
    pub(super) fn with(&self, values: &BTreeMap<&str, String>) -> String {
        let (mut out, mut end) = (String::new(), 0);
        for (name, at) in &self.declared {
            if let Some(value) = values.get(name) {
                out.push_str(&self.css[end..at.start]);
                out.push_str(value);
                end = at.end;
            }
        }
        out + &self.css[end..]
    }
}

/// The parts of a text that a sign divides where it stands in no bracket, string or comment.
pub(super) fn divided(text: &str, sign: u8) -> impl Iterator<Item = &str> {
    parts(text, 0..text.len(), sign).into_iter().map(|it| text[it].trim())
}

/// What stands in the braces of the first rule for `:root` that is in no other rule.
fn root(css: &str) -> Option<Range<usize>> {
    let (mut at, mut start) = (0, 0);
    while at < css.len() {
        match css.as_bytes()[at] {
            b'{' => {
                let end = closed(css, at);
                if without_comments(&css[start..at]).trim() == ":root" {
                    return Some(at + 1..end.map_or(css.len(), |it| it - 1));
                }
                at = end.unwrap_or(css.len());
                start = at;
            }
            b';' => (at, start) = (at + 1, at + 1),
            _ => at = behind(css, at),
        }
    }
    None
}

fn declaration(css: &str, part: Range<usize>) -> Option<(&str, Range<usize>)> {
    let text = &css[part.clone()];
    let skipped = text.len() - without_leading_comments(text).len();
    let (name, value) = text[skipped..].split_once(':')?;
    let indent = value.len() - value.trim_start().len();
    let start = part.start + skipped + name.len() + 1 + indent;
    Some((name.trim().strip_prefix("--")?, start..start + value.trim().len()))
}

fn parts(css: &str, within: Range<usize>, sign: u8) -> Vec<Range<usize>> {
    let (mut found, mut at, mut start) = (Vec::new(), within.start, within.start);
    while at < within.end {
        match css.as_bytes()[at] {
            it if it == sign => {
                found.push(start..at);
                (at, start) = (at + 1, at + 1);
            }
            b'(' | b'[' | b'{' => at = closed(css, at).unwrap_or(css.len()),
            _ => at = behind(css, at),
        }
    }
    found.push(start..within.end);
    found
}

/// Behind the bracket that closes the one at `at`.
fn closed(css: &str, mut at: usize) -> Option<usize> {
    let mut depth = 0;
    while at < css.len() {
        let byte = css.as_bytes()[at];
        at = behind(css, at);
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// Behind the comment, the string or the sign at `at`.
fn behind(css: &str, at: usize) -> usize {
    let bytes = css.as_bytes();
    match bytes[at] {
        b'/' if bytes.get(at + 1) == Some(&b'*') => {
            css[at + 2..].find("*/").map_or(css.len(), |it| at + 2 + it + 2)
        }
        quote @ (b'"' | b'\'') => {
            let mut end = at + 1;
            while end < bytes.len() && bytes[end] != quote {
                end += if bytes[end] == b'\\' { 2 } else { 1 };
            }
            (end + 1).min(css.len())
        }
        _ => at + 1,
    }
}

fn without_leading_comments(text: &str) -> &str {
    let text = text.trim_start();
    match text.strip_prefix("/*").and_then(|it| it.split_once("*/")) {
        Some((_, rest)) => without_leading_comments(rest),
        None => text,
    }
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, it| all + it.split_once("*/").map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert_eq, proptest};

    const SHEET: &str = "@import 'a{:root{--no:1}';\n@media print { :root { --no: 2 } }\n\
        /* :root { --no: 3 } */ :root /* here */ {\n  color-scheme: light dark;\n  /* a; b */\n  \
        --paper: light-dark(#fff, #000);\n  --sans: \"a;b}\", serif;--round:4px\n}\n\
        :root { --late: 1 }\n@media print { :root { --paper: white } }";

    #[test]
    fn the_first_rule_for_the_root_counts() {
        let values: Vec<_> = Stylesheet::read(SHEET).values().collect();
        let expected =
            [("paper", "light-dark(#fff, #000)"), ("sans", "\"a;b}\", serif"), ("round", "4px")];
        assert_eq!(values, expected);
    }

    #[test]
    fn values_are_replaced_where_they_stand() {
        let values = [("paper", "#fed".to_owned()), ("round", "0".to_owned())];
        let changed = Stylesheet::read(SHEET).with(&values.into_iter().collect());
        let expected = SHEET.replace("light-dark(#fff, #000)", "#fed").replace("4px", "0");
        assert_eq!(changed, expected);
        assert_eq!(Stylesheet::read(SHEET).with(&BTreeMap::new()), SHEET);
    }

    #[test]
    fn a_sheet_without_such_a_rule_declares_nothing() {
        for css in ["", "a { b: c }", ":root", "html :root { --a: b }", "/* :root { --a: b }"] {
            assert_eq!(Stylesheet::read(css).names().count(), 0, "{css}");
        }
        // Nobody closed it, and so it goes on to the end, as browsers have it.
        assert_eq!(Stylesheet::read(":root { --a: b").names().count(), 1);
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_left_as_it_is(css in "[:root{};/*\"'(),\\\\ä\n-]{0,60}") {
            prop_assert_eq!(Stylesheet::read(&css).with(&BTreeMap::new()), css);
        }
    }
}
