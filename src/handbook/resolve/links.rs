//! Where every link of the prose leads, and who mentions what.

use super::names::Names;
use super::pictures::Pictures;
use super::targets::{Targets, subject_of};
use super::{problem, prose};
use crate::diagnostic::{Checked, Diagnostic, FileId};
use crate::document::Document;
use crate::handbook::model::{Backlinks, Handbook, Links, Subject, Target};
use crate::markdown::{Link, LinkKind, Prose};
use std::collections::{BTreeMap, BTreeSet};

/// Every link of every document. One that leads nowhere is noted at each place it stands.
pub(super) fn links(
    documents: &[Document],
    names: &Names<'_>,
    handbook: &Handbook,
) -> Checked<Links> {
    let mut diagnostics = Vec::new();
    let targets = Targets::new(documents, names, handbook);
    let mut pictures = Pictures::new(handbook);
    let mut links = BTreeMap::new();
    for document in documents {
        for link in prose::of(document).into_iter().flat_map(Prose::links) {
            let target = targets.find(document, link).unpack(&mut diagnostics);
            diagnostics.extend(pictures.check(link, &target));
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
                // The title of a page is where the page begins.
                let anchor = Some(anchor).filter(|it| !it.is_empty());
                let value = Target::Subject { subject, anchor };
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
