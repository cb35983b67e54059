//! Competencies, guides and terms as meant.

use super::body::{self, Recognised};
use super::front::{self, texts};
use super::sections::plain;
use super::visibility::visibility;
use super::{Resolver, anchors, problem};
use crate::diagnostic::suggest::is_slip;
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::document::Document;
use crate::document::kind::TermFront;
use crate::handbook::model::{
    Arena, Body, Competency, Descriptor, Guide, Proficiency, Section, Term, Topic,
};
use crate::markdown::Heading;

/// The place of what stands in no file.
pub(super) fn nowhere() -> Span {
    Span::start_of(FileId::of(""))
}

impl Resolver<'_> {
    pub(super) fn competencies(&self, notes: &mut Vec<Diagnostic>) -> Arena<Competency> {
        let documents = self.names.competencies.documents().iter();
        documents.map(|it| self.competency(it, notes)).collect()
    }

    fn competency(&self, document: &Document, notes: &mut Vec<Diagnostic>) -> Competency {
        let front = front::of_competency(document);
        let (body, descriptors) = self.described(document, notes);
        Competency {
            slug: document.place.id.clone(),
            title: document.title(),
            also_known_as: texts(&front.also_known_as),
            aliases: front::aliases(&front.aliases),
            area: front.area.as_ref().and_then(|name| {
                let found = self.names.areas.find(&name.value);
                if found.is_none() {
                    notes.push(problem::unknown_area(name, self.names.areas.names()));
                }
                found
            }),
            body,
            descriptors,
            span: document.span,
        }
    }

    /// The text of a competency, apart from what it asks at each step.
    fn described(
        &self,
        document: &Document,
        notes: &mut Vec<Diagnostic>,
    ) -> (Body, Vec<Descriptor>) {
        let mut steps: Vec<Proficiency> = Vec::new();
        let mut body = body::body(*self, (document, None), &mut |heading, around| {
            let step = around.is_none().then(|| self.step_of(heading, notes)).flatten();
            // A second heading of the same step is prose.
            let Some(step) = step.filter(|it| !steps.contains(it)) else {
                return Recognised::free();
            };
            steps.push(step);
            let key = self.frame.scale.step(step).slug.clone();
            Recognised { topic: Topic::Known(key.clone()), anchor: Some(key) }
        });
        anchors::check(&document.outline, &body, notes);
        anchors::settle(&mut body, document.span.file);
        let (described, rest): (Vec<Section>, Vec<Section>) =
            body.sections.into_iter().partition(|it| matches!(it.topic, Topic::Known(_)));
        body.sections = rest;
        let mut descriptors: Vec<_> = steps
            .into_iter()
            .zip(described)
            .map(|(proficiency, section)| Descriptor { proficiency, section })
            .collect();
        descriptors.sort_by_key(|it| it.proficiency);
        (body, descriptors)
    }

    fn step_of(&self, heading: &Heading, notes: &mut Vec<Diagnostic>) -> Option<Proficiency> {
        let words = plain(&heading.text);
        let scale = &self.frame.scale;
        let named = scale.steps().find(|(_, it)| plain(&it.slug) == words);
        if let Some((step, _)) = named {
            return Some(step);
        }
        let (step, meant) = scale.steps().find(|(_, it)| is_slip(&words, &plain(&it.slug)))?;
        notes.push(problem::misspelt_heading(heading, &meant.title));
        Some(step)
    }

    pub(super) fn guides(&self, notes: &mut Vec<Diagnostic>) -> Arena<Guide> {
        self.names.guides.documents().iter().map(|it| self.guide(it, notes)).collect()
    }

    fn guide(&self, document: &Document, notes: &mut Vec<Diagnostic>) -> Guide {
        let front = front::of_page(document);
        Guide {
            slug: document.place.id.clone(),
            title: document.title(),
            aliases: front::aliases(&front.aliases),
            body: self.free_body(document, notes),
            span: document.span,
        }
    }

    pub(super) fn terms(&self) -> Arena<Term> {
        let term = |it: &&TermFront| Term {
            slug: it.id.value.clone(),
            title: it.title.value.clone(),
            also: texts(&it.also),
            aliases: front::aliases(&it.aliases),
            definition: it.definition.clone(),
            visibility: visibility(it.visibility.as_ref()),
            span: it.id.span,
        };
        self.names.terms.documents().iter().map(term).collect()
    }
}
