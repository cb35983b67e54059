//! The anchors that a link may name, on every page.

use super::names::Names;
use super::prose;
use super::targets::subject_of;
use crate::diagnostic::Span;
use crate::document::{Document, Outline, Section as WrittenSection};
use crate::handbook::model::{Block, Body, Handbook, Role, Section, Statement, Status, Subject};
use crate::markdown::{Prose, slug};
use std::collections::BTreeMap;

/// Anchors as people may write them, and the anchor that each means.
type Anchors = BTreeMap<String, String>;

pub(super) struct KnownAnchors(BTreeMap<Subject, Anchors>);

impl KnownAnchors {
    pub(super) fn new(
        documents: &[Document],
        names: &Names<'_>,
        handbook: &Handbook,
    ) -> KnownAnchors {
        let mut known = KnownAnchors(BTreeMap::new());
        let mut places = BTreeMap::new();
        for (subject, body) in bodies(handbook) {
            known.add(subject, body_anchors(body));
            by_place(body.sections.iter(), &mut places);
        }
        let descriptors = handbook.competencies.iter().flat_map(|(_, it)| &it.descriptors);
        by_place(descriptors.map(|it| &it.section), &mut places);
        known.add_steps(handbook);
        known.add_cells(handbook);
        known
            .add(Subject::Glossary, handbook.terms.iter().map(|(_, it)| it.slug.clone()).collect());
        for document in documents {
            if let Some(subject) = subject_of(document, names) {
                let anchors = prose::of(document).into_iter().flat_map(Prose::anchors);
                known.add(subject, anchors.map(str::to_owned).collect());
                let known = known.0.entry(subject).or_default();
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

    fn add(&mut self, subject: Subject, anchors: Vec<String>) {
        let known = self.0.entry(subject).or_default();
        known.extend(anchors.into_iter().map(|it| (it.clone(), it)));
    }

    /// A step that nobody described has its place on the page all the same.
    fn add_steps(&mut self, handbook: &Handbook) {
        for (id, competency) in handbook.competencies.iter() {
            let subject = Subject::Competency(id);
            for descriptor in &competency.descriptors {
                self.add(subject, section_anchors(&descriptor.section));
            }
            self.add(subject, handbook.scale.steps().map(|(_, it)| it.slug.clone()).collect());
        }
    }

    /// The cells of the comparison tables.
    fn add_cells(&mut self, handbook: &Handbook) {
        let is_column = |it: &Role| it.level.is_some() && it.status != Status::Retired;
        for (_, role) in handbook.roles.iter().filter(|(_, it)| is_column(it)) {
            let slug = |id| &handbook.competencies[id].slug;
            let cells = role.expectations.iter().map(|it| slug(it.competency));
            let cells = cells.map(|it| format!("{}--{it}", role.slug)).collect();
            self.add(Subject::Family(role.family), cells);
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

/// The anchors of a document's own sections, by the place of the heading.
fn by_place<'a>(sections: impl Iterator<Item = &'a Section>, found: &mut BTreeMap<Span, String>) {
    for it in sections {
        found.insert(it.span, it.anchor.clone());
        by_place(it.sections.iter(), found);
    }
}

/// People link to a heading by the slug that code hosts make of it, also where the heading was
/// recognised as a section and has the section's anchor, or has become the page's title.
struct Slugs<'a> {
    anchors: &'a BTreeMap<Span, String>,
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
                self.known.entry(written).or_insert_with(|| anchor.clone());
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
