//! What a job advert takes from a role: what it is, what it asks, how success shows, and where all of
//! it stands. In: a role, and perhaps one of its vacancies. Out: plain text.

use super::body::Transcriber;
use crate::handbook::model::{Block, Id, Role, Section, Statement, Subject, Topic, Vacancy};
use crate::labels::{Labels, key};
use crate::page::context::Context;
use crate::page::places::Places;
use crate::page::role::description;
use schemars::JsonSchema;
use serde::Serialize;

/// The sections that an advert shows, in its order.
const SECTIONS: [&str; 3] = ["responsibilities", "requirements", "success-metrics"];

/// The text of an advert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdvertSheet {
    pub title: String,
    /// Whose handbook it is; empty where it does not say.
    pub organisation: String,
    /// What the role is, a paragraph each.
    pub summary: Vec<String>,
    pub sections: Vec<AdvertSection>,
    /// The permanent address of the role, where the handbook says where it is published.
    pub link: Option<String>,
    pub vacancy: Option<Vacancy>,
    /// What stands before the permanent link.
    pub in_full: String,
    /// `Apply by 2026-12-31`
    pub call: String,
}

/// A section with its statements in groups.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct AdvertSection {
    pub title: String,
    pub groups: Vec<AdvertGroup>,
}

/// Statements under a heading of their own, or right below the section's.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct AdvertGroup {
    /// Empty right below the section's heading.
    pub title: String,
    pub statements: Vec<String>,
}

pub(in crate::page) fn advert(
    context: &Context<'_>,
    id: Id<Role>,
    vacancy: Option<&Vacancy>,
) -> AdvertSheet {
    let role = context.role(id);
    let served = Places { offline: false, ..context.places }.address(Subject::Role(id), None);
    let sections = SECTIONS.iter().filter_map(|it| section(context, role, it));
    let organisation = context.handbook.settings.organisation.as_ref();
    AdvertSheet {
        title: vacancy.and_then(|it| it.title.clone()).unwrap_or_else(|| role.title.clone()),
        organisation: organisation.map_or(String::new(), |it| it.name.clone()),
        summary: summary(context, id),
        sections: sections.collect(),
        link: context.publication.base_url().map(|it| it + served.as_str()),
        vacancy: vacancy.cloned(),
        in_full: context.labels.word(key::ROLE_IN_FULL).to_owned(),
        call: call(context.labels, vacancy),
    }
}

fn call(labels: &Labels, vacancy: Option<&Vacancy>) -> String {
    match vacancy.and_then(|it| it.valid_through.as_ref()) {
        Some(day) => labels.say(key::APPLY_BY, [labels.day(day).into()]),
        None => labels.word(key::APPLY).to_owned(),
    }
}

/// The section *summary*, or else the sentence that describes the page.
fn summary(context: &Context<'_>, id: Id<Role>) -> Vec<String> {
    let section = context.role(id).body.known("summary");
    let text = section.map_or(String::new(), |it| Transcriber::new(context).text(&it.blocks));
    match text.as_str() {
        "" => vec![description(context, id)],
        text => text.split("\n\n").map(str::to_owned).collect(),
    }
}

/// What the role says under that name, be it in one section or in several; none where that is
/// nothing.
fn section(context: &Context<'_>, role: &Role, key: &str) -> Option<AdvertSection> {
    let topic = Topic::Known(key.to_owned());
    let sections: Vec<_> = role.body.sections.iter().filter(|it| it.topic == topic).collect();
    let groups = sections.iter().flat_map(|it| groups(context, it));
    let groups: Vec<_> = groups.filter(|it| !it.statements.is_empty()).collect();
    let title = context.places.heading(sections.first()?).to_owned();
    (!groups.is_empty()).then_some(AdvertSection { title, groups })
}

fn groups(context: &Context<'_>, section: &Section) -> Vec<AdvertGroup> {
    let own = section.blocks.iter().flat_map(Block::statements);
    let own = AdvertGroup { title: String::new(), statements: public(context, own) };
    let groups = section.sections.iter().map(|it| AdvertGroup {
        title: context.places.heading(it).to_owned(),
        statements: public(context, it.statements()),
    });
    [own].into_iter().chain(groups).collect()
}

/// What may be said outside the house.
fn public<'s>(
    context: &Context<'_>,
    statements: impl Iterator<Item = &'s Statement>,
) -> Vec<String> {
    let transcriber = Transcriber::new(context);
    let public = statements.filter(|it| it.visibility.is_public() && it.is_anchored);
    public.map(|it| transcriber.plain(&it.prose)).collect()
}
