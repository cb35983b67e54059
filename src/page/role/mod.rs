//! A role: its place on the ladder, what it asks, and the ways to and from it.

mod details;
mod profile;
mod ways;

pub(super) use details::{details, next_review, title_of_code};

use super::address::Address;
use super::context::Context;
use super::head::Head;
use super::preview::Preview;
use super::prose::{Typesetter, contents};
use super::standing::future;
use super::structured;
use super::vacancy::{self, VacancyLine};
use super::view::{Detail, Link, Piece};
use super::words::{first_prose, or, summary};
use super::{Body, Page};
use crate::handbook::model::{Id, Role, Section, Status, Subject, Topic, track};
use crate::labels::key;
use profile::Profile;
use schemars::JsonSchema;
use serde::Serialize;

/// A role.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct RolePage {
    /// The role's id.
    pub id: String,
    /// Other names.
    pub also_known_as: Vec<String>,
    /// Earlier names.
    pub formerly: Vec<String>,
    /// `draft`, `active`, `deprecated` or `retired`.
    pub status: String,
    /// `1 January 2027`, while that is ahead.
    pub takes_effect_on: Option<String>,
    /// Where it stands: the titles of its family, track and level, as far as there are any.
    pub place: Vec<String>,
    /// Equivalents, reports to, manages, works with, owner, last and next review.
    pub details: Vec<Detail>,
    /// Those that are live.
    pub vacancies: Vec<VacancyLine>,
    /// Facts of scope: team, horizon, budget.
    pub scope: Vec<Detail>,
    /// The competencies it expects.
    pub profile: Option<Profile>,
    /// What the role is comes before what can be counted of it.
    pub lead: Lead,
    /// Links to the sections of `body`.
    pub contents: Vec<Link>,
    /// The other sections as written and inherited.
    pub body: Vec<Piece>,
    /// The rung below on the same track.
    pub previous: Option<Rung>,
    /// The rung above.
    pub next: Option<Rung>,
    /// Ways to other roles that it names.
    pub transitions: Vec<TransitionView>,
    /// Those that start from this role, each by the title of the role it leads to.
    pub comparisons: Vec<Link>,
    /// Where the role is set beside others of one's choice; none where there are no others, or none
    /// can be chosen.
    pub compare: Option<Link>,
    /// Pages whose text leads here.
    pub mentioned_by: Vec<Link>,
}

/// What stands before the first heading, and the *summary* where that is the first section.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Lead {
    /// Links to its headings.
    pub contents: Vec<Link>,
    pub body: Vec<Piece>,
}

/// A neighbouring role, and what changes on the way there.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Rung {
    pub role: Link,
    pub level: String,
    /// None where the site compares nothing.
    pub compare: Option<Link>,
}

/// A way from the role to another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct TransitionView {
    pub role: Link,
    /// `Promotion`, `Lateral move`, `Track switch`, `Step back`.
    pub way: String,
    /// None where the site compares nothing.
    pub compare: Option<Link>,
}

pub(super) fn page(context: &Context<'_>, id: Id<Role>) -> Page {
    let role = context.role(id);
    let address = Address::role(&role.slug);
    let head = Head::new(address.clone(), &role.title).about(&description(context, id));
    let occupation = structured::occupation(context, id, head.description());
    head.describing(occupation)
        .under(vec![context.frame.home.clone(), context.places.link(Subject::Family(role.family))])
        .written_in(Some(role.span.file))
        .hidden_if(is_hidden(role))
        .pictured_by(Preview::of_role(context, id))
        .page(context, Body::Role(Box::new(body(context, id, &address))))
}

/// Whether search engines should pass the role by: it is not yet, or no longer.
pub(super) fn is_hidden(role: &Role) -> bool {
    matches!(role.status, Status::Draft | Status::Retired)
}

fn body(context: &Context<'_>, id: Id<Role>, address: &Address) -> RolePage {
    let role = context.role(id);
    let typesetter = Typesetter::new(context, address).speaking_of(&[id]);
    let (lead, rest) = split(&role.body.sections);
    RolePage {
        id: role.slug.clone(),
        also_known_as: role.also_known_as.clone(),
        formerly: role.formerly.clone(),
        status: status(role.status).to_owned(),
        takes_effect_on: future(context, role).map(|it| context.labels.language().day_in_words(it)),
        place: standing(context, id),
        details: details(context, id),
        vacancies: vacancy::lines(context, id),
        scope: details::facts(&role.scope),
        profile: profile::profile(context, id),
        lead: Lead {
            contents: contents(context, address, lead),
            body: [typesetter.opening(&role.body), typesetter.sections(lead)].concat(),
        },
        contents: contents(context, address, rest),
        body: typesetter
            .sections(rest)
            .into_iter()
            .chain(typesetter.footnotes(&role.body))
            .collect(),
        previous: ways::previous(context, id),
        next: ways::next(context, id),
        transitions: ways::transitions(context, id),
        comparisons: ways::comparisons(context, id),
        compare: ways::compare(context),
        mentioned_by: context.mentioned_by(Subject::Role(id)),
    }
}

/// The *summary*, where it is the first section, and the others.
fn split(sections: &[Section]) -> (&[Section], &[Section]) {
    let is_summary = |it: &Section| it.topic == Topic::Known("summary".to_owned());
    sections.split_at(usize::from(sections.first().is_some_and(is_summary)))
}

pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Draft => "draft",
        Status::Active => "active",
        Status::Deprecated => "deprecated",
        Status::Retired => "retired",
    }
}

/// The role's own first sentence, or where it stands.
pub(super) fn description(context: &Context<'_>, id: Id<Role>) -> String {
    let role = context.role(id);
    let section = role.body.known("summary").and_then(|it| first_prose(&it.blocks));
    let said = role.body.summary.clone().or(section).unwrap_or_else(|| summary(&role.body));
    or(said, || context.labels.say(key::ROLE_DESCRIPTION, [place(context, id).into()]))
}

/// `Engineering`, `Management`, `M2`.
fn standing(context: &Context<'_>, id: Id<Role>) -> Vec<String> {
    let (handbook, role) = (context.handbook, context.role(id));
    let track = track(handbook, id).map_or("", |it| &handbook.tracks[it].title);
    let parts = [handbook.families[role.family].title.as_str(), track, context.level(id)];
    parts.into_iter().filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// `Senior Engineering Manager: M2, Management, Engineering at Northwind`
pub(super) fn place(context: &Context<'_>, id: Id<Role>) -> String {
    let (handbook, role) = (context.handbook, context.role(id));
    let parts: Vec<_> = standing(context, id).into_iter().rev().collect();
    let place = format!("{}: {}", role.title, parts.join(context.labels.word(key::COMMA)));
    match &handbook.settings.organisation {
        Some(it) => context.labels.say(key::PLACE_AT, [place.into(), it.name.as_str().into()]),
        None => place,
    }
}
