//! Families and their roles in two states.

use super::entry::{FamilyChanges, Fate, RoleChanges, RolePortrait};
use super::line::{ExpectationChange, StatementChange, ValueChange};
use super::once::{Said, once};
use super::statements::{by_section, compared, of_document, placed};
use super::texts::texts;
use super::values::{expectations, facts, inherited_facts};
use super::{Sentence, Sides};
use crate::page::sheet::handbook::{FamilySheet, HandbookSheet};
use crate::page::sheet::name::{Named, RoleName};
use crate::page::sheet::role::RoleSheet;
use std::collections::BTreeMap;

/// Every family of which something changed, or of a role of which something did.
pub(super) fn families(sides: &Sides<'_>) -> Vec<FamilyChanges> {
    let mut roles = roles(sides);
    let now = sides.now.families.iter();
    let all = now.map(|it| (Some(it), older(sides, it)));
    let is_lost = |old: &&FamilySheet| {
        let address = sides.renames.address(&old.address);
        !sides.now.families.iter().any(|it| it.address == address)
    };
    let lost = sides.before.families.iter().filter(is_lost).map(|it| (None, Some(it)));
    let told = all.chain(lost).map(|(now, before)| {
        let id = now.or(before).map_or("", |it| &it.id);
        let (of_family, rest) =
            std::mem::take(&mut roles).into_iter().partition(|it| it.family == id);
        roles = rest;
        family(sides, [before, now], of_family)
    });
    told.filter(|it| !it.is_empty()).collect()
}

fn older<'a>(sides: &Sides<'a>, now: &FamilySheet) -> Option<&'a FamilySheet> {
    let mut all = sides.before.families.iter();
    all.find(|it| sides.renames.address(&it.address) == now.address)
}

/// What became of a role, and the family it is told in.
struct Told {
    family: String,
    changes: RoleChanges,
    /// Whether it changes by what it inherits.
    inherits: bool,
}

fn family(
    sides: &Sides<'_>,
    [before, now]: [Option<&FamilySheet>; 2],
    roles: Vec<Told>,
) -> FamilyChanges {
    let named = now.or(before).map(|it| Named::new(&it.id, &it.title));
    let heirs = roles.iter().filter(|it| it.inherits && it.changes.is_empty());
    let heirs = heirs.map(|it| it.changes.role.clone()).collect();
    let mut changes = FamilyChanges {
        family: named.unwrap_or_else(|| Named::new("", "")),
        fates: Vec::new(),
        facts: Vec::new(),
        statements: Vec::new(),
        texts: Vec::new(),
        heirs,
        roles: roles.into_iter().map(|it| it.changes).filter(|it| !it.is_empty()).collect(),
    };
    match (before, now) {
        (Some(before), Some(now)) => {
            let [from, to] = [before, now].map(|it| Some(it.title.clone()));
            changes.facts.extend(ValueChange::new(("title", "Title"), from, to));
            if before.id != now.id || before.title != now.title {
                changes.fates.push(Fate::Renamed);
            }
            changes.statements = of_document(&before.document, &now.document, &sides.renames);
            changes.texts = texts(&before.document, &now.document, &sides.renames);
        }
        (None, _) => changes.fates.push(Fate::Added),
        (Some(before), None) => changes.fates.push(sides.fate_of_lost(&before.address)),
    }
    changes
}

impl FamilyChanges {
    fn is_empty(&self) -> bool {
        let FamilyChanges { family: _, fates, facts, statements, texts, roles, heirs } = self;
        let is_same = fates.is_empty() && facts.is_empty() && statements.is_empty();
        is_same && texts.is_empty() && roles.is_empty() && heirs.is_empty()
    }
}

impl RoleChanges {
    fn is_empty(&self) -> bool {
        let RoleChanges { role: _, fates, portrait: _, facts, expectations, statements, texts } =
            self;
        let is_same = fates.is_empty() && facts.is_empty() && expectations.is_empty();
        is_same && statements.is_empty() && texts.is_empty()
    }
}

/// Every role of both states, in the order of the ladder; those that are no more come last.
fn roles(sides: &Sides<'_>) -> Vec<Told> {
    let older = |now: &RoleSheet| {
        let mut all = sides.before.roles.iter();
        all.find(|it| sides.renames.role(&it.id) == now.id)
    };
    let (kept, added): (Vec<_>, Vec<_>) =
        sides.now.roles.iter().map(|it| (older(it), it)).partition(|(old, _)| old.is_some());
    let kept: Vec<_> = kept.into_iter().filter_map(|(old, now)| Some((old?, now))).collect();
    let mut told = compared_roles(sides, &kept);
    told.extend(
        added.into_iter().map(|(_, it)| whole((sides.now, sides.sentences[1]), it, Fate::Added)),
    );
    let order = |it: &Told| sides.now.roles.iter().position(|role| role.id == it.changes.role.id);
    told.sort_by_key(order);
    let is_lost =
        |old: &&RoleSheet| !sides.now.roles.iter().any(|it| it.id == sides.renames.role(&old.id));
    let lost = sides.before.roles.iter().filter(is_lost);
    told.extend(lost.map(|it| lost_role(sides, it)));
    told
}

fn lost_role(sides: &Sides<'_>, role: &RoleSheet) -> Told {
    let told = whole((sides.before, sides.sentences[0]), role, sides.fate_of_lost(&role.address));
    let old = sides.before.families.iter().find(|it| it.id == role.family.id);
    let address = old.map_or("", |it| sides.renames.address(&it.address));
    let now = sides.now.families.iter().find(|it| it.address == address);
    Told { family: now.map_or(told.family, |it| it.id.clone()), ..told }
}

