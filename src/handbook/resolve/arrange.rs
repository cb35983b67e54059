//! What a document is can depend on its neighbours. A folder with an index may be one role with
//! more pages; a handbook has one front page.
//!
//! Only documents whose front matter says nothing of the kind are taken for another than their
//! path says, so a role with fields stays a role.

use super::front;
use crate::document::kind::{PageFront, RoleFront, VisibilityFront};
use crate::document::{Document, FrontMatter, Kind, is_index};
use crate::markdown::slug;
use std::borrow::Cow;
use std::collections::BTreeMap;

pub(super) fn arrange(documents: &[Document]) -> Cow<'_, [Document]> {
    let neighbours = Neighbours::new(documents);
    let changed = documents.iter().enumerate().filter_map(|(index, document)| {
        let changed = neighbours.arranged(document)?;
        Some((index, changed))
    });
    let mut arranged = Cow::Borrowed(documents);
    for (index, document) in changed {
        arranged.to_mut()[index] = document;
    }
    arranged
}

struct Neighbours<'a> {
    /// The folders that are a role with an index, and the role.
    roles: BTreeMap<&'a str, &'a Document>,
    home: Option<&'a Document>,
}

impl<'a> Neighbours<'a> {
    fn new(documents: &'a [Document]) -> Neighbours<'a> {
        let of_kind = |kind| documents.iter().filter(move |it| it.place.kind == kind);
        let indexes = of_kind(Kind::Role).filter(|it| is_index(&it.path));
        let roles = indexes.map(|it| (it.path.folder(), it)).collect();
        let home = of_kind(Kind::Home).min_by_key(|it| it.path.segments().count());
        Neighbours { roles, home }
    }

    fn arranged(&self, document: &Document) -> Option<Document> {
        match document.place.kind {
            Kind::Home => self.second_home(document),
            // To tell a plain one takes a copy of its fields.
            Kind::Role if !self.roles.is_empty() && is_plain(document) => {
                self.family(document).or_else(|| self.page_of_role(document))
            }
            _ => None,
        }
    }

    /// `index.md` beside `README.md` is a page like any other.
    fn second_home(&self, document: &Document) -> Option<Document> {
        let is_second = self.home.is_some_and(|it| it.path != document.path);
        let folder = document.path.folder().rsplit('/').next().filter(|it| !it.is_empty());
        let name = folder.unwrap_or(document.path.stem()).to_owned();
        let id = slug(&name);
        is_second.then(|| as_guide(document, id, name))
    }

    /// `roles/engineering/README.md`, when there is `roles/engineering/l1/README.md`.
    fn family(&self, document: &Document) -> Option<Document> {
        let folder = document.path.folder();
        let is_top = document.place.family.is_none() && self.roles.contains_key(folder);
        let below = format!("{folder}/");
        let has_roles = is_top && self.roles.keys().any(|it| it.starts_with(&below));
        has_roles.then(|| {
            let mut family = document.clone();
            family.place.kind = Kind::Family;
            family.front = FrontMatter::Family(page_front(document));
            family
        })
    }

    /// `engineering/l1/interview.md`, when there is `engineering/l1/README.md`.
    fn page_of_role(&self, document: &Document) -> Option<Document> {
        let path = document.path.as_str();
        let above = path.match_indices('/').map(|(at, _)| &path[..at]);
        let role =
            above.filter_map(|it| self.roles.get(it)).find(|it| self.family(it).is_none())?;
        let below = path.strip_prefix(role.path.folder())?.strip_prefix('/')?;
        let stem = below.rsplit_once('.').map_or(below, |(stem, _)| stem);
        let name = if is_index(&document.path) { document.path.folder() } else { stem };
        let id = format!("{}-{}", role.place.id, slug(&stem.replace('/', "-")));
        let name = name.rsplit('/').next().unwrap_or(name).to_owned();
        (role.path != document.path).then(|| as_guide(document, id, name))
    }
}

/// Whether the front matter says nothing that only a role can say.
fn is_plain(document: &Document) -> bool {
    let front = front::of_role(document).into_owned();
    let visibility = VisibilityFront::default();
    let rest = RoleFront { title: None, summary: None, aliases: Vec::new(), visibility, ..front };
    document.front != FrontMatter::Broken && rest == RoleFront::default()
}

fn as_guide(document: &Document, id: String, name: String) -> Document {
    let mut guide = document.clone();
    (guide.place.kind, guide.place.id, guide.place.name) = (Kind::Guide, id, name);
    guide.place.family = None;
    if let FrontMatter::Role(_) = document.front {
        guide.front = FrontMatter::Guide(page_front(document));
    }
    guide
}

/// What the front matter of a role says that any page could say.
fn page_front(document: &Document) -> PageFront {
    let front = front::of_role(document).into_owned();
    let RoleFront { title, summary, aliases, visibility, .. } = front;
    PageFront { title, summary, aliases, visibility }
}
