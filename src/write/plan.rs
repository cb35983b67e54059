//! What differs: a pure function from the site and the files that are there to a list of changes.

use super::Manifest;
use crate::content::RelPath;
use crate::site::{OutputFile, Site};

/// What to do, and what the folder holds when it is done.
#[derive(Debug, PartialEq, Eq)]
pub struct Plan<'a> {
    pub write: Vec<&'a OutputFile>,
    pub remove: Vec<RelPath>,
    /// How many files already are as they should be.
    pub kept: usize,
    pub manifest: Manifest,
}

/// The way from `present`, the files of ours that are there, to `site`.
pub fn plan<'a>(site: &'a Site, present: &Manifest) -> Plan<'a> {
    let manifest = Manifest::of(site);
    let differs = |it: &&OutputFile| present.0.get(&it.path) != manifest.0.get(&it.path);
    let write: Vec<_> = site.files.iter().filter(differs).collect();
    let stale = present.0.keys().filter(|it| !manifest.0.contains_key(it));
    Plan { remove: stale.cloned().collect(), kept: site.files.len() - write.len(), write, manifest }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        let file = |&(path, text): &(&str, &str)| OutputFile {
            path: RelPath::new(path).unwrap(),
            bytes: text.as_bytes().into(),
        };
        Site { files: files.iter().map(file).collect() }
    }

    #[test]
    fn only_what_differs_is_touched() {
        let old = site(&[("a", "1"), ("b", "1"), ("c", "1")]);
        let new = site(&[("a", "1"), ("b", "2"), ("d", "1")]);
        let plan = plan(&new, &Manifest::of(&old));
        assert_eq!(plan.write, [&new.files[1], &new.files[2]]);
        assert_eq!(plan.remove, [RelPath::new("c").unwrap()]);
        assert_eq!(plan.kept, 1);
        assert_eq!(plan.manifest, Manifest::of(&new));
    }
}
