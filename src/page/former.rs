//! The anchors that lead to a place unseen: it has taken over from what had them.

use std::collections::BTreeMap;

/// Those of one page.
#[derive(Clone, Copy)]
pub(super) struct Former<'a>(Option<&'a BTreeMap<String, Vec<String>>>);

impl<'a> Former<'a> {
    /// By the anchor of the place; where the page begins, that is empty.
    pub(super) fn new(places: Option<&'a BTreeMap<String, Vec<String>>>) -> Former<'a> {
        Former(places)
    }

    pub(super) fn of(self, place: &str) -> Vec<String> {
        self.0.and_then(|it| it.get(place)).cloned().unwrap_or_default()
    }

    pub(super) fn of_page(self) -> Vec<String> {
        self.of("")
    }
}
