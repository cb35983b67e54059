//! Finds the files of a project. In: a folder. Out: what is to be read, and notes of what is odd.
//! The only file that names the crate which walks.
//!
//! Links are followed as long as they stay inside the project, so that nobody publishes a file by
//! accident that was never meant to be part of it.

use super::kind::{Kind, is_unwanted};
use super::{Content, MANIFEST, RelPath, problem};
use crate::diagnostic::Diagnostic;
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
    /// The folder no link may leave.
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
        if !self.root.is_dir() || self.escapes(&self.root, notes) {
            return Ok(found);
        }
        let walk = WalkDir::new(&self.root).min_depth(1).follow_links(true);
        let mut walk = walk.sort_by_file_name().into_iter();
        while let Some(entry) = walk.next() {
            match entry {
                Ok(it) if it.file_type().is_dir() => {
                    if self.skips(&it) || (it.path_is_symlink() && self.refuses(it.path(), notes)) {
                        walk.skip_current_dir();
                    }
                }
                Ok(it) => {
                    let kind = wants(&self.below_root(it.path()));
                    found.extend(kind.and_then(|kind| self.found(&it, kind, notes)));
                }
                Err(error) => self.note_error(error, notes)?,
            }
        }
        Ok(found)
    }

    fn skips(&self, folder: &DirEntry) -> bool {
        let themes =
            self.prefix.is_empty() && folder.depth() == 1 && folder.file_name() == "themes";
        let is_out = || self.out.is_some() && folder.path().canonicalize().ok() == self.out;
        is_passed_over(folder.path()) || themes || folder.path().join(MANIFEST).exists() || is_out()
    }

    fn found(&self, file: &DirEntry, kind: Kind, notes: &mut Content) -> Option<Found> {
        let unwanted = is_passed_over(file.path()) || !file.file_type().is_file();
        if unwanted || (file.path_is_symlink() && self.escapes(file.path(), notes)) {
            return None;
        }
        let path = self.plain_path(file.path());
        if path.is_none() {
            self.note(problem::bad_name, file.path(), notes);
        }
        Some(Found {
            kind,
            shown: self.shown(file.path()),
            disk: file.path().to_owned(),
            path: path?,
        })
    }

    /// Whether a link is better not followed, which is noted.
    fn refuses(&self, link: &Path, notes: &mut Content) -> bool {
        let Ok(target) = link.canonicalize() else { return self.escapes(link, notes) };
        let is_above = self.root.canonicalize().is_ok_and(|it| it.starts_with(target));
        if is_above {
            self.note(problem::looping_link, link, notes);
        }
        is_above || self.escapes(link, notes)
    }

    /// Whether a link leads out of the project, which is noted.
    fn escapes(&self, link: &Path, notes: &mut Content) -> bool {
        let inside = link.canonicalize().is_ok_and(|it| it.starts_with(self.boundary));
        if !inside {
            self.note(problem::escaping_link, link, notes);
        }
        !inside
    }

    /// Says of what is left out why it is.
    fn note(&self, problem: fn(&str) -> Diagnostic, path: &Path, notes: &mut Content) {
        let shown = self.shown(path);
        notes.diagnostics.push(problem(&shown));
        notes.unread.push(shown);
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
        self.note(problem, &path, notes);
        Ok(())
    }

    /// The path below the root if it can be one on every system and in an address.
    fn plain_path(&self, path: &Path) -> Option<RelPath> {
        let below = path.strip_prefix(&self.root).ok()?;
        let names: Option<Vec<&str>> = below.iter().map(|it| it.to_str()).collect();
        let names = names?.join("/");
        RelPath::new(&names).filter(|it| !it.as_str().contains(char::is_control))
    }

    fn shown(&self, path: &Path) -> String {
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
