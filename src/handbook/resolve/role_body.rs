//! The sections of a role: which heading is which.

use super::body::{self, Recognised};
use super::front::texts;
use super::sections::{Match, plain};
use super::{Resolver, anchors, front, problem};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::suggest::is_slip;
use crate::document::{Document, title_of};
use crate::handbook::model::{Body, Competency, Id, Role, Topic};
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
        let words = [title.as_str(), level.as_str()];
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
        role: &[&str],
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
        let documents = || self.names.competencies.documents().iter().enumerate();
        let group = |index: usize| {
            let id: Id<Competency> = super::names::id_of(index);
            Recognised { topic: Topic::Competency(id), anchor: None }
        };
        let names = |it: &Document| {
            let also = texts(&front::of_competency(it).also_known_as);
            let names = [it.title(), it.place.id.clone()].into_iter().chain(also);
            names.map(|it| plain(&it)).collect::<Vec<_>>()
        };
        if let Some((index, _)) = documents().find(|(_, it)| names(it).contains(&words)) {
            return group(index);
        }
        match documents().find(|(_, it)| is_slip(&words, &plain(&it.title()))) {
            Some((index, meant)) => {
                notes.push(problem::misspelt_heading(heading, &meant.title()));
                group(index)
            }
            None => Recognised::free(),
        }
    }

    /// A heading under *distinctions* ends with the role it tells apart: "From the Tech Lead". The
    /// longest name counts, so that "Senior Engineer" is not taken for "Engineer".
    fn distinction_group(&self, heading: &Heading) -> Recognised {
        let words = plain(&heading.text);
        let ends_with = |name: &String| {
            let before = words.strip_suffix(name.as_str());
            before.is_some_and(|it| it.is_empty() || it.ends_with(' ') && is_short(it))
        };
        let longest =
            |it: &Document| names_of_role(it).into_iter().filter(ends_with).max_by_key(String::len);
        let documents = self.names.roles.documents().iter().enumerate();
        let found = documents.filter_map(|(index, it)| Some((longest(it)?.len(), index)));
        match found.max_by_key(|(length, index)| (*length, std::cmp::Reverse(*index))) {
            Some((_, index)) => {
                Recognised { topic: Topic::Role(super::names::id_of(index)), anchor: None }
            }
            None => Recognised::free(),
        }
    }
}

fn names_of_role(role: &Document) -> Vec<String> {
    let also = texts(&front::of_role(role).also_known_as);
    let names = [role.title(), role.place.id.clone()].into_iter().chain(also);
    names.map(|it| plain(&it)).filter(|it| !it.is_empty()).collect()
}

/// "From", "Compared with": more words than these make a heading of its own.
fn is_short(words: &str) -> bool {
    words.split_whitespace().count() <= 2
}
