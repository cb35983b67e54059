//! A role as an edition shows it.

use super::remaining;
use super::selection::Selection;
use crate::handbook::model::{Expectation, Fact, Id, Role, Transition};

/// `None` where the role, or its family, is left out.
pub(super) fn role(selection: &Selection<'_>, id: Id<Role>, role: &Role) -> Option<Role> {
    let kept = &selection.kept;
    let one = Chooser { selection, id, role };
    let body = &role.body;
    let reports_to = selection.field(body, "reports_to", &role.reports_to);
    // No `..`: what becomes of a field of a role is decided here for each.
    Some(Role {
        slug: role.slug.clone(),
        title: role.title.clone(),
        also_known_as: selection.field(body, "also_known_as", &role.also_known_as),
        formerly: selection.field(body, "formerly", &role.formerly),
        aliases: selection.field(body, "aliases", &role.aliases),
        family: kept.families.id(role.family)?,
        track: role.track.and_then(|it| kept.tracks.id(it)),
        level: role.level.and_then(|it| kept.levels.id(it)),
        extends: role.extends.and_then(|it| kept.roles.id(it)),
        reports_to: reports_to.and_then(|it| kept.roles.id(it)),
        manages: one.roles("manages", &role.manages),
        works_with: one.roles("works_with", &role.works_with),
        scope: one.facts("scope", &role.scope),
        requirements: one.facts("requirements", &role.requirements),
        codes: one.facts("codes", &role.codes),
        expectations: role.expectations.iter().filter_map(|it| one.expectation(it)).collect(),
        transitions: role.transitions.iter().filter_map(|it| one.transition(it)).collect(),
        vacancies: selection.field(body, "vacancies", &role.vacancies),
        status: role.status,
        effective_from: role.effective_from.clone(),
        owner: selection.field(body, "owner", &role.owner),
        review: selection.field(body, "last_reviewed_on", &role.review),
        body: selection.body(Some(id), body),
        span: role.span,
    })
}

/// Tells what a role may show of its own and of what it inherits.
struct Chooser<'a> {
    selection: &'a Selection<'a>,
    id: Id<Role>,
    role: &'a Role,
}

impl Chooser<'_> {
    /// Whether an entry may be shown: where it is said, and here.
    fn shows(&self, field: &str, entry: &str, stated_by: Id<Role>) -> bool {
        let shows = |it: &Role| self.selection.shows_field(&it.body, field, Some(entry));
        shows(&self.selection.whole.roles[stated_by]) && shows(self.role)
    }

    fn roles(&self, field: &str, roles: &[Id<Role>]) -> Vec<Id<Role>> {
        let slug = |it: Id<Role>| &self.selection.whole.roles[it].slug;
        let shown = roles.iter().copied().filter(|it| self.shows(field, slug(*it), self.id));
        remaining(&self.selection.kept.roles, &shown.collect::<Vec<_>>())
    }

    fn facts(&self, field: &str, facts: &[Fact]) -> Vec<Fact> {
        let shown = facts.iter().filter(|it| self.shows(field, &it.key, it.stated_by));
        let fact = |it: &Fact| {
            let Fact { key, title, value, stated_by, span } = it.clone();
            let stated_by = self.selection.kept.roles.id(stated_by)?;
            Some(Fact { key, title, value, stated_by, span })
        };
        shown.filter_map(fact).collect()
    }

    fn expectation(&self, expectation: &Expectation) -> Option<Expectation> {
        let Expectation { competency, proficiency, core, stated_by, span } = expectation.clone();
        let (kept, whole) = (&self.selection.kept, self.selection.whole);
        let slug = &whole.competencies[competency].slug;
        let is_shown = self.shows("expects", slug, stated_by);
        let stated_by = kept.roles.id(stated_by).filter(|_| is_shown)?;
        let competency = kept.competencies.id(competency)?;
        Some(Expectation { competency, proficiency, core, stated_by, span })
    }

    fn transition(&self, transition: &Transition) -> Option<Transition> {
        let Transition { to, way, span } = transition.clone();
        let slug = &self.selection.whole.roles[to].slug;
        let is_shown = self.shows("transitions", slug, self.id);
        let to = self.selection.kept.roles.id(to).filter(|_| is_shown)?;
        Some(Transition { to, way, span })
    }
}
