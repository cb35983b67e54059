//! Reads a mapping field by field and notes every problem: what is missing, has the wrong type, is
//! written twice, or is not a field at all. It never stops at the first.

use super::date::is_date;
use super::problem;
use super::yaml::{Node, Value};
use crate::diagnostic::{Diagnostic, Span, Spanned};
use std::collections::BTreeMap;

/// A mapping being read. Each field is asked for by name; [`Fields::finish`] reports the rest.
pub(super) struct Fields<'a> {
    /// What the mapping describes, for messages: `a role`.
    what: &'static str,
    span: Span,
    entries: Vec<(Spanned<String>, Node)>,
    asked: Vec<&'static str>,
    /// Fields that are there and could not be read, which has been noted.
    unread: Vec<&'static str>,
    /// Whether this is no mapping at all, which has been noted.
    is_broken: bool,
    notes: &'a mut Vec<Diagnostic>,
}

impl<'a> Fields<'a> {
    /// Nothing at all is an empty mapping; anything else that is no mapping is noted.
    pub(super) fn new(
        what: &'static str,
        node: Node,
        notes: &'a mut Vec<Diagnostic>,
    ) -> Fields<'a> {
        let is_broken = !matches!(node.value, Value::Mapping(_) | Value::Nothing);
        let entries = match node.value {
            Value::Mapping(entries) => without_repeats(entries, notes),
            Value::Nothing => Vec::new(),
            other => {
                notes.push(problem::wrong_type(node.span, what, "a mapping", &other));
                Vec::new()
            }
        };
        let (span, asked, unread) = (node.span, Vec::new(), Vec::new());
        Fields { what, span, entries, asked, unread, is_broken, notes }
    }

    pub(super) fn note(&mut self, diagnostic: Diagnostic) {
        self.notes.push(diagnostic);
    }

    /// Whether nothing could be read, which has been noted.
    pub(super) fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// Keeps in mind that the field `name` was not read as its author meant it.
    pub(super) fn misread(&mut self, name: &'static str) {
        self.unread.push(name);
    }

    /// The value of a field as it is. A field without a value is not there.
    pub(super) fn take(&mut self, name: &'static str) -> Option<Node> {
        self.asked.push(name);
        let index = self.entries.iter().position(|(key, _)| key.value == name)?;
        let (_, node) = self.entries.remove(index);
        (node.value != Value::Nothing).then_some(node)
    }

    /// Where a field is named that has no value.
    pub(super) fn bare(&self, name: &str) -> Option<Span> {
        let found = self.entries.iter().find(|(key, _)| key.value == name);
        found.filter(|(_, node)| node.value == Value::Nothing).map(|(key, _)| key.span)
    }

    /// Words on one line or more. Numbers and flags are words too.
    pub(super) fn text(&mut self, name: &'static str) -> Option<Spanned<String>> {
        let node = self.take(name)?;
        let text = self.as_text(name, node);
        if text.as_ref().is_none_or(|it| it.value.is_empty()) {
            self.misread(name);
        }
        let text = text?;
        if text.value.is_empty() {
            self.notes.push(problem::empty_value(text.span, name));
            return None;
        }
        Some(text)
    }

    pub(super) fn required_text(&mut self, name: &'static str) -> Option<Spanned<String>> {
        self.require(name);
        self.text(name)
    }

    /// Notes that a field is missing where it is not there.
    pub(super) fn require(&mut self, name: &'static str) {
        if !self.is_broken && !self.entries.iter().any(|(key, _)| key.value == name) {
            self.notes.push(problem::missing_field(self.span, self.what, name));
        }
    }

    /// A list of words.
    pub(super) fn texts(&mut self, name: &'static str) -> Vec<Spanned<String>> {
        self.list(name).into_iter().filter_map(|it| self.as_text(name, it)).collect()
    }

    pub(super) fn flag(&mut self, name: &'static str) -> bool {
        self.optional_flag(name).unwrap_or_default()
    }

    pub(super) fn optional_flag(&mut self, name: &'static str) -> Option<bool> {
        match self.take(name)? {
            Node { value: Value::Flag(flag, _), .. } => Some(flag),
            other => {
                let expected = "`true` or `false`";
                self.notes.push(problem::wrong_type(other.span, name, expected, &other.value));
                None
            }
        }
    }

    /// A day of the calendar.
    pub(super) fn date(&mut self, name: &'static str) -> Option<Spanned<String>> {
        let date = self.text(name)?;
        if !is_date(&date.value) {
            self.notes.push(problem::bad_date(&date));
            return None;
        }
        Some(date)
    }

    /// An absolute address of the web.
    pub(super) fn url(&mut self, name: &'static str) -> Option<Spanned<String>> {
        let url = self.text(name)?;
        let host = url.value.split_once("://").filter(|it| matches!(it.0, "http" | "https"));
        let is_odd = |it: char| it.is_whitespace() || it.is_control() || "\"<>\\^`{|}".contains(it);
        if host.is_none_or(|(_, rest)| {
            rest.is_empty() || rest.starts_with('/') || rest.contains(is_odd)
        }) {
            self.notes.push(problem::bad_url(&url));
            return None;
        }
        Some(url)
    }

    /// One of a few words.
    pub(super) fn choice(
        &mut self,
        name: &'static str,
        choices: &[&'static str],
    ) -> Option<&'static str> {
        let word = self.text(name)?;
        self.chosen(&word, name, choices)
    }

    /// Some of a few words: one, or a list.
    pub(super) fn choices(
        &mut self,
        name: &'static str,
        choices: &[&'static str],
    ) -> Vec<&'static str> {
        let nodes = self.one_or_more(name);
        let words: Vec<_> = nodes.into_iter().filter_map(|it| self.as_text(name, it)).collect();
        let chosen = |word: &Spanned<String>| self.chosen(word, name, choices);
        words.iter().filter_map(chosen).collect()
    }

    fn chosen(
        &mut self,
        word: &Spanned<String>,
        name: &str,
        choices: &[&'static str],
    ) -> Option<&'static str> {
        let chosen = choices.iter().find(|it| **it == word.value).copied();
        if chosen.is_none() {
            self.notes.push(problem::unknown_choice(word, name, choices));
        }
        chosen
    }

    /// The items of a list, or what stands in place of a list of one.
    pub(super) fn one_or_more(&mut self, name: &'static str) -> Vec<Node> {
        match self.take(name) {
            None => Vec::new(),
            Some(Node { value: Value::List(items), .. }) => items,
            Some(one) => vec![one],
        }
    }

    /// The items of a list.
    pub(super) fn list(&mut self, name: &'static str) -> Vec<Node> {
        match self.take(name) {
            None => Vec::new(),
            Some(Node { value: Value::List(items), .. }) => items,
            Some(other) => {
                self.misread(name);
                self.notes.push(problem::wrong_type(other.span, name, "a list", &other.value));
                Vec::new()
            }
        }
    }

    /// The entries of a mapping whose keys are the author's own.
    pub(super) fn entries(&mut self, name: &'static str) -> Vec<(Spanned<String>, Node)> {
        let Some(node) = self.take(name) else { return Vec::new() };
        let fields = Fields::new(name, node, self.notes);
        let (is_broken, entries) = (fields.is_broken, fields.into_entries());
        if is_broken {
            self.misread(name);
        }
        entries
    }

    /// A mapping with fields of its own.
    pub(super) fn mapping(&mut self, name: &'static str) -> Option<Fields<'_>> {
        let node = self.take(name)?;
        Some(Fields::new(name, node, self.notes))
    }

    /// A mapping inside a list or under an author's key.
    pub(super) fn inner(&mut self, what: &'static str, node: Node) -> Fields<'_> {
        Fields::new(what, node, self.notes)
    }

    /// The words of a node that stands under `name`.
    pub(super) fn as_text(&mut self, name: &str, node: Node) -> Option<Spanned<String>> {
        match node.value {
            Value::Text(text) => Some(Spanned::new(text.trim().to_owned(), node.span)),
            Value::Flag(_, words) | Value::Number(words) => Some(Spanned::new(words, node.span)),
            other => {
                self.notes.push(problem::wrong_type(node.span, name, "text", &other));
                None
            }
        }
    }

    /// The words of a node that may be left out.
    pub(super) fn optional_text(&mut self, name: &str, node: Node) -> Option<String> {
        if node.value == Value::Nothing {
            return None;
        }
        self.as_text(name, node).map(|it| it.value)
    }

    /// All entries, while more is to be noted.
    pub(super) fn take_all(&mut self) -> Vec<(Spanned<String>, Node)> {
        std::mem::take(&mut self.entries)
    }

    /// All entries, for a mapping whose keys are the author's own.
    pub(super) fn into_entries(self) -> Vec<(Spanned<String>, Node)> {
        self.entries
    }

    /// Reports every field that nobody asked for. Gives those that are there and were not read.
    pub(super) fn finish(self) -> Vec<&'static str> {
        for (key, _) in &self.entries {
            self.notes.push(problem::unknown_field(key, self.what, &self.asked));
        }
        self.unread
    }
}

fn without_repeats(
    entries: Vec<(Spanned<String>, Node)>,
    notes: &mut Vec<Diagnostic>,
) -> Vec<(Spanned<String>, Node)> {
    let mut kept = Vec::with_capacity(entries.len());
    // A glossary has as many keys as terms.
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    for (key, node) in entries {
        match first.get(&key.value) {
            Some(first) => notes.push(problem::repeated_field(&key, *first)),
            None => {
                first.insert(key.value.clone(), key.span);
                kept.push((key, node));
            }
        }
    }
    kept
}
