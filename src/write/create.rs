//! Fills a new folder with files that from then on belong to somebody else.

#![allow(clippy::disallowed_methods, reason = "the output end, for `rolebook new`")]

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

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    File::create_new(path)?.write_all(bytes)
}
