//! Anchors: unique on their page. What an author wrote stays; what comes from words gives way.

use super::problem;
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::document::{Outline, Section as WrittenSection};
use crate::handbook::model::{Block, Body, Section, Statement, Topic};
use crate::markdown;
use std::collections::{BTreeMap, BTreeSet};

/// Notes every anchor that an author wrote twice in one document.
pub(super) fn check(outline: &Outline, body: &Body, notes: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for (anchor, span) in written(outline, body) {
        if let Some(first) = seen.get(anchor) {
            notes.push(problem::duplicate_anchor(anchor, span, *first));
        } else {
            seen.insert(anchor, span);
        }
    }
}

/// Notes every anchor that the author of an heir gave to something else than the inherited section whose key
/// it is. `body` is that of the heir, with what it inherits.
pub(super) fn check_heir(outline: &Outline, body: &Body, own: FileId, notes: &mut Vec<Diagnostic>) {
    let sections = body.all_sections().into_iter();
    let inherited =
        sections.filter(|it| it.span.file != own && matches!(it.topic, Topic::Known(_)));
    let inherited: BTreeMap<_, _> = inherited.map(|it| (it.anchor.as_str(), it.span)).collect();
    for (anchor, span) in written(outline, body).filter(|it| it.1.file == own) {
        if let Some(section) = inherited.get(anchor) {
            notes.push(problem::inherited_anchor(anchor, span, *section));
        }
    }
}

/// The anchors that authors wrote, and where: sections first.
fn written<'a>(outline: &Outline, body: &'a Body) -> impl Iterator<Item = (&'a str, Span)> {
    let ids = ids(outline);
    let sections = body.all_sections().into_iter().filter(|it| it.anchor_is_written);
    let sections = sections.map(|it| (it.anchor.as_str(), it.span));
    let statements = body.statements().filter(|it| it.id_is_written);
    let statements = statements.map(|it| (it.id.as_str(), it.span));
    let place = move |span: Span| ids.get(&span).copied().unwrap_or(span);
    sections.chain(statements).map(move |(anchor, span)| (anchor, place(span)))
}

/// Where the ids in braces stand, by the place of the text they belong to.
fn ids(outline: &Outline) -> BTreeMap<Span, Span> {
    fn of_blocks(blocks: &[markdown::Block], found: &mut BTreeMap<Span, Span>) {
        for block in blocks {
            let markdown::Block::List(list) = block else { continue };
            let ids = list.items.iter().map(|it| (it.span, it.attributes.id.as_ref()));
            found.extend(ids.filter_map(|(at, id)| Some((at, id?.span))));
        }
    }
    fn of_sections(sections: &[WrittenSection], found: &mut BTreeMap<Span, Span>) {
        for it in sections {
            let id = it.heading.attributes.id.as_ref();
            found.extend(id.map(|id| (it.heading.span, id.span)));
            of_blocks(&it.blocks, found);
            of_sections(&it.sections, found);
        }
    }
    let mut found = BTreeMap::new();
    of_blocks(&outline.opening, &mut found);
    of_sections(&outline.sections, &mut found);
    found
}

/// Makes every anchor of the page of the document `own` unique, by a number after those that come
/// from words. What is inherited gives way as well: its author could not know this page.
pub(super) fn settle(body: &mut Body, own: FileId) {
    let mut taken = Taken { own, anchors: BTreeSet::new(), next: BTreeMap::new() };
    for it in body.all_sections() {
        taken.keep(&it.anchor, taken.keeps_section(it));
    }
    for it in body.statements() {
        taken.keep(&it.id, taken.keeps_statement(it));
    }
    settle_blocks(&mut body.opening, &mut taken);
    body.sections.iter_mut().for_each(|it| settle_section(it, &mut taken));
}

/// Makes the anchors of one section unique among those that are taken.
fn settle_section(section: &mut Section, taken: &mut Taken) {
    if !taken.keeps_section(section) {
        section.anchor = taken.free(&section.anchor);
    }
    settle_blocks(&mut section.blocks, taken);
    section.sections.iter_mut().for_each(|it| settle_section(it, taken));
}

fn settle_blocks(blocks: &mut [Block], taken: &mut Taken) {
    for block in blocks {
        let Block::Statements(statements) = block else { continue };
        for it in statements.items.iter_mut() {
            if it.is_anchored && !taken.keeps_statement(it) {
                it.id = taken.free(&it.id);
            }
        }
    }
}

/// The anchors of a page so far.
struct Taken {
    /// The page's own document.
    own: FileId,
    anchors: BTreeSet<String>,
    /// The number to try next, by anchor: a page may say one thing ten thousand times.
    next: BTreeMap<String, usize>,
}

impl Taken {
    /// Whether the anchor stays whatever else is on the page. A section that the handbook knows has
    /// its key on every page.
    fn keeps_section(&self, it: &Section) -> bool {
        it.anchor_is_written && (it.span.file == self.own || matches!(it.topic, Topic::Known(_)))
    }

    fn keeps_statement(&self, it: &Statement) -> bool {
        it.id_is_written && it.span.file == self.own
    }

    fn keep(&mut self, anchor: &str, is_kept: bool) {
        if is_kept {
            self.anchors.insert(anchor.to_owned());
        }
    }

    /// Takes the anchor, or the first free one of it and a number.
    fn free(&mut self, anchor: &str) -> String {
        if self.anchors.insert(anchor.to_owned()) {
            return anchor.to_owned();
        }
        let next = self.next.entry(anchor.to_owned()).or_insert(2);
        loop {
            let numbered = format!("{anchor}-{next}");
            *next += 1;
            if self.anchors.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}
