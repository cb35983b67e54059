//! What Git knows of the documents, as far as readers are to see it.

use crate::diagnostic::FileId;
use crate::document::{Document, kind::HistoryFront};
use crate::git::{Changed, History};
use crate::handbook::model::ShownHistory;
use std::collections::BTreeMap;

pub(super) fn shown(front: HistoryFront) -> ShownHistory {
    match (front.days, front.authors) {
        (false, _) => ShownHistory::Nothing,
        (true, false) => ShownHistory::Days,
        (true, true) => ShownHistory::Everything,
    }
}

/// When each document was last changed.
pub(super) fn changes(
    documents: &[Document],
    history: &History,
    shown: ShownHistory,
) -> BTreeMap<FileId, Changed> {
    if shown == ShownHistory::Nothing {
        return BTreeMap::new();
    }
    let changed = |it: &Document| {
        let mut changed = history.get(it.path.as_str())?.clone();
        if shown == ShownHistory::Days {
            changed.authors.clear();
        }
        Some((it.span.file, changed))
    };
    documents.iter().filter_map(changed).collect()
}
