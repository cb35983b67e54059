//! The rows of scope facts.

use super::{FactCell, FactRow};
use crate::handbook::model::{Fact, Id, Role};
use crate::page::addresses::fact as anchor;
use crate::page::context::Context;
use crate::page::former::Former;
use crate::page::view::Mark;

/// A row for each fact that one of the roles states, in the order they are first met.
pub(super) fn rows(context: &Context<'_>, roles: &[Id<Role>], former: Former<'_>) -> Vec<FactRow> {
    let mut kinds: Vec<&Fact> = Vec::new();
    for fact in roles.iter().flat_map(|it| &context.role(*it).scope) {
        if !kinds.iter().any(|it| it.key == fact.key) {
            kinds.push(fact);
        }
    }
    let view = |fact: &Fact| FactRow {
        former: former.of(&anchor(&fact.key)),
        title: fact.title.clone(),
        key: fact.key.clone(),
        cells: roles.iter().map(|it| cell(context, *it, &fact.key)).collect(),
    };
    kinds.into_iter().map(view).collect()
}

fn cell(context: &Context<'_>, role: Id<Role>, key: &str) -> FactCell {
    let value = |it: Id<Role>| context.role(it).scope_fact(key).map(|it| it.value.as_str());
    let here = value(role);
    let below = context.ladders.below(role);
    FactCell {
        text: here.unwrap_or_default().to_owned(),
        mark: below.map_or(Mark::None, |it| Mark::of_values(value(it), here)),
    }
}
