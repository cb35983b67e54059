//! What everything is called and where it lives.

use super::address::Address;
use super::addresses::{Owner, Spot};
use super::vacancy;
use super::view::Link;
use crate::handbook::model::{
    Body, Competency, Handbook, Heading, Id, Proficiency, Role, Section, Subject, Topic,
};
use crate::labels::key;

/// Titles and addresses of whatever has a page.
#[derive(Clone, Copy)]
pub(super) struct Places<'a> {
    pub(super) handbook: &'a Handbook,
    pub(super) offline: bool,
}

impl<'a> Places<'a> {
    pub(super) fn link(self, subject: Subject) -> Link {
        self.to(self.title(subject), address(self.handbook, subject))
    }

    pub(super) fn role(self, role: Id<Role>) -> Link {
        self.link(Subject::Role(role))
    }

    pub(super) fn roles(self, roles: &[Id<Role>]) -> Vec<Link> {
        roles.iter().map(|it| self.role(*it)).collect()
    }

    pub(super) fn competency(self, competency: Id<Competency>) -> Link {
        self.link(Subject::Competency(competency))
    }

    /// The competency by name, at the place of one step.
    pub(super) fn step(self, competency: Id<Competency>, step: Proficiency) -> Link {
        let address = address(self.handbook, Subject::Competency(competency));
        let anchor = &self.handbook.scale.step(step).slug;
        self.to(&self.handbook.competencies[competency].title, address.at(anchor))
    }

    /// What changes from one role to another.
    pub(super) fn compare(self, from: Id<Role>, to: Id<Role>) -> Link {
        let (from, to) = (&self.handbook.roles[from], &self.handbook.roles[to]);
        let labels = &self.handbook.settings.labels;
        let text =
            labels.say(key::WHAT_CHANGES, [from.title.as_str().into(), to.title.as_str().into()]);
        self.to(&text, Address::compare(&from.slug, &to.slug))
    }

    /// A link with an address that is spelled as this publication needs it.
    pub(super) fn to(self, text: &str, address: Address) -> Link {
        Link { text: text.to_owned(), address: self.spelled(address) }
    }

    pub(super) fn spelled(self, address: Address) -> Address {
        if self.offline { address.spelled_out() } else { address }
    }

    pub(super) fn address(self, subject: Subject, anchor: Option<&str>) -> Address {
        let page = address(self.handbook, subject);
        self.spelled(match anchor {
            Some(anchor) => page.at(anchor),
            None => page,
        })
    }

    /// A place on any page, by its name.
    pub(super) fn spot(self, spot: &Spot) -> Link {
        let anchor = spot.anchor.as_deref();
        match spot.owner {
            Owner::Page(subject) => Link {
                text: self.full_title(subject, anchor),
                address: self.address(subject, anchor),
            },
            Owner::Comparison([from, to]) => self.compare(from, to),
            Owner::Vacancy(role, index) => {
                let role = &self.handbook.roles[role];
                let vacancy = &role.vacancies[index];
                let address = Address::vacancy(vacancy.id.as_deref().unwrap_or_default());
                self.to(&vacancy::title(&self.handbook.settings.labels, role, vacancy), address)
            }
            Owner::Shelf(shelf) => {
                let address = shelf.address();
                let title = self.handbook.settings.labels.word(shelf.title());
                self.to(title, anchor.map_or(address.clone(), |it| address.at(it)))
            }
        }
    }

    pub(super) fn title(self, subject: Subject) -> &'a str {
        self.handbook.title_of(subject)
    }

    /// The name of a place on a page, as a link without words of its own shows it.
    pub(super) fn full_title(self, subject: Subject, anchor: Option<&str>) -> String {
        let title = self.title(subject);
        match anchor.and_then(|it| self.title_at(subject, it)) {
            Some(place) => format!("{title}: {place}"),
            None => title.to_owned(),
        }
    }

    /// What a section's heading says, as text.
    pub(super) fn heading(self, section: &'a Section) -> &'a str {
        match (&section.heading, &section.topic) {
            (Heading::Named, Topic::Known(key)) => {
                self.handbook.section_titles.get(key).unwrap_or(&section.title)
            }
            _ => &section.title,
        }
    }

    fn title_at(self, subject: Subject, anchor: &str) -> Option<&'a str> {
        if let Subject::Competency(_) = subject {
            let step = self.handbook.scale.steps().find(|(_, it)| it.slug == anchor);
            if let Some((_, step)) = step {
                return Some(&step.title);
            }
        }
        if subject == Subject::Glossary {
            let mut terms = self.handbook.terms.iter();
            return terms.find(|(_, it)| it.slug == anchor).map(|(_, it)| it.title.as_str());
        }
        let sections = body(self.handbook, subject)?.all_sections();
        sections.into_iter().find(|it| it.anchor == anchor).map(|it| self.heading(it))
    }
}

/// The page of a subject as a server knows it.
pub(super) fn address(handbook: &Handbook, subject: Subject) -> Address {
    match subject {
        Subject::Home => Address::home(),
        Subject::Family(id) => Address::family(&handbook.families[id].slug),
        Subject::Role(id) => Address::role(&handbook.roles[id].slug),
        Subject::Competency(id) => Address::competency(&handbook.competencies[id].slug),
        Subject::Guide(id) => Address::guide(&handbook.guides[id].slug),
        Subject::Glossary => Address::glossary(),
        Subject::Term(id) => Address::glossary().at(&handbook.terms[id].slug),
    }
}

pub(super) fn body(handbook: &Handbook, subject: Subject) -> Option<&Body> {
    match subject {
        Subject::Home => Some(&handbook.home.body),
        Subject::Family(id) => Some(&handbook.families[id].body),
        Subject::Role(id) => Some(&handbook.roles[id].body),
        Subject::Competency(id) => Some(&handbook.competencies[id].body),
        Subject::Guide(id) => Some(&handbook.guides[id].body),
        Subject::Glossary | Subject::Term(_) => None,
    }
}
