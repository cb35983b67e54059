//! Every message of the rules.

use crate::diagnostic::suggest::List;
use crate::diagnostic::{Diagnostic, code};
use crate::handbook::model::{
    Competency, Expectation, Handbook, Id, Level, Review, Role, Statement, StepChange, Vacancy,
};

/// The lower and the upper of two neighbouring rungs.
type Rungs = (Id<Role>, Id<Role>);

pub(super) fn lowered(
    handbook: &Handbook,
    (lower, upper): Rungs,
    change: &StepChange,
) -> Diagnostic {
    let step = |it: Option<_>| it.map_or("", |it| handbook.scale.step(it).slug.as_str());
    let (below, above) = (&handbook.roles[lower], &handbook.roles[upper]);
    let name = &handbook.competencies[change.competency].slug;
    let (from, to) = (step(change.from), step(change.to));
    let message = format!("{} expects less of `{name}` than {} below it", above.title, below.title);
    let place = |role: &Role| role.expectation(change.competency).map_or(role.span, |it| it.span);
    Diagnostic::new(code::LOWERED_EXPECTATION, place(above), message)
        .label(place(below), format!("`{from}` here, `{to}` above"))
        .help(format!("raise it to `{from}` or more, or lower it on the rung below"))
}

pub(super) fn vanished(
    handbook: &Handbook,
    (lower, upper): Rungs,
    change: &StepChange,
) -> Diagnostic {
    let (below, above) = (&handbook.roles[lower], &handbook.roles[upper]);
    let name = &handbook.competencies[change.competency].slug;
    let message = format!("{} expects `{name}`, {} above it does not", below.title, above.title);
    let place = below.expectation(change.competency).map_or(below.span, |it| it.span);
    Diagnostic::new(code::VANISHED_COMPETENCY, above.span, message)
        .label(place, "expected here")
        .help(format!("add `{name}` to `expects`, or write `extends: {}`", below.slug))
}

pub(super) fn skipped(handbook: &Handbook, (lower, upper): Rungs, level: &Level) -> Diagnostic {
    let (below, above) = (&handbook.roles[lower], &handbook.roles[upper]);
    let message = format!(
        "no role has the level `{}` between {} and {}",
        level.slug, below.title, above.title
    );
    Diagnostic::new(code::SKIPPED_RUNG, level.span, message)
        .help("write the missing role, or remove the level from `levels`")
}

pub(super) fn unused(competency: &Competency) -> Diagnostic {
    let message = format!("no role expects `{}`", competency.slug);
    Diagnostic::new(code::UNUSED_COMPETENCY, competency.span, message)
        .help("add it to `expects` of the roles that need it, or delete the file")
}

pub(super) fn undescribed(handbook: &Handbook, expectation: &Expectation) -> Diagnostic {
    let competency = &handbook.competencies[expectation.competency];
    let step = handbook.scale.step(expectation.proficiency);
    let message = format!(
        "`{}` is expected at the step `{}`, which nobody described",
        competency.slug, step.slug
    );
    let path = handbook.paths.get(&competency.span.file).map_or("its file", String::as_str);
    Diagnostic::new(code::UNDESCRIBED_STEP, expectation.span, message)
        .help(format!("write a section `## {}` in `{path}`", step.title))
}

pub(super) fn repeated_title(role: &Role, first: &Role) -> Diagnostic {
    let message = format!("two roles are called `{}`", role.title);
    Diagnostic::new(code::REPEATED_TITLE, role.span, message)
        .label(first.span, "the first")
        .help("give each its own title, so that a reader can tell the rungs apart")
}

pub(super) fn overdue_review(role: &Role, review: &Review, today: &str) -> Diagnostic {
    let due = review.due.as_deref().unwrap_or_default();
    let message = format!("the next review of {} was due on `{due}`", role.title);
    Diagnostic::new(code::OVERDUE_REVIEW, review.span, message).help(way_to_review(role, today))
}

pub(super) fn never_reviewed(role: &Role, every: &str, today: &str) -> Diagnostic {
    let message = format!("{} was never reviewed, and reviews are due every {every}", role.title);
    Diagnostic::new(code::OVERDUE_REVIEW, role.span, message).help(way_to_review(role, today))
}

fn way_to_review(role: &Role, today: &str) -> String {
    let who = role.owner.as_ref().map_or(String::new(), |it| format!("`{it}` owns it: "));
    format!("{who}read the page, mend what no longer holds, and write `last_reviewed_on: {today}`")
}

/// A statement that the rung below had first.
pub(super) struct Copy<'a> {
    pub(super) statement: &'a Statement,
    pub(super) first: &'a Statement,
    pub(super) below: &'a Role,
    /// Whether the role extends the one below.
    pub(super) is_inherited: bool,
    /// Whether the words are the same.
    pub(super) is_exact: bool,
}

pub(super) fn copied(copy: &Copy<'_>) -> Diagnostic {
    let Copy { statement, first, below, .. } = copy;
    let help = match (copy.is_exact, copy.is_inherited) {
        (true, true) => "remove it: it is inherited, or say what is more at this rung".to_owned(),
        (true, false) => format!(
            "write `extends: {}` and remove the copy, or say what is more at this rung",
            below.slug
        ),
        (false, _) => {
            "say what is really different at this rung, or leave it to the rung below".to_owned()
        }
    };
    let copied = if copy.is_exact { "copied" } else { "copied, with few words changed," };
    let message = format!("this statement is {copied} from {} below", below.title);
    Diagnostic::new(code::COPIED_STATEMENT, statement.span, message)
        .label(first.span, "first said here")
        .help(help)
}

/// `lacking` names what is not there.
pub(super) fn incomplete_vacancy(
    role: &Role,
    vacancy: &Vacancy,
    lacking: &[&'static str],
) -> Diagnostic {
    let outcome = match lacking.contains(&"id") {
        true => "has no page",
        false => "is no job to search engines",
    };
    let message = format!("the vacancy lacks {}, so it {outcome}", List::and(lacking));
    let ways: Vec<String> = lacking.iter().map(|it| way_to_write(it, role, vacancy)).collect();
    Diagnostic::new(code::INCOMPLETE_VACANCY, vacancy.span, message)
        .help(format!("add {}", ways.join("; ")))
}

fn way_to_write(field: &str, role: &Role, vacancy: &Vacancy) -> String {
    match field {
        "id" => {
            let place =
                vacancy.location.as_deref().filter(|it| it.chars().all(char::is_alphabetic));
            let place = place.map_or_else(|| "1".to_owned(), str::to_lowercase);
            format!("`id: {}-{place}`, which names its page for ever", role.slug)
        }
        "date_posted" => "`date_posted: 2026-01-31`".to_owned(),
        "valid_through" => "`valid_through: 2026-03-31`, the last day to apply".to_owned(),
        "country" => "`country: DE`, or `remote: [DE]` where all of it is done at home".to_owned(),
        _ => "`organisation: { name: … }` to `handbook.yml`".to_owned(),
    }
}

pub(super) fn closed_vacancy(vacancy: &Vacancy) -> Diagnostic {
    let day = vacancy.valid_through.as_deref().unwrap_or_default();
    let message = format!("the last day to apply for this vacancy, `{day}`, is past");
    let help = match &vacancy.id {
        Some(id) => format!(
            "remove it and add `/vacancies/{id}/` to `aliases` of the role, or write a later day"
        ),
        None => "remove it, or write a later day".to_owned(),
    };
    Diagnostic::new(code::CLOSED_VACANCY, vacancy.span, message).help(help)
}
