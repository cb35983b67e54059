//! The statements of two roles against each other: what comes in, what takes the place of what, what
//! falls away, what stays.
//!
//! A rewording is known by what its author says: `replaces`, `develops`, or the same id again; and
//! otherwise by how much of the words stayed.

use super::words::{REWORDED, Words};
use super::{Rewording, SectionChange};
use crate::diagnostic::Span;
use crate::handbook::model::{Handbook, Role, Section, Statement, Topic};
use std::collections::BTreeSet;

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
    let matches = Matches::new(handbook, &before, &after);
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

/// A statement and the key of the section it stands in.
#[derive(Clone, Copy)]
struct Placed<'a> {
    key: &'a str,
    statement: &'a Statement,
}

fn placed<'a>(sections: &Asking<'a>) -> Vec<Placed<'a>> {
    let all = sections
        .iter()
        .flat_map(|(key, it)| it.statements().map(move |statement| Placed { key, statement }));
    all.collect()
}

/// Which statement stands for which.
struct Matches<'a> {
    /// Of both sides: what says the same on the other.
    kept: BTreeSet<Span>,
    rewordings: Vec<Rewording<'a>>,
}

impl<'a> Matches<'a> {
    fn new(handbook: &'a Handbook, before: &Asking<'a>, after: &Asking<'a>) -> Matches<'a> {
        let (before, after) = (placed(before), placed(after));
        let kept = kept(&before, &after);
        let open = |all: Vec<Placed<'a>>| -> Vec<Placed<'a>> {
            all.into_iter().filter(|it| !kept.contains(&it.statement.span)).collect()
        };
        let (before, after) = (open(before), open(after));
        let mut rewordings = Vec::new();
        for (from, to) in named(handbook, &before, &after) {
            join(&mut rewordings, from, to);
        }
        for (from, to) in alike(&before, &after, &rewordings) {
            join(&mut rewordings, from, to);
        }
        Matches { kept, rewordings }
    }

    fn is_kept(&self, statement: &Statement) -> bool {
        self.kept.contains(&statement.span)
    }

    /// What begins with this statement of the second role.
    fn rewording(&self, statement: &Statement) -> Option<Rewording<'a>> {
        let begins = |it: &&Rewording<'_>| it.to[0].span == statement.span;
        self.rewordings.iter().find(begins).cloned()
    }

    /// Whether nothing on the other side stands for it.
    fn is_open(&self, statement: &Statement) -> bool {
        !self.is_kept(statement) && !is_in(&self.rewordings, statement)
    }
}

/// Of both sides: what says the same on the other.
fn kept(before: &[Placed<'_>], after: &[Placed<'_>]) -> BTreeSet<Span> {
    let says = |it: &Placed<'_>, others: &[Placed<'_>]| {
        others.iter().any(|other| is_same(it.statement, other.statement))
    };
    let stays = |all: &[Placed<'_>], others: &[Placed<'_>]| -> Vec<Span> {
        all.iter().filter(|it| says(it, others)).map(|it| it.statement.span).collect()
    };
    stays(before, after).into_iter().chain(stays(after, before)).collect()
}

/// The pairs of which an author says that one follows the other.
fn named<'a>(
    handbook: &'a Handbook,
    before: &[Placed<'a>],
    after: &[Placed<'a>],
) -> Vec<(&'a Statement, &'a Statement)> {
    let lines = |all: &[Placed<'a>]| -> Vec<(&'a Statement, BTreeSet<Span>)> {
        all.iter().map(|it| (it.statement, lineage(handbook, it.statement))).collect()
    };
    let (before, after) = (lines(before), lines(after));
    let mut pairs = Vec::new();
    for (to, line) in &after {
        let stands_for = |(it, other): &&(&'a Statement, BTreeSet<Span>)| {
            line.contains(&it.span) || other.contains(&to.span)
        };
        pairs.extend(before.iter().filter(stands_for).map(|(from, _)| (*from, *to)));
    }
    pairs
}

/// Of what is in no pair yet: those of one section that say nearly the same, the most alike first.
fn alike<'a>(
    before: &[Placed<'a>],
    after: &[Placed<'a>],
    taken: &[Rewording<'_>],
) -> Vec<(&'a Statement, &'a Statement)> {
    let free = |all: &[Placed<'a>]| -> Vec<(Placed<'a>, Words)> {
        let free = all.iter().filter(|it| !is_in(taken, it.statement));
        free.map(|it| (*it, Words::of(&it.statement.text))).collect()
    };
    let (before, after) = (free(before), free(after));
    let mut candidates = Vec::new();
    for (from, words) in &before {
        for (to, others) in after.iter().filter(|(to, _)| to.key == from.key) {
            let Some(similarity) = words.similarity(others, REWORDED) else { continue };
            let places = [from.statement.span, to.statement.span];
            let order = (places.iter().min().copied(), places.iter().max().copied());
            candidates.push((similarity, order, from.statement, to.statement));
        }
    }
    // The same order whichever role comes first.
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut used = BTreeSet::new();
    let mut pairs = Vec::new();
    for (_, _, from, to) in candidates {
        if !used.contains(&from.span) && !used.contains(&to.span) {
            used.extend([from.span, to.span]);
            pairs.push((from, to));
        }
    }
    pairs
}

/// Adds a pair to the rewording that has one of them already, or as one of its own.
fn join<'a>(rewordings: &mut Vec<Rewording<'a>>, from: &'a Statement, to: &'a Statement) {
    let has = |all: &[&Statement], it: &Statement| all.iter().any(|other| other.span == it.span);
    let touches = |it: &Rewording<'_>| has(&it.from, from) || has(&it.to, to);
    let (joined, mut rest): (Vec<_>, Vec<_>) =
        std::mem::take(rewordings).into_iter().partition(touches);
    let mut all = Rewording { from: Vec::new(), to: Vec::new() };
    for it in joined.into_iter().chain([Rewording { from: vec![from], to: vec![to] }]) {
        all.from.extend(it.from);
        all.to.extend(it.to);
    }
    for side in [&mut all.from, &mut all.to] {
        side.sort_by_key(|it| it.span);
        side.dedup_by_key(|it| it.span);
    }
    rest.push(all);
    *rewordings = rest;
}

fn is_in(rewordings: &[Rewording<'_>], statement: &Statement) -> bool {
    let mut all = rewordings.iter().flat_map(|it| it.from.iter().chain(&it.to));
    all.any(|it| it.span == statement.span)
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
