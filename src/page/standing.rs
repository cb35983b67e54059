//! Whether a role holds today: what is said of one that does not, on its page and beside its name.

use super::context::Context;
use super::view::PlacedRole;
use crate::handbook::model::{Id, Role, Status};
use crate::labels::key;

/// The day on which a role begins to hold, while that is ahead. Such days compare as text does.
pub(super) fn future<'a>(context: &Context<'_>, role: &'a Role) -> Option<&'a str> {
    let day = role.effective_from.as_deref()?;
    (day > context.publication.today.as_str()).then_some(day)
}

/// A quiet word beside the title; empty for a role that holds.
pub(super) fn note(context: &Context<'_>, id: Id<Role>) -> String {
    let (role, labels) = (context.role(id), context.labels);
    let status = match role.status {
        Status::Active => None,
        Status::Draft => Some(key::DRAFT),
        Status::Deprecated => Some(key::PHASED_OUT),
        Status::Retired => Some(key::RETIRED),
    };
    let status = status.map(|it| labels.word(it).to_owned());
    let from = future(context, role).map(|it| labels.say(key::FROM_DAY, [labels.day(it).into()]));
    status.into_iter().chain(from).collect::<Vec<_>>().join(labels.word(key::COMMA))
}

/// Roles by name, each with its note.
pub(super) fn placed(context: &Context<'_>, roles: &[Id<Role>]) -> Vec<PlacedRole> {
    let placed =
        |it: &Id<Role>| PlacedRole { role: context.places.role(*it), note: note(context, *it) };
    roles.iter().map(placed).collect()
}
