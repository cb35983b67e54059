//! Ids that look like others. In: every id that is written or made of a file's name. Out: a warning for
//! each that mixes scripts within a word, or that a reader cannot tell from one before it.

use super::problem;
use crate::diagnostic::{Diagnostic, Span};
use crate::document::{Document, Kind};
use crate::spelling::{folded, is_mixed, look};
use std::collections::BTreeMap;

/// An id, and where it is written.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) id: &'a str,
    pub(super) at: Span,
}

/// Of pages: links name them without their kind, so all of them are looked at together.
pub(super) fn of_pages(documents: &[Document]) -> Vec<Diagnostic> {
    let kinds = [Kind::Role, Kind::Competency, Kind::Family, Kind::Guide];
    let pages = documents.iter().filter(|it| kinds.contains(&it.place.kind));
    of_ids(pages.map(|it| Seen { id: &it.place.id, at: it.span }))
}

/// Of things of one kind, in the order in which they are declared.
pub(super) fn of_ids<'a>(ids: impl Iterator<Item = Seen<'a>>) -> Vec<Diagnostic> {
    let ids: Vec<Seen<'a>> = ids.collect();
    // Letters of one keyboard are told apart by their readers, be it `1` and `l`.
    if ids.iter().all(|it| it.id.is_ascii()) {
        return Vec::new();
    }
    let mut first: BTreeMap<String, Seen<'a>> = BTreeMap::new();
    let complaint = |seen: Seen<'a>| {
        let other = *first.entry(look(&folded(seen.id))).or_insert(seen);
        let is_one = folded(other.id) == folded(seen.id);
        let is_plain = other.id.is_ascii() && seen.id.is_ascii();
        match is_one || is_plain {
            true => is_mixed(seen.id).then(|| problem::mixed_scripts(&seen)),
            false => Some(problem::looks_alike(&seen, &other)),
        }
    };
    ids.into_iter().filter_map(complaint).collect()
}