/// A role that there is nothing to compare with.
fn whole(
    (sheet, sentences): (&HandbookSheet, &BTreeMap<String, Sentence>),
    role: &RoleSheet,
    fate: Fate,
) -> Told {
    let statements = placed(&role.document);
    let is_own = |by: Option<&String>| by.is_none_or(|it| *it == role.id);
    let own = statements.iter().filter(|it| is_own(it.line.stated_by.as_ref())).count();
    let base = role.extends.as_ref();
    let base = base.and_then(|id| sheet.roles.iter().find(|it| it.id == *id));
    let portrait = RolePortrait {
        summary: sentences.get(&role.id).map(|it| it.said.clone()).unwrap_or_default(),
        status: role.status.clone(),
        extends: base.map(|it| it.title.clone()),
        expectations: role.competencies.len(),
        own_statements: own,
        inherited_statements: statements.len() - own,
    };
    let changes = RoleChanges {
        role: name(role),
        fates: vec![fate],
        portrait: Some(portrait),
        facts: Vec::new(),
        expectations: Vec::new(),
        statements: Vec::new(),
        texts: Vec::new(),
    };
    Told { family: role.family.id.clone(), changes, inherits: false }
}

/// Every line of these roles that changed, each told at one of them.
fn compared_roles(sides: &Sides<'_>, pairs: &[(&RoleSheet, &RoleSheet)]) -> Vec<Told> {
    let facts_of = each(pairs, |before, now| inherited_facts(sides, before, now));
    let steps_of = each(pairs, |before, now| expectations(sides, before, now));
    let statements_of = each(pairs, |before, now| statements(sides, before, now));
    let shares = |at: usize| {
        !(facts_of[at].1.is_empty() && steps_of[at].1.is_empty() && statements_of[at].1.is_empty())
    };
    let inherits: Vec<bool> = (0..pairs.len()).map(shares).collect();
    let lines = once(facts_of).into_iter().zip(once(steps_of)).zip(once(statements_of));
    let told = pairs.iter().zip(lines).zip(inherits);
    told.map(|((pair, ((shared, steps), statements)), inherits)| {
        let changes = changes(sides, *pair, (shared, steps, statements));
        Told { family: pair.1.family.id.clone(), changes, inherits }
    })
    .collect()
}

/// What is found of each role, by its name of now.
fn each<T>(
    pairs: &[(&RoleSheet, &RoleSheet)],
    find: impl Fn(&RoleSheet, &RoleSheet) -> Vec<Said<T>>,
) -> Vec<(RoleName, Vec<Said<T>>)> {
    pairs.iter().map(|(before, now)| (name(now), find(before, now))).collect()
}

type Lines = (Vec<ValueChange>, Vec<ExpectationChange>, Vec<StatementChange>);

fn changes(
    sides: &Sides<'_>,
    (before, now): (&RoleSheet, &RoleSheet),
    (shared, expectations, statements): Lines,
) -> RoleChanges {
    let mut facts = facts(sides, before, now);
    let fates = fates(before, now, &facts);
    facts.extend(shared);
    RoleChanges {
        role: name(now),
        fates,
        portrait: None,
        facts,
        expectations,
        statements: by_section(statements),
        texts: texts(&before.document, &now.document, &sides.renames),
    }
}

fn fates(before: &RoleSheet, now: &RoleSheet, facts: &[ValueChange]) -> Vec<Fate> {
    let has = |ids: &[&str]| facts.iter().any(|it| ids.contains(&it.id.as_str()));
    let of_status = match now.status.as_str() {
        "retired" => Fate::Retired,
        "deprecated" => Fate::Deprecated,
        "draft" => Fate::Drafted,
        _ => Fate::Activated,
    };
    let all = [
        (before.id != now.id || has(&["title"]), Fate::Renamed),
        (has(&["family", "track", "level"]), Fate::Moved),
        (has(&["status"]), of_status),
    ];
    all.into_iter().filter(|(holds, _)| *holds).map(|(_, fate)| fate).collect()
}

fn statements(
    sides: &Sides<'_>,
    before: &RoleSheet,
    now: &RoleSheet,
) -> Vec<Said<StatementChange>> {
    let found = compared(placed(&before.document), placed(&now.document), &sides.renames);
    let said = found.iter().map(|it| {
        let by = |it: &Option<_>| {
            it.as_ref().and_then(|it: &super::statements::Placed<'_>| it.line.stated_by.clone())
        };
        let old = by(&it.before).map(|it| sides.renames.role(&it).to_owned());
        let new = by(&it.now);
        let other = new.as_ref().or(old.as_ref()).filter(|it| **it != now.id);
        let line = StatementChange { stated_by: other.map(|it| title(sides, it)), ..it.line() };
        Said { by: [old, new], line }
    });
    said.collect()
}

fn title(sides: &Sides<'_>, role: &str) -> String {
    let mut roles = sides.now.roles.iter().chain(&sides.before.roles);
    roles.find(|it| it.id == role).map_or(role, |it| &it.title).to_owned()
}

fn name(role: &RoleSheet) -> RoleName {
    let level = role.level.as_ref().map_or("", |it| &it.title);
    RoleName { id: role.id.clone(), title: role.title.clone(), level: level.to_owned() }
}
