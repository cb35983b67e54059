//! Where a symbolic link may lead: to what is content by itself, and nowhere else.
//!
//! In: a link, and the walk that met it. Out: why it is not followed, if it is not. Whoever can propose a
//! change to the content can add a link, and a link is one line in a review: it must not publish what
//! lies beside the content, be it in the same project (`.git/config`, `.env`, a file of the deployment).

use super::kind::{Kind, is_unwanted};
use super::problem;
use super::walk::Walk;
use crate::diagnostic::Diagnostic;
use std::path::Path;
use walkdir::DirEntry;

impl Walk<'_> {
    /// Why the folder itself is not walked: it may be a link, but only to a folder of the project.
    pub(super) fn refuses_root(&self) -> Option<Diagnostic> {
        let shown = || self.shown(&self.root);
        let real = self.root.canonicalize().ok();
        match real.as_deref().map(|it| it.strip_prefix(self.boundary)) {
            Some(Ok(below)) if has_unwanted(below) => Some(problem::hidden_link(&shown())),
            Some(Ok(_)) => None,
            _ => Some(problem::escaping_link(&shown(), "project folder")),
        }
    }

    /// Why an entry is not followed, if it is a link. `wanted` is what it would be read as: a kind of
    /// file, or `None` for a folder; `wants` says what a file is by itself.
    pub(super) fn refusal(
        &self,
        entry: &DirEntry,
        wanted: Option<Kind>,
        wants: &impl Fn(&str) -> Option<Kind>,
    ) -> Option<Diagnostic> {
        let link = entry.path_is_symlink().then(|| entry.path())?;
        let shown = self.shown(link);
        let (Ok(root), Ok(target)) = (self.root.canonicalize(), link.canonicalize()) else {
            return Some(problem::dangling_link(&shown));
        };
        if root.starts_with(&target) {
            return Some(problem::looping_link(&shown));
        }
        let Ok(below) = target.strip_prefix(&root) else {
            return Some(problem::escaping_link(&shown, self.called()));
        };
        if wanted.is_none() && self.is_linked(link, &root) {
            return Some(problem::nested_link(&shown));
        }
        let path = below.iter().map(|it| it.to_string_lossy()).collect::<Vec<_>>().join("/");
        let is_other = wanted.is_some() && wants(&path) != wanted;
        let mut above = target.ancestors().take_while(|it| *it != root);
        let is_hidden = is_other || above.any(|it| self.skips(it));
        is_hidden.then(|| problem::hidden_link(&shown))
    }

    /// Whether the walk came here by another link. Of links in linked folders a few can make a handbook of
    /// any size.
    fn is_linked(&self, link: &Path, root: &Path) -> bool {
        let Some(folder) = link.parent() else { return false };
        let below = folder.strip_prefix(&self.root).unwrap_or(folder);
        folder.canonicalize().is_ok_and(|it| it != root.join(below))
    }

    fn called(&self) -> &'static str {
        match self.prefix.as_str() {
            "content/" => "content folder",
            "themes/" => "folder of themes",
            _ => "project folder",
        }
    }
}

fn has_unwanted(path: &Path) -> bool {
    path.iter().any(|it| is_unwanted(&it.to_string_lossy()))
}
