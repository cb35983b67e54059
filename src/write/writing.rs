//! A site on its way to the disk. Files are taken in whatever order they are finished, and by several
//! threads; nothing of the folder changes until all of them are there.

use super::folder::Folder;
use super::plan::{Taken, plan};
use super::staging::{Staging, sweep};
use super::{Fingerprint, Output, Plan, Written, obstacle};
use crate::picture::card::Letters;
use crate::site::OutputFile;
use anyhow::Context;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Takes the files of a site.
pub struct Writing<'a> {
    folder: Folder<'a>,
    staging: Staging<'a>,
    taken: Mutex<Vec<Taken>>,
    /// What pictures have in common: one for each thread that has drawn any.
    letters: Mutex<Vec<Letters>>,
    /// The first thing that went wrong, after which nothing is taken any more.
    failure: Mutex<Option<anyhow::Error>>,
}

impl<'a> Writing<'a> {
    /// Looks at the folder without changing anything. An error where it could lose somebody's work.
    pub fn begin(output: Output<'a>) -> anyhow::Result<Writing<'a>> {
        let folder = Folder::open(output)?;
        // First of all: what is left of a run that was cut short may be as large as the site.
        sweep(output.dir).with_context(|| format!("cannot read `{}`", output.dir.display()))?;
        Ok(Writing {
            folder,
            staging: Staging::new(output.dir),
            taken: Mutex::default(),
            letters: Mutex::default(),
            failure: Mutex::default(),
        })
    }

    /// Takes a file, and lays it beside the site unless it is there already. Pictures are drawn here,
    /// and only those that differ.
    pub fn take(&self, file: OutputFile) {
        match self.lay(file) {
            Ok(taken) => unlocked(&self.taken).push(taken),
            Err(error) => {
                unlocked(&self.failure).get_or_insert(error);
            }
        }
    }

    fn lay(&self, file: OutputFile) -> anyhow::Result<Taken> {
        if let Some((fingerprint, length)) = self.folder.still_there(&file) {
            return Ok(Taken { path: file.path, fingerprint, length, staged: None });
        }
        let mut letters = unlocked(&self.letters).pop().unwrap_or_default();
        let bytes = file.bytes_by(&mut letters);
        unlocked(&self.letters).push(letters);
        let fingerprint = Fingerprint::of(&file, &bytes);
        let (length, staged) = (bytes.len() as u64, Some(self.staging.put(&bytes)?));
        drop(bytes);
        Ok(Taken { path: file.path, fingerprint, length, staged })
    }

    /// Puts every file in its place, and removes those of ours that the site lacks. Files of others
    /// stay.
    pub fn finish(self) -> anyhow::Result<Written> {
        if let Some(error) = self.failure.into_inner().unwrap_or_else(PoisonError::into_inner) {
            return Err(error);
        }
        let taken = self.taken.into_inner().unwrap_or_else(PoisonError::into_inner);
        let plan = plan(taken, &self.folder.ours, |it| self.folder.has(it));
        obstacle::check(&self.folder, &plan)?;
        self.staging.settle();
        self.folder.carry_out(&plan)?;
        let Plan { write, kept, remove, bytes, largest, .. } = plan;
        let (written, removed) = (write.len(), remove.len());
        Ok(Written { written, unchanged: kept, removed, bytes, largest })
    }
}

// What is behind these locks is whole at every moment.
fn unlocked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
