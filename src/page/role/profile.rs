//! The competencies a role expects, by area.

use super::{ExpectationView, ProfileGroup};
use crate::handbook::model::{Expectation, Id, Role};
use crate::page::areas::{AreaGroup, by_area};
use crate::page::context::Context;
use crate::page::view::Mark;

pub(super) fn profile(context: &Context<'_>, id: Id<Role>) -> Vec<ProfileGroup> {
    let expectations = &context.role(id).expectations;
    let competencies: Vec<_> = expectations.iter().map(|it| it.competency).collect();
    let groups = by_area(context.handbook, &competencies);
    groups.into_iter().map(|it| group(context, id, &it)).collect()
}

fn group(context: &Context<'_>, id: Id<Role>, area: &AreaGroup<'_>) -> ProfileGroup {
    let role = context.role(id);
    let asked = area.competencies.iter().filter_map(|it| role.expectation(*it));
    ProfileGroup {
        area: area.title.to_owned(),
        expectations: asked.map(|it| view(context, id, it)).collect(),
    }
}

fn view(context: &Context<'_>, id: Id<Role>, it: &Expectation) -> ExpectationView {
    let mark = context.mark(id, it.competency);
    // "The same as below" says already where it comes from.
    let is_told = it.stated_by == id || mark == Mark::Same;
    ExpectationView {
        competency: context.places.step(it.competency, it.proficiency),
        step: context.step(it.proficiency),
        mark,
        core: it.core,
        from: (!is_told).then(|| context.places.role(it.stated_by)),
    }
}
