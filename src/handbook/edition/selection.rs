//! Who and what is left: the decisions that everything else in this folder follows.

use super::kept::Kept;
use crate::diagnostic::FileId;
use crate::handbook::model::{
    Area, Body, Competency, Edition, Family, Guide, Handbook, Id, Level, Role, Subject, Term,
    Topic, Track, Visibility,
};
use std::collections::BTreeSet;

/// A handbook, and what an edition shows of it.
pub(super) struct Selection<'a> {
    pub(super) whole: &'a Handbook,
    pub(super) edition: &'a Edition,
    pub(super) kept: Everything,
    /// The documents that are left out as a whole.
    pub(super) hidden: &'a BTreeSet<FileId>,
}

/// What is left of each kind.
pub(super) struct Everything {
    pub(super) families: Kept<Family>,
    pub(super) roles: Kept<Role>,
    pub(super) competencies: Kept<Competency>,
    pub(super) guides: Kept<Guide>,
    pub(super) terms: Kept<Term>,
    pub(super) levels: Kept<Level>,
    pub(super) tracks: Kept<Track>,
    pub(super) areas: Kept<Area>,
}

impl<'a> Selection<'a> {
    pub(super) fn new(
        whole: &'a Handbook,
        edition: &'a Edition,
        hidden: &'a BTreeSet<FileId>,
    ) -> Selection<'a> {
        let shows = |body: &Body| edition.shows(&body.visibility.page);
        let families = Kept::new(&whole.families, |_, it| shows(&it.body));
        // A family that nobody may know of cannot be the family of somebody.
        let roles = Kept::new(&whole.roles, |_, it| shows(&it.body) && families.has(it.family));
        let competencies = Kept::new(&whole.competencies, |_, it| shows(&it.body));
        let levels = standing(whole, &roles);
        let tracks = Kept::new(&whole.tracks, |id, _| {
            let mut on = whole.levels.iter().filter(|(_, it)| it.track == id).peekable();
            on.peek().is_none() || on.any(|(level, _)| levels.has(level))
        });
        let areas = Kept::new(&whole.areas, |id, _| {
            let mut inside =
                whole.competencies.iter().filter(|(_, it)| it.area == Some(id)).peekable();
            inside.peek().is_none() || inside.any(|(it, _)| competencies.has(it))
        });
        let guides = Kept::new(&whole.guides, |_, it| shows(&it.body));
        let terms = Kept::new(&whole.terms, |_, it| edition.shows(&it.visibility));
        let kept =
            Everything { families, roles, competencies, guides, terms, levels, tracks, areas };
        Selection { whole, edition, kept, hidden }
    }

    pub(super) fn shows(&self, visibility: &Visibility) -> bool {
        self.edition.shows(visibility)
    }

    /// Whether a field of a document is shown, or an entry of it.
    pub(super) fn shows_field(&self, body: &Body, field: &str, entry: Option<&str>) -> bool {
        self.shows(&body.visibility.field(field, entry))
    }

    /// The value of a field, or nothing where it is hidden.
    pub(super) fn field<T: Clone + Default>(&self, body: &Body, field: &str, value: &T) -> T {
        if self.shows_field(body, field, None) { value.clone() } else { T::default() }
    }

    /// What a section is about; `None` where that is left out, and the section with it.
    pub(super) fn topic(&self, topic: &Topic) -> Option<Topic> {
        Some(match topic {
            Topic::Competency(it) => Topic::Competency(self.kept.competencies.id(*it)?),
            Topic::Role(it) => Topic::Role(self.kept.roles.id(*it)?),
            Topic::Known(_) | Topic::Free => topic.clone(),
        })
    }

    pub(super) fn subject(&self, subject: Subject) -> Option<Subject> {
        Some(match subject {
            Subject::Family(it) => Subject::Family(self.kept.families.id(it)?),
            Subject::Role(it) => Subject::Role(self.kept.roles.id(it)?),
            Subject::Competency(it) => Subject::Competency(self.kept.competencies.id(it)?),
            Subject::Guide(it) => Subject::Guide(self.kept.guides.id(it)?),
            Subject::Term(it) => Subject::Term(self.kept.terms.id(it)?),
            // A glossary of hidden terms has no page.
            Subject::Glossary => {
                let terms = &self.whole.terms;
                let is_left = terms.is_empty() || terms.ids().any(|it| self.kept.terms.has(it));
                return is_left.then_some(Subject::Glossary);
            }
            Subject::Home => Subject::Home,
        })
    }
}

/// The levels but for those on which only hidden roles stand.
fn standing(whole: &Handbook, roles: &Kept<Role>) -> Kept<Level> {
    let mut on: Vec<Vec<Id<Role>>> = vec![Vec::new(); whole.levels.len()];
    for (id, role) in whole.roles.iter() {
        role.level.into_iter().for_each(|it| on[it.index()].push(id));
    }
    Kept::new(&whole.levels, |level, _| {
        let on = &on[level.index()];
        on.is_empty() || on.iter().any(|it| roles.has(*it))
    })
}
