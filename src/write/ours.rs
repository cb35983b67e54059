//! Whose an output folder is. In: the folder, and the project that is built. Out: what the last run wrote
//! there, or that it is somebody else's. Changes nothing.

#![allow(clippy::disallowed_methods, reason = "the output end of the pipeline")]

use super::Manifest;
use super::staging::is_leftover;
use crate::content::MANIFEST;
use anyhow::{Context, bail};
use std::fs;
use std::path::Path;

/// The handbook itself must never be mixed with what is made from it, not even by force.
pub(super) fn refuse_source(dir: &Path, project: &Path) -> anyhow::Result<()> {
    let real = |path: &Path| path.canonicalize().ok();
    let dir_is_above =
        |path: &Path| real(path).zip(real(dir)).is_some_and(|(a, b)| a.starts_with(b));
    let is_root = real(dir).is_some_and(|it| it.parent().is_none());
    if is_root || dir_is_above(project) || dir_is_above(&project.join("content")) {
        bail!("`{}` holds the handbook itself: name another folder with `--out`", dir.display());
    }
    Ok(())
}

/// What we wrote into an existing folder; `None` when it holds files and none is known to be ours.
pub(super) fn read_manifest(dir: &Path) -> anyhow::Result<Option<Manifest>> {
    let failed = || format!("cannot read `{}`", dir.display());
    let mut entries = fs::read_dir(dir).with_context(failed)?;
    // A first run may have been cut short before it had a manifest.
    if entries.all(|it| it.is_ok_and(|it| is_leftover(&it.file_name()))) {
        return Ok(Some(Manifest::default()));
    }
    let path = dir.join(MANIFEST);
    if !path.exists() {
        return Ok(None);
    }
    Ok(fs::read(&path).ok().and_then(|it| Manifest::parse(&String::from_utf8(it).ok()?)))
}
