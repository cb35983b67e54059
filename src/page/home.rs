//! The front page: what this handbook is, and the way in.

use super::address::Address;
use super::context::Context;
use super::graph::graph;
use super::head::Head;
use super::prose::Typesetter;
use super::publication::Part;
use super::standing::note;
use super::vacancy;
use super::view::{Link, Piece};
use super::words::{or, summary};
use super::{Body, Page};
use crate::handbook::model::{Family, Id, Role, Subject, track};
use crate::labels::key::{self, Key};
use schemars::JsonSchema;
use serde::Serialize;

/// A handbook with more roles than this shows its families only: nobody reads a list that long.
const MOST_ROLES: usize = 200;

/// A handbook with more families than this shows none as a picture here: each does on its page.
const MOST_PICTURES: usize = 3;

/// The place of the families on the page. What authors write never begins like that.
pub(super) const FAMILIES: &str = "_families";

/// The front page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct HomePage {
    /// The handbook's own introduction; empty when it wrote none.
    pub introduction: Vec<Piece>,
    /// In the order of the handbook.
    pub families: Vec<FamilyCard>,
    /// Free pages.
    pub guides: Vec<Link>,
    /// How many roles there are.
    pub n_roles: usize,
    /// How many competencies there are.
    pub n_competencies: usize,
    /// *My role*, *The next step* (where roles are compared), *We are hiring*.
    pub doors: Vec<Door>,
}

/// A job family on the front page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct FamilyCard {
    pub family: Link,
    pub summary: String,
    /// How many roles it has.
    pub n_roles: usize,
    /// The ladder as SVG; empty where there is nothing to see in it, or too much.
    pub graph: String,
    /// Lowest rung first; within a rank in the order of tracks; retired ones last. Empty in a large
    /// handbook.
    pub roles: Vec<RoleLine>,
}

/// A role in the list of a family.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct RoleLine {
    pub role: Link,
    /// `M2`; empty outside the ladder.
    pub level: String,
    pub track: String,
    /// `draft`, `retired`, `from 2027-01-01`; empty for a role that holds.
    pub note: String,
}

/// A way in, for one kind of reader.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Door {
    pub title: String,
    pub text: String,
    pub link: Link,
}

pub(super) fn page(context: &Context<'_>) -> Page {
    let handbook = context.handbook;
    let home = Address::home();
    let description = or(summary(&handbook.home.body), || {
        let title = handbook.settings.title.as_str();
        context.labels.say(key::HOME_DESCRIPTION, [title.into()])
    });
    let body = HomePage {
        introduction: Typesetter::new(context, &home).body(&handbook.home.body),
        families: handbook.families.ids().map(|it| card(context, it)).collect(),
        guides: handbook.guides.ids().map(|it| context.places.link(Subject::Guide(it))).collect(),
        n_roles: handbook.roles.len(),
        n_competencies: handbook.competencies.len(),
        doors: doors(context),
    };
    Head::new(home, &handbook.settings.title)
        .about(&description)
        .written_in(handbook.home.file)
        .page(context, Body::Home(body))
}

fn card(context: &Context<'_>, family: Id<Family>) -> FamilyCard {
    let ladders = &context.ladders;
    let roles = ladders.ranked(family).iter().chain(ladders.outside(family));
    let roles = roles.chain(ladders.retired(family));
    let is_large = context.handbook.roles.len() > MOST_ROLES;
    let is_pictured = context.handbook.families.len() <= MOST_PICTURES;
    let picture = || graph(context, family, &Address::home().root());
    FamilyCard {
        graph: is_pictured.then(picture).unwrap_or_default(),
        family: context.places.link(Subject::Family(family)),
        summary: summary(&context.handbook.families[family].body),
        n_roles: roles.clone().count(),
        roles: if is_large { Vec::new() } else { roles.map(|it| line(context, *it)).collect() },
    }
}

fn line(context: &Context<'_>, role: Id<Role>) -> RoleLine {
    let track = track(context.handbook, role);
    RoleLine {
        role: context.places.role(role),
        level: context.level(role).to_owned(),
        track: track.map_or(String::new(), |it| context.handbook.tracks[it].title.clone()),
        note: note(context, role),
    }
}

/// What people come for.
fn doors(context: &Context<'_>) -> Vec<Door> {
    let labels = context.labels;
    let door = |title: Key<0>, text: Key<0>, link: Link| Door {
        title: labels.word(title).to_owned(),
        text: labels.word(text).to_owned(),
        link,
    };
    let to = |title: Key<0>, address: Address| context.places.to(labels.word(title), address);
    if context.handbook.roles.is_empty() {
        return Vec::new();
    }
    let families = &context.handbook.families;
    let first = families.iter().next().filter(|_| families.len() == 1);
    let ladder = match first {
        Some((_, family)) => Address::family(&family.slug),
        None => Address::home().at(FAMILIES),
    };
    let mut doors = vec![door(key::MY_ROLE, key::MY_ROLE_TEXT, to(key::MY_ROLE, ladder))];
    if context.handbook.roles.len() > 1 && context.publication.has(Part::Compare) {
        let link = to(key::NEXT_STEP, Address::comparisons());
        doors.push(door(key::NEXT_STEP, key::NEXT_STEP_TEXT, link));
    }
    doors.push(match vacancy::link(context) {
        Some(link) => door(key::HIRING, key::HIRING_TEXT_OPEN, link),
        None => {
            let link = to(key::HIRING, Address::home().at(FAMILIES));
            door(key::HIRING, key::HIRING_TEXT, link)
        }
    });
    doors
}
