//! The ways to a role and from it.

use super::{Rung, TransitionView};
use crate::handbook::model::{Id, Role, Transition, Way};
use crate::labels::key::{self, Key};
use crate::page::address::Address;
use crate::page::context::Context;
use crate::page::view::Link;

/// The rung below, and what changed on the way here.
pub(super) fn previous(context: &Context<'_>, id: Id<Role>) -> Option<Rung> {
    context.ladders.below(id).map(|it| rung(context, it, context.compare(it, id)))
}

/// The rung above, and what changes on the way there.
pub(super) fn next(context: &Context<'_>, id: Id<Role>) -> Option<Rung> {
    context.ladders.above(id).map(|it| rung(context, it, context.compare(id, it)))
}

pub(super) fn transitions(context: &Context<'_>, id: Id<Role>) -> Vec<TransitionView> {
    // A way that leads nowhere else is none.
    let ways = context.role(id).transitions.iter().filter(|it| it.to != id);
    let view = |it: &Transition| TransitionView {
        role: context.places.role(it.to),
        way: context.labels.word(way(it.way)).to_owned(),
        compare: context.compare(id, it.to),
    };
    ways.map(view).collect()
}

/// Every comparison that starts here, by the role it leads to, but for those that the transitions
/// name already.
pub(super) fn comparisons(context: &Context<'_>, id: Id<Role>) -> Vec<Link> {
    let transitions = &context.role(id).transitions;
    let is_named = |it: &&Id<Role>| transitions.iter().any(|other| other.to == **it);
    let link = |it: &Id<Role>| Link {
        text: context.role(*it).title.clone(),
        address: context.places.compare(id, *it).address,
    };
    context.pairs.starting_from(id).iter().filter(|it| !is_named(it)).map(link).collect()
}

/// Where any roles are set side by side, if they can be.
pub(super) fn compare(context: &Context<'_>) -> Option<Link> {
    let has_others = context.handbook.roles.len() > 1 && context.publication.has_choice();
    let title = context.labels.word(key::COMPARE_WITH_ANY);
    has_others.then(|| context.places.to(title, Address::comparisons()))
}

fn rung(context: &Context<'_>, id: Id<Role>, compare: Option<Link>) -> Rung {
    Rung { role: context.places.role(id), level: context.level(id).to_owned(), compare }
}

fn way(way: Way) -> Key<0> {
    match way {
        Way::Promotion => key::PROMOTION,
        Way::LateralMove => key::LATERAL_MOVE,
        Way::TrackSwitch => key::TRACK_SWITCH,
        Way::StepBack => key::STEP_BACK,
    }
}
