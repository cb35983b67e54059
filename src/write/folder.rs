//! The output folder as it is, and the work on it. Refuses what could lose somebody's work.

#![allow(clippy::disallowed_methods, reason = "the output end of the pipeline")]

use super::ours::{read_manifest, refuse_source};
use super::replace::replace;
use super::{Change, Fingerprint, Manifest, Output, Plan};
use crate::content::{MANIFEST, RelPath};
use crate::site::OutputFile;
use anyhow::{Context, bail, ensure};
use rayon::prelude::{ParallelIterator, ParallelSlice};
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

/// A folder that may be written into.
pub(super) struct Folder<'a> {
    pub(super) dir: &'a Path,
    pub(super) force: bool,
    /// What the last run wrote, whether or not it is still there.
    pub(super) ours: Manifest,
}

impl<'a> Folder<'a> {
    /// Looks at the folder without changing anything.
    pub(super) fn open(output: Output<'a>) -> anyhow::Result<Folder<'a>> {
        let Output { dir, project, force } = output;
        let ours = if dir.exists() {
            ensure!(dir.is_dir(), "`{}` is a file, not a folder", dir.display());
            refuse_source(dir, project)?;
            read_manifest(dir)?
        } else {
            Some(Manifest::default())
        };
        if ours.is_none() && !force {
            bail!(
                "`{}` is not empty and was not written by rolebook: name another folder with \
                 `--out`, or pass `--force` to write into it (files that are not ours stay)",
                dir.display()
            );
        }
        Ok(Folder { dir, force, ours: ours.unwrap_or_default() })
    }

    /// What the file is and how long, if it is in the folder as we would write it. Somebody may have
    /// deleted or edited it; the length tells without reading it.
    pub(super) fn still_there(&self, file: &OutputFile) -> Option<Fingerprint> {
        let was = self.ours.files.get(&file.path).filter(|it| it.is_of(file))?;
        let is_ours = self.has_as(&file.path, was) && self.is_in_real_folder(&file.path);
        is_ours.then(|| was.clone())
    }

    /// Whether every file of ours is in the folder as we wrote it, as far as lengths tell.
    pub(super) fn is_whole(&self) -> bool {
        let files: Vec<_> = self.ours.files.iter().collect();
        // Sorted, so that what is in one folder is side by side.
        let folders = files.par_chunk_by(|(one, _), (other, _)| folder(one) == folder(other));
        folders.all(|it| {
            it.first().is_none_or(|(path, _)| self.is_in_real_folder(path))
                && it.iter().all(|(path, was)| self.has_as(path, was))
        })
    }

    fn has_as(&self, path: &RelPath, was: &Fingerprint) -> bool {
        self.metadata(path).is_some_and(|it| it.is_file() && it.len() == was.length)
    }

    /// Whether a file is at `path`, whatever has become of its bytes. What is behind a link is not ours.
    pub(super) fn has(&self, path: &RelPath) -> bool {
        self.metadata(path).is_some_and(|it| it.is_file()) && self.is_in_real_folder(path)
    }

    /// Whether there is nothing to do.
    pub(super) fn is_as_planned(&self, plan: &Plan) -> bool {
        plan.changes().next().is_none() && plan.manifest == self.ours
    }

    /// An error where somebody has written into the folder since it was opened.
    pub(super) fn check_unchanged(&self) -> anyhow::Result<()> {
        let now = read_manifest(self.dir)?.unwrap_or_default();
        let shown = self.dir.display();
        ensure!(
            now == self.ours,
            "another build has written into `{shown}` meanwhile: run this again"
        );
        Ok(())
    }

    /// Does what `plan` says, in its order; the manifest that speaks of it comes last. So what a page asks for
    /// is there at every moment.
    pub(super) fn carry_out(&self, plan: &Plan) -> anyhow::Result<()> {
        if self.is_as_planned(plan) {
            return Ok(());
        }
        self.save(&self.claim(plan))?;
        plan.clear.iter().try_for_each(|it| self.remove(it))?;
        for changes in &plan.waves {
            // Sorted, so that what is in one folder is side by side.
            let folders = changes.par_chunk_by(|a, b| folder(&a.path) == folder(&b.path));
            folders.try_for_each(|it| self.put(it))?;
        }
        plan.remove.iter().try_for_each(|it| self.remove(it))?;
        self.save(&plan.manifest)
    }

    /// Moves files into a folder that they share.
    fn put(&self, changes: &[Change]) -> anyhow::Result<()> {
        let failed = |it: &Path| format!("cannot write `{}`", it.display());
        for Change { path, staged } in changes {
            let path = self.at(path);
            // On the same disk by construction.
            if fs::rename(staged, &path).is_err() {
                let folder = path.parent().unwrap_or(&path);
                fs::create_dir_all(folder).with_context(|| failed(&path))?;
                remove_empty(&path);
                fs::rename(staged, &path).with_context(|| failed(&path))?;
            }
        }
        Ok(())
    }

    /// Ours, and what is about to be: should the run be cut short, the next one knows which files
    /// it may replace, and that their bytes are uncertain.
    fn claim(&self, plan: &Plan) -> Manifest {
        let mut claim = Manifest { origin: None, ..self.ours.clone() };
        let uncertain = |it: &Change| (it.path.clone(), Fingerprint::uncertain());
        claim.files.extend(plan.changes().map(uncertain));
        claim
    }

    fn save(&self, manifest: &Manifest) -> anyhow::Result<()> {
        replace(&self.dir.join(MANIFEST), manifest.to_json().as_bytes())
    }

    /// Removes a file, and the folders that are empty without it.
    fn remove(&self, path: &RelPath) -> anyhow::Result<()> {
        let file = self.at(path);
        fs::remove_file(&file).with_context(|| format!("cannot remove `{}`", file.display()))?;
        let folders = file.ancestors().skip(1).take_while(|it| *it != self.dir);
        // A folder that holds anything else refuses, and so do all above it.
        folders.map_while(|it| fs::remove_dir(it).ok()).for_each(drop);
        Ok(())
    }

    pub(super) fn at(&self, path: &RelPath) -> PathBuf {
        path.segments().fold(self.dir.to_owned(), |folder, name| folder.join(name))
    }

    /// What is at `path` itself, be it only a link.
    pub(super) fn metadata(&self, path: &RelPath) -> Option<Metadata> {
        self.at(path).symlink_metadata().ok()
    }

    /// Whether no link leads from the output folder to `path`: what is behind one is not ours.
    fn is_in_real_folder(&self, path: &RelPath) -> bool {
        folders(path).all(|it| self.metadata(&it).is_some_and(|it| it.is_dir()))
    }
}

/// Removes a folder and those in it, if nothing but folders is there. Any other is left, and no link is followed.
fn remove_empty(folder: &Path) {
    let inner = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = inner.filter(|it| it.file_type().is_ok_and(|it| it.is_dir()));
    folders.for_each(|it| remove_empty(&it.path()));
    let _ = fs::remove_dir(folder);
}

/// The folder that a file is in.
fn folder(path: &RelPath) -> &str {
    path.as_str().rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folders above a file, the outermost first.
pub(super) fn folders(path: &RelPath) -> impl Iterator<Item = RelPath> {
    let path = path.as_str();
    path.match_indices('/').filter_map(move |(at, _)| RelPath::new(&path[..at]))
}
