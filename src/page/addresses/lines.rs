//! The ledger as it is to be written: what was recorded stays, what is new comes in.

use super::owner::{Owner, Shelf};
use super::present::Present;
use crate::handbook::model::{Record, Standing};
use std::collections::BTreeMap;

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerLine {
    /// From the site's root on.
    pub address: String,
    /// The day it was first published.
    pub since: String,
    pub standing: Standing,
    /// The one edition that it was published in; `None` where that is the public one.
    pub only: Option<String>,
    /// Whether no run before has recorded it.
    pub is_new: bool,
}

/// Every line, sorted by address. `successor` tells what took over from an old address.
pub(super) fn lines(
    present: &Present<'_>,
    (today, edition): (&str, Option<&str>),
    successor: impl Fn(&str) -> Option<Standing>,
) -> Vec<LedgerLine> {
    let records = present.handbook().ledger.as_deref().unwrap_or_default();
    let kept = |it: &Record| LedgerLine {
        address: it.address.clone(),
        since: it.since.clone(),
        standing: successor(&it.address).unwrap_or_else(|| it.standing.clone()),
        only: it.only.clone(),
        is_new: false,
    };
    let mut lines: BTreeMap<String, LedgerLine> =
        records.iter().map(|it| (it.address.clone(), kept(it))).collect();
    for (address, standing) in published(present) {
        let before = lines.get(&address);
        let line = LedgerLine {
            since: before.map_or(today, |it| &it.since).to_owned(),
            only: match before {
                // What the public has seen stays public.
                Some(LedgerLine { only: None, .. }) => None,
                _ => edition.map(str::to_owned),
            },
            is_new: before.is_none(),
            standing,
            address,
        };
        lines.insert(line.address.clone(), line);
    }
    lines.into_values().collect()
}

/// Every page, and every place on one that is not the theme's.
fn published(present: &Present<'_>) -> Vec<(String, Standing)> {
    let mut found = Vec::new();
    // What is shown where no page is has no address that anybody could link to.
    for owner in present.owners().filter(|it| *it != Owner::Shelf(Shelf::Missing)) {
        let page = format!("/{}", present.address(owner).as_str());
        let anchors = present.anchors(owner).iter().filter(|it| !it.id.starts_with('_'));
        found.extend(anchors.map(|it| (format!("{page}#{}", it.id), it.standing.clone())));
        found.push((page, Standing::Firm));
    }
    found
}
