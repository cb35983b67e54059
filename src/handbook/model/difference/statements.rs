//! The statements of two roles against each other: what comes in, what takes the place of what, what
//! falls away, what stays.

use super::SectionChange;
use super::matches::{Matches, Placed};
use crate::handbook::model::{Handbook, Role, Section, Statement, Topic};

/// Sections that tell what a role is like: their lists ask nothing of anyone.
const TELLING: [&str; 6] =
    ["summary", "scope", "challenges", "typical-day", "distinctions", "career-paths"];

/// Whether the statements of the section `key` ask something of a person.
pub fn asks(key: &str) -> bool {
    !TELLING.contains(&key)
}

/// The sections of both that ask something, in the order of `to`.
pub(super) fn sections<'a>(
    handbook: &'a Handbook,
    from: &'a Role,
    to: &'a Role,
) -> Vec<SectionChange<'a>> {
    let (before, after) = (asking(from), asking(to));
    let matches = Matches::new(handbook, placed(&before), placed(&after));
    let change = |key: &str| SectionChange {
        key: key.to_owned(),
        added: statements(&after, key).filter(|it| matches.is_open(it)).collect(),
        reworded: statements(&after, key).filter_map(|it| matches.rewording(it)).collect(),
        dropped: statements(&before, key).filter(|it| matches.is_open(it)).collect(),
        kept: statements(&after, key).filter(|it| matches.is_kept(it)).collect(),
    };
    let mut keys: Vec<&str> = Vec::new();
    for (key, _) in after.iter().chain(&before) {
        if !keys.contains(key) {
            keys.push(key);
        }
    }
    let changes = keys.into_iter().map(change);
    changes.filter(|it| !it.is_empty()).collect()
}

impl SectionChange<'_> {
    fn is_empty(&self) -> bool {
        let SectionChange { key: _, added, reworded, dropped, kept } = self;
        added.is_empty() && reworded.is_empty() && dropped.is_empty() && kept.is_empty()
    }
}

/// A section's key, and the section.
type Asking<'a> = Vec<(&'a str, &'a Section)>;

fn asking(role: &Role) -> Asking<'_> {
    let sections = role.body.sections.iter().filter_map(|section| match &section.topic {
        Topic::Known(key) if asks(key) => Some((key.as_str(), section)),
        _ => None,
    });
    sections.collect()
}

fn statements<'a>(sections: &Asking<'a>, key: &str) -> impl Iterator<Item = &'a Statement> {
    let found = sections.iter().filter(move |(it, _)| *it == key);
    found.flat_map(|(_, it)| it.statements())
}

fn placed<'a>(sections: &Asking<'a>) -> Vec<Placed<'a>> {
    let all = sections
        .iter()
        .flat_map(|(key, it)| it.statements().map(move |statement| Placed { key, statement }));
    all.collect()
}
