//! Everything that is written in a document, wherever it stands.

use crate::document::{Document, FrontMatter, Section};
use crate::markdown::{Block, Prose};

pub(in crate::handbook) fn of(document: &Document) -> Vec<&Prose> {
    let mut prose: Vec<&Prose> = Vec::new();
    let outline = &document.outline;
    outline.opening.iter().for_each(|it| collect_block(it, &mut prose));
    outline.sections.iter().for_each(|it| collect_section(it, &mut prose));
    prose.extend(&outline.footnotes);
    if let FrontMatter::Glossary(front) = &document.front {
        prose.extend(front.terms.iter().map(|it| &it.definition));
    }
    prose
}

fn collect_section<'a>(section: &'a Section, found: &mut Vec<&'a Prose>) {
    found.push(&section.heading.title);
    section.blocks.iter().for_each(|it| collect_block(it, found));
    section.sections.iter().for_each(|it| collect_section(it, found));
}

fn collect_block<'a>(block: &'a Block, found: &mut Vec<&'a Prose>) {
    match block {
        Block::Heading(it) => found.push(&it.title),
        Block::Prose(it) => found.push(it),
        Block::List(list) => found.extend(list.items.iter().map(|it| &it.prose)),
    }
}
