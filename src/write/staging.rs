//! Where finished files wait until all of them are there: a folder inside the output folder, since a
//! rename costs nothing only on the same disk.

#![allow(clippy::disallowed_methods, reason = "the output end of the pipeline")]

use super::folder::Folder;
use super::lock::{LOCK, Lock};
use super::replace::{PREFIX, SUFFIX};
use anyhow::Context;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use tempfile::Builder;

/// A place for files that are to be moved to another, which is gone when nobody moved them there.
#[derive(Default)]
pub(super) struct Staging {
    /// Made for the first file: a run that changes nothing leaves nothing behind.
    made: Mutex<Option<Made>>,
    n_files: AtomicUsize,
}

struct Made {
    place: PathBuf,
    /// Held, and let go last, when the place is gone.
    _lock: Lock,
}

impl Staging {
    /// Lays bytes down, and tells where they wait.
    pub(super) fn put(&self, folder: &Folder<'_>, bytes: &[u8]) -> anyhow::Result<PathBuf> {
        let number = self.n_files.fetch_add(1, Ordering::Relaxed);
        let path = self.open(folder)?.join(number.to_string());
        fs::write(&path, bytes).with_context(|| failed(folder.dir))?;
        Ok(path)
    }

    /// From here on nobody else writes into the folder. What earlier runs have left there is gone: it may
    /// be as large as the site.
    pub(super) fn open(&self, folder: &Folder<'_>) -> anyhow::Result<PathBuf> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let made = match &mut *made {
            Some(made) => made,
            nothing => nothing.insert(Made::new(folder)?),
        };
        Ok(made.place.clone())
    }
}

impl Made {
    fn new(folder: &Folder<'_>) -> anyhow::Result<Made> {
        let out = folder.dir;
        let lock = Lock::take(out)?;
        // What is said of the folder so far was read without the lock.
        folder.check_unchanged()?;
        sweep(out).with_context(|| format!("cannot clear `{}`", out.display()))?;
        let place = Builder::new().prefix(PREFIX).suffix(SUFFIX).tempdir_in(out);
        Ok(Made { place: place.with_context(|| failed(out))?.keep(), _lock: lock })
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next run.
        let _ = fs::remove_dir_all(&self.place);
    }
}

fn failed(out: &Path) -> String {
    format!("cannot write into `{}`", out.display())
}

/// Whether runs that were cut short, or one that is at work, have anything in `out`.
pub(super) fn has_leftovers(out: &Path) -> bool {
    fs::read_dir(out)
        .is_ok_and(|mut it| it.any(|it| it.is_ok_and(|it| is_leftover(&it.file_name()))))
}

/// Removes what runs that were cut short have left in `out`, but for the lock, which is ours by now.
fn sweep(out: &Path) -> io::Result<()> {
    for entry in fs::read_dir(out)? {
        let entry = entry?;
        let name = entry.file_name();
        match entry.file_type()?.is_dir() {
            _ if name == LOCK || !is_leftover(&name) => {}
            true => fs::remove_dir_all(entry.path())?,
            false => fs::remove_file(entry.path())?,
        }
    }
    Ok(())
}

/// Whether a file of that name is only there while a run is at work.
pub(super) fn is_leftover(name: &OsStr) -> bool {
    name.to_str().is_some_and(|it| it.starts_with(PREFIX) && it.ends_with(SUFFIX))
}
