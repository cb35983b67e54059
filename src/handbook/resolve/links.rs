//! Where every link of the prose leads, and who mentions what.

use super::known_anchors::KnownAnchors;
use super::names::Names;
use super::pictures::Pictures;
use super::targets::{Targets, subject_of};
use super::{problem, prose};
use crate::diagnostic::{Checked, Diagnostic, FileId};
use crate::document::Document;
use crate::handbook::model::{Backlinks, Handbook, Links, Subject, Target};
use crate::markdown::{Link, LinkKind, Prose};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::{BTreeMap, BTreeSet};

/// Every link of every document. One that leads nowhere is noted at each place it stands.
pub(super) fn links(
    documents: &[Document],
    names: &Names<'_>,
    handbook: &Handbook,
) -> Checked<Links> {
    let targets = Targets::new(documents, names, handbook);
    let found: Vec<Vec<Found<'_>>> =
        documents.par_iter().map(|it| targets.of_document(it)).collect();
    let all = || found.iter().flatten();
    let asked = all().filter_map(|it| it.asks_anchors_of()).collect();
    let anchors = KnownAnchors::new(documents, names, handbook, &asked);
    let (mut diagnostics, mut pictures) = (Vec::new(), Pictures::new(handbook));
    let mut links = Vec::new();
    for Found { file, link, target } in found.into_iter().flatten() {
        let target = match target {
            Ok(target) => anchors.settled(handbook, link, target),
            Err(diagnostic) => nowhere(*diagnostic),
        };
        let target = target.unpack(&mut diagnostics);
        diagnostics.extend(pictures.check(link, &target));
        links.push(((file, link.target.clone()), target));
    }
    Checked { value: links.into_iter().collect(), diagnostics }
}

/// A link, and where it leads as far as that can be told without knowing any anchor.
struct Found<'a> {
    file: FileId,
    link: &'a Link,
    target: Result<Target, Box<Diagnostic>>,
}

impl Found<'_> {
    fn asks_anchors_of(&self) -> Option<Subject> {
        match self.target {
            Ok(Target::Subject { subject, anchor: Some(_) }) => Some(subject),
            _ => None,
        }
    }
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
    fn of_document<'d>(&self, document: &'d Document) -> Vec<Found<'d>> {
        let links = prose::of(document).into_iter().flat_map(Prose::links);
        let links = links.filter(|it| self.allows_html() || !it.is_html);
        let found = links.map(|link| {
            let target = match link.kind {
                LinkKind::Wiki => self.named(document, link),
                LinkKind::Markdown | LinkKind::Image => self.addressed(document, link),
            };
            Found { file: document.span.file, link, target }
        });
        found.collect()
    }
}

impl KnownAnchors {
    /// Where a link leads that names an anchor, which must be there.
    fn settled(&self, handbook: &Handbook, link: &Link, target: Target) -> Checked<Target> {
        let Target::Subject { subject, anchor: Some(written) } = target else {
            return Checked { value: target, diagnostics: Vec::new() };
        };
        match self.find(subject, &written) {
            Some(anchor) => {
                // The title of a page is where the page begins.
                let anchor = Some(anchor).filter(|it| !it.is_empty());
                let value = Target::Subject { subject, anchor };
                Checked { value, diagnostics: Vec::new() }
            }
            None => {
                let title = handbook.title_of(subject);
                let note = problem::broken_anchor(link, &written, title, &self.of(subject));
                let value = Target::Subject { subject, anchor: None };
                Checked { value, diagnostics: vec![note] }
            }
        }
    }
}
