//! A competency on the ladder of a family as a heat strip: tracks as rows, ranks as columns, and in
//! every cell the step that a role expects.

use crate::handbook::model::{Competency, Family, Id, Role, by_track};
use crate::labels::{Word, key};
use crate::page::context::Context;
use crate::picture::strip::{Cell, Lane, Strip, draw};

/// The strip on the page whose way to the root is `root`. Empty where fewer than two roles have a
/// place on the ladder, or none of them expects the competency.
pub(super) fn strip(
    context: &Context<'_>,
    id: Id<Competency>,
    family: Id<Family>,
    root: &str,
) -> String {
    let handbook = context.handbook;
    let roles = context.ladders.ranked(family);
    let n_expecting = roles.iter().filter(|it| context.asked(**it, id).is_some()).count();
    if roles.len() < 2 || n_expecting == 0 {
        return String::new();
    }
    let rungs: Vec<_> = roles.chunk_by(|a, b| handbook.rank(*a) == handbook.rank(*b)).collect();
    let column = |role: &Id<Role>| rungs.iter().position(|it| it.contains(role));
    let cell = |role: &Id<Role>| Cell {
        column: column(role).unwrap_or_default(),
        step: context.asked(*role, id).map(|it| it.number()),
        label: context.level(*role).to_owned(),
        name: name(context, *role, id),
        href: format!("{root}{}", context.places.role(*role).address.as_str()),
    };
    let lanes = by_track(handbook, roles);
    let lanes = lanes.iter().map(|(track, roles)| Lane {
        name: handbook.tracks[*track].title.clone(),
        cells: roles.iter().map(cell).collect(),
    });
    let family = &handbook.families[family];
    let titles = [&handbook.competencies[id].title, &family.title].map(Word::from);
    let strip = Strip {
        title: context.labels.say(key::STRIP_TITLE, titles),
        description: context
            .labels
            .say(key::STRIP_DESCRIPTION, [n_expecting.into(), roles.len().into()]),
        lanes: lanes.collect(),
        n_steps: handbook.scale.n_steps(),
    };
    draw(&strip, &format!("_strip-{}", family.slug))
}

/// `Senior Engineering Manager, M2: Practitioner (3)`
fn name(context: &Context<'_>, role: Id<Role>, id: Id<Competency>) -> String {
    let labels = context.labels;
    let place = [context.role(role).title.as_str(), context.level(role)];
    let asked = match context.asked(role, id).map(|it| context.step(it)) {
        Some(it) => format!("{} ({})", it.name, it.number),
        None => labels.word(key::NOT_EXPECTED).to_owned(),
    };
    format!("{}: {asked}", place.join(labels.word(key::COMMA)))
}
