//! A role as data: where it stands, what it asks, and every line of its text, inherited ones too.

use super::body::{DocumentSheet, Transcriber};
use super::name::{Named, StepName, ids, step_name};
use super::vacancy::{VacancyLine, vacancies};
use crate::handbook::model::{Expectation, Fact, Id, Role, Subject, Transition, Way, track};
use crate::page::areas::by_area;
use crate::page::context::Context;
use crate::page::role::{description, status, title_of_code};
use crate::page::view::Mark;
use schemars::JsonSchema;
use serde::Serialize;

/// One job at one level of one track of one family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RoleSheet {
    pub id: String,
    /// Of its page, from the site's root.
    pub address: String,
    pub title: String,
    pub also_known_as: Vec<String>,
    pub formerly: Vec<String>,
    /// What it is, in one sentence.
    pub summary: String,
    /// `draft`, `active`, `deprecated` or `retired`.
    pub status: String,
    pub family: Named,
    pub track: Option<Named>,
    /// None outside the ladder.
    pub level: Option<Named>,
    /// The role that it inherits from, as all the names of roles that follow by id.
    pub extends: Option<String>,
    /// The rung below on the same track, which `change` compares with.
    pub below: Option<String>,
    /// The rung above on the same track.
    pub above: Option<String>,
    /// Roles of the same family and rank on other tracks.
    pub equivalents: Vec<String>,
    pub reports_to: Option<String>,
    pub manages: Vec<String>,
    pub works_with: Vec<String>,
    pub transitions: Vec<TransitionLine>,
    /// Those that are open on the day of the build.
    pub vacancies: Vec<VacancyLine>,
    pub scope: Vec<FactLine>,
    pub requirements: Vec<FactLine>,
    /// Classifications: O*NET-SOC, ISCO, ESCO.
    pub codes: Vec<FactLine>,
    /// In the order of areas.
    pub competencies: Vec<ExpectationLine>,
    #[serde(flatten)]
    pub document: DocumentSheet,
    pub owner: Option<String>,
    /// `2026-01-01`
    pub effective_from: Option<String>,
    /// `2026-01-01`
    pub last_reviewed_on: Option<String>,
    /// The day by which the next review is due, where the handbook says how often.
    pub next_review_on: Option<String>,
}

/// A way from the role to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TransitionLine {
    pub to: String,
    /// `promotion`, `lateral-move`, `track-switch` or `step-back`.
    pub kind: String,
}

/// A named value: *Planning horizon*, 6 to 18 months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactLine {
    pub id: String,
    pub title: String,
    pub value: String,
    /// The role that says so, which is another when inherited.
    pub stated_by: String,
}

/// What the role expects of one competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExpectationLine {
    pub id: String,
    pub title: String,
    /// None where the handbook has no areas, or the competency is in none.
    pub area: Option<Named>,
    pub step: StepName,
    /// Among the few that make the role what it is.
    pub core: bool,
    /// Against the rung below.
    pub change: Mark,
    /// The role that says so, which is another when inherited.
    pub stated_by: String,
}

pub(super) fn role(context: &Context<'_>, id: Id<Role>) -> RoleSheet {
    let (handbook, role, ladders) = (context.handbook, context.role(id), &context.ladders);
    let slug = |it: Id<Role>| context.role(it).slug.clone();
    let facts = |all: &[Fact]| all.iter().map(|it| fact(context, it)).collect();
    let level = role.level.map(|it| &handbook.levels[it]);
    let track = track(handbook, id).map(|it| &handbook.tracks[it]);
    let family = &handbook.families[role.family];
    RoleSheet {
        id: role.slug.clone(),
        address: context.places.address(Subject::Role(id), None).as_str().to_owned(),
        title: role.title.clone(),
        also_known_as: role.also_known_as.clone(),
        formerly: role.formerly.clone(),
        summary: description(context, id),
        status: status(role.status).to_owned(),
        family: Named::new(&family.slug, &family.title),
        track: track.map(|it| Named::new(&it.slug, &it.title)),
        level: level.map(|it| Named::new(&it.slug, &it.title)),
        extends: role.extends.map(slug),
        below: ladders.below(id).map(slug),
        above: ladders.above(id).map(slug),
        equivalents: ids(context, &context.equivalents(id)),
        reports_to: role.reports_to.map(slug),
        manages: ids(context, &role.manages),
        works_with: ids(context, &role.works_with),
        transitions: role.transitions.iter().map(|it| transition(context, it)).collect(),
        vacancies: vacancies(context, id),
        scope: facts(&role.scope),
        requirements: facts(&role.requirements),
        codes: role.codes.iter().map(|it| code(context, it)).collect(),
        competencies: competencies(context, id),
        document: Transcriber::new(context).document(&role.body, Some(role.span.file)),
        owner: role.owner.clone(),
        effective_from: role.effective_from.clone(),
        last_reviewed_on: role.review.as_ref().map(|it| it.on.clone()),
        next_review_on: role.review.as_ref().and_then(|it| it.due.clone()),
    }
}

fn transition(context: &Context<'_>, transition: &Transition) -> TransitionLine {
    let kind = match transition.way {
        Way::Promotion => "promotion",
        Way::LateralMove => "lateral-move",
        Way::TrackSwitch => "track-switch",
        Way::StepBack => "step-back",
    };
    TransitionLine { to: context.role(transition.to).slug.clone(), kind: kind.to_owned() }
}

fn fact(context: &Context<'_>, fact: &Fact) -> FactLine {
    FactLine {
        id: fact.key.clone(),
        title: fact.title.clone(),
        value: fact.value.clone(),
        stated_by: context.role(fact.stated_by).slug.clone(),
    }
}

fn code(context: &Context<'_>, it: &Fact) -> FactLine {
    FactLine { title: title_of_code(it).to_owned(), ..fact(context, it) }
}

fn competencies(context: &Context<'_>, id: Id<Role>) -> Vec<ExpectationLine> {
    let role = context.role(id);
    let expected: Vec<_> = role.expectations.iter().map(|it| it.competency).collect();
    let areas = by_area(context.handbook, &expected);
    let sorted = areas.iter().flat_map(|it| &it.competencies);
    let asked = sorted.filter_map(|it| role.expectation(*it));
    asked.map(|it| expectation(context, id, it)).collect()
}

fn expectation(context: &Context<'_>, id: Id<Role>, it: &Expectation) -> ExpectationLine {
    let competency = &context.handbook.competencies[it.competency];
    let area = competency.area.map(|it| &context.handbook.areas[it]);
    ExpectationLine {
        id: competency.slug.clone(),
        title: competency.title.clone(),
        area: area.map(|it| Named::new(&it.slug, &it.title)),
        step: step_name(context, it.proficiency),
        core: it.core,
        change: context.mark(id, it.competency),
        stated_by: context.role(it.stated_by).slug.clone(),
    }
}
