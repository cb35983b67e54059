//! What was published once, as meant: each address once, whatever a merge has made of the file.

use crate::document::kind::{GoneFront, RecordFront, StandingFront};
use crate::document::{Document, FrontMatter};
use crate::handbook::model::{Gone, Record, Standing};
use std::collections::{BTreeMap, BTreeSet};

/// The ledger by address; `None` where there is no file.
pub(super) fn ledger(documents: &[Document]) -> Option<Vec<Record>> {
    let ledger = documents.iter().find_map(|it| match &it.front {
        FrontMatter::Ledger(front) => Some(front),
        _ => None,
    })?;
    let mut records: BTreeMap<&str, Record> = BTreeMap::new();
    for front in &ledger.records {
        let other = record(front);
        records
            .entry(&front.address.value)
            .and_modify(|it| *it = merged(it, &other))
            .or_insert(other);
    }
    Some(records.into_values().collect())
}

fn record(front: &RecordFront) -> Record {
    Record {
        address: front.address.value.clone(),
        since: front.since.clone(),
        standing: match &front.standing {
            StandingFront::Firm => Standing::Firm,
            StandingFront::In(anchor) => Standing::In(anchor.clone()),
            StandingFront::To(anchor) => Standing::To(anchor.clone()),
        },
        only: front.only.clone(),
        span: front.address.span,
    }
}

/// Two branches may have recorded one address: the earlier day counts, what leads further, and what
/// its author wrote; and it was published in the editions of both.
fn merged(one: &Record, other: &Record) -> Record {
    Record {
        address: one.address.clone(),
        since: one.since.clone().min(other.since.clone()),
        standing: match (&one.standing, &other.standing) {
            (Standing::To(_), _) | (Standing::Firm, Standing::In(_)) => one.standing.clone(),
            _ => other.standing.clone(),
        },
        only: both(one.only.as_deref(), other.only.as_deref()),
        span: one.span,
    }
}

/// The editions of both; all, where one is the public one.
fn both(one: Option<&str>, other: Option<&str>) -> Option<String> {
    let names: BTreeSet<&str> = one?.split(',').chain(other?.split(',')).collect();
    Some(names.into_iter().collect::<Vec<_>>().join(","))
}

/// What the root document says is gone.
pub(super) fn gone(documents: &[Document]) -> Vec<Gone> {
    let front = documents.iter().find_map(|it| match &it.front {
        FrontMatter::Handbook(front) => Some(front),
        _ => None,
    });
    let gone = |it: &GoneFront| Gone {
        address: it.address.clone(),
        why: it.why.clone(),
        see: it.see.clone(),
    };
    front.map_or_else(Vec::new, |it| it.gone.iter().map(gone).collect())
}
