//! The anchors that a link may name, on every page.

use super::names::Names;
use super::targets::subject_of;
use crate::document::{Document, Outline, Section as WrittenSection};
use crate::handbook::model::{Body, Handbook, Section, Subject};
use crate::markdown::slug;
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
        for (subject, body) in bodies(handbook) {
            known.add(subject, body_anchors(body));
        }
        known.add_steps(handbook);
        known.add_cells(handbook);
        known
            .add(Subject::Glossary, handbook.terms.iter().map(|(_, it)| it.slug.clone()).collect());
        for document in documents {
            if let Some(subject) = subject_of(document, names) {
                heading_slugs(&document.outline, known.0.entry(subject).or_default());
            }
        }
        known
    }

    /// The anchor that is meant by one that is written.
    pub(super) fn find(&self, subject: Subject, written: &str) -> Option<String> {
        let known = self.0.get(&subject)?;
        known.get(written).or_else(|| known.get(&written.to_lowercase())).cloned()
    }

    pub(super) fn of(&self, subject: Subject) -> Vec<&str> {
        self.0.get(&subject).into_iter().flat_map(BTreeMap::keys).map(String::as_str).collect()
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
        for (_, role) in handbook.roles.iter().filter(|(_, it)| it.level.is_some()) {
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
    let home = std::iter::once((Subject::Home, &handbook.home));
    roles.chain(competencies).chain(guides).chain(families).chain(home).collect()
}

fn body_anchors(body: &Body) -> Vec<String> {
    let sections = body.all_sections().into_iter().map(|it| &it.anchor);
    let statements = body.statements().map(|it| &it.id);
    sections.chain(statements).cloned().collect()
}

fn section_anchors(section: &Section) -> Vec<String> {
    let statements = section.statements().map(|it| &it.id);
    let below = section.sections.iter().map(|it| &it.anchor);
    std::iter::once(&section.anchor).chain(statements).chain(below).cloned().collect()
}

/// People link to a heading by the slug that code hosts make of it, also where the heading was
/// recognised as a section and has the section's anchor.
fn heading_slugs(outline: &Outline, known: &mut Anchors) {
    fn add(sections: &[WrittenSection], known: &mut Anchors) {
        for it in sections {
            let written = slug(&it.heading.text);
            if !known.contains_key(&written) {
                let named = it.heading.attributes.id.as_ref().map(|it| it.value.clone());
                let anchor = named.or_else(|| recognised(&written, known));
                known.extend(anchor.map(|it| (written, it)));
            }
            add(&it.sections, known);
        }
    }
    add(&outline.sections, known);
}

/// The anchor of the section that a heading with these words was recognised as.
fn recognised(words: &str, known: &Anchors) -> Option<String> {
    known.values().find(|it| words.ends_with(it.as_str())).cloned()
}
