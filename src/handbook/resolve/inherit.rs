//! `extends`: what a role takes over from another, unless it replaces or omits it.
//!
//! Expectations, scope facts, requirements and statements are inherited; prose is not. Whoever
//! reads the result can tell by `stated_by` where a line comes from.

use super::merge::{Inheritance, inherit_body};
use super::sections::SectionTable;
use super::{anchors, problem};
use crate::diagnostic::{Diagnostic, Spanned};
use crate::document::kind::RoleFront;
use crate::handbook::model::{Arena, Expectation, Fact, Id, Role};
use rayon::prelude::{IntoParallelRefMutIterator, ParallelIterator};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The roles with everything they inherit. `written` holds what each one's front matter says.
pub(super) fn inherit(
    mut roles: Vec<Role>,
    written: &[Cow<'_, RoleFront>],
    sections: &SectionTable,
    notes: &mut Vec<Diagnostic>,
) -> Arena<Role> {
    cut_cycles(&mut roles, written, notes);
    // Nearly all of them, and none needs another for it.
    let roots = roles.par_iter_mut().filter(|it| it.extends.is_none());
    roots.for_each(settle);
    for index in parents_first(&roles) {
        let parent = roles[index].extends.map(|it| (it.index(), roles[it.index()].clone()));
        let omits = &written[index].omits;
        if let Some((of_parent, parent)) = parent {
            // What a document would state that could not be read is not known.
            if matches!(written[of_parent], Cow::Borrowed(_)) {
                check_ids(&roles[index], &parent, omits, notes);
            }
            roles[index] = heir(&roles[index], &parent, omits, sections);
            settle(&mut roles[index]);
        } else if written[index].extends.is_none() && !written[index].unread.contains(&"extends") {
            notes.extend(omits.iter().map(problem::omits_nothing));
            let replaced = roles[index].body.statements().flat_map(|it| &it.replaces);
            notes.extend(replaced.map(problem::replaces_nothing));
        }
    }
    roles.into_iter().collect()
}

fn settle(role: &mut Role) {
    anchors::settle(&mut role.body, role.span.file);
}

/// A role that extends itself, by however many others, extends nothing.
fn cut_cycles(roles: &mut [Role], written: &[Cow<'_, RoleFront>], notes: &mut Vec<Diagnostic>) {
    for index in 0..roles.len() {
        let Some(way) = way_back(roles, index) else { continue };
        let titles: Vec<&str> = way.iter().map(|it| roles[*it].slug.as_str()).collect();
        let place = written[index].extends.as_ref().map_or(roles[index].span, |it| it.span);
        notes.push(problem::cycle(place, &titles));
        roles[index].extends = None;
    }
}

/// The roles passed on the way from a role back to itself.
fn way_back(roles: &[Role], start: usize) -> Option<Vec<usize>> {
    let mut way = vec![start];
    let mut at = roles[start].extends?.index();
    while at != start {
        // The way runs in a circle that the start is no part of.
        if way.len() > roles.len() {
            return None;
        }
        way.push(at);
        at = roles[at].extends?.index();
    }
    Some(way)
}

/// Every role after the one it extends. There are no cycles.
fn parents_first(roles: &[Role]) -> Vec<usize> {
    let depth = |index: &usize| {
        let mut depth = 0;
        let mut at = roles[*index].extends;
        while let Some(parent) = at {
            depth += 1;
            at = roles[parent.index()].extends;
        }
        depth
    };
    let mut order: Vec<usize> = (0..roles.len()).collect();
    order.sort_by_key(depth);
    order
}

fn check_ids(child: &Role, parent: &Role, omits: &[Spanned<String>], notes: &mut Vec<Diagnostic>) {
    let known: BTreeSet<&str> = parent.body.statements().map(|it| it.id.as_str()).collect();
    for it in omits.iter().filter(|it| !known.contains(it.value.as_str())) {
        notes.push(problem::unknown_statement(it, &parent.title, &known));
    }
    for statement in child.body.statements() {
        let named = statement.replaces.iter().chain(&statement.develops);
        for id in named.filter(|it| !known.contains(it.value.as_str())) {
            notes.push(problem::unknown_statement(id, &parent.title, &known));
        }
    }
}

fn heir(child: &Role, parent: &Role, omits: &[Spanned<String>], sections: &SectionTable) -> Role {
    let own: BTreeSet<&str> = child.body.statements().map(|it| it.id.as_str()).collect();
    let replaced = child.body.statements().flat_map(|it| &it.replaces);
    let replaced = replaced.map(|it| it.value.as_str());
    let inheritance = Inheritance {
        sections,
        gone: omits.iter().map(|it| it.value.as_str()).chain(replaced).chain(own).collect(),
    };
    Role {
        track: child.track.or(parent.track),
        scope: facts(&parent.scope, &child.scope),
        requirements: facts(&parent.requirements, &child.requirements),
        expectations: expectations(&parent.expectations, &child.expectations),
        body: inherit_body(&child.body, &parent.body, &inheritance),
        ..child.clone()
    }
}

/// The inherited facts, each with the child's value where it has one, then the child's own.
fn facts(inherited: &[Fact], own: &[Fact]) -> Vec<Fact> {
    let said = |fact: &Fact| own.iter().find(|it| it.key == fact.key).unwrap_or(fact).clone();
    let is_new = |it: &&Fact| !inherited.iter().any(|other| other.key == it.key);
    inherited.iter().map(said).chain(own.iter().filter(is_new).cloned()).collect()
}

fn expectations(inherited: &[Expectation], own: &[Expectation]) -> Vec<Expectation> {
    let find = |id: Id<_>, all: &[Expectation]| all.iter().find(|it| it.competency == id).cloned();
    let said = |it: &Expectation| find(it.competency, own).unwrap_or_else(|| it.clone());
    let is_new = |it: &&Expectation| find(it.competency, inherited).is_none();
    inherited.iter().map(said).chain(own.iter().filter(is_new).cloned()).collect()
}
