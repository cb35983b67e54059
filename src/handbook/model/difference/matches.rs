//! Which statement of one role stands for which of another. In: the statements of both. Out: [`Matches`].
//!
//! A rewording is known by what its author says: `replaces`, `develops`, or the same id again; and
//! otherwise by how much of the words stayed. Only the last holds each against each, and is left out where
//! that would be too many.

use super::Rewording;
use super::words::{MOST_PAIRS, REWORDED, Words};
use crate::diagnostic::Span;
use crate::handbook::model::{Handbook, Id, Role, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// A statement and the key of the section it stands in.
#[derive(Clone, Copy)]
pub(super) struct Placed<'a> {
    pub(super) key: &'a str,
    pub(super) statement: &'a Statement,
}

type Pair<'a> = (&'a Statement, &'a Statement);

/// Which statement stands for which.
pub(super) struct Matches<'a> {
    /// Of both sides: what says the same on the other.
    kept: BTreeSet<Span>,
    /// Of both sides: what is in a rewording.
    reworded: BTreeSet<Span>,
    /// By the first of their statements in the second role.
    rewordings: BTreeMap<Span, Rewording<'a>>,
}

impl<'a> Matches<'a> {
    pub(super) fn new(
        handbook: &'a Handbook,
        before: Vec<Placed<'a>>,
        after: Vec<Placed<'a>>,
    ) -> Matches<'a> {
        let kept = kept(&before, &after);
        let open = |all: Vec<Placed<'a>>, taken: &BTreeSet<Span>| -> Vec<Placed<'a>> {
            all.into_iter().filter(|it| !taken.contains(&it.statement.span)).collect()
        };
        let (before, after) = (open(before, &kept), open(after, &kept));
        let mut pairs = named(handbook, &before, &after);
        let taken = spans(&pairs);
        pairs.extend(alike(&open(before, &taken), &open(after, &taken)));
        let reworded = spans(&pairs);
        let rewordings = groups(&pairs).into_iter().map(|it| (it.to[0].span, it)).collect();
        Matches { kept, reworded, rewordings }
    }

    pub(super) fn is_kept(&self, statement: &Statement) -> bool {
        self.kept.contains(&statement.span)
    }

    /// What begins with this statement of the second role.
    pub(super) fn rewording(&self, statement: &Statement) -> Option<Rewording<'a>> {
        self.rewordings.get(&statement.span).cloned()
    }

    /// Whether nothing on the other side stands for it.
    pub(super) fn is_open(&self, statement: &Statement) -> bool {
        !self.is_kept(statement) && !self.reworded.contains(&statement.span)
    }
}

fn spans(pairs: &[Pair<'_>]) -> BTreeSet<Span> {
    pairs.iter().flat_map(|(from, to)| [from.span, to.span]).collect()
}

/// Of both sides: what says the same on the other. It is inherited (it stands at one place), or said in the
/// same words.
fn kept(before: &[Placed<'_>], after: &[Placed<'_>]) -> BTreeSet<Span> {
    let stays = |all: &[Placed<'_>], others: &[Placed<'_>]| -> Vec<Span> {
        let places: BTreeSet<Span> = others.iter().map(|it| it.statement.span).collect();
        let texts: BTreeSet<&str> = others.iter().map(|it| it.statement.text.as_str()).collect();
        let is_there = |it: &&Statement| places.contains(&it.span) || texts.contains(&*it.text);
        all.iter().map(|it| it.statement).filter(is_there).map(|it| it.span).collect()
    };
    stays(before, after).into_iter().chain(stays(after, before)).collect()
}

/// The pairs of which an author says that one follows the other.
fn named<'a>(handbook: &'a Handbook, before: &[Placed<'a>], after: &[Placed<'a>]) -> Vec<Pair<'a>> {
    let mut lineages = Lineages { handbook, stated: BTreeMap::new() };
    // By a place: who stands there, and who takes over from there.
    let mut found: BTreeMap<Span, Vec<&'a Statement>> = BTreeMap::new();
    let mut heirs: BTreeMap<Span, Vec<&'a Statement>> = BTreeMap::new();
    for from in before.iter().map(|it| it.statement) {
        found.entry(from.span).or_default().push(from);
        for place in lineages.of(from) {
            heirs.entry(place).or_default().push(from);
        }
    }
    let mut pairs = Vec::new();
    for to in after.iter().map(|it| it.statement) {
        let earlier = lineages.of(to).into_iter().filter_map(|it| found.get(&it));
        let all = earlier.chain(heirs.get(&to.span)).flatten();
        pairs.extend(all.map(|from| (*from, to)));
    }
    pairs
}

