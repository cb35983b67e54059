//! Which ids can be ids. In: ids as written, with their places. Out: a complaint for each that cannot be
//! part of an address everywhere, or that looks like another.

use super::lookalikes::{self, Seen};
use super::problem;
use crate::diagnostic::{Diagnostic, Spanned};
use crate::spelling::{folded, is_device};

/// Checks the ids of things of one kind that have pages, and so folders on every disk that the site comes to.
pub(super) fn check_folders<'a>(
    ids: impl Iterator<Item = &'a Spanned<String>> + Clone,
    notes: &mut Vec<Diagnostic>,
) {
    check_ids(ids.clone(), notes);
    notes.extend(ids.filter(|it| is_unusable(&it.value)).map(problem::unusable_id));
}

/// Checks the ids of things of one kind.
pub(super) fn check_ids<'a>(
    ids: impl Iterator<Item = &'a Spanned<String>>,
    notes: &mut Vec<Diagnostic>,
) {
    let ids: Vec<_> = ids.collect();
    notes.extend(ids.iter().copied().filter(|it| !is_id(&it.value)).map(problem::bad_id));
    notes.extend(lookalikes::of_ids(ids.iter().map(|it| Seen { id: &it.value, at: it.span })));
}

/// Whether no file can be called so on every system.
pub(super) fn is_unusable(id: &str) -> bool {
    is_device(id) || id.len() > problem::LONGEST_ID
}

/// Whether two ids are one. Case makes no difference.
pub(super) fn same(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

fn is_id(text: &str) -> bool {
    let fine = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_');
    text.starts_with(char::is_alphanumeric) && text.chars().all(fine)
}
