//! Roles and their vacancies.

use super::page::{aliases, summary, title, visible};
use super::shape::{
    DATE, FLAG, Field, Shape, TEXT, URL, entries, field, list, mapping, one_or_more, texts, word,
};
use crate::document::kind::role::{STATUSES, WAYS};
use crate::document::kind::vacancy::{EMPLOYMENTS, PERIODS};
use crate::document::kind::visibility;

pub(super) fn role() -> Shape {
    mapping([names(), place(), neighbours(), substance(), standing()].into_iter().flatten())
}

fn names() -> Vec<Field> {
    vec![
        title("The role's name"),
        summary(),
        field("also_known_as", texts(), "Other names of the role, which search finds it by."),
        field("formerly", texts(), "Titles that the role had before."),
        aliases(),
        field("codes", entries(TEXT), "What other systems call the role, `system: code`."),
    ]
}

fn place() -> Vec<Field> {
    vec![
        field("family", TEXT, "Its job family: the name of a file in content/families."),
        field("track", TEXT, "Its track, an id below `tracks` of handbook.yml."),
        field(
            "level",
            TEXT,
            "Its level, an id below `levels` of handbook.yml: the rung it stands on.",
        ),
        field("extends", TEXT, "The role whose expectations and statements it inherits."),
        field("omits", texts(), "Ids of inherited statements that do not hold here."),
    ]
}

fn neighbours() -> Vec<Field> {
    let to = field("to", TEXT, "The id of the other role.").needed();
    let kind = field("kind", word(&WAYS), "What kind of way it is.");
    vec![
        field("reports_to", TEXT, "The role, or whoever else, that it reports to."),
        field("manages", texts(), "The roles that report to it."),
        field("works_with", texts(), "The roles that it works with most."),
        field("transitions", list(mapping([to, kind])), "Ways from this role to others."),
    ]
}

fn substance() -> Vec<Field> {
    let step = field("step", TEXT, "A step of the proficiency scale.").needed();
    let core = field("core", FLAG, "Whether the role is mostly about this.");
    let expectation = Shape::Either(vec![TEXT, mapping([step, core])]);
    let expects = "Which step of each competency it asks for, `competency: step`; or \
        `competency: { step: …, core: true }`.";
    vec![
        field("scope", entries(TEXT), "How far it reaches, `teams: 2 to 4`. Names are your own."),
        field("expects", entries(expectation), expects),
        field(
            "requirements",
            entries(TEXT),
            "What it takes to begin, `experience: 5 years`. Names are your own.",
        ),
        field("vacancies", list(vacancy()), "Adverts of this role, each with a page of its own."),
    ]
}

fn standing() -> Vec<Field> {
    vec![
        visible(&visibility::ROLE),
        field("status", word(&STATUSES), "Whether the role holds. Where it is left out: active."),
        field("effective_from", DATE, "The day from which it holds, `2026-01-31`."),
        field("owner", TEXT, "Who answers for this page."),
        field("last_reviewed_on", DATE, "The day somebody last read it through, `2026-01-31`."),
    ]
}

fn vacancy() -> Shape {
    mapping([
        field("id", TEXT, "Becomes the address of its page: /vacancies/<id>/."),
        field("title", TEXT, "Where it is not the role's."),
        field("url", URL, "Where people apply.").needed(),
        field("date_posted", DATE, "The day from which it can be seen, `2026-01-31`."),
        field("valid_through", DATE, "The last day on which people may apply, `2026-01-31`."),
        field("location", TEXT, "The town."),
        field("country", COUNTRY, "The country, by the two letters of ISO 3166: `DE`."),
        field("remote", one_or_more(&COUNTRY), "Countries that the work can be done from at home."),
        field("employment", one_or_more(&word(&EMPLOYMENTS)), "One kind or several."),
        field("salary", salary(), "What it pays: at least, at most, or both."),
    ])
}

const COUNTRY: Shape = Shape::Like { pattern: "^[A-Z]{2}$", example: "DE" };
const CURRENCY: Shape = Shape::Like { pattern: "^[A-Z]{3}$", example: "EUR" };

fn salary() -> Shape {
    mapping([
        field("min", Shape::Amount, "At least: digits, and a point before cents."),
        field("max", Shape::Amount, "At most: digits, and a point before cents."),
        field("currency", CURRENCY, "By the three letters of ISO 4217: `EUR`.").needed(),
        field("per", word(&PERIODS), "The time that it is paid for.").needed(),
    ])
}
