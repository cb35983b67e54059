//! The statements of one page in two states: what came, went, was said anew or stands elsewhere.
//!
//! The same id is the same statement, and so are the same words; of the rest those that say nearly
//! the same in one section are taken for rewordings, the most alike first.

use super::line::{StatementChange, StatementFate, words};
use super::renames::Renames;
use crate::handbook::model::{REWORDED, Words};
use crate::page::sheet::body::{DocumentSheet, SectionSheet, StatementLine};
use std::collections::BTreeSet;

/// A statement and where it stands.
#[derive(Clone)]
pub(super) struct Placed<'a> {
    /// Tells the section from all others of the page.
    pub(super) key: String,
    /// The headings, for people.
    pub(super) section: String,
    pub(super) line: &'a StatementLine,
}

/// A change, with the statements it is about.
pub(super) struct Found<'a> {
    pub(super) before: Option<Placed<'a>>,
    pub(super) now: Option<Placed<'a>>,
}

/// Every statement of a document.
pub(super) fn placed(document: &DocumentSheet) -> Vec<Placed<'_>> {
    let mut found = Vec::new();
    for it in &document.sections {
        let key = it.key.as_ref().or(it.competency.as_ref()).unwrap_or(&it.id);
        collect(it, (key, ""), &mut found);
    }
    found
}

/// Adds the statements of a section and all below it.
pub(super) fn collect<'a>(
    section: &'a SectionSheet,
    (key, above): (&str, &str),
    found: &mut Vec<Placed<'a>>,
) {
    let title = match above {
        "" => section.title.clone(),
        above => format!("{above}, {}", section.title),
    };
    let placed = |line| Placed { key: key.to_owned(), section: title.clone(), line };
    found.extend(section.statements.iter().map(placed));
    for it in &section.sections {
        collect(it, (key, &title), found);
    }
}

/// What changed: first what is there, in the order of the page, then what is dropped.
pub(super) fn compared<'a>(
    before: Vec<Placed<'a>>,
    now: Vec<Placed<'a>>,
    renames: &Renames,
) -> Vec<Found<'a>> {
    let mut pairs = Pairs { of_now: vec![None; now.len()], taken: BTreeSet::new() };
    pairs.join(&before, &now, |old, new| old.line.id == new.line.id);
    pairs.join(&before, &now, |old, new| renames.is_same(&old.line.text, &new.line.text));
    pairs.join_alike(&before, &now);
    let mut found = Vec::new();
    for (new, partner) in now.into_iter().zip(&pairs.of_now) {
        let old = partner.map(|it| before[it].clone());
        let is_same = |old: &Placed<'_>| {
            old.key == new.key && renames.is_same(&old.line.text, &new.line.text)
        };
        if !old.as_ref().is_some_and(is_same) {
            found.push(Found { before: old, now: Some(new) });
        }
    }
    let dropped = before.into_iter().enumerate().filter(|(at, _)| !pairs.taken.contains(at));
    found.extend(dropped.map(|(_, it)| Found { before: Some(it), now: None }));
    found
}

/// Which old statement stands for which new one.
struct Pairs {
    of_now: Vec<Option<usize>>,
    taken: BTreeSet<usize>,
}

impl Pairs {
    fn join(
        &mut self,
        before: &[Placed<'_>],
        now: &[Placed<'_>],
        is_pair: impl Fn(&Placed<'_>, &Placed<'_>) -> bool,
    ) {
        for (at, new) in now.iter().enumerate() {
            if self.of_now[at].is_some() {
                continue;
            }
            let free = |old: &usize| !self.taken.contains(old);
            let pair = (0..before.len()).filter(free).find(|old| is_pair(&before[*old], new));
            self.note(pair, at);
        }
    }

    fn note(&mut self, old: Option<usize>, new: usize) {
        self.taken.extend(old);
        self.of_now[new] = old;
    }

    fn join_alike(&mut self, before: &[Placed<'_>], now: &[Placed<'_>]) {
        let words = |it: &Placed<'_>| Words::of(&it.line.text);
        let old: Vec<(usize, Words)> = (0..before.len())
            .filter(|it| !self.taken.contains(it))
            .map(|it| (it, words(&before[it])))
            .collect();
        let mut candidates = Vec::new();
        for (at, new) in now.iter().enumerate().filter(|(at, _)| self.of_now[*at].is_none()) {
            let others = words(new);
            for (from, words) in old.iter().filter(|(it, _)| before[*it].key == new.key) {
                let Some(similarity) = words.similarity(&others, REWORDED) else { continue };
                let mut texts = [before[*from].line.text.as_str(), new.line.text.as_str()];
                // The same order whichever state comes first.
                texts.sort_unstable();
                candidates.push((similarity, texts, *from, at));
            }
        }
        candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (_, _, from, to) in candidates {
            if !self.taken.contains(&from) && self.of_now[to].is_none() {
                self.note(Some(from), to);
            }
        }
    }
}

impl Found<'_> {
    /// The change as it is told, at first of this page alone.
    pub(super) fn line(&self) -> StatementChange {
        let [from, to] =
            [&self.before, &self.now].map(|it| it.as_ref().map(|it| it.line.text.clone()));
        let change = match (&from, &to) {
            (None, _) => StatementFate::Added,
            (_, None) => StatementFate::Dropped,
            (Some(from), Some(to)) if from == to => StatementFate::Moved,
            _ => StatementFate::Reworded,
        };
        let place = self.now.as_ref().or(self.before.as_ref());
        let reworded = from.as_deref().zip(to.as_deref());
        let reworded = reworded.filter(|_| change == StatementFate::Reworded);
        StatementChange {
            id: place.map_or_else(String::new, |it| it.line.id.clone()),
            change,
            section: place.map_or_else(String::new, |it| it.section.clone()),
            section_before: self.section_before(),
            words: reworded.map_or_else(Vec::new, |(from, to)| words(from, to)),
            from,
            to,
            stated_by: None,
            also_for: Vec::new(),
        }
    }

    fn section_before(&self) -> Option<String> {
        let (before, now) = (self.before.as_ref()?, self.now.as_ref()?);
        (before.key != now.key).then(|| before.section.clone())
    }
}

/// Lines by the sections they are told under, in the order in which these come first.
pub(super) fn by_section(lines: Vec<StatementChange>) -> Vec<StatementChange> {
    let mut order: Vec<String> = Vec::new();
    for it in &lines {
        if !order.contains(&it.section) {
            order.push(it.section.clone());
        }
    }
    let mut lines = lines;
    let position = |it: &StatementChange| order.iter().position(|other| *other == it.section);
    lines.sort_by_key(|it| (position(it), it.change));
    lines
}

/// The changes of a document that inherits nothing.
pub(super) fn of_document(
    before: &DocumentSheet,
    now: &DocumentSheet,
    renames: &Renames,
) -> Vec<StatementChange> {
    let found = compared(placed(before), placed(now), renames);
    by_section(found.iter().map(Found::line).collect())
}
