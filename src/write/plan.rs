//! What differs: a pure function from the site and the files that are there to a list of changes.

use super::{Fingerprint, Manifest};
use crate::content::RelPath;
use crate::picture::card::Letters;
use crate::site::{OutputFile, Site};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::borrow::Cow;

/// What to do, and what the folder holds when it is done.
#[derive(Debug, PartialEq, Eq)]
pub struct Plan<'a> {
    pub write: Vec<Change<'a>>,
    pub remove: Vec<RelPath>,
    /// How many files already are as they should be.
    pub kept: usize,
    /// How long all files of the site are together.
    pub bytes: u64,
    pub manifest: Manifest,
}

/// A file that is to be written.
#[derive(Debug, PartialEq, Eq)]
pub struct Change<'a> {
    pub path: &'a RelPath,
    pub bytes: Cow<'a, [u8]>,
}

/// The way from `present`, the files of ours that are there, to `site`. Pictures are drawn here, and
/// only those that differ.
pub fn plan<'a>(site: &'a Site, present: &Manifest) -> Plan<'a> {
    let row = |letters: &mut Letters, it: &'a OutputFile| row(it, present.0.get(&it.path), letters);
    let rows = site.files.par_iter().map_init(Letters::default, row);
    let (fingerprints, changes): (Vec<_>, Vec<_>) = rows.unzip();
    let lengths = fingerprints.iter().zip(&site.files).filter_map(|(it, file)| it.length(file));
    let bytes: u64 = lengths.sum();
    let paths = site.files.iter().map(|it| it.path.clone());
    let manifest = Manifest(paths.zip(fingerprints).collect());
    let write: Vec<_> = changes.into_iter().flatten().collect();
    let stale = present.0.keys().filter(|it| !manifest.0.contains_key(it));
    let (remove, kept) = (stale.cloned().collect(), site.files.len() - write.len());
    Plan { write, remove, kept, bytes, manifest }
}

/// What a file is, and the change to it when that is not what it was.
fn row<'a>(
    file: &'a OutputFile,
    present: Option<&Fingerprint>,
    letters: &mut Letters,
) -> (Fingerprint, Option<Change<'a>>) {
    if let Some(same) = present.filter(|it| it.is_of(file)) {
        return (same.clone(), None);
    }
    let bytes = file.bytes_by(letters);
    (Fingerprint::of(file, &bytes), Some(Change { path: &file.path, bytes }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::card::{Card, Poster};
    use crate::site::Payload;
    use std::sync::Arc;

    fn site(files: Vec<(&str, Payload)>) -> Site {
        let file = |(path, payload)| OutputFile { path: RelPath::new(path).unwrap(), payload };
        Site { files: files.into_iter().map(file).collect() }
    }

    fn text(text: &str) -> Payload {
        Payload::from(text.to_owned())
    }

    fn card(title: &str) -> Payload {
        Payload::Card(Arc::new(Poster::new(&Card { title: title.to_owned(), ..Card::default() })))
    }

    fn paths<'a>(plan: &Plan<'a>) -> Vec<&'a str> {
        plan.write.iter().map(|it| it.path.as_str()).collect()
    }

    #[test]
    fn only_what_differs_is_touched() {
        let old = site(vec![("a", text("1")), ("b", text("1")), ("c", text("1"))]);
        let new = site(vec![("a", text("1")), ("b", text("2")), ("d", text("1"))]);
        let first = plan(&old, &Manifest::default());
        assert_eq!((paths(&first), first.kept, first.bytes), (vec!["a", "b", "c"], 0, 3));
        let second = plan(&new, &first.manifest);
        assert_eq!(paths(&second), ["b", "d"]);
        assert_eq!(*second.write[0].bytes, *b"2");
        assert_eq!(second.remove, [RelPath::new("c").unwrap()]);
        assert_eq!(second.kept, 1);
        assert_eq!(second.manifest, plan(&new, &Manifest::default()).manifest);
    }

    #[test]
    fn only_a_picture_that_says_something_else_is_drawn() {
        let old = site(vec![("a.png", card("Engineer")), ("b.png", card("Manager"))]);
        let new = site(vec![("a.png", card("Engineer")), ("b.png", card("Director"))]);
        let first = plan(&old, &Manifest::default());
        assert_eq!(paths(&first), ["a.png", "b.png"]);
        assert!(plan(&old, &first.manifest).write.is_empty());
        let second = plan(&new, &first.manifest);
        assert_eq!(paths(&second), ["b.png"]);
        let drawn = new.files.iter().map(|it| it.bytes().len() as u64);
        assert_eq!(second.bytes, drawn.sum::<u64>(), "also of what is not drawn again");
        assert_eq!(second.manifest, plan(&new, &Manifest::default()).manifest);
    }

    #[test]
    fn a_file_in_the_place_of_a_picture_is_no_picture() {
        let (drawn, copied) = (site(vec![("a", card("A"))]), site(vec![("a", text("A"))]));
        let nothing = Manifest::default();
        assert_eq!(paths(&plan(&drawn, &plan(&copied, &nothing).manifest)), ["a"]);
        assert_eq!(paths(&plan(&copied, &plan(&drawn, &nothing).manifest)), ["a"]);
    }
}
