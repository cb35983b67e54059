//! Where finished files wait until all of them are there: a folder inside the output folder, since a
//! rename costs nothing only on the same disk.

#![allow(clippy::disallowed_methods, reason = "the output end of the pipeline")]

use super::replace::{PREFIX, SUFFIX};
use anyhow::Context;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use tempfile::Builder;

/// A place for files that are to be moved to another, which is gone when nobody moved them there.
pub(super) struct Staging<'a> {
    /// The output folder.
    out: &'a Path,
    /// Made for the first file: a run that changes nothing leaves nothing behind.
    made: Mutex<Option<Made>>,
    n_files: AtomicUsize,
}

struct Made {
    staging: PathBuf,
    /// The output folder and those above it that were not there, the innermost first.
    new: Vec<PathBuf>,
}

impl<'a> Staging<'a> {
    pub(super) fn new(out: &'a Path) -> Staging<'a> {
        Staging { out, made: Mutex::default(), n_files: AtomicUsize::new(0) }
    }

    /// Lays bytes down, and tells where they wait.
    pub(super) fn put(&self, bytes: &[u8]) -> anyhow::Result<PathBuf> {
        let failed = || format!("cannot write into `{}`", self.out.display());
        let folder = self.folder().with_context(failed)?;
        let number = self.n_files.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(number.to_string());
        fs::write(&path, bytes).with_context(failed)?;
        Ok(path)
    }

    fn folder(&self) -> io::Result<PathBuf> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let made = match &mut *made {
            Some(made) => made,
            nothing => {
                let new = self.out.ancestors().take_while(|it| !it.exists());
                let new = new.map(Path::to_owned).collect();
                fs::create_dir_all(self.out)?;
                let staging = Builder::new().prefix(PREFIX).suffix(SUFFIX).tempdir_in(self.out)?;
                // The folders around it go after it, which only we know of.
                nothing.insert(Made { staging: staging.keep(), new })
            }
        };
        Ok(made.staging.clone())
    }

    /// Keeps the folders that were made, now that something has its place in them.
    pub(super) fn settle(&self) {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        made.iter_mut().for_each(|it| it.new.clear());
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next run.
        let _ = fs::remove_dir_all(&self.staging);
        for folder in &self.new {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Removes what runs that were cut short have left in `out`.
pub(super) fn sweep(out: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(out) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let is_ours =
            name.to_str().is_some_and(|it| it.starts_with(PREFIX) && it.ends_with(SUFFIX));
        match entry.file_type()?.is_dir() {
            _ if !is_ours => {}
            true => fs::remove_dir_all(entry.path())?,
            false => fs::remove_file(entry.path())?,
        }
    }
    Ok(())
}
