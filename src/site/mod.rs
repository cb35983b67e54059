//! Stage 5: pages become files, in memory.

use crate::content::RelPath;
use std::sync::Arc;

/// A finished file of the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OutputFile {
    pub path: RelPath,
    pub bytes: Arc<[u8]>,
}

/// The finished site. Invariant: sorted by path, no path twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    pub files: Vec<OutputFile>,
}

impl Site {
    /// The file at `path`, which is relative to the site's root: `roles/a/index.html`.
    pub fn file(&self, path: &str) -> Option<&OutputFile> {
        let index = self.files.binary_search_by(|it| it.path.as_str().cmp(path)).ok()?;
        Some(&self.files[index])
    }
}
