//! Footnotes: taken out of where they were written, numbered by who is mentioned first.
//!
//! In: all events of a body. Out: the events without definitions, and a number for every mark.
//! Names of footnotes are any text, so ids are made of numbers only.

use super::events::Placed;
use super::pieces::Reader;
use super::prose::{Draft, Piece, Prose};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};

/// A footnote's text, and the name it is known by.
pub(super) struct Definition<'a> {
    name: String,
    events: Vec<Placed<'a>>,
}

/// Parts the definitions, wherever they stand, from everything else.
pub(super) fn separate(events: Vec<Placed<'_>>) -> (Vec<Placed<'_>>, Vec<Definition<'_>>) {
    let is_definition =
        |(event, _): &Placed<'_>| matches!(event, Event::Start(Tag::FootnoteDefinition(_)));
    if !events.iter().any(is_definition) {
        return (events, Vec::new());
    }
    let (mut body, mut open, mut done) = (Vec::new(), Vec::<Definition<'_>>::new(), Vec::new());
    for (event, at) in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(name)) => {
                open.push(Definition { name: folded(&name), events: Vec::new() });
            }
            Event::End(TagEnd::FootnoteDefinition) => done.extend(open.pop()),
            _ => open.last_mut().map_or(&mut body, |it| &mut it.events).push((event, at)),
        }
    }
    (body, done)
}

/// The name as it is compared: `[^Note]` means `[^note]:`.
fn folded(name: &str) -> String {
    let name = name.to_uppercase().to_lowercase();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The numbers given so far.
#[derive(Default)]
pub(super) struct Notes {
    defined: BTreeSet<String>,
    numbers: BTreeMap<String, usize>,
    /// By number: the name, and how many marks lead to it.
    entries: Vec<(String, usize)>,
}

impl Notes {
    pub(super) fn new(definitions: &[Definition<'_>]) -> Notes {
        Notes {
            defined: definitions.iter().map(|it| it.name.clone()).collect(),
            ..Notes::default()
        }
    }

    /// The piece for a mark, if its footnote exists.
    pub(super) fn mark(&mut self, name: &str) -> Option<Piece> {
        let name = folded(name);
        if !self.defined.contains(&name) {
            return None;
        }
        let number = self.numbers.get(&name).copied().unwrap_or_else(|| self.enter(&name));
        let (_, n_marks) = self.entries.get_mut(number - 1)?;
        *n_marks += 1;
        Some(Piece::FootnoteMark { number, nth: *n_marks })
    }

    /// Gives the next number away. A name that is defined twice keeps its first.
    fn enter(&mut self, name: &str) -> usize {
        self.entries.push((name.to_owned(), 0));
        let number = self.entries.len();
        self.numbers.entry(name.to_owned()).or_insert(number);
        number
    }

    fn n_marks(&self, number: usize) -> usize {
        self.entries.get(number - 1).map_or(0, |(_, n_marks)| *n_marks)
    }

    /// The definition of that number; behind the last number, any definition nobody mentions.
    fn take<'a>(&mut self, number: usize, open: &mut Open<'a>) -> Option<Definition<'a>> {
        if number > self.entries.len() {
            let name = open.first()?.to_owned();
            self.enter(&name);
        }
        let (name, _) = self.entries.get(number - 1)?;
        open.take(name)
    }
}

/// Definitions that have no number yet. There may be as many as a text is long.
struct Open<'a> {
    /// In the order they were written.
    all: Vec<Option<Definition<'a>>>,
    /// All before it are taken.
    first: usize,
    /// Where those of a name stand, the first of them last.
    by_name: BTreeMap<String, Vec<usize>>,
}

impl<'a> Open<'a> {
    fn new(definitions: Vec<Definition<'a>>) -> Open<'a> {
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, it) in definitions.iter().enumerate().rev() {
            by_name.entry(it.name.clone()).or_default().push(index);
        }
        Open { all: definitions.into_iter().map(Some).collect(), first: 0, by_name }
    }

    /// The name of the first.
    fn first(&mut self) -> Option<&str> {
        self.first += self.all[self.first..].iter().take_while(|it| it.is_none()).count();
        self.all.get(self.first)?.as_ref().map(|it| it.name.as_str())
    }

    /// The first of that name.
    fn take(&mut self, name: &str) -> Option<Definition<'a>> {
        let index = self.by_name.get_mut(name)?.pop()?;
        self.all[index].take()
    }
}

impl<'a> Reader<'a> {
    /// All footnotes as one list. Definitions may mention each other, so numbers are still given
    /// away here, and who is mentioned how often is only known at the end.
    pub(super) fn footnotes(&mut self, definitions: Vec<Definition<'a>>) -> Prose {
        let mut draft = Draft::default();
        if definitions.is_empty() {
            return draft.finish();
        }
        draft.push(Piece::FootnotesStart);
        let (mut number, mut open) = (1, Open::new(definitions));
        while let Some(definition) = self.notes.take(number, &mut open) {
            self.footnote(&mut draft, number, &definition);
            number += 1;
        }
        draft.push(Piece::FootnotesEnd);
        for piece in &mut draft.pieces {
            if let Piece::BackLinks { number, n_marks } = piece {
                *n_marks = self.notes.n_marks(*number);
            }
        }
        draft.finish()
    }

    fn footnote(&mut self, draft: &mut Draft, number: usize, definition: &Definition<'a>) {
        draft.push(Piece::FootnoteStart { number });
        self.append(draft, &definition.events);
        let paragraph_end = Piece::Markup(Event::End(TagEnd::Paragraph));
        // The way back stands on the last line, not below it.
        let ends_in_paragraph = draft.pieces.pop_if(|it| *it == paragraph_end).is_some();
        draft.push(Piece::BackLinks { number, n_marks: 0 });
        draft.pieces.extend(ends_in_paragraph.then_some(paragraph_end));
        draft.push(Piece::FootnoteEnd);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{html, parsed, prose};

    /// The ids and inner references of the list, in order.
    fn notes(text: &str) -> Vec<String> {
        let html = html(&parsed(text).value.footnotes);
        let values =
            html.split(['"', '>']).filter(|it| it.starts_with("fn-") || it.starts_with('#'));
        values.map(str::to_owned).collect()
    }

    #[test]
    fn numbers_follow_the_marks() {
        let text = "# h[^b]\n- i[^a] j[^B]\n\n[^a]: A\n[^b]: B\n[^c]: C\n";
        assert_eq!(notes(text), ["fn-1", "#fnref-1", "#fnref-1-2", "fn-2", "#fnref-2", "fn-3"]);
    }

    #[test]
    fn notes_may_mention_notes() {
        let text = "x[^a]\n\n[^b]: B [^a]\n[^a]: A [^b]\n";
        assert_eq!(
            notes(text),
            ["fn-1", "#fn-2", "#fnref-1", "#fnref-1-2", "fn-2", "#fn-1", "#fnref-2"]
        );
    }

    #[test]
    fn a_name_defined_twice_and_one_not_at_all() {
        assert_eq!(notes("x[^a]\n\n[^a]: A\n[^a]: again\n"), ["fn-1", "#fnref-1", "fn-2"]);
        assert_eq!(html(&prose("x[^a]")), "<p>x[^a]</p>\n");
        assert!(parsed("x").value.footnotes.is_empty());
    }

    #[test]
    fn marks_are_no_words() {
        assert_eq!(prose("a[^ b ]\nc\n\n[^ b ]: d").text(), "a c");
    }
}
