//! The ledger as it is to be written: what was recorded stays, what is new comes in.

use super::owner::{Owner, Shelf};
use super::present::Present;
use super::ways::olds;
use crate::handbook::model::{Record, Standing};
use crate::page::address::Address;
use std::collections::{BTreeMap, BTreeSet};

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerLine {
    /// From the site's root on.
    pub address: String,
    /// The day it was first published.
    pub since: String,
    pub standing: Standing,
    /// The editions that it was published in; `None` where the public one is among them.
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
            only: match (before.map(|it| it.only.as_deref()), edition) {
                // What the public has seen stays public.
                (Some(None), _) | (_, None) => None,
                (Some(Some(others)), Some(edition)) => Some(with(others, edition)),
                (None, Some(edition)) => Some(edition.to_owned()),
            },
            is_new: before.is_none(),
            standing: match before.map(|it| &it.standing) {
                // An id that its author wrote was promised.
                Some(Standing::Firm) => Standing::Firm,
                _ => standing,
            },
            address,
        };
        lines.insert(line.address.clone(), line);
    }
    lines.into_values().collect()
}

/// The editions `others`, and that one.
fn with(others: &str, edition: &str) -> String {
    let names: BTreeSet<&str> = others.split(',').chain([edition]).collect();
    names.into_iter().collect::<Vec<_>>().join(",")
}

/// Every page, and every place on one that is not the theme's; and every old address that an author
/// speaks of: whoever removes the alias has to know that somebody may follow it.
fn published(present: &Present<'_>) -> Vec<(String, Standing)> {
    let mut found = Vec::new();
    // What is shown where no page is has no address that anybody could link to.
    for owner in present.owners().filter(|it| *it != Owner::Shelf(Shelf::Missing)) {
        let page = format!("/{}", present.address(owner).as_str());
        let anchors = present.anchors(owner).iter().filter(|it| !it.id.starts_with('_'));
        found.extend(anchors.map(|it| (format!("{page}#{}", it.id), it.standing.clone())));
        found.push((page, Standing::Firm));
    }
    let handbook = present.handbook();
    let old = olds(handbook).into_iter().map(|it| &it.alias.from.value);
    let old = old.chain(handbook.gone.iter().map(|it| &it.address.value));
    found.extend(old.map(|it| (as_recorded(it), Standing::Firm)));
    found
}

/// An address that an author wrote, spelled as those of pages are.
fn as_recorded(written: &str) -> String {
    let address = Address::at_place(written);
    format!("/{}", address.as_str())
}
