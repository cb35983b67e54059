//! What has changed of late, for programs that read news: roles, the last changed first.

use super::context::Context;
use super::publication::Publication;
use super::role::description;
use crate::git::Changed;
use crate::handbook::model::{Handbook, Id, Role, Subject};

/// Where a reader looks for news is at their beginning.
const MOST: usize = 30;

/// What the file is called, right below the site's root.
pub const FILE: &str = "feed.xml";

/// The roles that changed last. Invariant: has an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// The handbook's.
    pub title: String,
    pub language: String,
    /// Whose handbook it is, or else its title.
    pub author: String,
    /// Where the site is published, ending in `/`.
    pub base_url: String,
    pub entries: Vec<FeedEntry>,
}

/// A role that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEntry {
    pub title: String,
    /// With scheme and host.
    pub address: String,
    /// The moment of the change in Greenwich, `2026-01-31T12:00:00Z`.
    pub at: String,
    pub authors: Vec<String>,
    /// What the role is, in one sentence.
    pub summary: String,
}

/// None from a disk, where nobody asks for news, and where it is not known when anything was changed.
pub(super) fn feed(context: &Context<'_>) -> Option<Feed> {
    let base_url = base_url(context.publication)?;
    let mut changed: Vec<_> = changed(context).collect();
    changed.sort_by(|(one, a), (other, b)| {
        b.at.cmp(&a.at).then_with(|| context.role(*one).slug.cmp(&context.role(*other).slug))
    });
    let entries = changed.into_iter().take(MOST).filter_map(|(id, it)| entry(context, id, it));
    let entries: Vec<_> = entries.collect();
    let settings = &context.handbook.settings;
    let author = settings.organisation.as_ref().map_or(&settings.title, |it| &it.name);
    (!entries.is_empty()).then(|| Feed {
        title: settings.title.clone(),
        language: context.frame.language.clone(),
        author: author.clone(),
        base_url,
        entries,
    })
}

/// Whether there is a feed, for pages that lead to it.
pub(super) fn is_there(handbook: &Handbook, publication: &Publication) -> bool {
    let is_changed = |(_, it): (_, &Role)| handbook.changes.contains_key(&it.span.file);
    base_url(publication).is_some() && handbook.roles.iter().any(is_changed)
}

fn base_url(publication: &Publication) -> Option<String> {
    publication.base_url().filter(|_| !publication.offline)
}

fn changed<'a>(context: &Context<'a>) -> impl Iterator<Item = (Id<Role>, &'a Changed)> {
    let handbook = context.handbook;
    let roles = handbook.roles.iter();
    roles.filter_map(|(id, it)| Some((id, handbook.changes.get(&it.span.file)?)))
}

fn entry(context: &Context<'_>, id: Id<Role>, changed: &Changed) -> Option<FeedEntry> {
    let address = context.places.address(Subject::Role(id), None);
    Some(FeedEntry {
        title: context.role(id).title.clone(),
        address: context.publication.absolute(&address)?,
        at: changed.at.clone(),
        authors: changed.authors.clone(),
        summary: description(context, id),
    })
}
