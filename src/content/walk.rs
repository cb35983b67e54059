//! Finds the files of a project. In: a folder. Out: what is to be read, and notes of what is odd.
//! With `link.rs` the only file that names the crate which walks.
//!
//! Links are followed as long as they lead to what is found anyway (`link.rs`), so that nobody publishes
//! a file that was never meant to be part of it.

use super::kind::{Kind, is_unwanted};
use super::{Content, MANIFEST, RelPath, problem};
use crate::diagnostic::Diagnostic;
use crate::spelling::{broken, unportable};
use anyhow::Context;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file that is to be read.
pub(super) struct Found {
    pub(super) kind: Kind,
    /// Where it is on this machine.
    pub(super) disk: PathBuf,
    /// Its path as an author knows it.
    pub(super) shown: String,
    pub(super) path: RelPath,
}

/// One walk through one folder.
pub(super) struct Walk<'a> {
    pub(super) root: PathBuf,
    /// What stands before a path when it is shown.
    pub(super) prefix: String,
    /// Where the site is written, which is never content.
    pub(super) out: Option<PathBuf>,
    /// The project folder, which the root may not leave.
    pub(super) boundary: &'a Path,
}

impl Walk<'_> {
    /// The files that are wanted; what is odd on the way is noted in `notes`.
    pub(super) fn files(
        &self,
        wants: impl Fn(&str) -> Option<Kind>,
        notes: &mut Content,
    ) -> anyhow::Result<Vec<Found>> {
        let mut found = Vec::new();
        if !self.root.is_dir() {
            return Ok(found);
        }
        if let Some(refusal) = self.refuses_root() {
            self.note(refusal, &self.root, notes);
            return Ok(found);
        }
        let walk = WalkDir::new(&self.root).min_depth(1).follow_links(true);
        let mut walk = walk.sort_by_file_name().into_iter();
        while let Some(entry) = walk.next() {
            match entry {
                Ok(it) if it.file_type().is_dir() => {
                    let refusal = self.refusal(&it, None, &wants);
                    if self.skips(it.path()) || self.is_refused(refusal, it.path(), notes) {
                        walk.skip_current_dir();
                    }
                }
                Ok(it) if is_passed_over(it.path()) || !it.file_type().is_file() => {}
                Ok(it) => {
                    let kind = wants(&self.below_root(it.path()));
                    let refusal = kind.and_then(|_| self.refusal(&it, kind, &wants));
                    let kind = kind.filter(|_| !self.is_refused(refusal, it.path(), notes));
                    found.extend(kind.and_then(|kind| self.found(&it, kind, notes)));
                }
                Err(error) => self.note_error(error, notes)?,
            }
        }
        Ok(found)
    }

    /// Whether a folder is none of content's business.
    pub(super) fn skips(&self, folder: &Path) -> bool {
        let is_themes = self.prefix.is_empty() && folder == self.root.join("themes");
        let is_out = || self.out.is_some() && folder.canonicalize().ok() == self.out;
        is_passed_over(folder) || is_themes || folder.join(MANIFEST).exists() || is_out()
    }

    /// Whether there is something to say against following a link; it is noted.
    fn is_refused(&self, refusal: Option<Diagnostic>, link: &Path, notes: &mut Content) -> bool {
        let is_refused = refusal.is_some();
        refusal.into_iter().for_each(|it| self.note(it, link, notes));
        is_refused
    }

    fn found(&self, file: &DirEntry, kind: Kind, notes: &mut Content) -> Option<Found> {
        let path = self.plain_path(file.path(), notes)?;
        // What is published under its own name has one name on every system. A text is written to
        // again by its path, so that one has to be as the disk has it.
        let path = if kind == Kind::Asset { path.composed() } else { path };
        Some(Found { kind, shown: self.shown(file.path()), disk: file.path().to_owned(), path })
    }

    /// Says something of a file or folder, once.
    fn note(&self, diagnostic: Diagnostic, path: &Path, notes: &mut Content) {
        let shown = self.shown(path);
        if !notes.unread.contains(&shown) {
            notes.diagnostics.push(diagnostic);
            notes.unread.push(shown);
        }
    }

    /// A link that leads nowhere is the author's to mend; all else is the machine's fault.
    fn note_error(&self, error: walkdir::Error, notes: &mut Content) -> anyhow::Result<()> {
        let path = error.path().unwrap_or(&self.root).to_owned();
        if is_passed_over(&path) {
            return Ok(());
        }
        let is_loop = error.loop_ancestor().is_some();
        if !is_loop && !path.is_symlink() {
            return Err(error).with_context(|| format!("cannot read `{}`", self.shown(&path)));
        }
        let problem = if is_loop { problem::looping_link } else { problem::dangling_link };
        self.note(problem(&self.shown(&path)), &path, notes);
        Ok(())
    }

    /// The path below the root if it can be one on every system and in an address. What is wrong with
    /// the name of a folder is noted of the folder.
    fn plain_path(&self, path: &Path, notes: &mut Content) -> Option<RelPath> {
        let (mut at, mut names) = (self.root.clone(), Vec::new());
        for name in path.strip_prefix(&self.root).ok()? {
            at.push(name);
            let fault = name.to_str().map(broken);
            let Some((name, None)) = name.to_str().zip(fault) else {
                self.note(problem::bad_name(&self.shown(&at), fault.flatten()), &at, notes);
                return None;
            };
            if let Some(fault) = unportable(name) {
                self.note(problem::unportable_name(&self.shown(&at), fault), &at, notes);
            }
            names.push(name);
        }
        RelPath::new(&names.join("/"))
    }

    pub(super) fn shown(&self, path: &Path) -> String {
        format!("{}{}", self.prefix, self.below_root(path)).trim_end_matches('/').to_owned()
    }

    /// The path below the root, made printable.
    fn below_root(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        let names: Vec<_> = below.iter().map(|it| it.to_string_lossy()).collect();
        let printable = |it: char| if it.is_control() { char::REPLACEMENT_CHARACTER } else { it };
        names.join("/").chars().map(printable).collect()
    }
}

/// The folders of the project that are read because of links in `roots`, or because a root is one.
pub fn linked_folders(project: &Path, roots: &[PathBuf]) -> Vec<PathBuf> {
    let (mut found, mut open) = (Vec::new(), roots.to_vec());
    while let Some(folder) = open.pop() {
        let entries = WalkDir::new(folder).follow_root_links(false).into_iter();
        let entries = entries.filter_entry(|it| !is_passed_over(it.path())).flatten();
        let links = entries.filter(DirEntry::path_is_symlink);
        for target in links.filter_map(|it| it.path().canonicalize().ok()) {
            let is_known = roots.iter().chain(&found).any(|it| target.starts_with(it));
            let is_above = roots.iter().any(|it| it.starts_with(&target));
            if target.is_dir() && target.starts_with(project) && !is_known && !is_above {
                open.push(target.clone());
                found.push(target);
            }
        }
    }
    found
}

fn is_passed_over(path: &Path) -> bool {
    is_unwanted(&path.file_name().unwrap_or_default().to_string_lossy())
}
