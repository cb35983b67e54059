//! Another id for a role: the name of its file, and every word that means it.
//!
//! In: the role and its new id. Out: a [`Renaming`], which says what moves and which ids change, and
//! from it the edits of every reference. Titles, statements and anchors stay.

mod fields;
mod links;
mod path;
mod portrait;

pub use portrait::difference;

use crate::content::{Move, RelPath};
use crate::diagnostic::{FileId, Sources};
use crate::document::kind::{Kind, place};
use crate::document::{Document, is_index};
use crate::edit::Edit;
use crate::handbook::model::{Handbook, Id, Role, Subject};
use crate::markdown::slug;

/// What gets another name when a role does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    /// The role's file, or the folder that it speaks for.
    pub moved: Move,
    /// The role first, then the pages whose ids are made of its own.
    pub renamed: Vec<Renamed>,
}

/// One document's new id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    pub file: FileId,
    pub subject: Subject,
    pub old: String,
    pub new: String,
}

impl Renaming {
    /// What `new` as the id of `role` means. `Err` says why it cannot be one.
    pub fn new(
        documents: &[Document],
        handbook: &Handbook,
        (role, new): (Id<Role>, &str),
    ) -> Result<Renaming, String> {
        let old = &handbook.roles[role].slug;
        check(handbook, old, new)?;
        let file = handbook.roles[role].span.file;
        let document = documents.iter().find(|it| it.span.file == file);
        let document = document.ok_or_else(|| format!("`{old}` stands in no file"))?;
        let moved = moved(document, new)?;
        let first =
            Renamed { file, subject: Subject::Role(role), old: old.clone(), new: new.into() };
        let pages = pages(documents, handbook, (&first, &moved));
        Ok(Renaming { renamed: std::iter::once(first).chain(pages).collect(), moved })
    }

    /// The edits of every reference, wherever it stands. What cannot be found word for word is left,
    /// which leads nowhere afterwards and so is seen.
    pub fn edits(
        &self,
        documents: &[Document],
        handbook: &Handbook,
        sources: &dyn Sources,
    ) -> Vec<Edit> {
        let mut edits = Vec::new();
        for document in documents {
            edits.extend(fields::edits(self, document, sources));
            edits.extend(links::edits(self, document, (handbook, sources)));
        }
        edits
    }

    fn role(&self) -> &Renamed {
        &self.renamed[0]
    }

    fn of(&self, subject: Subject) -> Option<&Renamed> {
        self.renamed.iter().find(|it| it.subject == subject)
    }
}

fn check(handbook: &Handbook, old: &str, new: &str) -> Result<(), String> {
    let id = slug(new);
    if id != new || !new.contains(char::is_alphanumeric) {
        let way_out = match new.contains(char::is_alphanumeric) {
            true => format!("write `{id}`"),
            false => "an id needs a letter or a digit".to_owned(),
        };
        return Err(format!("`{new}` cannot be the id of a role: {way_out}"));
    }
    let is = |name: &str| name.to_lowercase() == new.to_lowercase();
    if is(old) {
        return Err(format!("the role has the id `{old}` already"));
    }
    match handbook.roles.iter().find(|(_, it)| is(&it.slug)) {
        Some((_, it)) => Err(format!(
            "there is a role `{}` already, {}: choose another id, or rename that one first",
            it.slug, it.title
        )),
        None => Ok(()),
    }
}

/// The move that gives the document its new id.
fn moved(document: &Document, new: &str) -> Result<Move, String> {
    let path = &document.path;
    let (from, rest) = match is_index(path) {
        true => (path.folder(), format!("/{}", path.file_name())),
        false => (path.as_str(), format!(".{}", path.extension())),
    };
    let folder = from.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    // Where an id is made of the whole path, the file's name is only the end of it.
    let ends = new.match_indices('-').map(|(at, _)| &new[at + 1..]);
    let moved = std::iter::once(new).chain(ends).find_map(|name| {
        let to = format!("{folder}{name}");
        let found = place(&RelPath::new(&format!("{to}{rest}"))?)?;
        let is_it = found.id == new && found.kind == Kind::Role;
        let to = if is_index(path) { to } else { format!("{to}{rest}") };
        is_it.then(|| RelPath::new(&to)).flatten()
    });
    match (RelPath::new(from), moved) {
        (Some(from), Some(to)) => Ok(Move { from, to }),
        _ => Err(format!(
            "no file beside `{path}` can have the id `{new}`: there, ids are made of the whole path"
        )),
    }
}

/// The pages in the role's folder, whose ids begin with the role's.
fn pages(
    documents: &[Document],
    handbook: &Handbook,
    (role, moved): (&Renamed, &Move),
) -> Vec<Renamed> {
    let path = |file| documents.iter().find(|it| it.span.file == file).map(|it| &it.path);
    let pages = handbook.guides.iter().filter_map(|(id, it)| {
        let path = path(it.span.file).filter(|it| moved.moved(it) != **it)?;
        let rest = it.slug.strip_prefix(&role.old).filter(|it| it.starts_with('-'))?;
        let new = format!("{}{rest}", role.new);
        let file = documents.iter().find(|it| it.path == *path)?.span.file;
        Some(Renamed { file, subject: Subject::Guide(id), old: it.slug.clone(), new })
    });
    pages.collect()
}
