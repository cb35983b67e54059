//! A vacancy as data: what its author has written, and the address of its page.

use crate::handbook::model::{Id, Role, Salary, Vacancy};
use crate::page::address::Address;
use crate::page::context::Context;
use crate::page::vacancy::live;
use schemars::JsonSchema;
use serde::Serialize;

/// A position that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VacancyLine {
    pub id: Option<String>,
    /// Of its page, from the site's root; none without an id.
    pub address: Option<String>,
    pub title: String,
    /// Where people apply.
    pub url: String,
    /// `2026-10-01`
    pub date_posted: Option<String>,
    /// The last day on which people may apply.
    pub valid_through: Option<String>,
    pub location: Option<String>,
    /// By the two letters of ISO 3166: `DE`.
    pub country: Option<String>,
    /// The countries that the work can wholly be done from, at home.
    pub remote: Vec<String>,
    /// `full-time`, `part-time`, `contractor`, `temporary`, `intern`, `volunteer`, `per-diem` or
    /// `other`.
    pub employment: Vec<String>,
    pub salary: Option<SalaryLine>,
}

/// What is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SalaryLine {
    /// `80000` or `22.50`
    pub min: Option<String>,
    pub max: Option<String>,
    /// By the three letters of ISO 4217: `EUR`.
    pub currency: String,
    /// `hour`, `day`, `week`, `month` or `year`.
    pub per: String,
}

pub(super) fn vacancies(context: &Context<'_>, role: Id<Role>) -> Vec<VacancyLine> {
    live(context, role).map(|it| vacancy(context, context.role(role), it)).collect()
}

fn vacancy(context: &Context<'_>, role: &Role, vacancy: &Vacancy) -> VacancyLine {
    let page = |id: &String| context.places.spelled(Address::vacancy(id)).as_str().to_owned();
    VacancyLine {
        id: vacancy.id.clone(),
        address: vacancy.id.as_ref().map(page),
        title: vacancy.title.clone().unwrap_or_else(|| role.title.clone()),
        url: vacancy.url.clone(),
        date_posted: vacancy.date_posted.clone(),
        valid_through: vacancy.valid_through.clone(),
        location: vacancy.location.clone(),
        country: vacancy.country.clone(),
        remote: vacancy.remote.clone(),
        employment: vacancy.employment.iter().map(|it| (*it).to_owned()).collect(),
        salary: vacancy.salary.as_ref().map(salary),
    }
}

fn salary(salary: &Salary) -> SalaryLine {
    SalaryLine {
        min: salary.min.map(|it| it.to_string()),
        max: salary.max.map(|it| it.to_string()),
        currency: salary.currency.clone(),
        per: salary.per.to_owned(),
    }
}
