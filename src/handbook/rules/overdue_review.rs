//! A text that holds should be held against how things are as often as the handbook says.

use super::problem;
use crate::diagnostic::Diagnostic;
use crate::handbook::model::Handbook;

pub(super) fn overdue_review(handbook: &Handbook, today: &str, findings: &mut Vec<Diagnostic>) {
    let Some(every) = &handbook.settings.review_every else { return };
    for (_, role) in handbook.roles.iter().filter(|(_, it)| it.status.is_reviewed()) {
        match &role.review {
            None => findings.push(problem::never_reviewed(role, every, today)),
            Some(it) if it.is_overdue(today) => {
                findings.push(problem::overdue_review(role, it, today));
            }
            Some(_) => {}
        }
    }
}
