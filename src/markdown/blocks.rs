//! A body as a list of blocks: the headings, lists and stretches of prose at its top level.
//!
//! In: the text of one file and where its body begins. Out: [`Parsed`] and complaints. Does not
//! know what a section or a statement is.

use super::adopted;
use super::attributes::Attributes;
use super::events::{Placed, Source, end_of, stands_alone};
use super::footnotes::{self, Notes};
use super::pieces::Reader;
use super::prose::Prose;
use crate::diagnostic::{Checked, FileId, Span};
use pulldown_cmark::{Event, Tag};

/// A whole body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    pub blocks: Vec<Block>,
    /// What the marks of this body refer to, to be shown once, at the end of the page.
    pub footnotes: Prose,
}

/// Something at the top level of a body. Two of the kind `Prose` are never neighbours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(Heading),
    List(List),
    Prose(Prose),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The words alone.
    pub text: String,
    /// The words with their markup.
    pub title: Prose,
    pub attributes: Attributes,
    /// The words, without `#` and attributes.
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The first number of an ordered list.
    pub start: Option<u64>,
    pub items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub attributes: Attributes,
    /// Everything in the item, without the attributes. A sole paragraph is not wrapped in one.
    pub prose: Prose,
    /// The words of the first paragraph.
    pub text: String,
    /// Whether the box of a task is ticked.
    pub checked: Option<bool>,
    /// The words of the first paragraph.
    pub span: Span,
}

/// Reads the body that begins at byte `start` of `text`.
pub fn parse(file: FileId, text: &str, start: usize) -> Checked<Parsed> {
    let source = Source { file, text };
    let (events, definitions) = source.events(start);
    let (body, footnotes) = footnotes::separate(adopted::adopted(source, events));
    let notes = Notes::new(&footnotes);
    let mut reader = Reader { source, definitions, notes, diagnostics: Vec::new() };
    let blocks = reader.blocks(&body);
    let footnotes = reader.footnotes(footnotes);
    Checked { value: Parsed { blocks, footnotes }, diagnostics: reader.diagnostics }
}

impl<'a> Reader<'a> {
    fn blocks(&mut self, events: &[Placed<'a>]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut rest = events;
        while !rest.is_empty() {
            let (block, after) = rest.split_at(end_of_block(rest));
            blocks.extend(self.block(block));
            rest = after;
        }
        blocks
    }

    fn block(&mut self, block: &[Placed<'a>]) -> Option<Block> {
        match block.first()? {
            (Event::Start(Tag::Heading { level, .. }), _) => {
                Some(Block::Heading(self.heading(*level as u8, block)))
            }
            (Event::Start(Tag::List(start)), _) => Some(Block::List(self.list(*start, block))),
            _ => {
                let prose = self.prose(block);
                (!prose.is_empty()).then_some(Block::Prose(prose))
            }
        }
    }
}

/// The end of the heading, the list or the stretch of anything else that begins `events`.
fn end_of_block(events: &[Placed<'_>]) -> usize {
    let is_prose = |at: usize| events.get(at).is_some_and(|(event, _)| !stands_alone(event));
    let mut end = end_of(events, 0);
    while is_prose(0) && is_prose(end) {
        end = end_of(events, end);
    }
    end
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, html, parsed};
    use super::{Block, FileId, parse};

    fn kinds(text: &str) -> String {
        let kind = |block: &Block| match block {
            Block::Heading(_) => 'H',
            Block::List(_) => 'L',
            Block::Prose(_) => 'P',
        };
        parsed(text).value.blocks.iter().map(kind).collect()
    }

    #[test]
    fn neighbours_are_one_prose() {
        assert_eq!(kinds("a\n\n> b\n\n***\n\n# c\n\n- d\n\n```\ne\n```\n\nf\n"), "PHLP");
        assert_eq!(kinds("# a\n## b\n1. c\n- d\n"), "HHLL");
        assert_eq!(kinds("<!-- only\n\nfor authors -->\n\n[^a]: note\n"), "");
        assert_eq!(kinds(""), "");
    }

    #[test]
    fn places_count_from_the_start_of_the_file() {
        let text = "---\n# not a heading\n---\n# é\n- b {#c}\n";
        let blocks = parse(FileId::of("a"), text, 23).value.blocks;
        let [Block::Heading(heading), Block::List(list)] = &blocks[..] else {
            panic!("{blocks:?}")
        };
        assert_eq!(at(text, heading.span), "é");
        assert_eq!(at(text, list.items[0].span), "b");
    }

    #[test]
    fn a_start_beyond_the_text_is_an_empty_body() {
        assert!(parse(FileId::of("a"), "é", 1).value.blocks.is_empty());
        assert!(parse(FileId::of("a"), "é", 9).value.blocks.is_empty());
    }

    #[test]
    fn comments_are_left_out() {
        let blocks =
            parsed("a <!-- b --> c\n\n<!-- d --><b>e</b>\n\n<!-- never closed\n\nf\n").value.blocks;
        let [Block::Prose(prose)] = &blocks[..] else { panic!("{blocks:?}") };
        assert_eq!(html(prose), "<p>a  c</p>\n<b>e</b>\n");
    }
}
