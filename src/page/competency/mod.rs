//! The library of competencies, and one competency with its thread up the ladder.

mod library;
mod strip;
mod thread;

pub(super) use library::page as library;

use super::address::Address;
use super::context::Context;
use super::head::Head;
use super::prose::{Typesetter, contents};
use super::structured;
use super::view::{Link, Piece, StepView};
use super::words::{or, summary};
use super::{Body, Page};
use crate::handbook::model::{Area, Competency, Id, Proficiency, Step, Subject};
use crate::labels::key;
use schemars::JsonSchema;
use serde::Serialize;
use thread::FamilyThreads;

/// The level of a step's heading.
const STEP_LEVEL: u8 = 2;

/// The library of competencies.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct CompetenciesPage {
    /// The scale, lowest step first, with what each step means.
    pub scale: Vec<StepMeaning>,
    /// In the order of the handbook.
    pub areas: Vec<AreaCard>,
}

/// A step of the scale, and what it means everywhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct StepMeaning {
    pub step: StepView,
    pub meaning: String,
}

/// An area of competencies in the library.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct AreaCard {
    pub title: String,
    pub anchor: String,
    pub competencies: Vec<CompetencyCard>,
}

/// A competency in the library.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct CompetencyCard {
    pub competency: Link,
    pub summary: String,
    /// How many roles expect it.
    pub n_roles: usize,
}

/// A competency: its steps, and who is expected to reach which.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct CompetencyPage {
    /// Other names.
    pub also_known_as: Vec<String>,
    /// Its place in the library.
    pub area: Option<Link>,
    /// What comes before the first heading.
    pub definition: Vec<Piece>,
    /// Every step of the scale, lowest first.
    pub steps: Vec<DescribedStep>,
    /// Sections of the document that are no steps.
    pub body: Vec<Piece>,
    /// One for each family that expects the competency.
    pub ladders: Vec<FamilyThreads>,
    /// Links to the steps and sections.
    pub contents: Vec<Link>,
    /// Pages whose text leads here.
    pub mentioned_by: Vec<Link>,
}

/// A step of the scale, as a competency describes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct DescribedStep {
    pub step: StepView,
    pub anchor: String,
    /// Anchors that lead here unseen.
    pub former: Vec<String>,
    /// What the step means everywhere; may be empty.
    pub meaning: String,
    /// What the competency says of it.
    pub body: Vec<Piece>,
    /// Roles that expect just this step.
    pub expected_by: Vec<Link>,
}

pub(super) fn page(context: &Context<'_>, id: Id<Competency>) -> Page {
    let competency = &context.handbook.competencies[id];
    let address = Address::competency(&competency.slug);
    let crumbs = vec![
        context.frame.home.clone(),
        context.places.to(context.labels.word(key::COMPETENCIES), Address::competencies()),
    ];
    let description = or(summary(&competency.body), || {
        context.labels.say(key::COMPETENCY_DESCRIPTION, [competency.title.as_str().into()])
    });
    let body = body(context, id, &address);
    Head::new(address, &competency.title)
        .about(&description)
        .describing(structured::competency(context, id, &description))
        .under(crumbs)
        .written_in(Some(competency.span.file))
        .page(context, Body::Competency(body))
}

fn body(context: &Context<'_>, id: Id<Competency>, address: &Address) -> CompetencyPage {
    let competency = &context.handbook.competencies[id];
    let typesetter = Typesetter::new(context, address);
    let scale = context.handbook.scale.steps();
    CompetencyPage {
        also_known_as: competency.also_known_as.clone(),
        area: competency.area.map(|it| area(context, it)),
        definition: typesetter.opening(&competency.body),
        steps: scale.map(|(it, _)| step(context, &typesetter, (id, it))).collect(),
        body: typesetter.after_opening(&competency.body),
        ladders: thread::ladders(context, &typesetter, id, address),
        contents: all_contents(context, address, competency),
        mentioned_by: context.mentioned_by(Subject::Competency(id)),
    }
}

/// The steps, then the sections that are no steps.
fn all_contents(context: &Context<'_>, page: &Address, competency: &Competency) -> Vec<Link> {
    let scale = context.handbook.scale.steps();
    let link = |(_, it): (_, &Step)| context.places.to(&it.title, page.clone().at(&it.slug));
    let mut links: Vec<_> = scale.map(link).collect();
    links.extend(contents(context, page, &competency.body.sections));
    links
}

/// The area, at its place in the library.
fn area(context: &Context<'_>, id: Id<Area>) -> Link {
    let area = &context.handbook.areas[id];
    context.places.to(&area.title, Address::competencies().at(&area.slug))
}

/// A step has its place even where nobody described it: roles and prose may point at it.
fn step(
    context: &Context<'_>,
    typesetter: &Typesetter<'_>,
    (id, proficiency): (Id<Competency>, Proficiency),
) -> DescribedStep {
    let descriptor = context.handbook.competencies[id].descriptor(proficiency);
    let meant = context.handbook.scale.step(proficiency);
    let roles = context.ladders.expecting(id).iter().copied();
    let roles: Vec<_> = roles.filter(|it| context.asked(*it, id) == Some(proficiency)).collect();
    DescribedStep {
        step: context.step(proficiency),
        anchor: meant.slug.clone(),
        former: context
            .former(&Address::competency(&context.handbook.competencies[id].slug))
            .of(&meant.slug),
        meaning: meant.meaning.clone(),
        body: descriptor.map_or(Vec::new(), |it| typesetter.inside(&it.section, STEP_LEVEL)),
        expected_by: context.places.roles(&roles),
    }
}
