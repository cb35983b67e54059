//! What stands in the way of a plan. Everything is looked at before anything is changed.

#![allow(clippy::disallowed_methods, reason = "the output end of the pipeline")]

use super::Plan;
use super::folder::{Folder, folders};
use crate::content::RelPath;
use anyhow::bail;
use std::fs::{self, DirEntry};

/// Why a file cannot be written.
enum Obstacle {
    /// Somebody else's file has its name; `--force` replaces it.
    Foreign(RelPath),
    /// Something else is where a folder must be.
    NoFolder(RelPath),
    /// A folder is where the file must be.
    Folder(RelPath),
}

/// An error when the plan would run into what is not ours.
pub(super) fn check(folder: &Folder<'_>, plan: &Plan) -> anyhow::Result<()> {
    let mut obstacles = plan.changes().filter_map(|it| obstacle(folder, plan, &it.path));
    let Some(first) = obstacles.next() else { return Ok(()) };
    let more = match obstacles.count() {
        0 => String::new(),
        n => format!(" ({n} more like it)"),
    };
    let shown = |path| format!("`{}`", folder.at(path).display());
    match &first {
        Obstacle::Foreign(path) => bail!(
            "{} is in the way and was not written by rolebook{more}: \
             move it, or pass `--force` to replace it",
            shown(path)
        ),
        Obstacle::NoFolder(path) => {
            bail!("{} must be a folder and is not{more}: move it away", shown(path))
        }
        Obstacle::Folder(path) => {
            bail!("{} must be a file and is a folder{more}: move it away", shown(path))
        }
    }
}

fn obstacle(folder: &Folder<'_>, plan: &Plan, path: &RelPath) -> Option<Obstacle> {
    for above in folders(path) {
        // Nothing is there yet, so nothing can be below it either.
        let found = folder.metadata(&above)?;
        if !found.is_dir() {
            let leaves = plan.clear.contains(&above);
            return (!leaves).then_some(Obstacle::NoFolder(above));
        }
    }
    let found = folder.metadata(path)?;
    if found.is_dir() {
        return (!leaves(folder, plan, path)).then(|| Obstacle::Folder(path.clone()));
    }
    let ours = folder.force || folder.ours.files.contains_key(path);
    (!ours).then(|| Obstacle::Foreign(path.clone()))
}

/// Whether nothing is in a folder but what the plan clears away, and folders that a run left empty which was
/// cut short.
fn leaves(folder: &Folder<'_>, plan: &Plan, path: &RelPath) -> bool {
    let leaves_too = |it: DirEntry| {
        let inner = RelPath::new(&format!("{path}/{}", it.file_name().to_str()?))?;
        let is_folder = it.file_type().ok()?.is_dir();
        Some(if is_folder { leaves(folder, plan, &inner) } else { plan.clear.contains(&inner) })
    };
    let entries = fs::read_dir(folder.at(path));
    entries.is_ok_and(|mut it| it.all(|it| it.ok().and_then(leaves_too) == Some(true)))
}
