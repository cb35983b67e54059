//! A competency as data: what it is, what it looks like at each step, and who expects it.

use super::body::{DocumentSheet, SectionSheet, StatementLine, Transcriber};
use super::name::{Named, StepName, step_name};
use crate::handbook::model::{Block, Competency, Id, Role, Subject};
use crate::page::context::Context;
use schemars::JsonSchema;
use serde::Serialize;

/// Something that roles expect a person to be good at, to a certain step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CompetencySheet {
    pub id: String,
    /// Of its page, from the site's root.
    pub address: String,
    pub title: String,
    pub also_known_as: Vec<String>,
    /// None where the handbook has no areas, or the competency is in none.
    pub area: Option<Named>,
    /// What it is, and what its page says besides the steps.
    #[serde(flatten)]
    pub document: DocumentSheet,
    /// Those that somebody described, lowest first.
    pub steps: Vec<DescriptorSheet>,
    /// In the order of ladders.
    pub expected_by: Vec<ExpectedBy>,
}

/// What one step of the competency looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DescriptorSheet {
    /// Its `id` is the anchor on the competency's page.
    pub step: StepName,
    pub text: String,
    pub statements: Vec<StatementLine>,
    pub sections: Vec<SectionSheet>,
}

/// A role that expects the competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExpectedBy {
    /// By id.
    pub role: String,
    pub step: StepName,
}

pub(super) fn competency(context: &Context<'_>, id: Id<Competency>) -> CompetencySheet {
    let (handbook, transcriber) = (context.handbook, Transcriber::new(context));
    let competency = &handbook.competencies[id];
    let area = competency.area.map(|it| &handbook.areas[it]);
    let descriptors = competency.descriptors.iter();
    let expecting = context.ladders.expecting(id).iter();
    CompetencySheet {
        id: competency.slug.clone(),
        address: context.places.address(Subject::Competency(id), None).as_str().to_owned(),
        title: competency.title.clone(),
        also_known_as: competency.also_known_as.clone(),
        area: area.map(|it| Named::new(&it.slug, &it.title)),
        document: transcriber.document(&competency.body, Some(competency.span.file)),
        steps: descriptors
            .map(|it| DescriptorSheet {
                step: step_name(context, it.proficiency),
                text: transcriber.text(&it.section.blocks),
                statements: transcriber
                    .statements(it.section.blocks.iter().flat_map(Block::statements)),
                sections: transcriber.sections(&it.section.sections),
            })
            .collect(),
        expected_by: expecting.filter_map(|it| expected_by(context, *it, id)).collect(),
    }
}

fn expected_by(
    context: &Context<'_>,
    role: Id<Role>,
    competency: Id<Competency>,
) -> Option<ExpectedBy> {
    let step = step_name(context, context.asked(role, competency)?);
    Some(ExpectedBy { role: context.role(role).slug.clone(), step })
}
