//! The project's own files, edited. Out: all of them changed, or none.
//!
//! Every file is read again and must still say what it was read as; every new text is laid beside
//! its place; and only then they take their places, each in one step.

#![allow(clippy::disallowed_methods, reason = "the output end, for what edits the author's files")]

use super::replace::{Staged, stage};
use crate::content::{Content, Move, RelPath, Revised, Revision, edited};
use anyhow::{Context, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// Does what `revision` says to the project that `content` was read from.
pub fn revise(project: &Path, content: &Content, revision: &Revision) -> anyhow::Result<()> {
    let root = project.join(&content.prefix);
    if let Some(moved) = &revision.moved {
        check_move(&root, moved)?;
    }
    let staged = revision.files.iter().map(|it| staged(&root, it));
    let staged = staged.collect::<anyhow::Result<Vec<Staged>>>()?;
    staged.into_iter().try_for_each(Staged::take_place)?;
    match &revision.moved {
        Some(it) => fs::rename(at(&root, &it.from), at(&root, &it.to))
            .with_context(|| format!("cannot rename `{}` to `{}`", it.from, it.to)),
        None => Ok(()),
    }
}

/// The new text of a file, beside it.
fn staged(root: &Path, file: &Revised) -> anyhow::Result<Staged> {
    let failed = || format!("cannot read `{}`", file.path);
    // Whoever links a file here means the file, not the link.
    let path = at(root, &file.path).canonicalize().with_context(failed)?;
    let bytes = fs::read(&path).with_context(failed)?;
    let edited = edited(&bytes, &file.before, &file.edits);
    ensure!(
        edited.is_some(),
        "`{}` has changed since it was read: nothing was written, run this again",
        file.path
    );
    stage(&path, &edited.unwrap_or_default())
}

fn check_move(root: &Path, moved: &Move) -> anyhow::Result<()> {
    let is_taken = at(root, &moved.to).symlink_metadata().is_ok();
    ensure!(!is_taken, "`{}` is there already: nothing was written", moved.to);
    Ok(())
}

fn at(root: &Path, path: &RelPath) -> PathBuf {
    path.segments().fold(root.to_owned(), |folder, name| folder.join(name))
}
