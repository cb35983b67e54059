//! The links of the prose that lead to what gets another name, or pass it by.

use super::path::in_path;
use super::{Renamed, Renaming};
use crate::diagnostic::{Sources, Span};
use crate::document::Document;
use crate::edit::Edit;
use crate::handbook::model::{Handbook, Subject, Target};
use crate::handbook::resolve::prose_of;
use crate::markdown::{Link, LinkKind, Prose};
use std::ops::Range;

/// A part of a link's target, and what takes its place.
pub(super) type Part = (Range<usize>, String);

/// The edits of a document's links.
pub(super) fn edits(
    renaming: &Renaming,
    document: &Document,
    (handbook, sources): (&Handbook, &dyn Sources),
) -> Vec<Edit> {
    let mut edits = Vec::new();
    for link in prose_of(document).into_iter().flat_map(Prose::links) {
        let target = handbook.links.get(&(document.span.file, link.target.clone()));
        let Some(target) = target else { continue };
        let parts = parts(renaming, document, link, target);
        for start in starts(link, sources).into_iter().filter(|_| !parts.is_empty()) {
            edits.extend(parts.iter().map(|(part, text)| {
                let at = Span::new(link.span.file, start + part.start, start + part.end);
                Edit::new(at, text)
            }));
        }
    }
    edits
}

fn parts(renaming: &Renaming, document: &Document, link: &Link, target: &Target) -> Vec<Part> {
    let page = match (link.kind, target) {
        (LinkKind::Wiki, Target::Subject { subject, .. }) => {
            renaming.of(*subject).and_then(|it| in_name(&link.target, it))
        }
        (LinkKind::Markdown | LinkKind::Image, Target::Subject { .. } | Target::Asset(_)) => {
            in_path(renaming, &document.path, &link.target)
        }
        _ => None,
    };
    page.into_iter().chain(in_anchor(renaming, &link.target, target)).collect()
}

/// The name in `role:name#anchor`. Whatever way of writing it was chosen, the id is understood.
fn in_name(target: &str, renamed: &Renamed) -> Option<Part> {
    let whole = target.split('#').next().unwrap_or_default();
    let kind = match renamed.subject {
        Subject::Guide(_) => "guide",
        _ => "role",
    };
    let behind_kind = whole.split_once(':').filter(|(it, _)| it.trim() == kind);
    let start = behind_kind.map_or(0, |(it, _)| it.len() + 1);
    let name = &whole[start..];
    let start = start + name.len() - name.trim_start().len();
    (!name.trim().is_empty()).then(|| (start..start + name.trim().len(), renamed.new.clone()))
}

/// The role in `#role--competency`, a cell of a family's table.
fn in_anchor(renaming: &Renaming, target: &str, leads_to: &Target) -> Option<Part> {
    let Target::Subject { subject: Subject::Family(_), anchor: Some(anchor) } = leads_to else {
        return None;
    };
    let (page, written) = target.split_once('#')?;
    let old = format!("{}--", renaming.role().old);
    let begins = |it: &str| it.get(..old.len()).is_some_and(|it| it.eq_ignore_ascii_case(&old));
    let start = page.len() + 1;
    let at = start..start + renaming.role().old.len();
    (begins(anchor) && begins(written)).then(|| (at, renaming.role().new.clone()))
}

/// Where the target stands in the file. In another format that is every place in the link's where
/// the words are a target.
fn starts(link: &Link, sources: &dyn Sources) -> Vec<usize> {
    if let Some(at) = link.target_at {
        return vec![at.start as usize];
    }
    let (start, end) = (link.span.start as usize, link.span.end as usize);
    let text = sources.text(link.span.file).get(start..end).unwrap_or_default();
    let is_target = |at: &usize| {
        let (before, after) = (&text[..*at], &text[at + link.target.len()..]);
        let before = before.trim_end();
        let opens = ["[[", "](", "](<"].iter().any(|it| before.ends_with(it));
        opens && after.trim_start().starts_with([']', '|', '\\', ')', '>', '"', '\''])
    };
    let found = text.match_indices(&link.target).map(|(at, _)| at).filter(is_target);
    found.map(|at| start + at).collect()
}
