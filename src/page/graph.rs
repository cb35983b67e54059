//! The ladder of a family as a picture: who stands where, and the ways between them.

use super::context::Context;
use super::standing::note;
use crate::handbook::model::{Family, Id, Role, Transition, Way, by_track, track};
use crate::labels::key;
use crate::picture::graph::{Edge, EdgeKind, Graph, Node, draw};

/// With more roles than this, a picture shows nothing any more.
const MOST_ROLES: usize = 40;

/// The graph of a family's roles that have a level, on the page whose way to the root is `root`.
/// Empty where there is nothing to see, or too much.
pub(super) fn graph(context: &Context<'_>, family: Id<Family>, root: &str) -> String {
    let roles = context.ladders.ranked(family);
    if roles.len() < 2 || roles.len() > MOST_ROLES {
        return String::new();
    }
    let handbook = context.handbook;
    let tracks: Vec<_> = by_track(handbook, roles).into_keys().collect();
    let rows: Vec<_> = roles.chunk_by(|a, b| handbook.rank(*a) == handbook.rank(*b)).collect();
    let node = |role: &Id<Role>| {
        let link = context.places.role(*role);
        let here = track(handbook, *role);
        Node {
            title: link.text,
            label: label(context, *role),
            href: format!("{root}{}", link.address.as_str()),
            lane: tracks.iter().position(|it| Some(*it) == here).unwrap_or_default(),
            row: rows.iter().position(|it| it.contains(role)).unwrap_or_default(),
        }
    };
    let graph = Graph {
        lanes: tracks.iter().map(|it| handbook.tracks[*it].title.clone()).collect(),
        nodes: roles.iter().map(node).collect(),
        edges: edges(context, roles),
    };
    let family_title = handbook.families[family].title.as_str();
    let title = context.labels.say(key::LADDER_OF, [family_title.into()]);
    draw(&graph, &title, &format!("_graph{}", family.index()))
}

/// The level, and what is to be known of a role that does not hold.
fn label(context: &Context<'_>, role: Id<Role>) -> String {
    let parts = [context.level(role).to_owned(), note(context, role)];
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// From each rung to the next, and the ways that the roles declare.
fn edges(context: &Context<'_>, roles: &[Id<Role>]) -> Vec<Edge> {
    let index = |role: Id<Role>| roles.iter().position(|it| *it == role);
    let edge = |from, to, kind| Some(Edge { from: index(from)?, to: index(to)?, kind });
    let rungs =
        roles.iter().filter_map(|to| edge(context.ladders.below(*to)?, *to, EdgeKind::Promotion));
    let declared = |from: Id<Role>| {
        let ways = context.role(from).transitions.iter();
        ways.filter_map(move |it: &Transition| Some((from, it.to, kind(it.way)?)))
    };
    let ways = roles.iter().flat_map(|it| declared(*it));
    rungs.chain(ways.filter_map(|(from, to, kind)| edge(from, to, kind))).collect()
}

/// A step back is the promotion the other way round, and not drawn twice.
fn kind(way: Way) -> Option<EdgeKind> {
    match way {
        Way::Promotion => Some(EdgeKind::Promotion),
        Way::LateralMove | Way::TrackSwitch => Some(EdgeKind::Switch),
        Way::StepBack => None,
    }
}
