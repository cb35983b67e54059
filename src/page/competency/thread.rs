//! A competency rung by rung, on every ladder that expects it.

use super::{Thread, ThreadRung};
use crate::handbook::model::{Competency, Family, Id, Role, Section, Track, by_track, track};
use crate::page::context::Context;
use crate::page::prose::Typesetter;
use crate::page::view::StatementView;
use std::collections::BTreeSet;

pub(super) fn threads(
    context: &Context<'_>,
    typesetter: &Typesetter<'_>,
    id: Id<Competency>,
) -> Vec<Thread> {
    let thread = |(family, track): (Id<Family>, Id<Track>)| {
        let mut ladders = by_track(context.handbook, context.ladders.ranked(family));
        let roles = ladders.remove(&track).unwrap_or_default();
        let rung = |role: &Id<Role>| rung(context, typesetter, (*role, id));
        Thread { title: title(context, family, track), rungs: roles.iter().map(rung).collect() }
    };
    ladders(context, id).into_iter().map(thread).collect()
}

/// The ladders that expect the competency on some rung.
fn ladders(context: &Context<'_>, id: Id<Competency>) -> BTreeSet<(Id<Family>, Id<Track>)> {
    let roles = context.ladders.expecting(id).iter();
    let ranked = roles.filter(|it| context.role(**it).level.is_some());
    ranked
        .filter_map(|it| Some((context.role(*it).family, track(context.handbook, *it)?)))
        .collect()
}

/// The family needs no mention where there is only one.
fn title(context: &Context<'_>, family: Id<Family>, track: Id<Track>) -> String {
    let track = &context.handbook.tracks[track].title;
    match context.handbook.families.len() {
        1 => track.clone(),
        _ => format!("{} · {track}", context.handbook.families[family].title),
    }
}

fn rung(
    context: &Context<'_>,
    typesetter: &Typesetter<'_>,
    (role, competency): (Id<Role>, Id<Competency>),
) -> ThreadRung {
    let addition = context.addition(role, competency);
    let own = |it: &Section| -> Vec<StatementView> {
        typesetter.speaking_of(&[role]).quoted(it.statements())
    };
    ThreadRung {
        role: context.places.role(role),
        level: context.level(role).to_owned(),
        step: context.asked(role, competency).map(|it| context.step(it)),
        mark: context.mark(role, competency),
        statements: addition.map_or(Vec::new(), own),
    }
}
