//! Files that from then on belong to somebody else: a folder full of them, or one.

#![allow(clippy::disallowed_methods, reason = "the output end, for what begins with a file")]

use crate::content::RelPath;
use anyhow::{Context, ensure};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes `files` into `dir`, which must be empty or missing. Never overwrites anything.
pub fn create<T: AsRef<[u8]>>(dir: &Path, files: &[(RelPath, T)]) -> anyhow::Result<()> {
    let shown = dir.display();
    ensure!(!dir.exists() || dir.is_dir(), "`{shown}` is a file, not a folder");
    let is_empty = !dir.exists() || is_empty(dir)?;
    ensure!(is_empty, "`{shown}` is not empty: name a folder that is not there yet");
    for (path, bytes) in files {
        let path = dir.join(path.as_str());
        let written = write(&path, bytes.as_ref());
        written.with_context(|| format!("cannot write `{}`", path.display()))?;
    }
    Ok(())
}

/// Whether nothing is there but what `git init` or a clone of an empty repository leaves.
fn is_empty(dir: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(dir)? {
        if entry?.file_name() != ".git" {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Refuses a folder that lies in the one that it is to be made from, or around it: a copy would be
/// part of what is copied.
pub fn apart(dir: &Path, from: &Path) -> anyhow::Result<()> {
    let place = std::path::absolute(dir)?;
    let found = place.ancestors().find_map(|it| Some((it, it.canonicalize().ok()?)));
    let (there, real) =
        found.with_context(|| format!("there is no place for `{}`", dir.display()))?;
    let dir_there = real.join(place.strip_prefix(there)?);
    let old =
        from.canonicalize().with_context(|| format!("there is no folder `{}`", from.display()))?;
    let (dir, from) = (dir.display(), from.display());
    ensure!(!dir_there.starts_with(&old), "`{dir}` lies in `{from}`: name a folder beside it");
    ensure!(!old.starts_with(&dir_there), "`{from}` lies in `{dir}`: name a folder beside it");
    Ok(())
}

/// Writes one file, which must not be there. Never overwrites anything.
pub fn add(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let shown = path.display();
    let is_taken = path.symlink_metadata().is_ok();
    ensure!(!is_taken, "`{shown}` is there already: remove it first, or name another with `--to`");
    write(path, bytes).with_context(|| format!("cannot write `{shown}`"))
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    File::create_new(path)?.write_all(bytes)
}
