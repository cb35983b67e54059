//! A competency rung by rung, on every ladder that expects it.

use super::strip::strip;
use crate::handbook::model::{
    Competency, Family, Fork, Id, Role, Section, Stop, ThreadRung, Track, by_track, thread,
};
use crate::labels::key;
use crate::page::Address;
use crate::page::context::Context;
use crate::page::prose::Typesetter;
use crate::page::view::{Link, Mark, StatementView, StepView};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// The competency in one family.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct FamilyThreads {
    /// The family's name; empty where there is only one.
    pub title: String,
    pub anchor: String,
    /// The ladder as a heat strip in SVG; empty where there is nothing to see in it.
    pub strip: String,
    /// One for each track that expects the competency, and one for the roles outside the ladder.
    pub threads: Vec<Thread>,
}

/// The competency on one track of one family, lowest rung first.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Thread {
    pub title: String,
    pub rungs: Vec<RungView>,
}

/// A role on a thread.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[schemars(rename = "ThreadRung")]
pub struct RungView {
    pub role: Link,
    pub level: String,
    /// `None` where the role does not expect it.
    pub step: Option<StepView>,
    /// Against the rung below.
    pub mark: Mark,
    /// What the step asks, where it is another than on the rung below.
    pub asks: Vec<StatementView>,
    /// What the role adds to the step.
    pub adds: Vec<StatementView>,
    /// Where it does not go on.
    pub stop: Option<StopView>,
    /// Where it goes on besides.
    pub forks: Vec<ForkView>,
    /// Roles on other tracks that one can go to from here, and that do not expect it.
    pub ends: Vec<Link>,
}

/// The next rung does not expect the competency.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct StopView {
    /// The roles of that rung.
    pub at: Vec<Link>,
    /// The first higher ones that expect it again.
    pub again: Vec<Link>,
}

/// A role on another track, or one of several on the next rung, that expects it as well.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct ForkView {
    pub role: Link,
    pub step: StepView,
    /// Against the rung that it forks from.
    pub mark: Mark,
}

/// The threads of a competency by family, on the page at `address`.
pub(super) fn ladders(
    context: &Context<'_>,
    typesetter: &Typesetter<'_>,
    id: Id<Competency>,
    address: &Address,
) -> Vec<FamilyThreads> {
    let expecting = context.ladders.expecting(id).iter();
    let families: BTreeSet<Id<Family>> = expecting.map(|it| context.role(*it).family).collect();
    let is_only = context.handbook.families.len() == 1;
    let view = |family: Id<Family>| {
        let it = &context.handbook.families[family];
        FamilyThreads {
            title: if is_only { String::new() } else { it.title.clone() },
            anchor: match is_only {
                true => "_threads".to_owned(),
                false => format!("_threads-{}", it.slug),
            },
            strip: strip(context, id, family, &address.root()),
            threads: threads(context, typesetter, id, family),
        }
    };
    families.into_iter().map(view).collect()
}

fn threads(
    context: &Context<'_>,
    typesetter: &Typesetter<'_>,
    id: Id<Competency>,
    family: Id<Family>,
) -> Vec<Thread> {
    let expects = |it: &Id<Role>| context.asked(*it, id).is_some();
    let view = |title: &str, roles: &[Id<Role>]| {
        let rungs = thread(context.handbook, roles, id);
        let rung = |it: &ThreadRung| rung(context, typesetter, id, it);
        Thread { title: title.to_owned(), rungs: rungs.iter().map(rung).collect() }
    };
    let tracks = by_track(context.handbook, context.ladders.ranked(family));
    let tracks = tracks.iter().filter(|(_, roles)| roles.iter().any(expects));
    let title = |it: Id<Track>| context.handbook.tracks[it].title.as_str();
    let mut threads: Vec<_> = tracks.map(|(it, roles)| view(title(*it), roles)).collect();
    // No rung, so that only those who expect it are of interest.
    let outside = context.ladders.outside(family).iter().copied();
    let outside: Vec<_> = outside.filter(expects).collect();
    if !outside.is_empty() {
        threads.push(view(context.labels.word(key::OUTSIDE_THE_LADDER), &outside));
    }
    threads
}

fn rung(
    context: &Context<'_>,
    typesetter: &Typesetter<'_>,
    id: Id<Competency>,
    rung: &ThreadRung,
) -> RungView {
    let ThreadRung { role, asked, stop, forks, ends } = rung;
    let mark = context.mark(*role, id);
    // What is the same has been said on the rung below.
    let asked_anew = asked.filter(|_| mark != Mark::Same);
    let step = asked_anew.and_then(|it| context.handbook.competencies[id].descriptor(it));
    let quoted = |it: Option<&Section>| -> Vec<StatementView> {
        let typesetter = typesetter.speaking_of(&[*role]);
        it.map_or(Vec::new(), |it| typesetter.quoted(it.statements()))
    };
    RungView {
        role: context.places.role(*role),
        level: context.level(*role).to_owned(),
        step: asked.map(|it| context.step(it)),
        mark,
        asks: quoted(step.map(|it| &it.section)),
        adds: quoted(context.addition(*role, id)),
        stop: stop.as_ref().map(|it| stop_view(context, it)),
        forks: forks.iter().map(|it| fork_view(context, *it)).collect(),
        ends: context.places.roles(ends),
    }
}

fn stop_view(context: &Context<'_>, stop: &Stop) -> StopView {
    StopView { at: context.places.roles(&stop.at), again: context.places.roles(&stop.again) }
}

fn fork_view(context: &Context<'_>, fork: Fork) -> ForkView {
    ForkView {
        role: context.places.role(fork.to),
        step: context.step(fork.asked),
        mark: fork.shift.into(),
    }
}
