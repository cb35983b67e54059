//! The facts about a role: what is written in its front matter, and what follows from it.

use super::status;
use crate::handbook::model::{Fact, Id, Role, Status};
use crate::page::context::Context;
use crate::page::view::Detail;

/// Classifications by the names that people know them by.
const CODES: [(&str, &str); 4] =
    [("onet_soc", "O*NET-SOC"), ("isco", "ISCO-08"), ("esco", "ESCO"), ("soc", "SOC")];

/// Only what is known: none of the details is empty.
pub(in crate::page) fn details(context: &Context<'_>, id: Id<Role>) -> Vec<Detail> {
    let role = context.role(id);
    let mut details = people(context, id);
    details.extend(life(role));
    details.extend(facts(&role.requirements));
    details.extend(role.codes.iter().map(code));
    details.retain(|it| !it.text.is_empty());
    details
}

/// Front matter as it was written.
pub(super) fn facts(facts: &[Fact]) -> Vec<Detail> {
    facts.iter().map(|it| Detail::text(&it.title, &it.value)).collect()
}

/// Whom the role has beside, above and below it.
fn people(context: &Context<'_>, id: Id<Role>) -> Vec<Detail> {
    let (places, role) = (context.places, context.role(id));
    vec![
        Detail::links("Equivalent to", places.roles(&context.equivalents(id))),
        Detail::links(
            "Reports to",
            role.reports_to.map(|it| places.role(it)).into_iter().collect(),
        ),
        Detail::links("Manages", places.roles(&role.manages)),
        Detail::links("Works with", places.roles(&role.works_with)),
    ]
}

/// Who looks after the text, and since when it holds.
fn life(role: &Role) -> Vec<Detail> {
    let status = if role.status == Status::Active { "" } else { status(role.status) };
    let or_empty = |it: &Option<String>| it.clone().unwrap_or_default();
    vec![
        Detail::text("Status", status),
        Detail::text("Owner", &or_empty(&role.owner)),
        Detail::text("In effect from", &or_empty(&role.effective_from)),
        Detail::text("Last reviewed", &or_empty(&role.last_reviewed_on)),
    ]
}

fn code(fact: &Fact) -> Detail {
    Detail::text(title_of_code(fact), &fact.value)
}

/// What people call a classification.
pub(in crate::page) fn title_of_code(fact: &Fact) -> &str {
    let known = CODES.iter().find(|(key, _)| *key == fact.key.to_lowercase().replace('-', "_"));
    known.map_or(fact.title.as_str(), |(_, title)| title)
}
