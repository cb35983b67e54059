//! What can be found: every page, every term and every level, with all that is said there.
//!
//! In: the handbook as data, which has the plain words of every document already. Out: entries in
//! the reader's words. How they are found is the business of `search`.

mod passages;
mod role;

use super::RoleSheet;
use super::address::Address;
use super::addresses::Shelf;
use super::context::Context;
use super::sheet::{
    CompetencySheet, DocumentSheet, FamilySheet, GuideSheet, HandbookSheet, LevelSheet, TermSheet,
    document,
};
use super::vacancy::{self, VacancyLine};
use super::view::Link;
use super::words::summary;
use crate::handbook::model::{Id, PageVisibility, Role, Subject};
use crate::labels::key::{self, Key};
use crate::search::{Entry, Facet};

/// What is found: the word that its addresses in the index have, and what a reader is told.
type Kind = (&'static str, Key<0>);

const ROLE: Kind = ("role", key::KIND_ROLE);
const VACANCY: Kind = ("vacancy", key::KIND_VACANCY);
const COMPETENCY: Kind = ("competency", key::KIND_COMPETENCY);
const FAMILY: Kind = ("family", key::KIND_FAMILY);
const GUIDE: Kind = ("guide", key::KIND_GUIDE);
const TERM: Kind = ("term", key::KIND_TERM);
const LEVEL: Kind = ("level", key::KIND_LEVEL);
/// What a shelf is to a reader: a page like any other.
const PAGE: Kind = ("page", key::KIND_PAGE);

/// By kind, and within a kind in the order of the sheets: neighbours are much alike, which makes
/// the index small.
pub(super) fn entries(context: &Context<'_>, sheet: &HandbookSheet) -> Vec<Entry> {
    let mut entries = role::entries(context, &sheet.roles);
    entries.extend(vacancies(context));
    let competencies = context.handbook.competencies.iter().zip(&sheet.competencies);
    entries.extend(competencies.map(|((_, it), sheet)| {
        let summary = it.body.summary.clone().unwrap_or_else(|| definition(&sheet.document));
        seen_by(&it.body.visibility, competency(context, sheet, summary))
    }));
    let families = context.handbook.families.iter().zip(&sheet.families);
    entries.extend(families.map(|((_, it), sheet)| {
        seen_by(&it.body.visibility, family(context, sheet, summary(&it.body)))
    }));
    let guides = context.handbook.guides.iter().zip(&sheet.guides);
    entries.extend(guides.map(|((_, it), sheet)| {
        seen_by(&it.body.visibility, guide(context, sheet, summary(&it.body)))
    }));
    entries.extend(sheet.terms.iter().map(|it| term(context, it)));
    entries.extend(levels(context, sheet));
    entries.extend(pages(context));
    entries
}

/// Those that are live and have a page.
fn vacancies(context: &Context<'_>) -> Vec<Entry> {
    let of_role = |role: Id<Role>| {
        let entry = move |it: VacancyLine| {
            let address = it.page?;
            let (id, family) = (id(&address), context.role(role).family);
            let family = &context.handbook.families[family];
            Some(Entry {
                around: it.place,
                family: Some(facet(&family.slug, &family.title)),
                summary: context.role(role).title.clone(),
                ..named(context, VACANCY, &id, (address.as_str(), &it.title))
            })
        };
        vacancy::lines(context, role).into_iter().filter_map(entry)
    };
    context.handbook.roles.ids().flat_map(of_role).collect()
}

fn competency(context: &Context<'_>, sheet: &CompetencySheet, summary: String) -> Entry {
    let opening = passages::opening(&sheet.document.text, &summary).into_iter();
    let steps = sheet.steps.iter().flat_map(passages::of_step);
    Entry {
        also: sheet.also_known_as.clone(),
        around: sheet.area.as_ref().map_or(String::new(), |it| it.title.clone()),
        summary,
        passages: opening
            .chain(steps)
            .chain(passages::of_sections(&sheet.document.sections))
            .collect(),
        ..named(context, COMPETENCY, &sheet.id, (&sheet.address, &sheet.title))
    }
}

fn family(context: &Context<'_>, sheet: &FamilySheet, summary: String) -> Entry {
    Entry {
        family: Some(facet(&sheet.id, &sheet.title)),
        ..documented(
            context,
            FAMILY,
            (&sheet.id, &sheet.address, &sheet.title),
            (summary, &sheet.document),
        )
    }
}

fn guide(context: &Context<'_>, sheet: &GuideSheet, summary: String) -> Entry {
    documented(
        context,
        GUIDE,
        (&sheet.id, &sheet.address, &sheet.title),
        (summary, &sheet.document),
    )
}

fn term(context: &Context<'_>, sheet: &TermSheet) -> Entry {
    let address = context.places.spelled(Address::glossary().at(&sheet.id));
    Entry {
        also: sheet.also.clone(),
        around: context.labels.word(key::GLOSSARY).to_owned(),
        summary: sheet.definition.clone(),
        ..named(context, TERM, &sheet.id, (address.as_str(), &sheet.title))
    }
}

/// A level has no page of its own: it leads to the roles that are at it.
fn levels(context: &Context<'_>, sheet: &HandbookSheet) -> Vec<Entry> {
    let level = |it: &LevelSheet| {
        let address = context.places.spelled(Address::roles_at(&it.id));
        let at_it = |role: &&RoleSheet| role.level.as_ref().is_some_and(|level| level.id == it.id);
        let roles: Vec<&str> =
            sheet.roles.iter().filter(at_it).map(|it| it.title.as_str()).collect();
        let track = sheet.tracks.iter().find(|track| track.id == it.track);
        Entry {
            around: track.map_or(String::new(), |it| it.title.clone()),
            track: track.map(|it| facet(&it.id, &it.title)),
            summary: roles.join(", "),
            ..named(context, LEVEL, &it.id, (address.as_str(), &it.title))
        }
    };
    sheet.levels.iter().map(level).collect()
}

/// The front page, and those that a handbook has once.
fn pages(context: &Context<'_>) -> Vec<Entry> {
    let handbook = context.handbook;
    let home = context.places.link(Subject::Home);
    let body = &handbook.home.body;
    let said = document(context, body);
    let mut pages = vec![documented(
        context,
        PAGE,
        ("", home.address.as_str(), &home.text),
        (summary(body), &said),
    )];
    let is_found = |it: &Shelf| !matches!(it, Shelf::Search | Shelf::Missing);
    let shelves = Shelf::ALL.into_iter().filter(is_found);
    let there = shelves.filter(|it| it.is_there(handbook, context.publication));
    let mut links: Vec<_> =
        there.map(|it| context.places.to(context.labels.word(it.title()), it.address())).collect();
    if !handbook.terms.is_empty() {
        links.push(context.places.link(Subject::Glossary));
    }
    let page = |it: &Link| named(context, PAGE, &id(&it.address), (it.address.as_str(), &it.text));
    pages.extend(links.iter().map(page));
    pages
}

fn documented(
    context: &Context<'_>,
    kind: Kind,
    (id, address, title): (&str, &str, &str),
    (summary, document): (String, &DocumentSheet),
) -> Entry {
    let opening = passages::opening(&document.text, &summary);
    let passages = opening.into_iter().chain(passages::of_sections(&document.sections)).collect();
    Entry { summary, passages, ..named(context, kind, id, (address, title)) }
}

fn named(
    context: &Context<'_>,
    (kind, word): Kind,
    id: &str,
    (address, title): (&str, &str),
) -> Entry {
    Entry {
        kind,
        kind_title: context.labels.word(word).to_owned(),
        id: id.to_owned(),
        address: address.to_owned(),
        title: title.to_owned(),
        ..Entry::default()
    }
}

/// Says who may see a page that not everybody may.
fn seen_by(visibility: &PageVisibility, entry: Entry) -> Entry {
    Entry { around: joined([&entry.around, &visibility.page.words().join(", ")]), ..entry }
}

/// `Management · M2`
fn joined<const N: usize>(parts: [&str; N]) -> String {
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn facet(id: &str, title: &str) -> Facet {
    Facet { id: id.to_owned(), title: title.to_owned() }
}

/// The folder that a page is.
fn id(address: &Address) -> String {
    let served = address.served();
    let parts = served.as_str().trim_end_matches('/').rsplit('/');
    parts.into_iter().next().unwrap_or_default().to_owned()
}

/// Of a competency its first paragraph, where others have a sentence: that is what it means.
fn definition(document: &DocumentSheet) -> String {
    document.text.split("\n\n").next().unwrap_or_default().to_owned()
}
