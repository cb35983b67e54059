//! The tables of names: what exists, where it was declared, and what a word means.

use super::families::{self, FamilyName};
use super::settings::Frame;
use super::{front, ids, lookalikes, problem};
use crate::diagnostic::{Diagnostic, FileId, Span, Spanned};
use crate::document::kind::TermFront;
use crate::document::{Document, FrontMatter, Kind};
use crate::handbook::model::{Area, Competency, Family, Guide, Id, Level, Role, Term, Track};
use crate::spelling::folded;
use std::collections::BTreeMap;

/// The id of what was declared as number `index` of its kind.
pub(super) fn id_of<T>(index: usize) -> Id<T> {
    Id::new(index)
}

/// Names of one kind, in the order of declaration. Neither case nor composition makes a difference.
pub(super) struct Table<D, T> {
    declared: Vec<D>,
    ids: BTreeMap<String, Named<T>>,
}

struct Named<T> {
    id: Id<T>,
    /// As authors write it, in lower case.
    name: String,
}

impl<D, T> Table<D, T> {
    fn new() -> Table<D, T> {
        Table { declared: Vec::new(), ids: BTreeMap::new() }
    }

    /// `Err` with what has the name already.
    fn declare(&mut self, name: &str, thing: D) -> Result<(), &D> {
        let id = Id::new(self.declared.len());
        match self.ids.entry(folded(name)) {
            std::collections::btree_map::Entry::Occupied(first) => {
                Err(&self.declared[first.get().id.index()])
            }
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(Named { id, name: name.to_lowercase() });
                self.declared.push(thing);
                Ok(())
            }
        }
    }

    pub(super) fn find(&self, name: &str) -> Option<Id<T>> {
        self.ids.get(&folded(name)).map(|it| it.id)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.ids.values().map(|it| it.name.as_str())
    }

    /// What was declared, by the order of ids.
    pub(super) fn documents(&self) -> &[D] {
        &self.declared
    }
}

/// Every name there is.
pub(super) struct Names<'a> {
    pub(super) roles: Table<&'a Document, Role>,
    pub(super) competencies: Table<&'a Document, Competency>,
    pub(super) guides: Table<&'a Document, Guide>,
    pub(super) families: Table<FamilyName<'a>, Family>,
    pub(super) terms: Table<&'a TermFront, Term>,
    pub(super) tracks: Table<Span, Track>,
    pub(super) levels: Table<Span, Level>,
    pub(super) areas: Table<Span, Area>,
}

impl<'a> Names<'a> {
    pub(super) fn declare(
        documents: &'a [Document],
        frame: &Frame,
        notes: &mut Vec<Diagnostic>,
    ) -> Names<'a> {
        let nameless = |it: &&Document| it.place.id.is_empty();
        notes.extend(documents.iter().filter(nameless).map(problem::bad_name));
        let unusable = |it: &&Document| ids::is_unusable(&it.place.id);
        notes.extend(documents.iter().filter(unusable).map(problem::unusable_name));
        notes.extend(lookalikes::of_pages(documents));
        Names {
            roles: pages(documents, Kind::Role, notes),
            competencies: pages(documents, Kind::Competency, notes),
            guides: pages(documents, Kind::Guide, notes),
            families: family_names(documents, notes),
            terms: terms(documents, notes),
            tracks: table(frame.tracks.iter().map(|(_, it)| (it.slug.as_str(), it.span))),
            levels: table(frame.levels.iter().map(|(_, it)| (it.slug.as_str(), it.span))),
            areas: table(frame.areas.iter().map(|(_, it)| (it.slug.as_str(), it.span))),
        }
    }

    pub(super) fn role(
        &self,
        name: &Spanned<String>,
        notes: &mut Vec<Diagnostic>,
    ) -> Option<Id<Role>> {
        let found = self.roles.find(&name.value);
        if found.is_none() {
            notes.push(problem::unknown_role(name, self.other_roles(name.span.file)));
        }
        found
    }

    /// The names of all but the role of `file`: nobody means oneself.
    fn other_roles(&self, file: FileId) -> impl Iterator<Item = &str> {
        let declared = self.roles.documents();
        let others = self.roles.ids.values();
        let others = others.filter(move |it| declared[it.id.index()].span.file != file);
        others.map(|it| it.name.as_str())
    }

    pub(super) fn all_roles(
        &self,
        names: &[Spanned<String>],
        notes: &mut Vec<Diagnostic>,
    ) -> Vec<Id<Role>> {
        names.iter().filter_map(|it| self.role(it, notes)).collect()
    }
}

fn pages<'a, T>(
    documents: &'a [Document],
    kind: Kind,
    notes: &mut Vec<Diagnostic>,
) -> Table<&'a Document, T> {
    let mut table = Table::new();
    for document in documents.iter().filter(|it| it.place.kind == kind && !it.place.id.is_empty()) {
        if let Err(first) = table.declare(&document.place.id, document) {
            notes.push(problem::duplicate_id(document, first));
        }
    }
    table
}

fn family_names<'a>(
    documents: &'a [Document],
    notes: &mut Vec<Diagnostic>,
) -> Table<FamilyName<'a>, Family> {
    let mut table = Table::new();
    for document in
        documents.iter().filter(|it| it.place.kind == Kind::Family && !it.place.id.is_empty())
    {
        let name = FamilyName { slug: document.place.id.clone(), document: Some(document) };
        if let Err(first) = table.declare(&document.place.id, name) {
            notes.extend(first.document.map(|it| problem::duplicate_id(document, it)));
        }
    }
    let written = table.documents().len();
    for slug in families::unwritten(documents, |it| table.find(it).is_some(), written) {
        // Its page gets the name that a role says, and nobody has looked at that yet.
        let mut roles = documents.iter().filter(|it| it.place.kind == Kind::Role);
        let said = roles.find_map(|it| {
            front::of_role(it).family.as_ref().filter(|it| ids::same(&it.value, &slug)).cloned()
        });
        ids::check_folders(said.iter(), notes);
        // A name that is there already needs no second.
        let _ = table.declare(&slug.clone(), FamilyName { slug, document: None });
    }
    table
}

fn terms<'a>(documents: &'a [Document], notes: &mut Vec<Diagnostic>) -> Table<&'a TermFront, Term> {
    let mut table = Table::new();
    for document in documents {
        let FrontMatter::Glossary(front) = &document.front else { continue };
        ids::check_ids(front.terms.iter().map(|it| &it.id), notes);
        for term in &front.terms {
            if let Err(first) = table.declare(&term.id.value, term) {
                notes.push(problem::repeated_id(&term.id, first.id.span, "terms"));
            }
        }
    }
    table
}

fn table<'a, T>(named: impl Iterator<Item = (&'a str, Span)>) -> Table<Span, T> {
    let mut table = Table::new();
    for (name, span) in named {
        // Repeats have been reported where the handbook was read.
        let _ = table.declare(name, span);
    }
    table
}
