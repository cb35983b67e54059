//! Which family a role belongs to: the one it names, its folder's, or the only one there is.

use super::problem;
use super::{Resolver, front, settings};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Kind, title_of, title_of_file};
use crate::handbook::model::{Arena, Body, Family, Id};
use crate::labels::key;
use crate::markdown;
use std::collections::BTreeSet;

/// The family of handbooks that name none.
const ONLY: &str = "roles";

/// A family that is declared: by a document, or by the folder that its roles stand in.
pub(super) struct FamilyName<'a> {
    pub(super) slug: String,
    pub(super) document: Option<&'a Document>,
}

/// Families that no document describes but that roles stand in.
pub(super) fn unwritten(
    documents: &[Document],
    is_written: impl Fn(&str) -> bool,
    n_written: usize,
) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for document in documents.iter().filter(|it| it.place.kind == Kind::Role) {
        if front::of_role(document).family.is_some() && n_written > 0 {
            continue;
        }
        match &document.place.family {
            Some(folder) if is_written(folder) => {}
            // The folders of a handbook with one family arrange its roles and name nothing.
            Some(_) if n_written == 1 && is_arranged(document) => {}
            Some(folder) => drop(found.insert(folder.clone())),
            None if n_written == 0 => drop(found.insert(named_or_only(document))),
            None => {}
        }
    }
    found
}

fn named_or_only(document: &Document) -> String {
    front::of_role(document)
        .family
        .as_ref()
        .map_or_else(|| ONLY.to_owned(), |it| it.value.to_lowercase())
}

/// Whether the file stands where a handbook has its roles.
fn is_arranged(document: &Document) -> bool {
    document.path.segments().next() == Some("roles")
}

impl Resolver<'_> {
    pub(super) fn families(&self, notes: &mut Vec<Diagnostic>) -> Arena<Family> {
        let names = self.names.families.documents();
        names.iter().map(|it| self.family(it, notes)).collect()
    }

    fn family(&self, name: &FamilyName<'_>, notes: &mut Vec<Diagnostic>) -> Family {
        let first = settings::first(self.documents).map(|it| it.span);
        let unwritten_title = self.title_of_folder(&name.slug);
        Family {
            slug: name.slug.clone(),
            title: name.document.map_or(unwritten_title, Document::title),
            aliases: name
                .document
                .map_or_else(Vec::new, |it| front::aliases(&front::of_page(it).aliases)),
            body: name.document.map_or_else(Body::default, |it| self.free_body(it, notes)),
            is_written: name.document.is_some(),
            span: name.document.map(|it| it.span).or(first).unwrap_or(super::page::nowhere()),
        }
    }

    /// What a family is called that nobody wrote: as the folder of its roles.
    fn title_of_folder(&self, slug: &str) -> String {
        let of_family = |it: &&Document| it.place.family.as_deref() == Some(slug);
        let mut folders = self.documents.iter().filter(of_family).flat_map(|it| it.path.segments());
        match folders.find(|it| markdown::slug(it) == slug) {
            Some(folder) => title_of_file(folder),
            None if slug == ONLY => self.frame.settings.labels.word(key::ALL_ROLES).to_owned(),
            None => title_of(slug),
        }
    }

    /// The family of a role's document. A role always has one, if only a stand-in after a mistake.
    pub(super) fn family_of(&self, document: &Document, notes: &mut Vec<Diagnostic>) -> Id<Family> {
        let families = &self.names.families;
        let fallback = Id::new(0);
        if let Some(name) = &front::of_role(document).family {
            return families.find(&name.value).unwrap_or_else(|| {
                notes.push(problem::unknown_family(name, families.names()));
                fallback
            });
        }
        let folder = match &document.place.family {
            Some(folder) => families.find(folder),
            // Where no family is written, roles outside of all folders are one of their own.
            None => {
                families.find(ONLY).filter(|it| families.documents()[it.index()].document.is_none())
            }
        };
        folder.unwrap_or_else(|| {
            let is_unread = front::of_role(document).unread.contains(&"family");
            if families.documents().len() > 1 && !super::is_broken(document) && !is_unread {
                notes.push(problem::missing_family(document, families.names()));
            }
            fallback
        })
    }
}
