//! The anchors that a link may name, on the pages that any link names one of: most are never asked for
//! theirs.

use super::names::Names;
use super::prose;
use super::targets::subject_of;
use crate::diagnostic::{FileId, Span};
use crate::document::{Document, Outline, Section as WrittenSection};
use crate::handbook::model::{Block, Body, Handbook, Role, Section, Statement, Status, Subject};
use crate::markdown::slug;
use std::collections::{BTreeMap, BTreeSet};

/// Anchors as people may write them, and the anchor that each means.
type Anchors = BTreeMap<String, String>;

pub(super) struct KnownAnchors(BTreeMap<Subject, Anchors>);

impl KnownAnchors {
    pub(super) fn new(
        documents: &[Document],
        names: &Names<'_>,
        handbook: &Handbook,
        asked: &BTreeSet<Subject>,
    ) -> KnownAnchors {
        let mut known = KnownAnchors(asked.iter().map(|it| (*it, Anchors::new())).collect());
        if asked.is_empty() {
            return known;
        }
        let of_subject = |it: &Document| subject_of(it, names).filter(|it| asked.contains(it));
        let documents: Vec<(Subject, &Document)> =
            documents.iter().filter_map(|it| Some((of_subject(it)?, it))).collect();
        let places = places(handbook, &documents.iter().map(|(_, it)| it.span.file).collect());
        for (subject, body) in bodies(handbook) {
            known.add(subject, || body_anchors(body));
        }
        known.add_steps(handbook);
        known.add_cells(handbook);
        let terms = || handbook.terms.iter().map(|(_, it)| it.slug.clone()).collect();
        known.add(Subject::Glossary, terms);
        for (subject, document) in documents {
            let allows_html = handbook.settings.allows_html;
            let prose = || prose::of(document).into_iter();
            let anchors = || prose().flat_map(|it| it.anchors(allows_html)).map(str::to_owned);
            known.add(subject, || anchors().collect());
            if let Some(known) = known.0.get_mut(&subject) {
                Slugs { anchors: &places, known, seen: BTreeMap::new() }.add(&document.outline);
            }
        }
        known
    }

    /// The anchor that is meant by one that is written; empty where that is the page's beginning.
    /// Code hosts keep a hyphen for every sign and emoji that they leave out, and we do not.
    pub(super) fn find(&self, subject: Subject, written: &str) -> Option<String> {
        let known = self.0.get(&subject)?;
        let spellings = [written.to_owned(), written.to_lowercase(), slug(written)];
        spellings.iter().find_map(|it| known.get(it)).cloned()
    }

    pub(super) fn of(&self, subject: Subject) -> Vec<&str> {
        let known = self.0.get(&subject).into_iter().flatten();
        known.filter(|(_, anchor)| !anchor.is_empty()).map(|(it, _)| it.as_str()).collect()
    }

    fn add(&mut self, subject: Subject, anchors: impl FnOnce() -> Vec<String>) {
        if let Some(known) = self.0.get_mut(&subject) {
            known.extend(anchors().into_iter().map(|it| (it.clone(), it)));
        }
    }

    /// A step that nobody described has its place on the page all the same.
    fn add_steps(&mut self, handbook: &Handbook) {
        for (id, competency) in handbook.competencies.iter() {
            let subject = Subject::Competency(id);
            for descriptor in &competency.descriptors {
                self.add(subject, || section_anchors(&descriptor.section));
            }
            let steps = || handbook.scale.steps().map(|(_, it)| it.slug.clone()).collect();
            self.add(subject, steps);
        }
    }

    /// The cells of the comparison tables.
    fn add_cells(&mut self, handbook: &Handbook) {
        let is_column = |it: &Role| it.level.is_some() && it.status != Status::Retired;
        for (_, role) in handbook.roles.iter().filter(|(_, it)| is_column(it)) {
            let slug = |id| &handbook.competencies[id].slug;
            let cells = role.expectations.iter().map(|it| slug(it.competency));
            let cells = cells.map(|it| format!("{}--{it}", role.slug));
            self.add(Subject::Family(role.family), || cells.collect());
        }
    }
}

fn bodies(handbook: &Handbook) -> Vec<(Subject, &Body)> {
    let roles = handbook.roles.iter().map(|(id, it)| (Subject::Role(id), &it.body));
    let competencies = handbook.competencies.iter();
    let competencies = competencies.map(|(id, it)| (Subject::Competency(id), &it.body));
    let guides = handbook.guides.iter().map(|(id, it)| (Subject::Guide(id), &it.body));
    let families = handbook.families.iter().map(|(id, it)| (Subject::Family(id), &it.body));
    let home = std::iter::once((Subject::Home, &handbook.home.body));
    roles.chain(competencies).chain(guides).chain(families).chain(home).collect()
}

fn body_anchors(body: &Body) -> Vec<String> {
    let opening = body.opening.iter().flat_map(Block::statements);
    anchors_of(opening).chain(body.sections.iter().flat_map(section_anchors)).collect()
}

fn section_anchors(section: &Section) -> Vec<String> {
    let statements = section.blocks.iter().flat_map(Block::statements);
    let below = section.sections.iter().flat_map(section_anchors);
    std::iter::once(section.anchor.clone()).chain(anchors_of(statements)).chain(below).collect()
}

fn anchors_of<'a>(statements: impl Iterator<Item = &'a Statement>) -> impl Iterator<Item = String> {
    statements.filter(|it| it.is_anchored).map(|it| it.id.clone())
}

/// The anchors of the sections that are written in `files`, by the place of the heading.
fn places<'a>(handbook: &'a Handbook, files: &BTreeSet<FileId>) -> BTreeMap<Span, &'a str> {
    let sections = bodies(handbook).into_iter().flat_map(|(_, it)| it.all_sections());
    let descriptors = handbook.competencies.iter().flat_map(|(_, it)| &it.descriptors);
    let sections = sections.chain(descriptors.flat_map(|it| it.section.all()));
    let sections = sections.filter(|it| files.contains(&it.span.file));
    sections.map(|it| (it.span, it.anchor.as_str())).collect()
}

/// People link to a heading by the slug that code hosts make of it, also where the heading was
/// recognised as a section and has the section's anchor, or has become the page's title.
struct Slugs<'a> {
    anchors: &'a BTreeMap<Span, &'a str>,
    known: &'a mut Anchors,
    seen: BTreeMap<String, usize>,
}

impl Slugs<'_> {
    fn add(&mut self, outline: &Outline) {
        if let Some(title) = &outline.title {
            let written = self.written(&title.text);
            self.known.entry(written).or_default();
        }
        self.add_sections(&outline.sections);
    }

    fn add_sections(&mut self, sections: &[WrittenSection]) {
        for it in sections {
            let written = self.written(&it.heading.text);
            if let Some(anchor) = self.anchors.get(&it.heading.span) {
                self.known.entry(written).or_insert_with(|| (*anchor).to_owned());
            }
            self.add_sections(&it.sections);
        }
    }

    /// A code host counts the second `scope` of a page as `scope-1`, and we as `scope-2`.
    fn written(&mut self, heading: &str) -> String {
        let slug = slug(heading);
        let n_before = self.seen.entry(slug.clone()).or_default();
        *n_before += 1;
        match *n_before {
            1 => slug,
            n => format!("{slug}-{}", n - 1),
        }
    }
}
