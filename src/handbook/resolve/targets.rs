//! What a link can lead to: names, files, and the anchors on their pages.

use super::links::{split, subject_of};
use super::names::Names;
use super::problem;
use crate::content::RelPath;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Outline, Section as WrittenSection};
use crate::handbook::model::{Body, Handbook, Subject, Target};
use crate::markdown::{Link, slug};
use std::collections::BTreeMap;

/// The kinds that stand before a name: `role:tech-lead`.
const KINDS: [&str; 5] = ["role", "competency", "guide", "family", "term"];

/// Anchors as people may write them, and the anchor that each means.
type Anchors = BTreeMap<String, String>;

pub(super) struct Targets<'a> {
    names: &'a Names<'a>,
    handbook: &'a Handbook,
    /// What each file is about, by its path in lower case.
    files: BTreeMap<String, (&'a RelPath, Option<Subject>)>,
    anchors: BTreeMap<Subject, Anchors>,
}

impl<'a> Targets<'a> {
    pub(super) fn new(
        documents: &'a [Document],
        names: &'a Names<'a>,
        handbook: &'a Handbook,
    ) -> Targets<'a> {
        let file =
            |it: &'a Document| (it.path.as_str().to_lowercase(), (&it.path, subject_of(it, names)));
        let files = documents.iter().map(file).collect();
        let mut anchors: BTreeMap<Subject, Anchors> = BTreeMap::new();
        for (subject, body) in bodies(handbook) {
            anchors.entry(subject).or_default().extend(body_anchors(body));
        }
        for (id, competency) in handbook.competencies.iter() {
            let known = anchors.entry(Subject::Competency(id)).or_default();
            for descriptor in &competency.descriptors {
                known.extend(section_anchors(&descriptor.section));
            }
            // A step that nobody described has its place on the page all the same.
            known.extend(handbook.scale.steps().map(|(_, it)| (it.slug.clone(), it.slug.clone())));
        }
        let terms = handbook.terms.iter().map(|(_, it)| (it.slug.clone(), it.slug.clone()));
        anchors.insert(Subject::Glossary, terms.collect());
        for document in documents {
            if let Some(subject) = subject_of(document, names) {
                let known = anchors.entry(subject).or_default();
                heading_slugs(&document.outline, known);
            }
        }
        Targets { names, handbook, files, anchors }
    }

    /// `[[name]]`, `[[kind:name#anchor]]`, `[[#anchor]]`
    pub(super) fn named(
        &self,
        document: &Document,
        link: &Link,
    ) -> Result<Target, Box<Diagnostic>> {
        let (name, anchor) = split(link);
        let anchor = anchor.map(str::to_owned);
        if name.is_empty() {
            let subject = subject_of(document, self.names).unwrap_or(Subject::Home);
            return Ok(Target::Subject { subject, anchor });
        }
        let kind = name.split_once(':').filter(|(kind, _)| KINDS.contains(&kind.trim()));
        let found = match kind {
            Some((kind, name)) => self.of_kind(kind.trim(), name.trim()).into_iter().collect(),
            None => self.of_any_kind(name),
        };
        match found.as_slice() {
            [] => Err(Box::new(problem::unknown_name(link, name, &self.known_names()))),
            [(_, subject)] => Ok(Target::Subject { subject: *subject, anchor }),
            several => {
                let kinds: Vec<&str> = several.iter().map(|(kind, _)| *kind).collect();
                Err(Box::new(problem::ambiguous_name(link, name, &kinds)))
            }
        }
    }

    fn of_any_kind(&self, name: &str) -> Vec<(&'static str, Subject)> {
        let documents = KINDS.iter().filter(|it| **it != "term");
        documents.filter_map(|kind| self.of_kind(kind, name)).collect()
    }

    fn of_kind(&self, kind: &str, name: &str) -> Option<(&'static str, Subject)> {
        let names = self.names;
        let slug = slug(name);
        let name = slug.as_str();
        match kind {
            "role" => names.roles.find(name).map(|it| ("role", Subject::Role(it))),
            "competency" => {
                names.competencies.find(name).map(|it| ("competency", Subject::Competency(it)))
            }
            "guide" => names.guides.find(name).map(|it| ("guide", Subject::Guide(it))),
            "family" => names.families.find(name).map(|it| ("family", Subject::Family(it))),
            _ => names.terms.find(name).map(|it| ("term", Subject::Term(it))),
        }
    }

    fn known_names(&self) -> Vec<String> {
        let names = self.names;
        let pages = names.roles.names().chain(names.competencies.names());
        let pages = pages.chain(names.guides.names()).chain(names.families.names());
        let terms = names.terms.names().map(|it| format!("term:{it}"));
        pages.map(str::to_owned).chain(terms).collect()
    }

    /// `../roles/a.md#scope`, `#scope`, `picture.png`, `https://…`
    pub(super) fn addressed(
        &self,
        document: &Document,
        link: &Link,
    ) -> Result<Target, Box<Diagnostic>> {
        let (path, anchor) = split(link);
        let anchor = anchor.map(decoded);
        if is_elsewhere(path) {
            return Ok(Target::Elsewhere);
        }
        if path.is_empty() {
            let subject = subject_of(document, self.names).unwrap_or(Subject::Home);
            return Ok(Target::Subject { subject, anchor });
        }
        let Some(path) = document.path.resolve(&decoded(path)) else {
            // The content folder itself.
            return if decoded(path).trim_matches(['.', '/']).is_empty() {
                Ok(Target::Subject { subject: Subject::Home, anchor })
            } else {
                Err(Box::new(problem::outside(link)))
            };
        };
        if let Some((_, Some(subject))) = self.file(&path) {
            return Ok(Target::Subject { subject: *subject, anchor });
        }
        if self.handbook.assets.contains(path.as_str()) {
            return Ok(Target::Asset(path.to_string()));
        }
        Err(Box::new(problem::broken_link(link, &path, self.files.values().map(|it| it.0))))
    }

    /// The file at a path, which may lack its ending or name a folder that has an index.
    fn file(&self, path: &RelPath) -> Option<&(&'a RelPath, Option<Subject>)> {
        let path = path.as_str().to_lowercase();
        let candidates = ["", ".md", "/readme.md", "/index.md", "/_index.md"];
        candidates.iter().find_map(|it| self.files.get(&format!("{path}{it}")))
    }

    /// The anchor that is meant by one that is written.
    pub(super) fn anchor(&self, subject: Subject, written: &str) -> Option<String> {
        let known = self.anchors.get(&subject)?;
        known.get(written).or_else(|| known.get(&written.to_lowercase())).cloned()
    }

    pub(super) fn anchors_of(&self, subject: Subject) -> Vec<&str> {
        self.anchors
            .get(&subject)
            .into_iter()
            .flat_map(BTreeMap::keys)
            .map(String::as_str)
            .collect()
    }

    pub(super) fn title(&self, subject: Subject) -> String {
        self.handbook.title_of(subject).to_owned()
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

fn body_anchors(body: &Body) -> Anchors {
    let sections = body.all_sections().into_iter().map(|it| &it.anchor);
    let statements = body.statements().map(|it| &it.id);
    sections.chain(statements).map(|it| (it.clone(), it.clone())).collect()
}

fn section_anchors(section: &crate::handbook::model::Section) -> Anchors {
    let statements = section.statements().map(|it| &it.id);
    let below = section.sections.iter().map(|it| &it.anchor);
    let all = std::iter::once(&section.anchor).chain(statements).chain(below);
    all.map(|it| (it.clone(), it.clone())).collect()
}

/// People link to a heading by the slug that code hosts make of it, also where the heading was
/// recognised as a section and has the section's anchor.
fn heading_slugs(outline: &Outline, known: &mut Anchors) {
    fn add(sections: &[WrittenSection], known: &mut Anchors) {
        for it in sections {
            let written = slug(&it.heading.text);
            let named = it.heading.attributes.id.as_ref().map(|it| it.value.clone());
            let anchor = named.or_else(|| recognised(&it.heading.text, known));
            if let Some(anchor) = anchor.filter(|_| !known.contains_key(&written)) {
                known.insert(written, anchor);
            }
            add(&it.sections, known);
        }
    }
    add(&outline.sections, known);
}

/// The anchor of the section that a heading was recognised as.
fn recognised(heading: &str, known: &Anchors) -> Option<String> {
    let words = slug(heading);
    known.values().find(|it| words.ends_with(it.as_str())).cloned()
}

fn is_elsewhere(path: &str) -> bool {
    let scheme = path.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = scheme.len() > 1
        && scheme.chars().all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it));
    is_scheme || path.starts_with("//")
}

/// The text that `%20` and its like stand for; as written where they stand for none.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|it| std::str::from_utf8(it).ok());
        match (first, code.and_then(|it| u8::from_str_radix(it, 16).ok())) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
