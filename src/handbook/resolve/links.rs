//! Where every link of the prose leads, and who mentions what.

use super::names::Names;
use super::problem;
use super::targets::{Targets, subject_of};
use crate::diagnostic::{Checked, Diagnostic, FileId};
use crate::document::{Document, FrontMatter, Section};
use crate::handbook::model::{Backlinks, Handbook, Links, Subject, Target};
use crate::markdown::{Block, Link, LinkKind, Prose};
use std::collections::{BTreeMap, BTreeSet};

/// Every link of every document. One that leads nowhere is noted at each place it stands.
pub(super) fn links(
    documents: &[Document],
    names: &Names<'_>,
    handbook: &Handbook,
) -> Checked<Links> {
    let mut diagnostics = Vec::new();
    let targets = Targets::new(documents, names, handbook);
    let mut links = BTreeMap::new();
    for document in documents {
        for link in links_of(document) {
            let target = targets.find(document, link).unpack(&mut diagnostics);
            links.insert((document.span.file, link.target.clone()), target);
        }
    }
    Checked { value: links, diagnostics }
}

/// Who mentions what, from the links.
pub(super) fn backlinks(links: &Links, documents: &[Document], names: &Names<'_>) -> Backlinks {
    let subjects: BTreeMap<FileId, Subject> =
        documents.iter().filter_map(|it| Some((it.span.file, subject_of(it, names)?))).collect();
    let mut found: BTreeMap<Subject, BTreeSet<Subject>> = BTreeMap::new();
    for ((file, _), target) in links {
        let (Some(from), Target::Subject { subject, .. }) = (subjects.get(file), target) else {
            continue;
        };
        if from != subject {
            found.entry(*subject).or_default().insert(*from);
        }
    }
    found.into_iter().map(|(subject, from)| (subject, from.into_iter().collect())).collect()
}

/// Every link of a document, wherever it stands.
fn links_of(document: &Document) -> Vec<&Link> {
    let mut prose: Vec<&Prose> = Vec::new();
    let outline = &document.outline;
    outline.opening.iter().for_each(|it| collect_block(it, &mut prose));
    outline.sections.iter().for_each(|it| collect_section(it, &mut prose));
    prose.extend(&outline.footnotes);
    if let FrontMatter::Glossary(front) = &document.front {
        prose.extend(front.terms.iter().map(|it| &it.definition));
    }
    prose.into_iter().flat_map(Prose::links).collect()
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

/// Nowhere, and why.
pub(super) fn nowhere(diagnostic: Diagnostic) -> Checked<Target> {
    Checked { value: Target::Nowhere, diagnostics: vec![diagnostic] }
}

impl Targets<'_> {
    fn find(&self, document: &Document, link: &Link) -> Checked<Target> {
        let found = match link.kind {
            LinkKind::Wiki => self.named(document, link),
            LinkKind::Markdown | LinkKind::Image => self.addressed(document, link),
        };
        match found {
            Ok(Target::Subject { subject, anchor }) => self.at_anchor(subject, anchor, link),
            Ok(target) => Checked { value: target, diagnostics: Vec::new() },
            Err(diagnostic) => nowhere(*diagnostic),
        }
    }

    /// A subject, at an anchor that must be there.
    fn at_anchor(&self, subject: Subject, anchor: Option<String>, link: &Link) -> Checked<Target> {
        let Some(written) = anchor else {
            let value = Target::Subject { subject, anchor: None };
            return Checked { value, diagnostics: Vec::new() };
        };
        match self.anchors.find(subject, &written) {
            Some(anchor) => {
                let value = Target::Subject { subject, anchor: Some(anchor) };
                Checked { value, diagnostics: Vec::new() }
            }
            None => {
                let title = self.title(subject);
                let known = self.anchors.of(subject);
                let note = problem::broken_anchor(link, &written, &title, &known);
                let value = Target::Subject { subject, anchor: None };
                Checked { value, diagnostics: vec![note] }
            }
        }
    }
}
