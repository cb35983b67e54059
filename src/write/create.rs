//! Files that from then on belong to somebody else: a folder full of them, or one.

#![allow(clippy::disallowed_methods, reason = "the output end, for what begins with a file")]

use crate::content::RelPath;
use anyhow::{Context, ensure};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes `files` into `dir`, which must be empty or missing. Never overwrites anything.
pub fn create(dir: &Path, files: &[(RelPath, &[u8])]) -> anyhow::Result<()> {
    let shown = dir.display();
    ensure!(!dir.exists() || dir.is_dir(), "`{shown}` is a file, not a folder");
    let is_empty = !dir.exists() || fs::read_dir(dir)?.next().is_none();
    ensure!(is_empty, "`{shown}` is not empty: name a folder that is not there yet");
    for (path, bytes) in files {
        let path = dir.join(path.as_str());
        write(&path, bytes).with_context(|| format!("cannot write `{}`", path.display()))?;
    }
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
