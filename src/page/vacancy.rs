//! Vacancies: a page for each that has an id and is posted, which stays when it is closed, and the
//! list of those that are live. What a role asks is taken from the role; nothing is written twice.

use super::address::Address;
use super::context::Context;
use super::head::Head;
use super::sheet::{AdvertSection, AdvertSheet, advert};
use super::structured;
use super::view::{Detail, Link};
use super::{Body, Page};
use crate::handbook::model::{Amount, Id, Opening, Role, Salary, Vacancy};
use crate::labels::Labels;
use crate::labels::key::{self, Key};
use schemars::JsonSchema;
use serde::Serialize;

/// The list of live vacancies.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct VacanciesPage {
    /// Those that are live, by role.
    pub vacancies: Vec<VacancyLine>,
}

/// A live vacancy on another page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct VacancyLine {
    pub title: String,
    /// Its page; none where it has no id.
    pub page: Option<Address>,
    /// Where people apply.
    pub url: String,
    /// `Berlin (DE)`; empty where it is not said.
    pub place: String,
    /// The last day to apply.
    pub until: Option<String>,
}

/// A vacancy, live or closed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct VacancyPage {
    /// What is to be filled.
    pub role: Link,
    /// Whether people may apply.
    pub is_live: bool,
    /// Role, place, employment, salary, dates.
    pub details: Vec<Detail>,
    /// Where people apply.
    pub url: String,
    /// The last day to apply.
    pub until: Option<String>,
    /// What the role is, a paragraph each.
    pub summary: Vec<String>,
    /// What an advert shows of the role.
    pub sections: Vec<AdvertSection>,
    /// The list of all vacancies.
    pub others: Link,
}

/// Those of a role that are live.
pub(super) fn live<'a>(
    context: &'a Context<'_>,
    role: Id<Role>,
) -> impl Iterator<Item = &'a Vacancy> {
    let vacancies = context.role(role).vacancies.iter();
    vacancies.filter(|it| it.on(&context.publication.today) == Opening::Live)
}

/// Those of a role that are live, as other pages name them.
pub(super) fn lines(context: &Context<'_>, role: Id<Role>) -> Vec<VacancyLine> {
    live(context, role).map(|it| line(context, role, it)).collect()
}

/// The list, while something is on it.
pub(super) fn link(context: &Context<'_>) -> Option<Link> {
    let has_page = |id| live(context, id).any(|it| it.id.is_some());
    let is_any = context.handbook.roles.ids().any(has_page);
    is_any.then(|| list_link(context))
}

fn list_link(context: &Context<'_>) -> Link {
    context.places.to(context.labels.word(key::OPEN_POSITIONS), Address::vacancies())
}

/// What a vacancy is called where other pages are called as well: with its place, unless its author
/// has called it otherwise.
pub(super) fn title(labels: &Labels, role: &Role, vacancy: &Vacancy) -> String {
    match (&vacancy.title, place(labels, vacancy).as_str()) {
        (Some(title), _) => title.clone(),
        (None, "") => role.title.clone(),
        (None, place) => [role.title.as_str(), place].join(labels.word(key::COMMA)),
    }
}

/// `Berlin (DE), or remote in AT, CH`
pub(super) fn place(labels: &Labels, vacancy: &Vacancy) -> String {
    let site = match (&vacancy.location, &vacancy.country) {
        (Some(location), Some(country)) => format!("{location} ({country})"),
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => String::new(),
    };
    let countries = vacancy.remote.join(labels.word(key::COMMA));
    match (site.as_str(), countries.as_str()) {
        (_, "") => site,
        ("", countries) => labels.say(key::REMOTE_IN, [countries.into()]),
        (site, countries) => labels.say(key::OR_REMOTE_IN, [site.into(), countries.into()]),
    }
}

/// The page of a vacancy that has an id.
pub(super) fn page(context: &Context<'_>, role: Id<Role>, vacancy: &Vacancy) -> Page {
    let advert = advert(context, role, Some(vacancy));
    let posting = structured::job_posting(context, vacancy, &advert);
    let title = title(context.labels, context.role(role), vacancy);
    let is_live = vacancy.on(&context.publication.today) == Opening::Live;
    let about = match advert.summary.first().filter(|_| is_live) {
        Some(summary) => summary.clone(),
        None => {
            let title = advert.title.as_str();
            context.labels.say(key::VACANCY_CLOSED_DESCRIPTION, [title.into()])
        }
    };
    let address = Address::vacancy(vacancy.id.as_deref().unwrap_or_default());
    Head::new(address, &title)
        .about(&about)
        .under(vec![context.frame.home.clone(), list_link(context)])
        .written_in(Some(context.role(role).span.file))
        .hidden_if(!is_live)
        .describing(posting)
        .page(context, Body::Vacancy(Box::new(body(context, (role, vacancy), advert))))
}

