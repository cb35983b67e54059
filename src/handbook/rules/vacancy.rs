//! A vacancy should say all that a job needs to be found, and go when it is closed.

use super::problem;
use crate::diagnostic::Diagnostic;
use crate::handbook::model::{Handbook, Opening, Vacancy};

/// Whoever searches for jobs is shown those that say who hires, where and until when.
pub(super) fn incomplete_vacancy(handbook: &Handbook, today: &str, findings: &mut Vec<Diagnostic>) {
    for (_, role) in handbook.roles.iter() {
        let open = role.vacancies.iter().filter(|it| it.on(today) != Opening::Closed);
        for vacancy in open {
            let lacking = lacking(handbook, vacancy);
            if !lacking.is_empty() {
                findings.push(problem::incomplete_vacancy(role, vacancy, &lacking));
            }
        }
    }
}

pub(super) fn closed_vacancy(handbook: &Handbook, today: &str, findings: &mut Vec<Diagnostic>) {
    for (_, role) in handbook.roles.iter() {
        let closed = role.vacancies.iter().filter(|it| it.on(today) == Opening::Closed);
        findings.extend(closed.map(problem::closed_vacancy));
    }
}

/// The names of what is not there and has to be.
fn lacking(handbook: &Handbook, vacancy: &Vacancy) -> Vec<&'static str> {
    let needed = [
        ("id", vacancy.id.is_some()),
        ("date_posted", vacancy.date_posted.is_some()),
        ("valid_through", vacancy.valid_through.is_some()),
        ("country", vacancy.is_placed()),
        ("organisation", handbook.settings.organisation.is_some()),
    ];
    needed.into_iter().filter(|(_, is_there)| !is_there).map(|(name, _)| name).collect()
}
