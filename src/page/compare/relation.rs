//! A short word for how two roles stand to each other.

use crate::handbook::model::{Id, Role, Way, track};
use crate::labels::key::{self, Key};
use crate::page::context::Context;
use crate::page::words::inside;

/// Empty when there is none.
pub(in crate::page) fn relation(context: &Context<'_>, from: Id<Role>, to: Id<Role>) -> String {
    let ladders = &context.ladders;
    if ladders.above(from) == Some(to) || ladders.below(to) == Some(from) {
        return on_track(context, to, (key::NEXT_RUNG, key::NEXT_RUNG_ON));
    }
    if ladders.below(from) == Some(to) || ladders.above(to) == Some(from) {
        return on_track(context, to, (key::BELOW_RUNG, key::BELOW_RUNG_ON));
    }
    if ladders.peers(context.handbook, from).contains(&to) {
        return on_track(context, to, (key::SAME_RANK, key::SAME_RANK_ON));
    }
    let transition = context.role(from).transitions.iter().find(|it| it.to == to);
    transition.map_or(String::new(), |it| context.labels.word(way(it.way)).to_owned())
}

fn on_track(context: &Context<'_>, role: Id<Role>, (alone, on): (Key<0>, Key<1>)) -> String {
    let (labels, tracks) = (context.labels, &context.handbook.tracks);
    match track(context.handbook, role) {
        Some(track) => labels.say(on, [inside(labels, &tracks[track].title).into()]),
        None => labels.word(alone).to_owned(),
    }
}

fn way(way: Way) -> Key<0> {
    match way {
        Way::Promotion => key::AS_PROMOTION,
        Way::LateralMove => key::AS_LATERAL_MOVE,
        Way::TrackSwitch => key::AS_TRACK_SWITCH,
        Way::StepBack => key::AS_STEP_BACK,
    }
}
