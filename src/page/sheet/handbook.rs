//! The whole handbook as data.

use super::body::{DocumentSheet, Transcriber};
use super::competency::{CompetencySheet, competency};
use super::name::{Named, ids};
use super::role::{RoleSheet, role};
use crate::handbook::model::{Family, Guide, Handbook, Id, Subject, Term};
use crate::page::context::Context;
use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use schemars::JsonSchema;
use serde::Serialize;

/// Everything that a handbook says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HandbookSheet {
    pub title: String,
    /// Whose handbook it is.
    pub organisation: Option<String>,
    /// `en`
    pub language: String,
    /// Where the site is published, ending in `/`; addresses continue it.
    pub base_url: Option<String>,
    /// The proficiency scale, lowest step first.
    pub scale: Vec<StepSheet>,
    pub tracks: Vec<Named>,
    /// Lowest rank first.
    pub levels: Vec<LevelSheet>,
    pub areas: Vec<Named>,
    pub families: Vec<FamilySheet>,
    /// In the order of ladders.
    pub roles: Vec<RoleSheet>,
    pub competencies: Vec<CompetencySheet>,
    pub guides: Vec<GuideSheet>,
    pub terms: Vec<TermSheet>,
}

/// A step of the scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StepSheet {
    pub id: String,
    pub title: String,
    /// From 1, the lowest.
    pub number: usize,
    /// Empty where the handbook does not say.
    pub meaning: String,
}

/// A rung of one track.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LevelSheet {
    pub id: String,
    pub title: String,
    /// By id.
    pub track: String,
    /// From 1, the lowest; levels of one rank are equivalent.
    pub rank: usize,
}

/// A discipline with its own ladders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FamilySheet {
    pub id: String,
    /// Of its page, from the site's root.
    pub address: String,
    pub title: String,
    #[serde(flatten)]
    pub document: DocumentSheet,
    /// By id: those on the ladder, lowest first, then the others, and those that are retired.
    pub roles: Vec<String>,
}

/// A free page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GuideSheet {
    pub id: String,
    /// Of its page, from the site's root.
    pub address: String,
    pub title: String,
    #[serde(flatten)]
    pub document: DocumentSheet,
}

/// A word of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TermSheet {
    /// Its anchor on the page of the glossary.
    pub id: String,
    pub title: String,
    pub also: Vec<String>,
    pub definition: String,
}

pub(in crate::page) fn handbook(context: &Context<'_>) -> HandbookSheet {
    let handbook = context.handbook;
    let named = |slug: &str, title: &str| Named::new(slug, title);
    let families = handbook.families.ids();
    let mut roles: Vec<_> = handbook.roles.ids().collect();
    roles.sort_by_key(|it| context.ladders.position(*it));
    HandbookSheet {
        title: handbook.settings.title.clone(),
        organisation: handbook.settings.organisation.as_ref().map(|it| it.name.clone()),
        language: handbook.settings.labels.language().tag().to_owned(),
        base_url: context.publication.base_url(),
        scale: scale(handbook),
        tracks: handbook.tracks.iter().map(|(_, it)| named(&it.slug, &it.title)).collect(),
        levels: levels(handbook),
        areas: handbook.areas.iter().map(|(_, it)| named(&it.slug, &it.title)).collect(),
        families: families.map(|it| family(context, it)).collect(),
        roles: in_parallel(roles, |it| role(context, it)),
        competencies: in_parallel(handbook.competencies.ids().collect(), |it| {
            competency(context, it)
        }),
        guides: handbook.guides.ids().map(|it| guide(context, it)).collect(),
        terms: handbook.terms.iter().map(|(_, it)| term(context, it)).collect(),
    }
}

fn in_parallel<T: Send, S: Send>(ids: Vec<T>, sheet: impl Fn(T) -> S + Sync + Send) -> Vec<S> {
    ids.into_par_iter().map(sheet).collect()
}

fn scale(handbook: &Handbook) -> Vec<StepSheet> {
    let steps = handbook.scale.steps().map(|(proficiency, it)| StepSheet {
        id: it.slug.clone(),
        title: it.title.clone(),
        number: proficiency.number(),
        meaning: it.meaning.clone(),
    });
    steps.collect()
}

fn levels(handbook: &Handbook) -> Vec<LevelSheet> {
    let levels = handbook.levels.iter().map(|(_, it)| LevelSheet {
        id: it.slug.clone(),
        title: it.title.clone(),
        track: handbook.tracks[it.track].slug.clone(),
        rank: it.rank + 1,
    });
    levels.collect()
}

fn family(context: &Context<'_>, id: Id<Family>) -> FamilySheet {
    let (it, transcriber) = (&context.handbook.families[id], Transcriber::new(context));
    let ladders = &context.ladders;
    let roles = [ladders.ranked(id), ladders.outside(id), ladders.retired(id)].concat();
    FamilySheet {
        id: it.slug.clone(),
        address: context.places.address(Subject::Family(id), None).as_str().to_owned(),
        title: it.title.clone(),
        document: transcriber.document(&it.body, it.is_written.then_some(it.span.file)),
        roles: ids(context, &roles),
    }
}

fn guide(context: &Context<'_>, id: Id<Guide>) -> GuideSheet {
    let (it, transcriber) = (&context.handbook.guides[id], Transcriber::new(context));
    GuideSheet {
        id: it.slug.clone(),
        address: context.places.address(Subject::Guide(id), None).as_str().to_owned(),
        title: it.title.clone(),
        document: transcriber.document(&it.body, Some(it.span.file)),
    }
}

fn term(context: &Context<'_>, term: &Term) -> TermSheet {
    TermSheet {
        id: term.slug.clone(),
        title: term.title.clone(),
        also: term.also.clone(),
        definition: Transcriber::new(context).plain(&term.definition),
    }
}
