//! What entries are called and where they live, said as tersely as their likeness allows.

use super::entry::Entry;
use super::words::words;
use serde::Serialize;

/// More entries than these, and other names are left to the words' lists and the pages' texts.
const MOST_WITH_OTHERS: usize = 3_000;

#[derive(Debug, Serialize)]
pub(super) struct Names {
    /// Neighbours of one kind whose addresses differ by their ids alone.
    runs: Vec<Run>,
    titles: Vec<String>,
    /// None where the id is what the title's words make.
    ids: Vec<Option<String>>,
    /// Other names; empty where there are too many entries.
    also: Vec<Vec<String>>,
}

/// The kind and what it is called, how many they are, and what stands before and behind the id.
type Run = (&'static str, String, usize, String, String);

impl Names {
    pub(super) fn of(entries: &[Entry]) -> Names {
        let with_others = if entries.len() <= MOST_WITH_OTHERS { entries } else { &[] };
        Names {
            runs: runs(entries),
            titles: entries.iter().map(|it| it.title.clone()).collect(),
            ids: entries.iter().map(id).collect(),
            also: with_others.iter().map(|it| it.also.clone()).collect(),
        }
    }

    /// Whether other names are among these.
    pub(super) fn has_others(&self) -> bool {
        self.also.len() == self.titles.len()
    }
}

fn id(entry: &Entry) -> Option<String> {
    let follows = words(&entry.title).join("-") == entry.id;
    (!follows).then(|| entry.id.clone())
}

fn runs(entries: &[Entry]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for entry in entries {
        let (before, behind) = around(entry);
        match runs.last_mut() {
            Some((kind, _, n, old_before, old_behind))
                if *kind == entry.kind && old_before == before && old_behind == behind =>
            {
                *n += 1;
            }
            _ => {
                let (before, behind) = (before.to_owned(), behind.to_owned());
                runs.push((entry.kind, entry.kind_title.clone(), 1, before, behind));
            }
        }
    }
    runs
}

/// What stands before the id in an address, and what behind it.
fn around(entry: &Entry) -> (&str, &str) {
    match entry.id.as_str() {
        "" => (&entry.address, ""),
        id => entry.address.rsplit_once(id).unwrap_or((&entry.address, "")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(kind: &'static str, id: &str, address: &str, title: &str) -> Entry {
        Entry {
            kind,
            id: id.to_owned(),
            address: address.to_owned(),
            title: title.to_owned(),
            ..Entry::default()
        }
    }

    #[test]
    fn what_neighbours_share_is_said_once() {
        let names = Names::of(&[
            entry("role", "tech-lead", "roles/tech-lead/", "Tech Lead"),
            entry("role", "cto", "roles/cto/", "Chief Technology Officer"),
            entry("term", "okr", "glossary/#okr", "OKR"),
        ]);
        let run = |kind, n, before: &str, behind: &str| {
            (kind, String::new(), n, before.into(), behind.into())
        };
        assert_eq!(names.runs, [run("role", 2, "roles/", "/"), run("term", 1, "glossary/#", "")]);
        assert_eq!(names.ids, [None, Some("cto".to_owned()), None]);
    }
}
