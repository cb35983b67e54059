//! The front matter of a role.

use super::alias::{AliasFront, aliases};
use super::vacancy::{VacancyFront, vacancies};
use super::visibility::{self, VisibilityFront, visibility};
use crate::diagnostic::Spanned;
use crate::document::fields::Fields;
use crate::document::yaml::{Node, Value};

pub(super) const STATUSES: [&str; 4] = ["draft", "active", "deprecated", "retired"];
pub(super) const WAYS: [&str; 4] = ["promotion", "lateral-move", "track-switch", "step-back"];

/// A role as written: names, not yet links.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleFront {
    pub title: Option<Spanned<String>>,
    pub summary: Option<Spanned<String>>,
    pub also_known_as: Vec<Spanned<String>>,
    pub formerly: Vec<Spanned<String>>,
    pub aliases: Vec<AliasFront>,
    pub family: Option<Spanned<String>>,
    pub track: Option<Spanned<String>>,
    pub level: Option<Spanned<String>>,
    pub extends: Option<Spanned<String>>,
    pub omits: Vec<Spanned<String>>,
    pub reports_to: Option<Spanned<String>>,
    pub manages: Vec<Spanned<String>>,
    pub works_with: Vec<Spanned<String>>,
    pub scope: Vec<FactFront>,
    pub expects: Vec<ExpectationFront>,
    pub transitions: Vec<TransitionFront>,
    pub requirements: Vec<FactFront>,
    pub codes: Vec<FactFront>,
    pub vacancies: Vec<VacancyFront>,
    pub visibility: VisibilityFront,
    /// `draft`, `active`, `deprecated` or `retired`.
    pub status: Option<&'static str>,
    pub effective_from: Option<Spanned<String>>,
    pub owner: Option<Spanned<String>>,
    pub last_reviewed_on: Option<Spanned<String>>,
    /// Fields that are there and could not be read, which has been reported.
    pub unread: Vec<&'static str>,
}

/// `teams: 2 to 4`
#[derive(Clone, Debug, PartialEq)]
pub struct FactFront {
    pub key: Spanned<String>,
    pub value: Spanned<String>,
}

/// `change-management: practitioner`, or a mapping with more.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpectationFront {
    pub competency: Spanned<String>,
    pub step: Spanned<String>,
    pub core: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TransitionFront {
    pub to: Spanned<String>,
    /// `promotion`, `lateral-move`, `track-switch` or `step-back`.
    pub way: Option<&'static str>,
}

pub(super) fn role(mut fields: Fields<'_>) -> RoleFront {
    let mut front = RoleFront {
        title: fields.text("title"),
        summary: fields.text("summary"),
        also_known_as: fields.texts("also_known_as"),
        formerly: fields.texts("formerly"),
        aliases: aliases(&mut fields),
        family: fields.text("family"),
        track: fields.text("track"),
        level: fields.text("level"),
        extends: fields.text("extends"),
        omits: fields.texts("omits"),
        reports_to: fields.text("reports_to"),
        manages: fields.texts("manages"),
        works_with: fields.texts("works_with"),
        scope: facts(&mut fields, "scope"),
        expects: expectations(&mut fields),
        transitions: transitions(&mut fields),
        requirements: facts(&mut fields, "requirements"),
        codes: facts(&mut fields, "codes"),
        vacancies: vacancies(&mut fields),
        visibility: visibility(&mut fields, &visibility::ROLE),
        status: fields.choice("status", &STATUSES),
        effective_from: fields.date("effective_from"),
        owner: fields.text("owner"),
        last_reviewed_on: fields.date("last_reviewed_on"),
        unread: Vec::new(),
    };
    front.unread = fields.finish();
    front
}

fn facts(fields: &mut Fields<'_>, name: &'static str) -> Vec<FactFront> {
    let mut facts = Vec::new();
    for (key, node) in fields.entries(name) {
        let value = fields.as_text(&key.value, node);
        facts.extend(value.map(|value| FactFront { key, value }));
    }
    facts
}

fn expectations(fields: &mut Fields<'_>) -> Vec<ExpectationFront> {
    let entries = fields.entries("expects");
    entries.into_iter().filter_map(|(key, node)| expectation(fields, key, node)).collect()
}

fn expectation(
    fields: &mut Fields<'_>,
    competency: Spanned<String>,
    node: Node,
) -> Option<ExpectationFront> {
    if !matches!(node.value, Value::Mapping(_)) {
        let step = fields.as_text(&competency.value, node)?;
        return Some(ExpectationFront { competency, step, core: false });
    }
    let mut more = fields.inner("an expectation", node);
    let (step, core) = (more.required_text("step"), more.flag("core"));
    more.finish();
    Some(ExpectationFront { competency, step: step?, core })
}

fn transitions(fields: &mut Fields<'_>) -> Vec<TransitionFront> {
    let nodes = fields.list("transitions");
    nodes.into_iter().filter_map(|it| transition(fields.inner("a transition", it))).collect()
}

fn transition(mut fields: Fields<'_>) -> Option<TransitionFront> {
    let to = fields.required_text("to");
    let way = fields.choice("kind", &WAYS);
    fields.finish();
    Some(TransitionFront { to: to?, way })
}