fn body(
    context: &Context<'_>,
    (role, vacancy): (Id<Role>, &Vacancy),
    advert: AdvertSheet,
) -> VacancyPage {
    VacancyPage {
        role: context.places.role(role),
        is_live: vacancy.on(&context.publication.today) == Opening::Live,
        details: details(context, role, vacancy),
        url: vacancy.url.clone(),
        until: last_day(context.labels, vacancy),
        summary: advert.summary,
        sections: advert.sections,
        others: list_link(context),
    }
}

/// Only what is known: none of the details is empty.
fn details(context: &Context<'_>, role: Id<Role>, vacancy: &Vacancy) -> Vec<Detail> {
    let labels = context.labels;
    let day = |it: &Option<String>| it.as_ref().map_or(String::new(), |it| labels.day(it));
    let organisation = context.frame.organisation.as_ref().map_or("", |it| &it.name);
    let employment = vacancy.employment.iter().map(|it| labels.word(employment(it)));
    let employment = employment.collect::<Vec<_>>().join(labels.word(key::COMMA));
    let salary = vacancy.salary.as_ref().map_or(String::new(), |it| salary(labels, it));
    let mut details = vec![
        Detail::links(labels.word(key::ROLE), vec![context.places.role(role)]),
        Detail::text(labels.word(key::EMPLOYER), organisation),
        Detail::text(labels.word(key::PLACE_OF_WORK), &place(labels, vacancy)),
        Detail::text(labels.word(key::EMPLOYMENT), &employment),
        Detail::text(labels.word(key::SALARY), &salary),
        Detail::text(labels.word(key::POSTED_ON), &day(&vacancy.date_posted)),
        Detail::text(labels.word(key::APPLY_BY_TITLE), &day(&vacancy.valid_through)),
    ];
    details.retain(|it| !it.text.is_empty());
    details
}

/// `80000 to 95000 EUR a year`
fn salary(labels: &Labels, salary: &Salary) -> String {
    let said = |Amount(it): Amount| labels.language().hundredths(it);
    let amount = match (salary.min, salary.max) {
        (Some(min), Some(max)) if min != max => {
            labels.say(key::AMOUNTS, [said(min).into(), said(max).into()])
        }
        (Some(it), None) => labels.say(key::AMOUNT_FROM, [said(it).into()]),
        (None, Some(it)) => labels.say(key::AMOUNT_UP_TO, [said(it).into()]),
        (it, _) => it.map_or(String::new(), said),
    };
    let per = match salary.per {
        "hour" => key::PER_HOUR,
        "day" => key::PER_DAY,
        "week" => key::PER_WEEK,
        "month" => key::PER_MONTH,
        _ => key::PER_YEAR,
    };
    labels.say(per, [amount.into(), salary.currency.as_str().into()])
}

fn employment(word: &str) -> Key<0> {
    match word {
        "full-time" => key::EMPLOYMENT_FULL_TIME,
        "part-time" => key::EMPLOYMENT_PART_TIME,
        "contractor" => key::EMPLOYMENT_CONTRACTOR,
        "temporary" => key::EMPLOYMENT_TEMPORARY,
        "intern" => key::EMPLOYMENT_INTERN,
        "volunteer" => key::EMPLOYMENT_VOLUNTEER,
        "per-diem" => key::EMPLOYMENT_PER_DIEM,
        _ => key::EMPLOYMENT_OTHER,
    }
}

/// The last day to apply.
fn last_day(labels: &Labels, vacancy: &Vacancy) -> Option<String> {
    vacancy.valid_through.as_ref().map(|it| labels.day(it))
}

fn line(context: &Context<'_>, role: Id<Role>, vacancy: &Vacancy) -> VacancyLine {
    let role = context.role(role);
    let page = vacancy.id.as_deref().map(|it| context.places.spelled(Address::vacancy(it)));
    VacancyLine {
        title: vacancy.title.clone().unwrap_or_else(|| role.title.clone()),
        page,
        url: vacancy.url.clone(),
        place: place(context.labels, vacancy),
        until: last_day(context.labels, vacancy),
    }
}

/// The list of those that are live.
pub(super) fn list(context: &Context<'_>) -> Page {
    let mut roles: Vec<_> = context.handbook.roles.ids().collect();
    roles.sort_by_key(|it| context.ladders.position(*it));
    let vacancies = roles.into_iter().flat_map(|it| lines(context, it)).collect();
    let title = &context.handbook.settings.title;
    Head::new(Address::vacancies(), context.labels.word(key::OPEN_POSITIONS))
        .about(&context.labels.say(key::POSITIONS_DESCRIPTION, [title.into()]))
        .under(vec![context.frame.home.clone()])
        .page(context, Body::Vacancies(VacanciesPage { vacancies }))
}
