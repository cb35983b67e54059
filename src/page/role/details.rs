//! The facts about a role: what is written in its front matter, and what follows from it.

use crate::handbook::model::{Fact, Id, Review, Role, Status};
use crate::labels::key;
use crate::page::context::Context;
use crate::page::view::Detail;

/// Classifications by the names that people know them by.
const CODES: [(&str, &str); 4] =
    [("onet_soc", "O*NET-SOC"), ("isco", "ISCO-08"), ("esco", "ESCO"), ("soc", "SOC")];

/// Only what is known: none of the details is empty.
pub(in crate::page) fn details(context: &Context<'_>, id: Id<Role>) -> Vec<Detail> {
    let role = context.role(id);
    let mut details = people(context, id);
    details.extend(life(context, role));
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
    let (places, labels, role) = (context.places, context.labels, context.role(id));
    vec![
        Detail::links(labels.word(key::EQUIVALENT_TO), places.roles(&context.equivalents(id))),
        Detail::links(
            labels.word(key::REPORTS_TO),
            role.reports_to.map(|it| places.role(it)).into_iter().collect(),
        ),
        Detail::links(labels.word(key::MANAGES), places.roles(&role.manages)),
        Detail::links(labels.word(key::WORKS_WITH), places.roles(&role.works_with)),
    ]
}

/// Who looks after the text, and since when it holds.
fn life(context: &Context<'_>, role: &Role) -> Vec<Detail> {
    let labels = context.labels;
    let status = match role.status {
        Status::Active => "",
        Status::Draft => labels.word(key::STATUS_DRAFT),
        Status::Deprecated => labels.word(key::STATUS_DEPRECATED),
        Status::Retired => labels.word(key::RETIRED),
    };
    let day = |it: Option<&String>| it.map_or(String::new(), |it| labels.day(it));
    let review = role.review.as_ref();
    vec![
        Detail::text(labels.word(key::STATUS), status),
        Detail::text(labels.word(key::OWNER), role.owner.as_deref().unwrap_or_default()),
        Detail::text(labels.word(key::EFFECTIVE_FROM), &day(role.effective_from.as_ref())),
        Detail::text(labels.word(key::LAST_REVIEWED), &day(review.map(|it| &it.on))),
        Detail::text(labels.word(key::NEXT_REVIEW), &next_review(context, role)),
    ]
}

/// The day by which it is due, and whether that is past; empty where none is due.
pub(in crate::page) fn next_review(context: &Context<'_>, role: &Role) -> String {
    let due = |it: &Review| {
        let day = context.labels.day(it.due.as_ref()?);
        Some(match it.is_overdue(&context.publication.today) {
            true => context.labels.say(key::OVERDUE, [day.into()]),
            false => day,
        })
    };
    role.review.as_ref().and_then(due).unwrap_or_default()
}

fn code(fact: &Fact) -> Detail {
    Detail::text(title_of_code(fact), &fact.value)
}

/// What people call a classification.
pub(in crate::page) fn title_of_code(fact: &Fact) -> &str {
    let known = CODES.iter().find(|(key, _)| *key == fact.key.to_lowercase().replace('-', "_"));
    known.map_or(fact.title.as_str(), |(_, title)| title)
}
