//! The sections of a role: which heading is which.

use super::body::{self, Recognised};
use super::sections::{Match, RoleWords, plain};
use super::{Resolver, anchors, front, problem};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, title_of};
use crate::handbook::model::{Body, Id, Role, Topic};
use crate::markdown::Heading;

impl Resolver<'_> {
    /// The text of a role, before anything is inherited.
    pub(super) fn role_body(
        &self,
        id: Id<Role>,
        document: &Document,
        notes: &mut Vec<Diagnostic>,
    ) -> Body {
        let title = document.title();
        let level =
            front::of_role(document).level.as_ref().map_or(String::new(), |it| it.value.clone());
        let words = RoleWords::new(&[&title, &level]);
        let body = body::body(*self, (document, Some(id)), &mut |heading, around| match around {
            None => self.known_section(heading, &words, notes),
            Some(Topic::Known(key)) if key == "competencies" => {
                self.competency_group(heading, notes)
            }
            Some(Topic::Known(key)) if key == "distinctions" => self.distinction_group(heading),
            Some(_) => Recognised::free(),
        });
        anchors::check(&document.outline, &body, notes);
        body
    }

    fn known_section(
        &self,
        heading: &Heading,
        role: &RoleWords,
        notes: &mut Vec<Diagnostic>,
    ) -> Recognised {
        let known =
            |key: String| Recognised { anchor: Some(key.clone()), topic: Topic::Known(key) };
        match self.frame.sections.recognise(&heading.text, role) {
            Match::Exact(key) => known(key),
            Match::Slip(key, meant) => {
                notes.push(problem::misspelt_heading(heading, &title_of(&meant)));
                known(key)
            }
            Match::None => Recognised::free(),
        }
    }

    /// A heading under *competencies* names one of them.
    fn competency_group(&self, heading: &Heading, notes: &mut Vec<Diagnostic>) -> Recognised {
        let words = plain(&heading.text);
        let group = |id| Recognised { topic: Topic::Competency(id), anchor: None };
        if let Some(id) = self.headings.competency(&words) {
            return group(id);
        }
        match self.headings.misspelt_competency(&words) {
            Some(id) => {
                let meant = self.names.competencies.documents()[id.index()];
                notes.push(problem::misspelt_heading(heading, &meant.title()));
                group(id)
            }
            None => Recognised::free(),
        }
    }

    /// A heading under *distinctions* ends with the role it tells apart: "From the Tech Lead".
    fn distinction_group(&self, heading: &Heading) -> Recognised {
        match self.headings.role_at_end(&plain(&heading.text)) {
            Some(id) => Recognised { topic: Topic::Role(id), anchor: None },
            None => Recognised::free(),
        }
    }
}
