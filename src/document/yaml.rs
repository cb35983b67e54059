//! YAML to a tree that knows its places. The only file that names the YAML crate.
//!
//! In: a part of a file. Out: a [`Node`], or the one place where the text stops being YAML. A
//! scalar keeps its words as written, so that `1.30` and `2026-01-01` arrive unharmed.

use crate::diagnostic::{FileId, Span, Spanned};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::ops::Range;

/// A value and its place. The place of a list or mapping is where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) value: Value,
    pub(super) span: Span,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Nothing,
    Text(String),
    /// `true` or `false`, and the words that say so.
    Flag(bool, String),
    /// The words of a number.
    Number(String),
    List(Vec<Node>),
    /// In the order written; a key may stand twice.
    Mapping(Vec<(Spanned<String>, Node)>),
}

/// Why a text is no YAML.
pub(super) struct Malformed {
    pub(super) message: String,
    pub(super) span: Span,
}

/// What is said of YAML that is sound and still not read.
pub(super) const TOO_MUCH: &str = "it goes too deep or on for too long";

/// How deep lists and mappings may hold one another. What a handbook asks for has four levels.
const DEEPEST: usize = 16;
/// How many values one file may have, aliases counted as what they stand for.
const MOST_NODES: usize = 100_000;

/// Reads `text[range]`; all places count from the start of `text`.
pub(super) fn parse(file: FileId, text: &str, range: Range<usize>) -> Result<Node, Malformed> {
    let source = Source { file, text, range };
    let options = serde_yaml::options! {
        with_snippet: false,
        duplicate_keys: serde_yaml::DuplicateKeyPolicy::LastWins,
        // Each level takes some of the thread's stack.
        budget: serde_yaml::budget! { max_depth: DEEPEST, max_nodes: MOST_NODES },
    };
    serde_yaml::from_str_with_options::<Written>(source.yaml(), options)
        .map(|it| source.node(it))
        .map_err(|it| source.malformed(&it))
}

type Written = serde_yaml::Spanned<Shape>;

/// What serde sees, before places are counted from the start of the file.
enum Shape {
    Nothing,
    Flag(bool),
    Number,
    Text(String),
    List(Vec<Written>),
    Mapping(Vec<(serde_yaml::Spanned<String>, Written)>),
}

struct Source<'a> {
    file: FileId,
    text: &'a str,
    range: Range<usize>,
}

impl<'a> Source<'a> {
    fn yaml(&self) -> &'a str {
        &self.text[self.range.clone()]
    }

    fn node(&self, written: Written) -> Node {
        let span = self.span(&written.referenced);
        let words = || self.text[span.start as usize..span.end as usize].to_owned();
        let value = match written.value {
            Shape::Nothing => Value::Nothing,
            Shape::Flag(it) => Value::Flag(it, words()),
            Shape::Number => Value::Number(words()),
            Shape::Text(it) => Value::Text(it),
            Shape::List(items) => Value::List(items.into_iter().map(|it| self.node(it)).collect()),
            Shape::Mapping(entries) => Value::Mapping(
                entries.into_iter().map(|(key, value)| self.entry(key, value)).collect(),
            ),
        };
        Node { value, span }
    }

    fn entry(&self, key: serde_yaml::Spanned<String>, value: Written) -> (Spanned<String>, Node) {
        let key = Spanned::new(key.value, self.span(&key.referenced));
        let mut value = self.node(value);
        // A value that is not there has the place of its key: the author looks there.
        if value.span.start == value.span.end && value.value == Value::Nothing {
            value.span = key.span;
        }
        (key, value)
    }

    fn span(&self, location: &serde_yaml::Location) -> Span {
        let span = location.span();
        let (start, length) = (span.byte_offset().unwrap_or(0), span.byte_len().unwrap_or(0));
        let start = self.range.start + usize::try_from(start).unwrap_or(0);
        let end = start + usize::try_from(length).unwrap_or(0);
        let trimmed = self.text.get(start..end).map_or(end, |it| start + it.trim_end().len());
        Span::new(self.file, start.min(self.range.end), trimmed.min(self.range.end))
    }

    /// The crate tells the line and column of a syntax error, not the byte.
    fn malformed(&self, error: &serde_yaml::Error) -> Malformed {
        let (line, column) = error.location().map_or((1, 1), |it| (it.line(), it.column()));
        let index = |it: u64| usize::try_from(it.saturating_sub(1)).unwrap_or(0);
        let before: usize = self.yaml().split_inclusive('\n').take(index(line)).map(str::len).sum();
        let rest = self.yaml()[before..].lines().next().unwrap_or_default();
        let column = rest.char_indices().nth(index(column)).map_or(rest.len(), |(at, _)| at);
        let at = self.range.start + before + column;
        let end = at + rest[column..].chars().next().map_or(0, char::len_utf8);
        let message = error.to_string();
        let message = match message.split(" at line ").next().unwrap_or_default() {
            it if it.contains("budget breached") || it.contains("recursion limit") => TOO_MUCH,
            it => it,
        };
        Malformed { message: message.to_owned(), span: Span::new(self.file, at, end) }
    }
}

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Shape, D::Error> {
        deserializer.deserialize_any(ShapeVisitor)
    }
}

struct ShapeVisitor;

impl<'de> Visitor<'de> for ShapeVisitor {
    type Value = Shape;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Shape, E> {
        Ok(Shape::Nothing)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Shape, E> {
        Ok(Shape::Flag(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Shape, E> {
        Ok(Shape::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Shape, E> {
        Ok(Shape::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Shape, E> {
        Ok(Shape::Number)
    }

    fn visit_str<E>(self, value: &str) -> Result<Shape, E> {
        Ok(Shape::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Shape, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Shape::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Shape, A::Error> {
        let mut mapping = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            mapping.push(entry);
        }
        Ok(Shape::Mapping(mapping))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Result<Node, Malformed> {
        parse(FileId::of("x"), text, 0..text.len())
    }

    #[test]
    fn scalars_keep_their_words() {
        let Ok(Node { value: Value::Mapping(entries), .. }) = tree("a: 1.30\nb: yes\nc:\n") else {
            panic!("a mapping");
        };
        let values: Vec<_> = entries.into_iter().map(|(_, node)| node.value).collect();
        assert_eq!(
            values,
            [Value::Number("1.30".into()), Value::Flag(true, "yes".into()), Value::Nothing]
        );
    }

    #[test]
    fn a_syntax_error_has_its_byte() {
        let Err(malformed) = tree("å: b\na: [1,\n") else { panic!("an error") };
        assert_eq!((malformed.span.start, malformed.span.end), (9, 10));
    }
}
