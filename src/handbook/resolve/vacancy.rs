//! One `VacancyFront` becomes one `Vacancy`, and ids of vacancies are each given once.

use super::front::{text, texts};
use super::{ids, problem};
use crate::diagnostic::{Diagnostic, Spanned};
use crate::document::kind::{RoleFront, SalaryFront, VacancyFront};
use crate::handbook::model::{Amount, Salary, Vacancy};
use crate::spelling::folded;
use std::borrow::Borrow;
use std::collections::BTreeMap;

pub(super) fn vacancy(front: &VacancyFront) -> Vacancy {
    Vacancy {
        id: text(&front.id),
        title: text(&front.title),
        url: front.url.value.clone(),
        date_posted: text(&front.date_posted),
        valid_through: text(&front.valid_through),
        location: text(&front.location),
        country: text(&front.country),
        remote: texts(&front.remote),
        employment: front.employment.clone(),
        salary: front.salary.as_ref().map(salary),
        span: front.span,
    }
}

/// Ids name pages, so they are unlike each other in whatever role they stand.
pub(super) fn check_ids(roles: &[impl Borrow<RoleFront>], notes: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<String, &Spanned<String>> = BTreeMap::new();
    let vacancies = roles.iter().flat_map(|it| &it.borrow().vacancies);
    let written: Vec<_> = vacancies.filter_map(|it| it.id.as_ref()).collect();
    ids::check_folders(written.iter().copied(), notes);
    for id in written {
        match first.get(&folded(&id.value)) {
            Some(other) => notes.push(problem::repeated_id(id, other.span, "vacancies")),
            None => drop(first.insert(folded(&id.value), id)),
        }
    }
}

fn salary(front: &SalaryFront) -> Salary {
    Salary {
        min: front.min.map(Amount),
        max: front.max.map(Amount),
        currency: front.currency.clone(),
        per: front.per,
    }
}
