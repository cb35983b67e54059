//! The facts of a role in two states, and what it expects of competencies.

use super::line::{ExpectationChange, ValueChange};
use super::once::Said;
use super::{Sentence, Sides};
use crate::page::address::Address;
use crate::page::sheet::handbook::{HandbookSheet, StepSheet};
use crate::page::sheet::name::{Named, StepName};
use crate::page::sheet::role::{ExpectationLine, FactLine, RoleSheet};
use crate::page::view::Mark;
use std::collections::BTreeMap;

/// Something that is said of every role.
struct Row {
    id: &'static str,
    title: &'static str,
    /// What it means: two rows that mean the same have not changed, whatever it is called now.
    means: String,
    /// `None` where nothing is said.
    shown: Option<String>,
}

impl Row {
    fn text(id: &'static str, title: &'static str, shown: &str) -> Row {
        let shown_if_any = Some(shown.to_owned()).filter(|it| !it.is_empty());
        Row { id, title, means: shown.to_owned(), shown: shown_if_any }
    }

    fn named(id: &'static str, title: &'static str, named: Option<&Named>) -> Row {
        let means = named.map(|it| it.id.clone()).unwrap_or_default();
        Row { id, title, means, shown: named.map(|it| it.title.clone()) }
    }
}

/// Where a role stands and what else is said of it as a whole.
pub(super) fn facts(sides: &Sides<'_>, before: &RoleSheet, now: &RoleSheet) -> Vec<ValueChange> {
    let old = Rows {
        sheet: sides.before,
        sentences: sides.sentences[0],
        id: &|it| sides.renames.role(it).to_owned(),
    };
    let new = Rows { sheet: sides.now, sentences: sides.sentences[1], id: &str::to_owned };
    let rows = old.of(before).into_iter().zip(new.of(now));
    let changed = rows.filter(|(from, to)| from.means != to.means);
    changed
        .filter_map(|(from, to)| ValueChange::new((to.id, to.title), from.shown, to.shown))
        .collect()
}

/// How the rows of a role are made in one state of the handbook.
struct Rows<'a> {
    sheet: &'a HandbookSheet,
    sentences: &'a BTreeMap<String, Sentence>,
    /// The id that a role has now.
    id: &'a dyn Fn(&str) -> String,
}

impl Rows<'_> {
    fn of(&self, role: &RoleSheet) -> Vec<Row> {
        let written = |it: &Option<String>| it.clone().unwrap_or_default();
        let summary = self.sentences.get(&role.id).map_or("", |it| &it.written);
        vec![
            Row::text("title", "Title", &role.title),
            Row::named("family", "Family", Some(&role.family)),
            Row::named("track", "Track", role.track.as_ref()),
            Row::named("level", "Level", role.level.as_ref()),
            Row::text("status", "Status", &role.status),
            Row::text("summary", "In one sentence", summary),
            Row::text("also_known_as", "Also known as", &role.also_known_as.join(", ")),
            self.roles("extends", "Inherits from", role.extends.as_slice()),
            self.roles("reports_to", "Reports to", role.reports_to.as_slice()),
            self.roles("manages", "Manages", &role.manages),
            self.roles("works_with", "Works with", &role.works_with),
            self.ways(role),
            Row::text("owner", "Owner", &written(&role.owner)),
            Row::text("effective_from", "Effective from", &written(&role.effective_from)),
            Row::text("last_reviewed_on", "Last reviewed on", &written(&role.last_reviewed_on)),
        ]
    }

    fn roles(&self, id: &'static str, title: &'static str, roles: &[String]) -> Row {
        let means: Vec<String> = roles.iter().map(|it| (self.id)(it)).collect();
        let titles: Vec<&str> = roles.iter().map(|it| self.title(it)).collect();
        let shown = Some(titles.join(", ")).filter(|it| !it.is_empty());
        Row { id, title, means: means.join(" "), shown }
    }

    fn ways(&self, role: &RoleSheet) -> Row {
        let all = role.transitions.iter();
        let means: Vec<String> =
            all.clone().map(|it| format!("{} {}", (self.id)(&it.to), it.kind)).collect();
        let shown: Vec<String> = all
            .map(|it| format!("{} ({})", self.title(&it.to), it.kind.replace('-', " ")))
            .collect();
        let shown = Some(shown.join(", ")).filter(|it| !it.is_empty());
        Row { id: "transitions", title: "Career paths", means: means.join(" "), shown }
    }

    fn title<'a>(&'a self, role: &'a str) -> &'a str {
        let found = self.sheet.roles.iter().find(|it| it.id == role);
        found.map_or(role, |it| &it.title)
    }
}

