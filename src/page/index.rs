//! A to Z of everything: roles, other titles, competencies, guides, terms.

use super::address::Address;
use super::context::Context;
use super::freshness;
use super::head::Head;
use super::standing::note;
use super::vacancy;
use super::view::Link;
use super::{Body, Page};
use crate::handbook::model::{Id, Role, Subject};
use crate::labels::key::{self, Key};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything by name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct IndexPage {
    /// Those that there are entries of.
    pub letters: Vec<Letter>,
    /// How fresh the pages are, where that is known.
    pub freshness: Option<Link>,
}

/// The entries of the index under one letter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Letter {
    /// `A`; `#` for what starts with no letter.
    pub letter: String,
    /// `a`; `other` for `#`.
    pub anchor: String,
    pub entries: Vec<Entry>,
}

/// A line of the index.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Entry {
    pub link: Link,
    /// `Role`, `Competency`, `Guide`, `Family`, `Term`, `Vacancy`.
    pub kind: String,
    /// Of a role: `draft`, `retired`, `from 2027-01-01`; empty for what holds.
    pub note: String,
    /// For another title: the title it stands for.
    pub see: Option<String>,
}

pub(super) fn page(context: &Context<'_>) -> Page {
    let (title, labels) = (&context.handbook.settings.title, context.labels);
    let body =
        IndexPage { letters: letters(entries(context)), freshness: freshness::link(context) };
    Head::new(Address::index(), labels.word(key::A_TO_Z))
        .about(&labels.say(key::INDEX_DESCRIPTION, [title.into()]))
        .under(vec![context.frame.home.clone()])
        .page(context, Body::Index(body))
}

fn entries(context: &Context<'_>) -> Vec<Entry> {
    let handbook = context.handbook;
    let mut found = Vec::new();
    let mut add = |subject, kind: Key<0>, names: &[&Vec<String>]| {
        let (link, kind) = (context.places.link(subject), context.labels.word(kind));
        let note = match subject {
            Subject::Role(id) => note(context, id),
            _ => String::new(),
        };
        found.extend(names.iter().copied().flatten().map(|it| see(it, &link, kind)));
        found.push(Entry { link, kind: kind.to_owned(), note, see: None });
    };
    for id in handbook.families.ids() {
        add(Subject::Family(id), key::KIND_FAMILY, &[]);
    }
    for (id, it) in handbook.roles.iter() {
        add(Subject::Role(id), key::KIND_ROLE, &[&it.also_known_as, &it.formerly]);
    }
    for (id, it) in handbook.competencies.iter() {
        add(Subject::Competency(id), key::KIND_COMPETENCY, &[&it.also_known_as]);
    }
    for id in handbook.guides.ids() {
        add(Subject::Guide(id), key::KIND_GUIDE, &[]);
    }
    for (id, it) in handbook.terms.iter() {
        add(Subject::Term(id), key::KIND_TERM, &[&it.also]);
    }
    found.extend(handbook.roles.ids().flat_map(|it| vacancies(context, it)));
    found
}

/// Those that are live and have a page.
fn vacancies(context: &Context<'_>, role: Id<Role>) -> impl Iterator<Item = Entry> {
    let labels = context.labels;
    let live = vacancy::lines(context, role).into_iter();
    live.filter_map(|it| {
        let text = [it.title, it.place].into_iter().filter(|it| !it.is_empty());
        let text = text.collect::<Vec<_>>().join(labels.word(key::COMMA));
        let link = Link { text, address: it.page? };
        let (kind, note) = (labels.word(key::KIND_VACANCY).to_owned(), String::new());
        Some(Entry { link, kind, note, see: None })
    })
}

/// Another name, and the title it stands for.
fn see(name: &str, link: &Link, kind: &str) -> Entry {
    let see = Some(link.text.clone());
    let link = Link { text: name.to_owned(), address: link.address.clone() };
    Entry { link, kind: kind.to_owned(), note: String::new(), see }
}

/// Entries under their letters, in the order of the alphabet; what has no letter comes last.
fn letters(entries: Vec<Entry>) -> Vec<Letter> {
    let mut found: BTreeMap<Option<String>, Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        found.entry(initial(&entry.link.text)).or_default().push(entry);
    }
    let others = found.remove(&None).map(|it| (None, it));
    found.into_iter().chain(others).map(|(initial, entries)| letter(initial, entries)).collect()
}

fn letter(initial: Option<String>, mut entries: Vec<Entry>) -> Letter {
    entries.sort_by_cached_key(|it| (it.link.text.to_lowercase(), it.link.address.clone()));
    Letter {
        letter: initial.clone().unwrap_or_else(|| "#".to_owned()),
        anchor: initial.map_or("other".to_owned(), |it| it.to_lowercase()),
        entries,
    }
}

fn initial(text: &str) -> Option<String> {
    let first = text.chars().next().filter(|it| it.is_alphabetic())?;
    Some(first.to_uppercase().collect())
}

#[cfg(test)]
mod tests {
    use super::{Address, Entry, Link, letters};

    #[test]
    fn entries_stand_under_their_letters() {
        let entry = |text: &str| Entry {
            link: Link { text: text.to_owned(), address: Address::index() },
            kind: "Role".to_owned(),
            note: String::new(),
            see: None,
        };
        let letters = letters(["beta", "360", "Alpha", "alien", "Écho"].map(entry).into());
        let told: Vec<_> =
            letters.iter().map(|it| (it.anchor.as_str(), it.entries.len())).collect();
        assert_eq!(told, [("a", 2), ("b", 1), ("é", 1), ("other", 1)]);
        assert_eq!(letters[0].entries[0].link.text, "alien");
    }
}
