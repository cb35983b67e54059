//! What readers look for, as scripts that a browser fetches as it needs them.
//!
//! In: [`Entry`]s, which say what can be found and where. Out: [`IndexFile`]s: a first part with
//! every name and every word, then for each word the pages that say it, and for each page its
//! text. What a query costs does not grow with the handbook. Must not know what a role is, nor
//! where files are written; `search-find.js` of the theme reads what is written here.

mod columns;
mod digits;
mod entry;
mod first;
mod names;
mod postings;
mod stems;
mod tally;
mod texts;
mod vocabulary;
mod weights;
mod words;

pub use entry::{Entry, Facet, Passage};

use serde::Serialize;

/// Where the files of the index are published.
const FOLDER: &str = "assets/search";
/// Digits of a fingerprint. They tell versions of one file apart, whose name says which it is.
const DIGITS: usize = 6;

/// A script of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexFile {
    /// Relative to the site's root: `assets/search/pages/role/staff-engineer.3f2a9c.js`.
    pub path: String,
    pub text: String,
}

/// The index of `entries`, whose words are of `language` (`en-GB`). `fingerprint` gives what bytes
/// are told apart by, in at least six letters and digits.
///
/// Every file but one carries a fingerprint, so that browsers may keep it for ever. That one,
/// `index.js`, is what the script on every page asks for: with a fingerprint all pages would change
/// with the index.
pub fn index(
    entries: &[Entry],
    language: &str,
    fingerprint: &(dyn Fn(&[u8]) -> String + Sync),
) -> Vec<IndexFile> {
    let press = Press { fingerprint };
    let tallies = tally::tallies(entries);
    let lists = postings::lists(&tallies);
    let vocabulary = vocabulary::Vocabulary::new(lists, &stems::Stems::new(language));
    let (words, mut files) = postings::shards(&vocabulary, &press);
    let names = names::Names::of(entries);
    let (texts, of_pages) = texts::texts(entries, names.has_others(), &press);
    files.extend(of_pages);
    let parts = first::Parts { names, shards: words, texts };
    let first = press.script("first", &first::First::new(entries, &vocabulary, parts));
    files.push(IndexFile {
        path: format!("{FOLDER}/index.js"),
        text: script("index", &first.fingerprint),
    });
    files.push(first.file);
    files
}

/// Turns values into scripts that say what they are named.
struct Press<'a> {
    fingerprint: &'a (dyn Fn(&[u8]) -> String + Sync),
}

/// A script, and what its name ends in.
struct Pressed {
    file: IndexFile,
    fingerprint: String,
}

impl Press<'_> {
    /// A script that registers `value` under `key`, which is the first part of its name.
    fn script(&self, key: &str, value: &impl Serialize) -> Pressed {
        let text = script(key, value);
        let mut fingerprint = (self.fingerprint)(text.as_bytes());
        fingerprint.truncate(DIGITS);
        let path = format!("{FOLDER}/{key}.{fingerprint}.js");
        Pressed { file: IndexFile { path, text }, fingerprint }
    }
}

/// A script can be loaded from `file://` too, where data cannot.
fn script(key: &str, value: &impl Serialize) -> String {
    let (key, value) = (json(&key), json(value));
    format!("rolebookSearch({key},{value})\n")
}

fn json(value: &impl Serialize) -> String {
    // Strings, numbers and lists of them cannot fail to be written.
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod tests;
