//! How sheets name things: by id, which is part of an address, and by title, which people read.

use crate::handbook::model::{Id, Proficiency, Role};
use crate::page::context::Context;
use schemars::JsonSchema;
use serde::Serialize;

/// Something that has an id and a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Named {
    pub id: String,
    pub title: String,
}

/// A role where another is spoken of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RoleName {
    pub id: String,
    pub title: String,
    /// The title of its level; empty outside the ladder.
    pub level: String,
}

/// A step of the proficiency scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StepName {
    pub id: String,
    pub title: String,
    /// From 1, the lowest.
    pub number: usize,
}

impl Named {
    pub(in crate::page) fn new(id: &str, title: &str) -> Named {
        Named { id: id.to_owned(), title: title.to_owned() }
    }
}

impl RoleName {
    /// `Engineering Manager (M1)`
    pub fn in_full(&self) -> String {
        match self.level.as_str() {
            "" => self.title.clone(),
            level => format!("{} ({level})", self.title),
        }
    }
}

pub(in crate::page) fn role_name(context: &Context<'_>, id: Id<Role>) -> RoleName {
    let role = context.role(id);
    let level = context.level(id).to_owned();
    RoleName { id: role.slug.clone(), title: role.title.clone(), level }
}

pub(super) fn step_name(context: &Context<'_>, step: Proficiency) -> StepName {
    let it = context.handbook.scale.step(step);
    StepName { id: it.slug.clone(), title: it.title.clone(), number: step.number() }
}

/// The ids of roles.
pub(super) fn ids(context: &Context<'_>, roles: &[Id<Role>]) -> Vec<String> {
    roles.iter().map(|it| context.role(*it).slug.clone()).collect()
}
