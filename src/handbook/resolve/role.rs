//! One `RoleFront` becomes one `Role`.

use super::front::{aliases, text, texts};
use super::vacancy::vacancy;
use super::{Resolver, problem};
use crate::diagnostic::Diagnostic;
use crate::document::kind::{ExpectationFront, FactFront, RoleFront, TransitionFront};
use crate::document::{Document, title_of};
use crate::handbook::model::{
    Expectation, Fact, Id, Level, Review, Role, Status, Track, Transition, Way,
};

/// The role that a document means, before anything is inherited.
pub(super) fn role(
    resolver: Resolver<'_>,
    (id, document): (Id<Role>, &Document),
    front: &RoleFront,
    notes: &mut Vec<Diagnostic>,
) -> Role {
    let names = resolver.names;
    let level = resolver.level(document, front, notes);
    let track = resolver.track(front, level, notes);
    let also_known_as = texts(&front.also_known_as);
    Role {
        slug: document.place.id.clone(),
        title: document.title(),
        also_known_as,
        formerly: texts(&front.formerly),
        aliases: aliases(&front.aliases),
        family: resolver.family_of(document, notes),
        track,
        level,
        extends: front.extends.as_ref().and_then(|it| names.role(it, notes)),
        reports_to: front.reports_to.as_ref().and_then(|it| names.role(it, notes)),
        manages: names.all_roles(&front.manages, notes),
        works_with: names.all_roles(&front.works_with, notes),
        scope: facts(&front.scope, id),
        requirements: facts(&front.requirements, id),
        codes: facts(&front.codes, id),
        expectations: resolver.expectations(id, front, notes),
        transitions: resolver.transitions(front, notes),
        vacancies: front.vacancies.iter().map(vacancy).collect(),
        status: front.status.map(status).unwrap_or_default(),
        effective_from: text(&front.effective_from),
        owner: text(&front.owner),
        review: resolver.review(front),
        body: resolver.role_body(id, document, notes),
        span: document.span,
    }
}

impl Resolver<'_> {
    fn review(&self, front: &RoleFront) -> Option<Review> {
        let on = front.last_reviewed_on.as_ref()?;
        let status = front.status.map(status).unwrap_or_default();
        let every = self.frame.review_every.filter(|_| status.is_reviewed());
        let due = every.and_then(|it| it.after(&on.value));
        Some(Review { on: on.value.clone(), due, span: on.span })
    }

    fn level(
        &self,
        document: &Document,
        front: &RoleFront,
        notes: &mut Vec<Diagnostic>,
    ) -> Option<Id<Level>> {
        let Some(name) = &front.level else {
            // Where there are no levels at all, that is said once, of all roles.
            let is_known = !super::is_broken(document) && !front.unread.contains(&"level");
            if is_known && !self.frame.levels.is_empty() {
                notes.push(problem::missing_level(document, self.names.levels.names()));
            }
            return None;
        };
        let found = self.names.levels.find(&name.value);
        if found.is_none() {
            notes.push(problem::unknown_level(name, self.names.levels.names()));
        }
        found
    }

    /// The track that the role names, which must be its level's; else its level's.
    fn track(
        &self,
        front: &RoleFront,
        level: Option<Id<Level>>,
        notes: &mut Vec<Diagnostic>,
    ) -> Option<Id<Track>> {
        let of_level = level.map(|it| &self.frame.levels[it]);
        let Some(name) = &front.track else { return of_level.map(|it| it.track) };
        let named = self.names.tracks.find(&name.value);
        match (named, of_level) {
            (None, _) => notes.push(problem::unknown_track(name, &self.frame.tracks)),
            (Some(track), Some(level)) if track != level.track => {
                let other = &self.frame.tracks[level.track].slug;
                notes.push(problem::level_of_other_track(name, &level.slug, other));
            }
            _ => {}
        }
        of_level.map(|it| it.track).or(named)
    }

    fn expectations(
        &self,
        id: Id<Role>,
        front: &RoleFront,
        notes: &mut Vec<Diagnostic>,
    ) -> Vec<Expectation> {
        front.expects.iter().filter_map(|it| self.expectation(id, it, notes)).collect()
    }

    fn expectation(
        &self,
        id: Id<Role>,
        front: &ExpectationFront,
        notes: &mut Vec<Diagnostic>,
    ) -> Option<Expectation> {
        let names = &self.names.competencies;
        let competency = names.find(&front.competency.value);
        if competency.is_none() {
            notes.push(problem::unknown_competency(&front.competency, names.names()));
        }
        let proficiency = self.frame.scale.named(&front.step.value);
        if proficiency.is_none() {
            notes.push(problem::unknown_step(&front.step, &self.frame.scale));
        }
        Some(Expectation {
            competency: competency?,
            proficiency: proficiency?,
            core: front.core,
            stated_by: id,
            span: front.competency.span,
        })
    }

    fn transitions(&self, front: &RoleFront, notes: &mut Vec<Diagnostic>) -> Vec<Transition> {
        let transition = |it: &TransitionFront| {
            let way = it.way.map_or(Way::Promotion, way);
            Some(Transition { to: self.names.role(&it.to, notes)?, way, span: it.to.span })
        };
        front.transitions.iter().filter_map(transition).collect()
    }
}

fn facts(written: &[FactFront], stated_by: Id<Role>) -> Vec<Fact> {
    let fact = |it: &FactFront| Fact {
        key: it.key.value.clone(),
        title: title_of(&it.key.value),
        value: it.value.value.clone(),
        stated_by,
        span: it.key.span,
    };
    written.iter().map(fact).collect()
}

fn status(word: &str) -> Status {
    match word {
        "draft" => Status::Draft,
        "deprecated" => Status::Deprecated,
        "retired" => Status::Retired,
        _ => Status::Active,
    }
}

fn way(word: &str) -> Way {
    match word {
        "lateral-move" => Way::LateralMove,
        "track-switch" => Way::TrackSwitch,
        "step-back" => Way::StepBack,
        _ => Way::Promotion,
    }
}
