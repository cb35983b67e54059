//! Who looks after each page, when it was last reviewed and changed, and what is due.

use super::address::Address;
use super::addresses::Shelf;
use super::context::Context;
use super::head::Head;
use super::role::next_review;
use super::view::Link;
use super::{Body, Page};
use crate::diagnostic::FileId;
use crate::handbook::model::{Handbook, Review, Role, Subject};
use crate::labels::key;
use schemars::JsonSchema;
use serde::Serialize;

/// Every page that somebody looks after, has reviewed or changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct FreshnessPage {
    /// Overdue ones first, then by the day on which the next review is due; then those without, the one
    /// first that was not changed for longest.
    pub rows: Vec<FreshnessRow>,
    /// Whether any of the rows has an owner, a review, the next one, a change.
    pub has_owners: bool,
    pub has_reviews: bool,
    pub has_next: bool,
    pub has_changes: bool,
}

/// A page, and how fresh it is. What is not known is empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct FreshnessRow {
    pub page: Link,
    /// `Role`, `Competency`, `Guide`, `Family`.
    pub kind: String,
    pub owner: String,
    /// The day of the last review.
    pub reviewed: String,
    /// The day by which the next is due, and whether that is past.
    pub next: String,
    pub is_overdue: bool,
    /// The day of the last change.
    pub changed: String,
}

/// Whether there is anything to tell.
pub(super) fn is_there(handbook: &Handbook) -> bool {
    written(handbook).any(|(subject, file)| is_told(handbook, subject, file))
}

/// The page as others name it, where it is.
pub(super) fn link(context: &Context<'_>) -> Option<Link> {
    let is_there = Shelf::Freshness.is_there(context.handbook, context.publication);
    let title = context.labels.word(key::FRESHNESS);
    is_there.then(|| context.places.to(title, Address::freshness()))
}

pub(super) fn page(context: &Context<'_>) -> Page {
    let (title, labels) = (&context.handbook.settings.title, context.labels);
    Head::new(Address::freshness(), labels.word(key::FRESHNESS))
        .about(&labels.say(key::FRESHNESS_DESCRIPTION, [title.into()]))
        .under(vec![
            context.frame.home.clone(),
            context.places.to(labels.word(key::A_TO_Z), Address::index()),
        ])
        .page(context, Body::Freshness(body(context)))
}

/// Everything that comes from a document of its own.
fn written(handbook: &Handbook) -> impl Iterator<Item = (Subject, FileId)> {
    let roles = handbook.roles.iter().map(|(id, it)| (Subject::Role(id), it.span.file));
    let competencies = handbook.competencies.iter();
    let competencies = competencies.map(|(id, it)| (Subject::Competency(id), it.span.file));
    let guides = handbook.guides.iter().map(|(id, it)| (Subject::Guide(id), it.span.file));
    let families = handbook.families.iter().filter(|(_, it)| it.is_written);
    let families = families.map(|(id, it)| (Subject::Family(id), it.span.file));
    roles.chain(competencies).chain(guides).chain(families)
}

fn is_told(handbook: &Handbook, subject: Subject, file: FileId) -> bool {
    let has_upkeep = |it: &Role| it.owner.is_some() || it.review.is_some();
    role(handbook, subject).is_some_and(has_upkeep) || handbook.changes.contains_key(&file)
}

fn role(handbook: &Handbook, subject: Subject) -> Option<&Role> {
    match subject {
        Subject::Role(id) => Some(&handbook.roles[id]),
        _ => None,
    }
}

fn body(context: &Context<'_>) -> FreshnessPage {
    let handbook = context.handbook;
    let told = written(handbook).filter(|(subject, file)| is_told(handbook, *subject, *file));
    let mut told: Vec<_> = told.collect();
    told.sort_by_cached_key(|(subject, file)| {
        let due = role(handbook, *subject).and_then(|it| it.review.as_ref()?.due.clone());
        let changed = handbook.changes.get(file).map(|it| it.at.clone());
        let title = handbook.title_of(*subject).to_lowercase();
        (due.is_none(), due, changed.is_none(), changed, title)
    });
    let rows: Vec<_> = told.into_iter().map(|(it, file)| row(context, it, file)).collect();
    let any = |is: fn(&FreshnessRow) -> bool| rows.iter().any(is);
    FreshnessPage {
        has_owners: any(|it| !it.owner.is_empty()),
        has_reviews: any(|it| !it.reviewed.is_empty()),
        has_next: any(|it| !it.next.is_empty()),
        has_changes: any(|it| !it.changed.is_empty()),
        rows,
    }
}

fn row(context: &Context<'_>, subject: Subject, file: FileId) -> FreshnessRow {
    let (handbook, labels) = (context.handbook, context.labels);
    let role = role(handbook, subject);
    let review = role.and_then(|it| it.review.as_ref());
    let kind = match subject {
        Subject::Role(_) => key::KIND_ROLE,
        Subject::Competency(_) => key::KIND_COMPETENCY,
        Subject::Family(_) => key::KIND_FAMILY,
        _ => key::KIND_GUIDE,
    };
    let is_overdue = |it: &Review| it.is_overdue(&context.publication.today);
    FreshnessRow {
        page: context.places.link(subject),
        kind: labels.word(kind).to_owned(),
        owner: role.and_then(|it| it.owner.clone()).unwrap_or_default(),
        reviewed: review.map_or(String::new(), |it| labels.day(&it.on)),
        next: role.map_or(String::new(), |it| next_review(context, it)),
        is_overdue: review.is_some_and(is_overdue),
        changed: handbook.changes.get(&file).map_or(String::new(), |it| labels.day(&it.on)),
    }
}
