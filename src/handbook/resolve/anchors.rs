//! Anchors: unique on their page. What an author wrote stays; what comes from words gives way.

use super::problem;
use crate::diagnostic::{Diagnostic, Span};
use crate::document::{Outline, Section as WrittenSection};
use crate::handbook::model::{Block, Body, Section};
use crate::markdown;
use std::collections::{BTreeMap, BTreeSet};

/// Notes every anchor that an author wrote twice in one document.
pub(super) fn check(outline: &Outline, body: &Body, notes: &mut Vec<Diagnostic>) {
    let ids = ids(outline);
    let place = |span: Span| ids.get(&span).copied().unwrap_or(span);
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    let sections = body.all_sections().into_iter().filter(|it| it.anchor_is_written);
    let sections = sections.map(|it| (it.anchor.as_str(), it.span));
    let statements = body.statements().filter(|it| it.id_is_written);
    let statements = statements.map(|it| (it.id.as_str(), it.span));
    for (anchor, span) in sections.chain(statements).map(|(anchor, span)| (anchor, place(span))) {
        if let Some(first) = seen.get(anchor) {
            notes.push(problem::duplicate_anchor(anchor, span, *first));
        } else {
            seen.insert(anchor, span);
        }
    }
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

/// Makes every anchor of a page unique, by a number after those that come from words.
pub(super) fn settle(body: &mut Body) {
    let mut taken = BTreeSet::new();
    for it in body.all_sections().into_iter().filter(|it| it.anchor_is_written) {
        taken.insert(it.anchor.clone());
    }
    for it in body.statements().filter(|it| it.id_is_written) {
        taken.insert(it.id.clone());
    }
    settle_blocks(&mut body.opening, &mut taken);
    body.sections.iter_mut().for_each(|it| settle_section(it, &mut taken));
}

/// Makes the anchors of one section unique among those that are taken.
fn settle_section(section: &mut Section, taken: &mut BTreeSet<String>) {
    if !section.anchor_is_written {
        section.anchor = free(&section.anchor, taken);
    }
    settle_blocks(&mut section.blocks, taken);
    section.sections.iter_mut().for_each(|it| settle_section(it, taken));
}

fn settle_blocks(blocks: &mut [Block], taken: &mut BTreeSet<String>) {
    for block in blocks {
        let Block::Statements(statements) = block else { continue };
        for it in statements.items.iter_mut().filter(|it| !it.id_is_written) {
            it.id = free(&it.id, taken);
        }
    }
}

fn free(anchor: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{anchor}-{number}"));
    let mut candidates = std::iter::once(anchor.to_owned()).chain(numbered);
    let free = candidates.find(|it| !taken.contains(it)).unwrap_or_default();
    taken.insert(free.clone());
    free
}
