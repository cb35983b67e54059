//! A job family: its ladder at a glance, and the comparison table.

use super::address::Address;
use super::context::Context;
use super::frame::names_families;
use super::graph::graph;
use super::head::Head;
use super::ladder::{Ladder, ladder};
use super::prose::Typesetter;
use super::standing::placed;
use super::view::{Link, Piece, PlacedRole};
use super::words::{or, summary};
use super::{Body, Page};
use crate::handbook::model::{Family, Id, Role, Subject, Track, by_track, track};
use crate::labels::key;
use schemars::JsonSchema;
use serde::Serialize;

/// A job family: its ladder, and every role of it side by side.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct FamilyPage {
    /// The way to the other families, this one among them; empty where every page's navigation is.
    pub families: Vec<Link>,
    /// What the family says of itself.
    pub introduction: Vec<Piece>,
    /// The ladder as SVG; empty where there is nothing to see in it.
    pub graph: String,
    /// The ladder in little.
    pub overview: Overview,
    /// `None` when no role of the family has a level.
    pub ladder: Option<Ladder>,
    /// Roles without a level.
    pub outside: Vec<PlacedRole>,
    /// Roles that are no more.
    pub retired: Vec<PlacedRole>,
    /// Comparisons of neighbours, upwards: `Engineering Manager to Senior Engineering Manager`;
    /// none where the site compares nothing.
    pub comparisons: Vec<Link>,
    /// Pages whose text leads here.
    pub mentioned_by: Vec<Link>,
}

/// The family's ladder in little: ranks as rows, tracks as columns, highest rank first.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Overview {
    pub tracks: Vec<String>,
    pub ranks: Vec<Rank>,
}

/// The roles of one rank, by track.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Rank {
    /// The levels of this rank: `IC5 · M2`.
    pub title: String,
    /// One for each track, in their order; the roles there.
    pub cells: Vec<Vec<PlacedRole>>,
}

pub(super) fn page(context: &Context<'_>, id: Id<Family>) -> Page {
    let family = &context.handbook.families[id];
    let address = Address::family(&family.slug);
    let typesetter = Typesetter::new(context, &address);
    let roles = context.ladders.ranked(id);
    let body = FamilyPage {
        families: families(context),
        introduction: typesetter.body(&family.body),
        graph: graph(context, id, &address.root()),
        overview: overview(context, roles),
        ladder: ladder(context, (&typesetter, &address), roles),
        outside: placed(context, context.ladders.outside(id)),
        retired: placed(context, context.ladders.retired(id)),
        comparisons: comparisons(context, roles),
        mentioned_by: context.mentioned_by(Subject::Family(id)),
    };
    let title = &family.title;
    let description =
        or(summary(&family.body), || context.labels.say(key::FAMILY_DESCRIPTION, [title.into()]));
    Head::new(address, title)
        .about(&description)
        .under(vec![context.frame.home.clone()])
        .written_in(family.is_written.then_some(family.span.file))
        .page(context, Body::Family(body))
}

fn families(context: &Context<'_>) -> Vec<Link> {
    if names_families(context.handbook) {
        return Vec::new();
    }
    let families = context.handbook.families.ids();
    families.map(|it| context.places.link(Subject::Family(it))).collect()
}

/// From each rung to the next.
fn comparisons(context: &Context<'_>, roles: &[Id<Role>]) -> Vec<Link> {
    let steps = roles.iter().filter_map(|it| Some((context.ladders.below(*it)?, *it)));
    let link = |(from, to)| {
        let address = context.compare(from, to)?.address;
        let titles = [from, to].map(|it| context.role(it).title.as_str().into());
        let text = context.labels.say(key::ROLE_TO_ROLE, titles);
        Some(Link { text, address })
    };
    steps.filter_map(link).collect()
}

fn overview(context: &Context<'_>, roles: &[Id<Role>]) -> Overview {
    let handbook = context.handbook;
    let tracks: Vec<Id<Track>> = by_track(handbook, roles).into_keys().collect();
    let rungs = roles.chunk_by(|a, b| handbook.rank(*a) == handbook.rank(*b));
    Overview {
        tracks: tracks.iter().map(|it| handbook.tracks[*it].title.clone()).collect(),
        ranks: rungs.rev().map(|it| rank(context, &tracks, it)).collect(),
    }
}

/// One rung; all `roles` are of its rank.
fn rank(context: &Context<'_>, tracks: &[Id<Track>], roles: &[Id<Role>]) -> Rank {
    let handbook = context.handbook;
    let rank = roles.first().and_then(|it| handbook.rank(*it));
    let levels = handbook.levels.iter().map(|(_, it)| it);
    let levels = levels.filter(|it| Some(it.rank) == rank && tracks.contains(&it.track));
    let titles: Vec<_> = levels.map(|it| it.title.as_str()).collect();
    let on = |wanted: &Id<Track>| -> Vec<_> {
        let here = roles.iter().copied().filter(|it| track(handbook, *it) == Some(*wanted));
        placed(context, &here.collect::<Vec<_>>())
    };
    Rank { title: titles.join(" · "), cells: tracks.iter().map(on).collect() }
}
