//! A site on its way to the disk. Files are taken in whatever order they are finished, and by several
//! threads; no file of the folder changes until all of them are there.

use super::folder::Folder;
use super::plan::{Taken, largest, plan};
use super::staging::{Staging, has_leftovers};
use super::{Fingerprint, Manifest, Origin, Output, Plan, Written, obstacle};
use crate::gathering::Gathering;
use crate::picture::card::Letters;
use crate::site::{OutputFile, Take};

/// Takes the files of a site.
pub struct Writing<'a> {
    folder: Folder<'a>,
    staging: Staging,
    taken: Gathering<Taken>,
    /// What pictures have in common: one for each thread that draws any.
    letters: Gathering<Letters>,
    /// What went wrong, after which nothing is taken any more.
    failures: Gathering<anyhow::Error>,
}

impl<'a> Writing<'a> {
    /// Looks at the folder. An error where it could lose somebody's work.
    pub fn begin(output: Output<'a>) -> anyhow::Result<Writing<'a>> {
        Ok(Writing {
            folder: Folder::open(output)?,
            staging: Staging::default(),
            taken: Gathering::default(),
            letters: Gathering::default(),
            failures: Gathering::default(),
        })
    }

    /// What was done where nothing is to be: if the folder holds the site of `origin`, whole.
    pub fn unchanged(&self, origin: &Origin) -> Option<Written> {
        let Manifest { files, origin: made_from } = &self.folder.ours;
        let is_made = made_from.as_ref() == Some(origin) && self.folder.is_whole();
        if !is_made || has_leftovers(self.folder.dir) {
            return None;
        }
        let lengths = || files.iter().map(|(path, it)| (it.length, path));
        Some(Written {
            unchanged: files.len(),
            bytes: lengths().map(|(length, _)| length).sum(),
            largest: largest(lengths()),
            ..Written::default()
        })
    }

    fn lay(&self, file: OutputFile) -> anyhow::Result<Taken> {
        if let Some(fingerprint) = self.folder.still_there(&file) {
            return Ok(Taken { path: file.path, fingerprint, staged: None });
        }
        let mut letters = self.letters.any().unwrap_or_default();
        let bytes = file.bytes_by(&mut letters);
        self.letters.add(letters);
        let fingerprint = Fingerprint::of(&file, &bytes);
        let staged = Some(self.staging.put(&self.folder, &bytes)?);
        drop(bytes);
        Ok(Taken { path: file.path, fingerprint, staged })
    }

    /// Puts every file in its place, and removes those of ours that the site lacks. Files of others
    /// stay. Where the site is to be known by its `origin`, nobody need make it again.
    pub fn finish(self, origin: Option<Origin>) -> anyhow::Result<Written> {
        if let Some(error) = self.failures.any() {
            return Err(error);
        }
        let mut plan = plan(self.taken.into_all(), &self.folder.ours, |it| self.folder.has(it));
        plan.manifest.origin = origin;
        if !self.folder.is_as_planned(&plan) || has_leftovers(self.folder.dir) {
            self.staging.open(&self.folder)?;
            obstacle::check(&self.folder, &plan)?;
            self.folder.carry_out(&plan)?;
        }
        let (written, removed) = (plan.changes().count(), plan.clear.len() + plan.remove.len());
        let Plan { kept, bytes, largest, .. } = plan;
        Ok(Written { written, unchanged: kept, removed, bytes, largest })
    }
}

impl Take for Writing<'_> {
    /// Lays the file beside the site unless it is there already. Pictures are drawn here, and only those
    /// that differ.
    fn take(&self, file: OutputFile) {
        match self.lay(file) {
            Ok(taken) => self.taken.add(taken),
            Err(error) => self.failures.add(error),
        }
    }

    fn is_done(&self) -> bool {
        !self.failures.is_empty()
    }
}
