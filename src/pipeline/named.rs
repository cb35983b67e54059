//! What a person names on the command line: a role by its id or title, a vacancy by its number.

use crate::diagnostic::suggest;
use crate::handbook::LeftOut;
use crate::handbook::model::{Handbook, Id, Role, Vacancy};

/// The role with that id, or else with that title, in whatever case.
pub(super) fn role_named(
    handbook: &Handbook,
    name: &str,
    left_out: &LeftOut,
) -> Result<Id<Role>, String> {
    let is = |it: &str| it.to_lowercase() == name.to_lowercase();
    let mut roles = handbook.roles.iter();
    let by_id = roles.find(|(_, it)| is(&it.slug));
    let by_title = || handbook.roles.iter().find(|(_, it)| is(&it.title));
    by_id.or_else(by_title).map(|(id, _)| id).ok_or_else(|| {
        let known = handbook.roles.iter().map(|(_, it)| it.slug.as_str());
        let help = suggest::did_you_mean(name, known, "there are no roles");
        let hidden = match &left_out.shown_by {
            Some(edition) if left_out.pages > 0 => {
                format!("; this edition leaves out {left_out}, `--edition {edition}` does not")
            }
            _ => String::new(),
        };
        format!("there is no role `{name}`: {help}{hidden}")
    })
}

/// The vacancy of a role with that number, from 1.
pub(super) fn vacancy(role: &Role, number: usize) -> Result<&Vacancy, String> {
    let found = number.checked_sub(1).and_then(|it| role.vacancies.get(it));
    found.ok_or_else(|| match role.vacancies.len() {
        0 => format!("{} has no vacancies: write one below `vacancies`", role.title),
        1 => format!("{} has one vacancy: ask for `--vacancy 1`", role.title),
        n => format!("{} has no vacancy {number}: they are counted from 1 to {n}", role.title),
    })
}