/// Scope, requirements and codes, which heirs share.
pub(super) fn inherited_facts(
    sides: &Sides<'_>,
    before: &RoleSheet,
    now: &RoleSheet,
) -> Vec<Said<ValueChange>> {
    let kinds = [
        (&before.scope, &now.scope),
        (&before.requirements, &now.requirements),
        (&before.codes, &now.codes),
    ];
    kinds.into_iter().flat_map(|(before, now)| facts_of(sides, before, now)).collect()
}

fn facts_of(sides: &Sides<'_>, before: &[FactLine], now: &[FactLine]) -> Vec<Said<ValueChange>> {
    let find = |all: &'_ [FactLine], id: &str| all.iter().position(|it| it.id == id);
    let kept = now.iter().map(|it| (find(before, &it.id).map(|at| &before[at]), Some(it)));
    let gone = before.iter().filter(|it| find(now, &it.id).is_none());
    let pairs = kept.chain(gone.map(|it| (Some(it), None)));
    let line = |(from, to): (Option<&FactLine>, Option<&FactLine>)| {
        let fact = to.or(from)?;
        let by = [
            from.map(|it| sides.renames.role(&it.stated_by).to_owned()),
            to.map(|it| it.stated_by.clone()),
        ];
        let [from, to] = [from, to].map(|it| it.map(|it| it.value.clone()));
        Some(Said { by, line: ValueChange::new((&fact.id, &fact.title), from, to)? })
    };
    pairs.filter_map(line).collect()
}

/// What the role expects otherwise: in the order of areas, dropped ones last.
pub(super) fn expectations(
    sides: &Sides<'_>,
    before: &RoleSheet,
    now: &RoleSheet,
) -> Vec<Said<ExpectationChange>> {
    let (old, new) = (&before.competencies, &now.competencies);
    let same = |old: &ExpectationLine, new: &ExpectationLine| {
        sides.renames.address(&competency(&old.id)) == competency(&new.id)
    };
    let kept = new.iter().map(|it| (old.iter().find(|old| same(old, it)), Some(it)));
    let gone = old.iter().filter(|it| !new.iter().any(|new| same(it, new)));
    let pairs = kept.chain(gone.map(|it| (Some(it), None)));
    pairs.filter_map(|(from, to)| expectation(sides, from, to)).collect()
}

fn competency(id: &str) -> String {
    Address::competency(id).as_str().to_owned()
}

fn expectation(
    sides: &Sides<'_>,
    from: Option<&ExpectationLine>,
    to: Option<&ExpectationLine>,
) -> Option<Said<ExpectationChange>> {
    let it = to.or(from)?;
    let by = [
        from.map(|it| sides.renames.role(&it.stated_by).to_owned()),
        to.map(|it| it.stated_by.clone()),
    ];
    let [was_core, is_core] = [from, to].map(|it| it.is_some_and(|it| it.core));
    let [from, to] = [from, to].map(|it| it.map(|it| it.step.clone()));
    let change = shift(&sides.now.scale, from.as_ref(), to.as_ref());
    let is_change = change.is_change() || was_core != is_core;
    let line = ExpectationChange {
        id: it.id.clone(),
        title: it.title.clone(),
        from,
        to,
        change,
        was_core,
        is_core,
        also_for: Vec::new(),
    };
    is_change.then_some(Said { by, line })
}

/// How an expectation moved. An old step counts as what it is called on the scale of now, which may
/// have got more steps below it; one that the scale has no more, by its number.
fn shift(scale: &[StepSheet], from: Option<&StepName>, to: Option<&StepName>) -> Mark {
    let (Some(from), Some(to)) = (from, to) else {
        return if from.is_none() { Mark::New } else { Mark::Dropped };
    };
    let known = scale.iter().find(|it| it.id == from.id);
    match known.map_or(from.number, |it| it.number).cmp(&to.number) {
        std::cmp::Ordering::Less => Mark::Raised,
        std::cmp::Ordering::Equal => Mark::Same,
        std::cmp::Ordering::Greater => Mark::Lowered,
    }
}
