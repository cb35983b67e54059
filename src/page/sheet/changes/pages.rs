//! Competencies, and the pages beside the ladder, in two states.

use super::Sides;
use super::entry::{Fate, PageChanges, PageLine};
use super::line::{StatementChange, TextChange, ValueChange};
use super::statements::{Found, Placed, by_section, collect, compared, of_document, placed};
use super::texts::texts;
use crate::page::address::Address;
use crate::page::sheet::body::DocumentSheet;
use crate::page::sheet::competency::CompetencySheet;
use crate::page::sheet::handbook::{GuideSheet, TermSheet};
use crate::page::view::Mark;

/// The competencies of which something changed; those that are no more come last.
pub(super) fn competencies(sides: &Sides<'_>) -> Vec<PageChanges> {
    let (before, now) = (&sides.before.competencies, &sides.now.competencies);
    let is_same = |old: &CompetencySheet, new: &CompetencySheet| {
        sides.renames.address(&old.address) == new.address
    };
    let there = now.iter().map(|new| match before.iter().find(|old| is_same(old, new)) {
        Some(old) => competency(sides, old, new),
        None => whole(new, Fate::Added),
    });
    let lost = before.iter().filter(|old| !now.iter().any(|new| is_same(old, new)));
    let lost = lost.map(|it| whole(it, sides.fate_of_lost(&it.address)));
    there.chain(lost).filter(|it| !it.is_empty()).collect()
}

fn whole(it: &CompetencySheet, fate: Fate) -> PageChanges {
    PageChanges {
        id: it.id.clone(),
        title: it.title.clone(),
        fates: vec![fate],
        facts: Vec::new(),
        statements: Vec::new(),
        texts: Vec::new(),
    }
}

fn competency(sides: &Sides<'_>, before: &CompetencySheet, now: &CompetencySheet) -> PageChanges {
    let area = |it: &CompetencySheet| it.area.as_ref().map(|it| it.id.clone());
    let area_title = |it: &CompetencySheet| it.area.as_ref().map(|it| it.title.clone());
    let names =
        |it: &CompetencySheet| Some(it.also_known_as.join(", ")).filter(|it| !it.is_empty());
    let rows = [
        ValueChange::new(("title", "Title"), Some(before.title.clone()), Some(now.title.clone())),
        ValueChange::new(("area", "Area"), area_title(before), area_title(now))
            .filter(|_| area(before) != area(now)),
        ValueChange::new(("also_known_as", "Also known as"), names(before), names(now)),
    ];
    let is_renamed = before.id != now.id || before.title != now.title;
    PageChanges {
        id: now.id.clone(),
        title: now.title.clone(),
        fates: is_renamed.then_some(Fate::Renamed).into_iter().collect(),
        facts: rows.into_iter().flatten().collect(),
        statements: statements(sides, before, now),
        texts: competency_texts(sides, before, now),
    }
}

impl PageChanges {
    fn is_empty(&self) -> bool {
        let PageChanges { id: _, title: _, fates, facts, statements, texts } = self;
        fates.is_empty() && facts.is_empty() && statements.is_empty() && texts.is_empty()
    }
}

/// What stands at the steps, and in the sections besides.
fn statements(
    sides: &Sides<'_>,
    before: &CompetencySheet,
    now: &CompetencySheet,
) -> Vec<StatementChange> {
    let found = compared(of_competency(before), of_competency(now), &sides.renames);
    by_section(found.iter().map(Found::line).collect())
}

fn of_competency(competency: &CompetencySheet) -> Vec<Placed<'_>> {
    let mut found = placed(&competency.document);
    for it in &competency.steps {
        let (key, title) = (format!("step {}", it.step.id), &it.step.title);
        let line = |line| Placed { key: key.clone(), section: title.clone(), line };
        found.extend(it.statements.iter().map(line));
        it.sections.iter().for_each(|it| collect(it, (&key, title), &mut found));
    }
    found
}

