//! Whether a role holds today: what is said of one that does not, on its page and beside its name.

use super::context::Context;
use super::view::PlacedRole;
use crate::handbook::model::{Id, Role, Status};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The day on which a role begins to hold, while that is ahead. Such days compare as text does.
pub(super) fn future<'a>(context: &Context<'_>, role: &'a Role) -> Option<&'a str> {
    let day = role.effective_from.as_deref()?;
    (day > context.publication.today.as_str()).then_some(day)
}

/// A quiet word beside the title; empty for a role that holds.
pub(super) fn note(context: &Context<'_>, id: Id<Role>) -> String {
    let role = context.role(id);
    let status = match role.status {
        Status::Active => None,
        Status::Draft => Some("draft".to_owned()),
        Status::Deprecated => Some("phased out".to_owned()),
        Status::Retired => Some("retired".to_owned()),
    };
    let from = future(context, role).map(|it| format!("from {it}"));
    status.into_iter().chain(from).collect::<Vec<_>>().join(", ")
}

/// Roles by name, each with its note.
pub(super) fn placed(context: &Context<'_>, roles: &[Id<Role>]) -> Vec<PlacedRole> {
    let placed =
        |it: &Id<Role>| PlacedRole { role: context.places.role(*it), note: note(context, *it) };
    roles.iter().map(placed).collect()
}

/// `2027-01-31` is "31 January 2027".
pub(super) fn in_words(day: &str) -> String {
    let parts: Vec<&str> = day.split('-').collect();
    let [year, month, day_of_month] = parts[..] else { return day.to_owned() };
    let month = month.parse::<usize>().ok().and_then(|it| MONTHS.get(it.checked_sub(1)?));
    match month {
        Some(month) => format!("{} {month} {year}", day_of_month.trim_start_matches('0')),
        None => day.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn a_day_is_said_in_words() {
        assert_eq!(in_words("2027-01-01"), "1 January 2027");
        assert_eq!(in_words("2026-12-31"), "31 December 2026");
        assert_eq!(in_words("soon"), "soon");
    }
}
