//! Paths as values: relative, forward slashes, no `..`, equal on every system.

use crate::spelling::{composed, has_drive};
use serde::Serialize;
use std::fmt;

/// A path below some root. Invariant: segments joined by `/`, none empty, `.` or `..`, and none that
/// Windows would take for the beginning of a path of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct RelPath(String);

impl RelPath {
    /// `None` when a segment would leave the root or could not be a file's name.
    pub fn new(path: &str) -> Option<RelPath> {
        let fine = |segment: &str| {
            let is_plain = !matches!(segment, "" | "." | "..") && !segment.contains(['\\', '\0']);
            is_plain && !has_drive(segment)
        };
        path.split('/').all(fine).then(|| RelPath(path.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn segments(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.split('/')
    }

    /// The last segment: `senior.md` of `roles/senior.md`.
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The file name without its extension: `senior`.
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// What follows the last dot of the file name, as written; empty when there is none.
    pub fn extension(&self) -> &str {
        self.file_name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// The folders above the file: `roles` of `roles/senior.md`, empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The path that a relative reference means when it stands in this file; `None` when it
    /// would leave the root or names nothing. However its letters are put together, those of the
    /// answer are composed, as the paths of pictures are.
    pub fn resolve(&self, reference: &str) -> Option<RelPath> {
        let mut segments: Vec<&str> = match reference.strip_prefix('/') {
            Some(_) => Vec::new(),
            None => self.folder().split('/').filter(|it| !it.is_empty()).collect(),
        };
        for segment in reference.split('/') {
            match segment {
                "" | "." => {}
                ".." => drop(segments.pop()?),
                name => segments.push(name),
            }
        }
        RelPath::new(&composed(&segments.join("/")))
    }

    /// The same path with every letter and its marks as one.
    pub(super) fn composed(&self) -> RelPath {
        RelPath(composed(&self.0).into_owned())
    }
}

impl fmt::Display for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
    use std::path::{Component, Path};

    #[test]
    fn a_path_never_leaves_its_root() {
        assert_eq!(RelPath::new("../x"), None);
        assert_eq!(RelPath::new("a//b"), None);
        for drive in ["C:", "c:/Windows", "a/D:b", "C:\\a", "\\\\host\\a", "\\\\?\\C:\\a"] {
            assert_eq!(RelPath::new(drive), None, "{drive}");
        }
        let file = RelPath::new("roles/a.md").expect("a plain path");
        assert_eq!(file.resolve("../../x.md"), None);
        assert_eq!(file.resolve("../guides/b.md"), RelPath::new("guides/b.md"));
        assert_eq!(file.resolve("/guides/b.md"), RelPath::new("guides/b.md"));
        assert_eq!(file.resolve("./b.md"), RelPath::new("roles/b.md"));
        assert_eq!(file.resolve("u\u{308}.png"), RelPath::new("roles/\u{fc}.png"));
    }

    proptest! {
        #[test]
        fn no_reference_leads_out_of_the_root(reference in "([a-c./\\\\:]|\\.\\./|%2e){0,12}") {
            let file = RelPath::new("roles/a.md").expect("a plain path");
            if let Some(found) = file.resolve(&reference) {
                let mut plain = Path::new("root").join(found.as_str());
                prop_assert!(plain.components().all(|it| matches!(it, Component::Normal(_))));
                prop_assert!(plain.pop() && plain.starts_with("root"));
                prop_assert_eq!(RelPath::new(found.as_str()), Some(found));
            }
        }
    }
}
