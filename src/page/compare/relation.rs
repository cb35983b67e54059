//! A short word for how two roles stand to each other.

use crate::handbook::model::{Id, Role, track};
use crate::page::context::Context;
use crate::page::role::way;
use crate::page::words::inside;

/// Empty when there is none.
pub(in crate::page) fn relation(context: &Context<'_>, from: Id<Role>, to: Id<Role>) -> String {
    let ladders = &context.ladders;
    if ladders.above(from) == Some(to) || ladders.below(to) == Some(from) {
        return format!("the next rung{}", on_track(context, to));
    }
    if ladders.below(from) == Some(to) || ladders.above(to) == Some(from) {
        return format!("the rung below{}", on_track(context, to));
    }
    if ladders.peers(context.handbook, from).contains(&to) {
        return format!("the same rank{}", on_track(context, to));
    }
    let transition = context.role(from).transitions.iter().find(|it| it.to == to);
    transition.map_or(String::new(), |it| format!("a {}", inside(way(it.way))))
}

fn on_track(context: &Context<'_>, role: Id<Role>) -> String {
    let track = track(context.handbook, role).map(|it| &context.handbook.tracks[it].title);
    track.map_or(String::new(), |it| format!(" on the {} track", inside(it)))
}
