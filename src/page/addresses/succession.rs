//! What takes over from a place whose words have changed.
//!
//! In: a record of a place that is not on its page any more. Out: the statement that says nearly the
//! same, or else where it stood. There is always an answer, if only where the page begins.

use super::anchors::{Says, row};
use super::owner::Owner;
use super::present::Present;
use super::ways::{Arrival, Spot, Ways};
use crate::handbook::model::{REWORDED, Record, Standing, Subject, Words};
use crate::markdown::short_slug;
use crate::page::address::Address;
use std::collections::{BTreeMap, BTreeSet};

/// How often words may have changed, or what stood around them, until nobody looks for them any more.
const MOST_STEPS: usize = 64;

/// What has taken over.
pub(super) enum Heir {
    At(Spot),
    /// Nothing: what stood around it is gone, and this is the number of what is said of that.
    Gone(usize),
}

pub(super) struct Succession<'a> {
    present: &'a Present<'a>,
    ways: &'a Ways<'a>,
    records: BTreeMap<&'a str, &'a Record>,
}

impl<'a> Succession<'a> {
    pub(super) fn new(
        present: &'a Present<'a>,
        ways: &'a Ways<'a>,
        records: &'a [Record],
    ) -> Succession<'a> {
        let records = records.iter().map(|it| (it.address.as_str(), it)).collect();
        Succession { present, ways, records }
    }

    /// Who takes over from `record`, which was on what is now the page of `owner`.
    pub(super) fn of(&self, record: &Record, owner: Owner) -> Heir {
        let mut passed = BTreeSet::new();
        let mut record = record;
        loop {
            let (page, anchor) = parts(record);
            let successor = match &record.standing {
                // What has taken over once keeps it, however alike others may be.
                Standing::To(next) => self.at(&format!("{page}#{next}")),
                _ => None,
            };
            let found = successor.or_else(|| self.renamed(anchor, owner));
            if let Some(spot) = found.or_else(|| self.alike(anchor, owner)) {
                return Heir::At(spot);
            }
            let (Standing::In(next) | Standing::To(next)) = &record.standing else { break };
            if next.is_empty() || passed.len() == MOST_STEPS || !passed.insert(next) {
                break;
            }
            match self.ways.follow(&format!("{page}#{next}")) {
                Arrival::At(spot) => return Heir::At(spot),
                Arrival::Gone(index) => return Heir::Gone(index),
                // What took over, or stood around it, may have been taken over from in turn.
                _ => match self.records.get(format!("{page}#{next}").as_str()) {
                    Some(next) => record = next,
                    None => break,
                },
            }
        }
        Heir::At(Spot { owner, anchor: None })
    }

    fn at(&self, address: &str) -> Option<Spot> {
        match self.ways.follow(address) {
            Arrival::At(spot) => Some(spot),
            _ => None,
        }
    }

    /// Whether words stand there that can change again.
    pub(super) fn is_statement(&self, spot: &Spot) -> bool {
        let mut anchors = self.present.anchors(spot.owner).iter();
        anchors
            .any(|it| Some(&it.id) == spot.anchor.as_ref() && matches!(it.says, Says::Statement(_)))
    }

    /// The statement on the page that says nearly what the words of `anchor` say.
    fn alike(&self, anchor: &str, owner: Owner) -> Option<Spot> {
        // Rows and cells of a table are made of ids, not of words.
        if anchor.contains("--") && matches!(owner, Owner::Page(Subject::Family(_))) {
            return None;
        }
        let old = Words::of(&anchor.replace('-', " "));
        let mut best: Option<(f32, String)> = None;
        for it in self.present.anchors(owner) {
            let Says::Statement(text) = &it.says else { continue };
            let words = Words::of(&short_slug(text).replace('-', " "));
            let least = best.as_ref().map_or(REWORDED, |(most, _)| *most);
            let similarity = old.similarity(&words, least);
            if similarity.is_some_and(|it| best.as_ref().is_none_or(|(most, _)| it > *most)) {
                best = similarity.map(|similarity| (similarity, it.id.clone()));
            }
        }
        best.map(|(_, id)| Spot { owner, anchor: Some(id) })
    }

    /// A row or cell of a table, whose role or competency has another id now.
    fn renamed(&self, anchor: &str, owner: Owner) -> Option<Spot> {
        let (Owner::Page(Subject::Family(_)), Some((role, competency))) =
            (owner, anchor.split_once("--"))
        else {
            return None;
        };
        let competency = self.id_now(&Address::competency(competency), competency);
        let found = match role {
            "row" => row(&competency),
            role => format!("{}--{competency}", self.id_now(&Address::role(role), role)),
        };
        self.present.has(owner, &found).then_some(Spot { owner, anchor: Some(found) })
    }

    /// The id that leads to where the page of `id` is now.
    fn id_now(&self, page: &Address, id: &str) -> String {
        let handbook = self.present.handbook();
        match self.ways.follow_from((page.key(), None)) {
            Arrival::At(Spot { owner: Owner::Page(Subject::Role(it)), .. }) => {
                handbook.roles[it].slug.clone()
            }
            Arrival::At(Spot { owner: Owner::Page(Subject::Competency(it)), .. }) => {
                handbook.competencies[it].slug.clone()
            }
            _ => id.to_owned(),
        }
    }
}

/// The page as it is written, and the anchor.
fn parts(record: &Record) -> (&str, &str) {
    record.address.split_once('#').unwrap_or((&record.address, ""))
}
