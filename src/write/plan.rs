//! What differs: a pure function from the files of a site and those that were there to a list of changes.

use super::folder::folders;
use super::{Fingerprint, Manifest};
use crate::content::RelPath;
use std::cmp::Reverse;
use std::path::PathBuf;

/// How many of the largest files are named.
const NAMED: usize = 5;

/// What to do, and what the folder holds when it is done.
#[derive(Debug, PartialEq, Eq)]
pub struct Plan {
    /// What has to go first: a file where a folder comes to be, or one in a folder where a file does.
    pub clear: Vec<RelPath>,
    /// What is to be written, one wave after the other: files that are not there, pages that are not there, which may
    /// ask for them, and what takes the place of something. Each is sorted by path.
    pub waves: [Vec<Change>; 3],
    /// What goes last, since the pages that are replaced ask for it: pages, and then what these ask for.
    pub remove: Vec<RelPath>,
    /// How many files already are as they should be.
    pub kept: usize,
    /// How long all files of the site are together.
    pub bytes: u64,
    /// The largest files, the largest first.
    pub largest: Vec<(u64, RelPath)>,
    pub manifest: Manifest,
}

/// A file that is to be written, and where its bytes wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub path: RelPath,
    pub staged: PathBuf,
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub path: RelPath,
    pub fingerprint: Fingerprint,
    /// Where its bytes wait; `None` where the folder has it as it is.
    pub staged: Option<PathBuf>,
}

/// The way from `ours`, what the last run wrote, to the files of the site, which come in no order.
/// Somebody may have removed some, or a run may have been cut short: `is_there` tells what the folder has.
pub fn plan(mut files: Vec<Taken>, ours: &Manifest, is_there: impl Fn(&RelPath) -> bool) -> Plan {
    files.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    let lengths = || files.iter().map(|it| (it.fingerprint.length, &it.path));
    let bytes = lengths().map(|(length, _)| length).sum();
    let largest = largest(lengths());
    let (mut write, mut manifest) = (Vec::new(), Manifest::default());
    let n_files = files.len();
    for Taken { path, fingerprint, staged } in files {
        write.extend(staged.map(|staged| Change { path: path.clone(), staged }));
        manifest.files.insert(path, fingerprint);
    }
    let stale = ours.files.keys().filter(|it| !manifest.files.contains_key(it) && is_there(it));
    let (clear, mut remove): (_, Vec<RelPath>) =
        stale.cloned().partition(|it| is_in_the_way(it, &write));
    remove.sort_by_key(|it| !is_page(it));
    let kept = n_files - write.len();
    let (replaced, new): (Vec<_>, Vec<_>) = write.into_iter().partition(|it| is_there(&it.path));
    let (pages, files) = new.into_iter().partition(|it| is_page(&it.path));
    Plan { clear, waves: [files, pages, replaced], remove, kept, bytes, largest, manifest }
}

impl Plan {
    /// All that is to be written.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        self.waves.iter().flatten()
    }
}

fn is_page(path: &RelPath) -> bool {
    path.extension() == "html"
}

fn is_in_the_way(stale: &RelPath, write: &[Change]) -> bool {
    let inside = format!("{stale}/");
    let next = write.partition_point(|it| it.path.as_str() < inside.as_str());
    let is_written = |path: &RelPath| write.binary_search_by(|it| it.path.cmp(path)).is_ok();
    write.get(next).is_some_and(|it| it.path.as_str().starts_with(&inside))
        || folders(stale).any(|it| is_written(&it))
}

/// The longest of these files, the longest first.
pub(super) fn largest<'a>(files: impl Iterator<Item = (u64, &'a RelPath)>) -> Vec<(u64, RelPath)> {
    let mut files: Vec<_> = files.collect();
    files.sort_by_key(|(length, path)| (Reverse(*length), *path));
    files.into_iter().take(NAMED).map(|(length, path)| (length, path.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(path: &str) -> RelPath {
        RelPath::new(path).unwrap()
    }

    /// A file whose fingerprint is its text, and which differs from what is there or not.
    fn taken(name: &str, text: &str, differs: bool) -> Taken {
        Taken {
            path: path(name),
            fingerprint: Fingerprint { hash: text.to_owned(), length: text.len() as u64 },
            staged: differs.then(|| PathBuf::from(name)),
        }
    }

    #[test]
    fn only_what_differs_is_touched() {
        let all = vec![taken("b", "1", true), taken("a", "1", true), taken("c", "1", true)];
        let first = plan(all, &Manifest::default(), |_| true);
        let paths: Vec<_> = first.changes().map(|it| it.path.as_str()).collect();
        assert_eq!((paths, first.kept, first.bytes), (vec!["a", "b", "c"], 0, 3));

        let some = vec![taken("d", "1", true), taken("a", "1", false), taken("b", "22", true)];
        let second = plan(some, &first.manifest, |_| true);
        assert_eq!(second.changes().map(|it| it.path.as_str()).collect::<Vec<_>>(), ["b", "d"]);
        assert_eq!((second.remove, second.kept), (vec![path("c")], 1));
        assert_eq!(plan(Vec::new(), &first.manifest, |it| it.as_str() == "b").remove, [path("b")]);
        assert_eq!(
            second.manifest.files.keys().map(RelPath::as_str).collect::<Vec<_>>(),
            ["a", "b", "d"]
        );
    }

    #[test]
    fn what_is_missing_comes_before_what_may_ask_for_it() {
        let names = |all: &[Change]| all.iter().map(|it| it.path.to_string()).collect::<Vec<_>>();
        let files =
            || ["a.html", "b.html", "c.html", "d.css"].map(|it| taken(it, "2", true)).into();
        // What was written once may be gone again, where a run was cut short.
        let ours = plan(files(), &Manifest::default(), |_| false).manifest;
        let plan = plan(files(), &ours, |it| ["a.html", "c.html"].contains(&it.as_str()));
        let waves = plan.waves.each_ref().map(|it| names(it));
        assert_eq!(waves, [vec!["d.css"], vec!["b.html"], vec!["a.html", "c.html"]]);
    }

    #[test]
    fn a_page_goes_before_what_it_asks_for() {
        let old = ["a.css", "b.html", "c.js"].map(|it| taken(it, "1", true)).into();
        let old = plan(old, &Manifest::default(), |_| true).manifest;
        let remove = plan(Vec::new(), &old, |_| true).remove;
        assert_eq!(remove, ["b.html", "a.css", "c.js"].map(path));
    }

    #[test]
    fn what_is_in_the_way_goes_first() {
        let names = |all: &[RelPath]| all.iter().map(RelPath::to_string).collect::<Vec<_>>();
        let old = ["a", "a!", "b/c/d", "b/x", "e"].map(|it| taken(it, "1", true)).into();
        let old = plan(old, &Manifest::default(), |_| true).manifest;
        let new = ["a/b", "b/c"].map(|it| taken(it, "1", true)).into();
        let plan = plan(new, &old, |_| true);
        assert_eq!(names(&plan.clear), ["a", "b/c/d"]);
        assert_eq!(names(&plan.remove), ["a!", "b/x", "e"]);
    }

    #[test]
    fn the_largest_files_are_named() {
        let text = "12345678";
        let files = (1..8).map(|it| taken(&it.to_string(), &text[..it], true)).collect();
        let largest = plan(files, &Manifest::default(), |_| true).largest;
        let told: Vec<_> = largest.iter().map(|(length, it)| (*length, it.as_str())).collect();
        assert_eq!(told, [(7, "7"), (6, "6"), (5, "5"), (4, "4"), (3, "3")]);
    }
}
