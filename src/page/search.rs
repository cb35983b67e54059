//! What the search box can find: names, other names, headings.

use super::address::Address;
use super::context::Context;
use super::standing::note;
use super::vacancy;
use crate::handbook::model::{Body, Competency, Id, Role, Section, Subject, track};
use serde::Serialize;

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Findable {
    pub title: String,
    /// `Role`, `Vacancy`, `Competency`, `Guide`, `Family`, `Term`, `Section`.
    pub kind: &'static str,
    /// Where it stands: `Management · M2`, or the page's title for a section.
    pub context: String,
    pub address: Address,
    /// Other names it answers to.
    pub also: Vec<String>,
}

/// By kind, and within a kind in the order of the handbook.
pub(super) fn findable(context: &Context<'_>) -> Vec<Findable> {
    let handbook = context.handbook;
    let mut found = Vec::new();
    for id in handbook.families.ids() {
        found.push(named(context, Subject::Family(id), "Family"));
    }
    for id in handbook.roles.ids() {
        found.push(role(context, id));
        found.extend(vacancies(context, id));
        found.extend(sections(context, Subject::Role(id), &context.role(id).body));
    }
    for (id, it) in handbook.competencies.iter() {
        found.push(competency(context, id));
        found.extend(sections(context, Subject::Competency(id), &it.body));
    }
    for (id, it) in handbook.guides.iter() {
        found.push(named(context, Subject::Guide(id), "Guide"));
        found.extend(sections(context, Subject::Guide(id), &it.body));
    }
    for (id, it) in handbook.terms.iter() {
        let context_words = "Glossary".to_owned();
        let term = named(context, Subject::Term(id), "Term");
        found.push(Findable { context: context_words, also: it.also.clone(), ..term });
    }
    found
}

fn named(context: &Context<'_>, subject: Subject, kind: &'static str) -> Findable {
    Findable {
        title: context.places.title(subject).to_owned(),
        kind,
        context: String::new(),
        address: context.places.address(subject, None),
        also: Vec::new(),
    }
}

fn role(context: &Context<'_>, id: Id<Role>) -> Findable {
    let role = context.role(id);
    let track = track(context.handbook, id).map(|it| context.handbook.tracks[it].title.as_str());
    let note = note(context, id);
    let standing = [track.unwrap_or_default(), context.level(id), &note];
    let standing: Vec<_> = standing.into_iter().filter(|it| !it.is_empty()).collect();
    Findable {
        context: standing.join(" · "),
        also: [role.also_known_as.as_slice(), &role.formerly].concat(),
        ..named(context, Subject::Role(id), "Role")
    }
}

/// Those that are live and have a page.
fn vacancies(context: &Context<'_>, role: Id<Role>) -> impl Iterator<Item = Findable> {
    let lines = vacancy::lines(context, role).into_iter();
    lines.filter_map(|it| {
        Some(Findable {
            title: it.title,
            kind: "Vacancy",
            context: it.place,
            address: it.page?,
            also: Vec::new(),
        })
    })
}

fn competency(context: &Context<'_>, id: Id<Competency>) -> Findable {
    let competency = &context.handbook.competencies[id];
    let area = competency.area.map(|it| context.handbook.areas[it].title.clone());
    Findable {
        context: area.unwrap_or_default(),
        also: competency.also_known_as.clone(),
        ..named(context, Subject::Competency(id), "Competency")
    }
}

/// The two upper levels of headings.
fn sections(context: &Context<'_>, subject: Subject, body: &Body) -> Vec<Findable> {
    let places = context.places;
    let section = |it: &Section| Findable {
        title: places.heading(it).to_owned(),
        kind: "Section",
        context: places.title(subject).to_owned(),
        address: places.address(subject, Some(&it.anchor)),
        also: Vec::new(),
    };
    let upper = body.sections.iter().flat_map(|it| std::iter::once(it).chain(&it.sections));
    upper.map(section).collect()
}