fn competency_texts(
    sides: &Sides<'_>,
    before: &CompetencySheet,
    now: &CompetencySheet,
) -> Vec<TextChange> {
    let mut found = texts(&before.document, &now.document, &sides.renames);
    let text = |of: &CompetencySheet, id: &str| {
        let step = of.steps.iter().find(|it| it.step.id == id);
        step.map(|it| it.text.clone()).filter(|it| !it.is_empty())
    };
    let steps = now.steps.iter().chain(&before.steps);
    let mut seen: Vec<&str> = Vec::new();
    for it in steps.map(|it| &it.step) {
        if seen.contains(&it.id.as_str()) {
            continue;
        }
        seen.push(&it.id);
        let [from, to] = [text(before, &it.id), text(now, &it.id)];
        let change = Mark::of_values(from.as_deref(), to.as_deref());
        if change.is_change() {
            found.push(TextChange { section: it.title.clone(), change });
        }
    }
    found
}

/// The front page, guides and terms of which something changed.
pub(super) fn pages(sides: &Sides<'_>, homes: [&DocumentSheet; 2]) -> Vec<PageLine> {
    let [before, now] = homes;
    let mut found = Vec::new();
    if is_other(sides, before, now) {
        let (kind, title) = ("front-page".to_owned(), "Front page".to_owned());
        let id = Address::home().as_str().to_owned();
        found.push(PageLine { kind, id, title, fate: Fate::Changed, formerly: None });
    }
    found.extend(guides(sides));
    found.extend(terms(sides));
    found
}

fn is_other(sides: &Sides<'_>, before: &DocumentSheet, now: &DocumentSheet) -> bool {
    let has_other_texts = !texts(before, now, &sides.renames).is_empty();
    has_other_texts || !of_document(before, now, &sides.renames).is_empty()
}

fn guides(sides: &Sides<'_>) -> Vec<PageLine> {
    let (before, now) = (&sides.before.guides, &sides.now.guides);
    let is_same =
        |old: &GuideSheet, new: &GuideSheet| sides.renames.address(&old.address) == new.address;
    let line = |it: &GuideSheet, fate, old: Option<&GuideSheet>| PageLine {
        kind: "guide".to_owned(),
        id: it.id.clone(),
        title: it.title.clone(),
        fate,
        formerly: old.map(|it| it.title.clone()).filter(|old| *old != it.title),
    };
    let there = now.iter().filter_map(|new| {
        let Some(old) = before.iter().find(|old| is_same(old, new)) else {
            return Some(line(new, Fate::Added, None));
        };
        let is_renamed = old.id != new.id || old.title != new.title;
        match is_renamed {
            true => Some(line(new, Fate::Renamed, Some(old))),
            false => is_other(sides, &old.document, &new.document)
                .then(|| line(new, Fate::Changed, Some(old))),
        }
    });
    let lost = before.iter().filter(|old| !now.iter().any(|new| is_same(old, new)));
    let lost = lost.map(|it| line(it, sides.fate_of_lost(&it.address), None));
    there.chain(lost).collect()
}

fn terms(sides: &Sides<'_>) -> Vec<PageLine> {
    let (before, now) = (&sides.before.terms, &sides.now.terms);
    let line = |it: &TermSheet, fate, old: Option<&TermSheet>| PageLine {
        kind: "term".to_owned(),
        id: it.id.clone(),
        title: it.title.clone(),
        fate,
        formerly: old.map(|it| it.title.clone()).filter(|old| *old != it.title),
    };
    let there = now.iter().filter_map(|new| match before.iter().find(|old| old.id == new.id) {
        None => Some(line(new, Fate::Added, None)),
        Some(old) if old.title != new.title => Some(line(new, Fate::Renamed, Some(old))),
        Some(old) => {
            let is_said = sides.renames.is_same(&old.definition, &new.definition);
            (!is_said || old.also != new.also).then(|| line(new, Fate::Changed, None))
        }
    });
    let lost = before.iter().filter(|old| !now.iter().any(|new| new.id == old.id));
    let lost = lost.map(|it| {
        let address = Address::glossary().at(&it.id);
        line(it, sides.fate_of_lost(address.as_str()), None)
    });
    there.chain(lost).collect()
}
