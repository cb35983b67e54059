//! What is called otherwise now. An id is known to have taken over from another when the old address
//! leads to it; a title, when the id stayed or took over.

use super::HandbookSheet;
use crate::page::address::Address;
use crate::page::addresses::AddressChanges;
use std::collections::{BTreeMap, BTreeSet};

/// The new ids by the old ones, and pairs of titles.
pub(super) struct Renames {
    /// Of pages: their addresses.
    addresses: BTreeMap<String, String>,
    roles: BTreeMap<String, String>,
    titles: Vec<(String, String)>,
}

impl Renames {
    pub(super) fn new(
        before: &HandbookSheet,
        now: &HandbookSheet,
        changes: &AddressChanges,
    ) -> Renames {
        let (old, new) = (titles(before), titles(now));
        let mut taken = BTreeSet::new();
        let mut addresses = BTreeMap::new();
        for it in &changes.redirected {
            // Something that was there before has not become another by taking over an address.
            let is_new = |it: &str| new.contains_key(it) && !old.contains_key(it);
            let is_lost = |it: &str| old.contains_key(it) && !new.contains_key(it);
            if is_lost(&it.from) && is_new(&it.to) && taken.insert(it.to.clone()) {
                addresses.insert(it.from.clone(), it.to.clone());
            }
        }
        for (from, to) in formerly(before, now) {
            let (from, to) = (role(from), role(to));
            let is_told = addresses.contains_key(&from);
            if !is_told && taken.insert(to.clone()) {
                addresses.insert(from, to);
            }
        }
        let role_at = |address: &String| now.roles.iter().find(|it| it.address == *address);
        let roles = before.roles.iter().filter_map(|old| {
            let new = role_at(addresses.get(&old.address)?)?;
            Some((old.id.clone(), new.id.clone()))
        });
        let roles = roles.collect();
        let titles = old.iter().filter_map(|(address, from)| {
            let to = new.get(addresses.get(*address).map_or(*address, String::as_str))?;
            (from != to).then(|| ((*from).to_owned(), (*to).to_owned()))
        });
        Renames { titles: titles.collect(), addresses, roles }
    }

    /// The address that took over from that of an old page, which may be the same.
    pub(super) fn address<'a>(&'a self, old: &'a str) -> &'a str {
        self.addresses.get(old).map_or(old, String::as_str)
    }

    /// The id that a role has now.
    pub(super) fn role<'a>(&'a self, old: &'a str) -> &'a str {
        self.roles.get(old).map_or(old, String::as_str)
    }

    /// Whether two texts differ by nothing but titles of what is called otherwise now.
    pub(super) fn is_same(&self, before: &str, now: &str) -> bool {
        if before == now {
            return true;
        }
        let mut forward = before.to_owned();
        let mut back = now.to_owned();
        for (from, to) in self.titles.iter().filter(|it| !it.0.is_empty() && !it.1.is_empty()) {
            forward = forward.replace(from.as_str(), to);
            back = back.replace(to.as_str(), from);
        }
        // Both ways, so that it is the same whichever state comes first.
        forward == now || back == before
    }
}

/// The titles of everything with a page that can be mentioned, by address.
fn titles(sheet: &HandbookSheet) -> BTreeMap<&str, &str> {
    let roles = sheet.roles.iter().map(|it| (it.address.as_str(), it.title.as_str()));
    let competencies = sheet.competencies.iter();
    let competencies = competencies.map(|it| (it.address.as_str(), it.title.as_str()));
    let families = sheet.families.iter().map(|it| (it.address.as_str(), it.title.as_str()));
    let guides = sheet.guides.iter().map(|it| (it.address.as_str(), it.title.as_str()));
    roles.chain(competencies).chain(families).chain(guides).collect()
}

/// Roles that name a former title of theirs which a role had that is no more.
fn formerly<'a>(before: &'a HandbookSheet, now: &'a HandbookSheet) -> Vec<(&'a str, &'a str)> {
    let lost = before.roles.iter().filter(|it| !now.roles.iter().any(|new| new.id == it.id));
    let heir = |title: &str| {
        let is_new = |id: &str| !before.roles.iter().any(|it| it.id == id);
        let mut new = now.roles.iter().filter(|it| is_new(&it.id));
        new.find(|it| it.title == title || it.formerly.iter().any(|it| it == title))
    };
    lost.filter_map(|it| Some((it.id.as_str(), heir(&it.title)?.id.as_str()))).collect()
}

fn role(id: &str) -> String {
    Address::role(id).as_str().to_owned()
}
