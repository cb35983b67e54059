//! The statements of two roles against each other: what comes in, what takes the place of what, what
//! falls away, what stays.
//!
//! A rewording is known by what its author says: `replaces`, `develops`, or the same id again.

use super::{Rewording, SectionChange};
use crate::diagnostic::Span;
use crate::handbook::model::{Handbook, Role, Section, Statement, Topic};
use std::collections::BTreeSet;

/// Sections that tell what a role is like: their lists ask nothing of anyone.
const TELLING: [&str; 6] =
    ["summary", "scope", "challenges", "typical-day", "distinctions", "career-paths"];

/// The sections of both that ask something, in the order of `to`.
pub(super) fn sections<'a>(
    handbook: &'a Handbook,
    from: &'a Role,
    to: &'a Role,
) -> Vec<SectionChange<'a>> {
    let (before, after) = (asking(from), asking(to));
    let matches = Matches::new(handbook, &before, &after);
    let change = |key: &str| SectionChange {
        key: key.to_owned(),
        added: statements(&after, key).filter(|it| matches.is_added(it)).collect(),
        reworded: statements(&after, key).filter_map(|it| matches.rewording(it)).collect(),
        dropped: statements(&before, key).filter(|it| matches.is_dropped(it)).collect(),
        kept: statements(&after, key).filter(|it| matches.is_kept(it)).collect(),
    };
    let gone = before.iter().filter(|(key, _)| !after.iter().any(|(other, _)| other == key));
    let changes = after.iter().chain(gone).map(|(key, _)| change(key));
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
        Topic::Known(key) if !TELLING.contains(&key.as_str()) => Some((key.as_str(), section)),
        _ => None,
    });
    sections.collect()
}

fn statements<'a>(sections: &Asking<'a>, key: &str) -> impl Iterator<Item = &'a Statement> {
    let found = sections.iter().find(|(it, _)| *it == key).map(|(_, it)| *it);
    found.into_iter().flat_map(Section::statements)
}

/// Which statement stands for which.
struct Matches<'a> {
    /// Of both sides: what says the same on the other.
    kept: BTreeSet<Span>,
    rewordings: Vec<Rewording<'a>>,
}

impl<'a> Matches<'a> {
    fn new(handbook: &'a Handbook, before: &Asking<'a>, after: &Asking<'a>) -> Matches<'a> {
        let all = |it: &Asking<'a>| it.iter().flat_map(|(_, it)| it.statements()).collect();
        let (before, after): (Vec<&Statement>, Vec<&Statement>) = (all(before), all(after));
        let says = |it: &Statement, others: &[&Statement]| others.iter().any(|o| is_same(it, o));
        let mut kept: BTreeSet<Span> = BTreeSet::new();
        kept.extend(after.iter().filter(|it| says(it, &before)).map(|it| it.span));
        kept.extend(before.iter().filter(|it| says(it, &after)).map(|it| it.span));
        let open = |all: &[&'a Statement]| {
            let open = all.iter().filter(|it| !kept.contains(&it.span));
            open.map(|it| (*it, lineage(handbook, it))).collect::<Vec<_>>()
        };
        let (mut before, after) = (open(&before), open(&after));
        let mut rewordings = Vec::new();
        for (to, line) in &after {
            let stands_for = |(it, other): &(&Statement, BTreeSet<Span>)| {
                line.contains(&it.span) || other.contains(&to.span)
            };
            let (found, rest): (Vec<_>, Vec<_>) = before.into_iter().partition(stands_for);
            before = rest;
            if !found.is_empty() {
                rewordings
                    .push(Rewording { from: found.into_iter().map(|(it, _)| it).collect(), to });
            }
        }
        Matches { kept, rewordings }
    }

    fn is_kept(&self, statement: &Statement) -> bool {
        self.kept.contains(&statement.span)
    }

    fn rewording(&self, statement: &Statement) -> Option<Rewording<'a>> {
        self.rewordings.iter().find(|it| it.to.span == statement.span).cloned()
    }

    fn is_added(&self, statement: &Statement) -> bool {
        !self.is_kept(statement) && self.rewording(statement).is_none()
    }

    fn is_dropped(&self, statement: &Statement) -> bool {
        let mut replaced = self.rewordings.iter().flat_map(|it| &it.from);
        !self.is_kept(statement) && !replaced.any(|it| it.span == statement.span)
    }
}

/// One statement in two roles: inherited (it stands at one place), or said in the same words.
fn is_same(one: &Statement, other: &Statement) -> bool {
    one.span == other.span || one.text == other.text
}

/// Where the statements stand that `statement` takes over from, rung by rung down `extends`.
fn lineage(handbook: &Handbook, statement: &Statement) -> BTreeSet<Span> {
    let mut found = BTreeSet::new();
    let mut open = vec![statement];
    while let Some(it) = open.pop() {
        let parent = it.stated_by.and_then(|role| handbook.roles[role].extends);
        let Some(parent) = parent.map(|it| &handbook.roles[it]) else { continue };
        let named: Vec<&str> =
            it.replaces.iter().chain(&it.develops).map(|it| &*it.value).collect();
        let is_named = |other: &&Statement| other.id == it.id || named.contains(&&*other.id);
        let earlier = parent.body.statements().filter(is_named);
        open.extend(earlier.filter(|it| found.insert(it.span)));
    }
    found
}
