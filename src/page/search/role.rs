//! What can be found of a role: its names and codes, its facts, and every line of its text.

use super::{ROLE, facet, joined, named, passages};
use crate::handbook::model::{Id, Role};
use crate::labels::key::{self, Key};
use crate::page::RoleSheet;
use crate::page::context::Context;
use crate::page::role::details;
use crate::page::sheet::Named;
use crate::page::standing::note;
use crate::search::{Entry, Facet, Passage};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::BTreeMap;

/// The anchors of what the page of a role says besides its text.
const SCOPE: (&str, Key<0>) = ("_scope", key::SCOPE_AT_A_GLANCE);
const PROFILE: (&str, Key<0>) = ("_profile", key::PROFILE);

/// In the order of the sheets.
pub(super) fn entries(context: &Context<'_>, sheets: &[RoleSheet]) -> Vec<Entry> {
    let ids: BTreeMap<&str, Id<Role>> =
        context.handbook.roles.iter().map(|(id, it)| (it.slug.as_str(), id)).collect();
    let entry = |it: &RoleSheet| ids.get(it.id.as_str()).map(|id| entry(context, *id, it));
    sheets.par_iter().filter_map(entry).collect()
}

fn entry(context: &Context<'_>, id: Id<Role>, sheet: &RoleSheet) -> Entry {
    let codes = sheet.codes.iter().map(|it| it.value.clone());
    let [track, level] = [&sheet.track, &sheet.level].map(Option::as_ref);
    let title = |it: Option<&Named>| it.map_or(String::new(), |it| it.title.clone());
    let role = context.role(id);
    let family = &context.handbook.families[role.family].body.visibility.page;
    let seen_by = role.body.visibility.page.within(family).words().join(", ");
    let standing = [&title(track), &title(level), &note(context, id), &seen_by];
    Entry {
        also: sheet.also_known_as.iter().chain(&sheet.formerly).cloned().chain(codes).collect(),
        around: joined(standing.map(String::as_str)),
        family: as_facet(Some(&sheet.family)),
        track: as_facet(track),
        level: as_facet(level),
        summary: sheet.summary.clone(),
        passages: passages(context, id, sheet),
        ..named(context, ROLE, &sheet.id, (&sheet.address, &sheet.title))
    }
}

fn as_facet(named: Option<&Named>) -> Option<Facet> {
    named.map(|it| facet(&it.id, &it.title))
}

fn passages(context: &Context<'_>, id: Id<Role>, sheet: &RoleSheet) -> Vec<Passage> {
    let details = details(context, id);
    let details = details.iter().map(|it| format!("{}: {}", it.title, it.text));
    let scope = sheet.scope.iter().map(|it| format!("{}: {}", it.title, it.value));
    let profile = sheet.competencies.iter().map(|it| format!("{}: {}", it.title, it.step.title));
    let mut found = vec![("", "", listed(details))];
    found.push((SCOPE.0, context.labels.word(SCOPE.1), listed(scope)));
    found.push((PROFILE.0, context.labels.word(PROFILE.1), listed(profile)));
    found.retain(|(_, _, text)| !text.is_empty());
    let mut found: Vec<Passage> =
        found.iter().map(|(anchor, title, text)| passages::headed(anchor, title, text)).collect();
    found.extend(passages::opening(&sheet.document.text, &sheet.summary));
    found.extend(passages::of_sections(&sheet.document.sections));
    found
}

fn listed(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("; ")
}
