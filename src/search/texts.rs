//! What pages say, for showing where a word was found. A file for each page, so that a query fetches
//! only the pages that it shows; what many entries share, as the glossary, is parted.

use super::entry::{Entry, Passage};
use super::{IndexFile, Press};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use serde::{Serialize, Serializer};

/// As many bytes of text as entries that share a page have in one file.
const FILE: usize = 6_000;

/// Which file has which entries.
#[derive(Debug, Serialize)]
pub(super) struct Texts {
    /// How many entries each file has: pairs of that number and of how many files have it.
    sizes: Vec<(usize, usize)>,
    /// What their names end in, one after the other.
    names: String,
}

/// The files, and which entries are in which. They have other names too, unless `are_named`: then
/// these are known already.
pub(super) fn texts(
    entries: &[Entry],
    are_named: bool,
    press: &Press<'_>,
) -> (Texts, Vec<IndexFile>) {
    let files = files(entries);
    let pressed = |it: &&[Entry]| {
        let texts: Vec<_> = it.iter().map(|it| Text::of(it, are_named)).collect();
        press.script(&key(&it[0]), &texts)
    };
    let pressed: Vec<_> = files.par_iter().map(pressed).collect();
    let texts = Texts {
        sizes: lengths(files.iter().map(|it| it.len())),
        names: pressed.iter().map(|it| it.fingerprint.as_str()).collect(),
    };
    (texts, pressed.into_iter().map(|it| it.file).collect())
}

/// Entries that share a page, parted where they are too many. None is empty.
fn files(entries: &[Entry]) -> Vec<&[Entry]> {
    let of_pages = entries.chunk_by(|one, other| page(&one.address) == page(&other.address));
    let mut files = Vec::new();
    for mut rest in of_pages {
        while !rest.is_empty() {
            let (these, others) = rest.split_at(n_in_file(rest));
            files.push(these);
            rest = others;
        }
    }
    files
}

fn n_in_file(entries: &[Entry]) -> usize {
    let mut bytes = 0;
    let fits = |it: &&Entry| {
        let fits = bytes == 0 || bytes + size(it) <= FILE;
        bytes += size(it);
        fits
    };
    entries.iter().take_while(fits).count()
}

fn size(entry: &Entry) -> usize {
    let passages = entry.passages.iter().map(|it| it.text.len() + it.heading.len());
    1 + entry.summary.len() + passages.sum::<usize>()
}

/// The page that an address is on.
fn page(address: &str) -> &str {
    address.split(['#', '?']).next().unwrap_or_default()
}

/// What a file is called, by its first entry: `pages/role/staff-engineer`, `pages/term/okr`.
fn key(first: &Entry) -> String {
    let id = if first.id.is_empty() { "home" } else { &first.id };
    format!("pages/{}/{id}", first.kind)
}

fn lengths(sizes: impl Iterator<Item = usize>) -> Vec<(usize, usize)> {
    let mut lengths: Vec<(usize, usize)> = Vec::new();
    for size in sizes {
        match lengths.last_mut() {
            Some((last, n)) if *last == size => *n += 1,
            _ => lengths.push((size, 1)),
        }
    }
    lengths
}

/// `[summary, passages]`, and other names where they belong here.
#[derive(Serialize)]
struct Text<'a>(
    &'a str,
    Vec<Line<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")] &'a [String],
);

impl<'a> Text<'a> {
    fn of(entry: &'a Entry, is_named: bool) -> Text<'a> {
        let also = if is_named { &[] } else { entry.also.as_slice() };
        Text(&entry.summary, entry.passages.iter().map(Line).collect(), also)
    }
}

/// `[anchor, text]` of a statement, `[anchor, text, heading]` of a section.
struct Line<'a>(&'a Passage);

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Passage { anchor, heading, text } = self.0;
        match heading.as_str() {
            "" => (anchor, text).serialize(serializer),
            heading => (anchor, text, heading).serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_files_and_shared_pages_several() {
        let entry = |kind, id: &str, address: &str, length: usize| Entry {
            kind,
            id: id.to_owned(),
            address: address.to_owned(),
            summary: "x".repeat(length),
            ..Entry::default()
        };
        let entries = [
            entry("role", "a", "roles/a/", 9_000),
            entry("role", "b", "roles/b/index.html", 10),
            entry("term", "a", "glossary/#a", 4_000),
            entry("term", "b", "glossary/#b", 1_000),
            entry("term", "c", "glossary/#c", 2_000),
            entry("page", "", "", 1),
        ];
        let files: Vec<_> = files(&entries).iter().map(|it| (key(&it[0]), it.len())).collect();
        let expected = [
            ("pages/role/a", 1),
            ("pages/role/b", 1),
            ("pages/term/a", 2),
            ("pages/term/c", 1),
            ("pages/page/home", 1),
        ];
        assert_eq!(files, expected.map(|(key, n)| (key.to_owned(), n)));
        assert_eq!(lengths([1, 1, 2, 1].into_iter()), [(1, 2), (2, 1), (1, 1)]);
    }
}
