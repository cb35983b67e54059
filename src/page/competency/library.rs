//! The library: all competencies by area.

use super::{AreaCard, CompetenciesPage, CompetencyCard, StepMeaning};
use crate::handbook::model::{Competency, Id, Subject};
use crate::labels::key;
use crate::page::address::Address;
use crate::page::areas::{AreaGroup, by_area};
use crate::page::context::Context;
use crate::page::head::Head;
use crate::page::structured;
use crate::page::words::summary;
use crate::page::{Body, Page};

pub(in crate::page) fn page(context: &Context<'_>) -> Page {
    let handbook = context.handbook;
    let ids: Vec<_> = handbook.competencies.ids().collect();
    let areas = by_area(handbook, &ids);
    let scale = handbook.scale.steps().map(|(proficiency, step)| StepMeaning {
        step: context.step(proficiency),
        meaning: step.meaning.clone(),
    });
    let body = CompetenciesPage {
        scale: scale.collect(),
        areas: areas.iter().map(|it| area(context, it)).collect(),
    };
    let title = &handbook.settings.title;
    let description = context.labels.say(key::COMPETENCIES_DESCRIPTION, [title.into()]);
    Head::new(Address::competencies(), context.labels.word(key::COMPETENCIES))
        .about(&description)
        .describing(structured::competencies(context, &description))
        .under(vec![context.frame.home.clone()])
        .page(context, Body::Competencies(body))
}

fn area(context: &Context<'_>, area: &AreaGroup<'_>) -> AreaCard {
    AreaCard {
        title: area.title.to_owned(),
        anchor: area.key.to_owned(),
        competencies: area.competencies.iter().map(|it| card(context, *it)).collect(),
    }
}

fn card(context: &Context<'_>, id: Id<Competency>) -> CompetencyCard {
    CompetencyCard {
        competency: context.places.link(Subject::Competency(id)),
        summary: summary(&context.handbook.competencies[id].body),
        n_roles: context.ladders.expecting(id).len(),
    }
}
