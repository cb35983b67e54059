//! One title should not stand at two levels.

use super::problem;
use crate::diagnostic::Diagnostic;
use crate::handbook::model::{Handbook, Ladders, Role};
use std::collections::BTreeMap;

pub(super) fn repeated_title(handbook: &Handbook, _: &Ladders, findings: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<String, &Role> = BTreeMap::new();
    for (_, role) in handbook.roles.iter() {
        match first.get(&role.title.to_lowercase()) {
            Some(other) => findings.push(problem::repeated_title(role, other)),
            None => drop(first.insert(role.title.to_lowercase(), role)),
        }
    }
}
