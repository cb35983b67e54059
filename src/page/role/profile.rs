//! The competencies a role expects, by area: as a table, and the same as a picture.

use crate::handbook::model::{Competency, Id, Role};
use crate::page::areas::by_area;
use crate::page::context::Context;
use crate::page::view::{Link, Mark, StepView};
use crate::picture::profile::{Column, Row, draw};
use schemars::JsonSchema;
use serde::Serialize;

/// A longer scale makes columns that nobody can take in at a glance.
const MOST_STEPS: usize = 9;
/// In the order of a legend.
const MARKS: [Mark; 6] =
    [Mark::None, Mark::Same, Mark::Raised, Mark::New, Mark::Lowered, Mark::Dropped];

/// The competencies of a role, as a picture and as a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Profile {
    /// In SVG; empty where there would be nothing to see in it.
    pub picture: String,
    /// How many competencies have which mark, for the marks that there are.
    pub counts: Vec<MarkCount>,
    /// In the order of areas.
    pub groups: Vec<ProfileGroup>,
}

/// How often there is a mark.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct MarkCount {
    pub mark: Mark,
    pub n: usize,
}

/// The competencies of one area.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct ProfileGroup {
    pub area: String,
    pub expectations: Vec<ExpectationView>,
}

/// A competency that a role expects, or that the rung below does.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct ExpectationView {
    /// Leads to the step on the competency's page.
    pub competency: Link,
    /// `None` for what only the rung below expects.
    pub step: Option<StepView>,
    /// Against the rung below.
    pub mark: Mark,
    /// Whether the competency is at the heart of the role.
    pub core: bool,
    /// The role that states it, when it is inherited and the mark does not tell.
    pub from: Option<Link>,
}

/// `None` where neither the role nor the rung below expects anything.
pub(super) fn profile(context: &Context<'_>, id: Id<Role>) -> Option<Profile> {
    let groups = by_area(context.handbook, &competencies(context, id));
    if groups.is_empty() {
        return None;
    }
    let row = |area: &str, competencies: &[Id<Competency>]| Row {
        name: area.to_owned(),
        columns: competencies.iter().map(|it| column(context, id, *it)).collect(),
    };
    let rows: Vec<_> = groups.iter().map(|it| row(it.title, &it.competencies)).collect();
    let view = |area: &str, competencies: &[Id<Competency>]| ProfileGroup {
        area: area.to_owned(),
        expectations: competencies.iter().map(|it| view(context, id, *it)).collect(),
    };
    let groups: Vec<_> = groups.iter().map(|it| view(it.title, &it.competencies)).collect();
    Some(Profile { picture: picture(context, &rows), counts: counts(&groups), groups })
}

/// Those of the role, then those that only the rung below expects.
fn competencies(context: &Context<'_>, id: Id<Role>) -> Vec<Id<Competency>> {
    let role = context.role(id);
    let below = context.ladders.below(id).map(|it| context.role(it));
    let gone = below.into_iter().flat_map(|it| &it.expectations).map(|it| it.competency);
    let gone = gone.filter(|it| role.expectation(*it).is_none());
    role.expectations.iter().map(|it| it.competency).chain(gone).collect()
}

fn view(context: &Context<'_>, id: Id<Role>, competency: Id<Competency>) -> ExpectationView {
    let (mark, places) = (context.mark(id, competency), context.places);
    let expectation = context.role(id).expectation(competency);
    // "The same as below" says already where it comes from.
    let stated_by = expectation.map(|it| it.stated_by);
    let other = stated_by.filter(|it| *it != id && mark != Mark::Same);
    let step = expectation.map(|it| it.proficiency);
    ExpectationView {
        competency: step
            .map_or_else(|| places.competency(competency), |it| places.step(competency, it)),
        step: step.map(|it| context.step(it)),
        mark,
        core: expectation.is_some_and(|it| it.core),
        from: other.map(|it| places.role(it)),
    }
}

/// Without a rung below there is nothing from before.
fn column(context: &Context<'_>, id: Id<Role>, competency: Id<Competency>) -> Column {
    let asked = |it| context.asked(it, competency).map_or(0, |it| it.number());
    Column { before: context.ladders.below(id).map_or(0, asked), now: asked(id) }
}

fn picture(context: &Context<'_>, rows: &[Row]) -> String {
    match context.handbook.scale.n_steps() {
        2..=MOST_STEPS => draw(rows, context.handbook.scale.n_steps(), "_profile _counts"),
        _ => String::new(),
    }
}

fn counts(groups: &[ProfileGroup]) -> Vec<MarkCount> {
    let all: Vec<_> = groups.iter().flat_map(|it| &it.expectations).collect();
    let count = |mark| MarkCount { mark, n: all.iter().filter(|it| it.mark == mark).count() };
    MARKS.into_iter().map(count).filter(|it| it.n > 0).collect()
}
