//! What a job advert takes from a role: what it is, what it asks, how success shows, and where all of
//! it stands. In: a role, and perhaps one of its vacancies. Out: plain text.

use super::body::Transcriber;
use crate::handbook::model::{Id, Role, Section, Statement, Subject, Vacancy};
use crate::page::context::Context;
use crate::page::places::Places;
use crate::page::role::description;

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
}

/// A section with its statements in groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdvertSection {
    pub title: String,
    pub groups: Vec<AdvertGroup>,
}

/// Statements under a heading of their own, or right below the section's.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    let sections = SECTIONS.iter().filter_map(|it| role.body.known(it));
    let sections = sections.map(|it| section(context, it));
    let organisation = context.handbook.settings.organisation.as_ref();
    AdvertSheet {
        title: role.title.clone(),
        organisation: organisation.map_or(String::new(), |it| it.name.clone()),
        summary: summary(context, id),
        sections: sections.filter(|it| !it.groups.is_empty()).collect(),
        link: context.publication.base_url().map(|it| it + served.as_str()),
        vacancy: vacancy.cloned(),
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

fn section(context: &Context<'_>, section: &Section) -> AdvertSection {
    let title = |it| context.places.heading(it).to_owned();
    let own = section.blocks.iter().flat_map(|it| it.statements());
    let own = AdvertGroup { title: String::new(), statements: public(context, own) };
    let groups = section
        .sections
        .iter()
        .map(|it| AdvertGroup { title: title(it), statements: public(context, it.statements()) });
    let groups = [own].into_iter().chain(groups);
    AdvertSection {
        title: title(section),
        groups: groups.filter(|it| !it.statements.is_empty()).collect(),
    }
}

/// What may be said outside the house.
fn public<'s>(
    context: &Context<'_>,
    statements: impl Iterator<Item = &'s Statement>,
) -> Vec<String> {
    let transcriber = Transcriber::new(context);
    let public = statements.filter(|it| !it.internal && it.is_anchored);
    public.map(|it| transcriber.plain(&it.prose)).collect()
}
