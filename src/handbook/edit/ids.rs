//! Ids that come from words, written behind the words, so that the words may change.

use super::anchors::{Anchored, anchored};
use super::problem;
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::document::{Document, Section};
use crate::edit::Edit;
use crate::handbook::model::Handbook;
use crate::markdown::{Attributes, Block};
use std::collections::BTreeMap;

/// Whose ids are written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub statements: bool,
    pub headings: bool,
}

/// What makes an id that comes from words one that its author wrote. It is the one that the text has
/// on its own page by now, a number included, so no address changes.
pub fn ids(documents: &[Document], handbook: &Handbook, wanted: Wanted) -> Vec<Edit> {
    let is_wanted = |it: &Anchored<'_>| match it.is_heading {
        true => wanted.headings,
        false => wanted.statements,
    };
    let anchored = anchored(handbook).into_iter();
    let derived = anchored.filter(|it| !it.is_written && it.span.file == it.page);
    let derived = derived.filter(is_wanted).map(|it| (it.span, it.anchor));
    let mut writer = Writer { derived: derived.collect(), edits: Vec::new() };
    for document in documents {
        writer.add_blocks(&document.outline.opening);
        writer.add_sections(&document.outline.sections);
    }
    writer.edits
}

/// A complaint about the first place of each page whose anchor is another one in `after`; those
/// behind it may only have moved up.
pub fn lost(before: &Handbook, after: &Handbook) -> Vec<Diagnostic> {
    let (before, after) = (by_page(before), by_page(after));
    let mut notes = Vec::new();
    for (page, anchors) in &before {
        let others = after.get(page).map_or(&[][..], Vec::as_slice);
        let mut rows = anchors.iter().enumerate();
        let lost = rows
            .find(|(index, it)| others.get(*index).is_none_or(|other| other.anchor != it.anchor));
        notes.extend(lost.map(|(_, it)| problem::unwritable_id(it.span, it.anchor)));
    }
    notes
}

fn by_page(handbook: &Handbook) -> BTreeMap<FileId, Vec<Anchored<'_>>> {
    let mut pages: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for it in anchored(handbook) {
        pages.entry(it.page).or_default().push(it);
    }
    pages
}

struct Writer<'a> {
    /// The ids to write, by the place of the words.
    derived: BTreeMap<Span, &'a str>,
    edits: Vec<Edit>,
}

impl Writer<'_> {
    fn add_sections(&mut self, sections: &[Section]) {
        for it in sections {
            let heading = &it.heading;
            self.add((heading.span, &heading.text), &heading.attributes);
            self.add_blocks(&it.blocks);
            self.add_sections(&it.sections);
        }
    }

    fn add_blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            let Block::List(list) = block else { continue };
            list.items.iter().for_each(|it| self.add((it.span, &it.text), &it.attributes));
        }
    }

    fn add(&mut self, (at, words): (Span, &str), attributes: &Attributes) {
        // Where there are no words, there is nothing that the id could outlive.
        let Some(id) = self.derived.get(&at).filter(|_| !words.is_empty()) else { return };
        self.edits.push(match attributes.braces {
            Some(braces) => Edit::insert(braces, braces.start as usize + 1, format!("#{id} ")),
            None => Edit::insert(at, at.end as usize, format!(" {{#{id}}}")),
        });
    }
}