/// Where statements take over from, rung by rung down `extends`.
struct Lineages<'a> {
    handbook: &'a Handbook,
    /// What is stated in the roles that were asked for, by id.
    stated: BTreeMap<Id<Role>, BTreeMap<&'a str, Vec<&'a Statement>>>,
}

impl<'a> Lineages<'a> {
    fn of(&mut self, statement: &'a Statement) -> BTreeSet<Span> {
        let mut found = BTreeSet::new();
        let mut open = vec![statement];
        while let Some(it) = open.pop() {
            let parent = it.stated_by.and_then(|role| self.handbook.roles[role].extends);
            let Some(parent) = parent else { continue };
            let stated = self.stated_in(parent);
            let named = it.replaces.iter().chain(&it.develops).map(|it| it.value.as_str());
            let ids: BTreeSet<&str> = named.chain([it.id.as_str()]).collect();
            let earlier = ids.into_iter().filter_map(|it| stated.get(it)).flatten();
            open.extend(earlier.filter(|it| found.insert(it.span)));
        }
        found
    }

    fn stated_in(&mut self, role: Id<Role>) -> &BTreeMap<&'a str, Vec<&'a Statement>> {
        let body = &self.handbook.roles[role].body;
        self.stated.entry(role).or_insert_with(|| {
            let mut stated: BTreeMap<_, Vec<_>> = BTreeMap::new();
            for it in body.statements() {
                stated.entry(it.id.as_str()).or_default().push(it);
            }
            stated
        })
    }
}

/// Those of one section that say nearly the same, the most alike first; each once.
fn alike<'a>(before: &[Placed<'a>], after: &[Placed<'a>]) -> Vec<Pair<'a>> {
    if before.len().saturating_mul(after.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let words = |all: &[Placed<'a>]| -> Vec<(Placed<'a>, Words)> {
        all.iter().map(|it| (*it, Words::of(&it.statement.text))).collect()
    };
    let (before, after) = (words(before), words(after));
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

/// Pairs that share a statement are one rewording.
fn groups<'a>(pairs: &[Pair<'a>]) -> Vec<Rewording<'a>> {
    let (mut of_from, mut of_to) = (BTreeMap::new(), BTreeMap::new());
    for (index, (from, to)) in pairs.iter().enumerate() {
        of_from.entry(from.span).or_insert_with(Vec::new).push(index);
        of_to.entry(to.span).or_insert_with(Vec::new).push(index);
    }
    let mut groups = Vec::new();
    for first in pairs {
        let mut group = Rewording { from: Vec::new(), to: Vec::new() };
        let mut open = of_from.remove(&first.0.span).unwrap_or_default();
        while let Some(index) = open.pop() {
            let (from, to) = pairs[index];
            group.from.push(from);
            group.to.push(to);
            // Whoever is taken out is not come to again.
            open.extend(of_from.remove(&from.span).into_iter().flatten());
            open.extend(of_to.remove(&to.span).into_iter().flatten());
        }
        for side in [&mut group.from, &mut group.to] {
            side.sort_by_key(|it| it.span);
            side.dedup_by_key(|it| it.span);
        }
        groups.extend(Some(group).filter(|it| !it.to.is_empty()));
    }
    groups
}
