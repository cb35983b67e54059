//! Waits for a change that matters. The only file that names the crate which watches files.
//!
//! Links are followed as `content` follows them, inside the project: one to the root of the disk must not have all
//! of it watched.

use crate::content::{is_unwanted, linked_folders};
use anyhow::Context;
use notify::event::{Event, EventKind};
use notify::{Config, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

/// A save is often several changes; the last is awaited for this long. Not longer: to show a page again
/// costs little.
const QUIET: Duration = Duration::from_millis(5);

/// What cannot be right may be half a save: then it is awaited for so long.
const CALM: Duration = Duration::from_millis(50);

/// Watches one project folder.
pub struct Watch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    project: PathBuf,
    /// The folders that are watched deeply.
    roots: Vec<PathBuf>,
    /// Where links from there lead, if that is somewhere else; watched deeply, too.
    linked: Vec<PathBuf>,
    /// Where sites are written; what happens there is our own doing.
    out: PathBuf,
    /// What changed since the last [`Watch::wait`] returned, as far as it was noticed.
    changed: BTreeSet<PathBuf>,
}

impl Watch {
    /// Begins to watch. Changes from now on are noticed by the next [`Watch::wait`].
    pub fn start(project: &Path, out: &Path) -> anyhow::Result<Watch> {
        let missing = || format!("there is no folder `{}`", project.display());
        let project = project.canonicalize().with_context(missing)?;
        let out = std::path::absolute(out)?;
        let (sender, events) = mpsc::channel();
        let config = Config::default().with_follow_symlinks(false);
        let watcher =
            RecommendedWatcher::new(sender, config).context("cannot watch for changes")?;
        let (roots, linked, changed) = (Vec::new(), Vec::new(), BTreeSet::new());
        let mut watch = Watch { watcher, events, project, roots, linked, out, changed };
        watch.arm()?;
        Ok(watch)
    }

    /// Returns when something changed that a build may depend on, and calm has come back.
    pub fn wait(&mut self) -> anyhow::Result<BTreeSet<PathBuf>> {
        let mut changed = std::mem::take(&mut self.changed);
        while changed.is_empty() {
            let event = self.events.recv().context("cannot watch for changes any more")?;
            changed.extend(self.changed(event));
            while let Ok(event) = self.events.recv_timeout(QUIET) {
                changed.extend(self.changed(event));
            }
        }
        // A folder that came, or was replaced, has to be watched anew, and so has where a new link leads.
        let is_root = |it: &PathBuf| self.roots.contains(it) || self.linked.contains(it);
        let is_other = |it: &PathBuf| is_root(it) || it.is_symlink();
        if self.roots != self.wanted() || changed.iter().any(is_other) {
            self.arm()?;
        }
        Ok(changed)
    }

    /// Whether nothing changes for a while. If something does, the next [`Watch::wait`] tells at once.
    pub fn is_calm(&mut self) -> bool {
        while let Ok(event) = self.events.recv_timeout(CALM) {
            let changed = self.changed(event);
            self.changed.extend(changed);
            if !self.changed.is_empty() {
                return false;
            }
        }
        true
    }

    /// The paths of an event that matter; the project stands for "something was missed".
    fn changed(&self, event: notify::Result<Event>) -> Vec<PathBuf> {
        match event {
            // Reading is an event, too, and we read everything.
            Ok(event) if matches!(event.kind, EventKind::Access(_)) => Vec::new(),
            Ok(event) if !event.need_rescan() => {
                event.paths.into_iter().filter(|it| self.matters(it)).collect()
            }
            _ => vec![self.project.clone()],
        }
    }

    fn matters(&self, path: &Path) -> bool {
        let Ok(below) = path.strip_prefix(&self.project) else { return true };
        let is_out = path.starts_with(&self.out)
            || self.out.canonicalize().is_ok_and(|out| path.starts_with(out));
        !is_out && !below.iter().any(|name| is_noise(&name.to_string_lossy()))
    }

    /// The folders in which anything may happen.
    fn wanted(&self) -> Vec<PathBuf> {
        let below = |name| self.project.join(name);
        match below("content").is_dir() {
            true => vec![below("content"), below("themes")],
            false => vec![self.project.clone()],
        }
    }

    /// Watches the roots deeply and the project itself flatly, so that a root may come and go.
    fn arm(&mut self) -> anyhow::Result<()> {
        let wanted = self.wanted();
        let linked = linked_folders(&self.project, &wanted);
        let old = std::mem::replace(&mut self.roots, wanted);
        let left = std::mem::replace(&mut self.linked, linked);
        for path in old.iter().chain(&left).chain([&self.project]) {
            // It may never have been watched, or be gone: nothing is lost either way.
            let _ = self.watcher.unwatch(path);
        }
        if !self.roots.contains(&self.project) {
            watch(&mut self.watcher, &self.project, RecursiveMode::NonRecursive)?;
        }
        // A root that is a link itself is among those that links lead to.
        let roots = self.roots.iter().filter(|it| !it.is_symlink());
        for root in roots.chain(&self.linked) {
            watch(&mut self.watcher, root, RecursiveMode::Recursive)?;
        }
        Ok(())
    }
}

/// A folder that is not there is noticed when it comes.
fn watch(watcher: &mut RecommendedWatcher, path: &Path, mode: RecursiveMode) -> anyhow::Result<()> {
    match watcher.watch(path, mode) {
        Err(error) if path.is_dir() => {
            Err(error).with_context(|| format!("cannot watch `{}`", path.display()))
        }
        _ => Ok(()),
    }
}

/// Names that editors and other tools use for files of their own. With `4913` Vim makes sure that
/// it may write.
fn is_noise(name: &str) -> bool {
    is_unwanted(name)
        || name.starts_with('#')
        || name.ends_with('~')
        || [".swp", ".swx", ".tmp", ".bak", ".part", "___jb_old___"]
            .iter()
            .any(|it| name.ends_with(it))
        || name == "4913"
}

#[cfg(test)]
mod tests {
    use super::is_noise;

    #[test]
    fn files_of_editors_are_noise() {
        for name in [".git", "a.md~", ".a.md.swp", "#a.md#", "4913", "a.md.tmp", "node_modules"] {
            assert!(is_noise(name), "{name}");
        }
        for name in ["a.md", "roles", "2026", "logo.svg"] {
            assert!(!is_noise(name), "{name}");
        }
    }
}
