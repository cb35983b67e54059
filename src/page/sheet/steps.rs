//! How large each step of the ladders is. In: the handbook. Out: a count for each rung and the one
//! below it, in the order of ladders.

use super::name::{RoleName, role_name};
use crate::handbook::model::{SectionChange, difference};
use crate::page::context::Context;
use serde::Serialize;

/// What a rung asks beyond the one below, counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepSize {
    pub from: RoleName,
    pub to: RoleName,
    /// Competencies that are new or asked for at a higher step.
    pub raised: usize,
    /// Statements, as the four that follow.
    pub added: usize,
    pub reworded: usize,
    pub dropped: usize,
    pub kept: usize,
}

impl StepSize {
    /// What a person has to take up: competencies that rise, statements that come in.
    pub fn size(&self) -> usize {
        self.raised + self.added
    }
}

pub(in crate::page) fn steps(context: &Context<'_>) -> Vec<StepSize> {
    let step = |(lower, upper)| {
        let difference = difference(context.handbook, lower, upper);
        let total =
            |part: fn(&SectionChange<'_>) -> usize| difference.sections.iter().map(part).sum();
        StepSize {
            from: role_name(context, lower),
            to: role_name(context, upper),
            raised: difference.steps.iter().filter(|it| it.is_up()).count(),
            added: total(|it| it.added.len()),
            reworded: total(|it| it.reworded.len()),
            dropped: total(|it| it.dropped.len()),
            kept: total(|it| it.kept.len()),
        }
    };
    context.ladders.steps().map(step).collect()
}
