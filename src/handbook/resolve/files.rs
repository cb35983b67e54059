//! What a path leads to, as people write paths: without an ending, to a folder, from the root of a
//! repository, as the page that another tool made of a file.

use super::names::Names;
use super::targets::subject_of;
use crate::content::RelPath;
use crate::document::{Document, is_index};
use crate::handbook::model::Subject;
use crate::markdown::slug;
use crate::spelling::{composed, folded};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What an index is called by one tool or another.
const INDEXES: [&str; 2] = ["readme.md", "index.md"];

pub(super) struct Files<'a> {
    names: &'a Names<'a>,
    /// What each file is about, by its path in lower case (`folded`).
    exact: BTreeMap<String, Subject>,
    /// The same, by its path in words: `engineering/l3-senior`. `None` where two are alike. Made for
    /// the first link that asks, and in many handbooks none does.
    loose: OnceLock<BTreeMap<String, Option<Subject>>>,
    documents: &'a [Document],
}

impl<'a> Files<'a> {
    pub(super) fn new(documents: &'a [Document], names: &'a Names<'a>) -> Files<'a> {
        let subjects = documents.iter().filter_map(|it| Some((it, subject_of(it, names)?)));
        let exact = subjects.map(|(it, subject)| (folded(it.path.as_str()), subject));
        let mut exact: BTreeMap<_, _> = exact.collect();
        let indexes = documents.iter().filter(|it| is_index(&it.path));
        for (document, name) in indexes.flat_map(|it| INDEXES.map(|name| (it, name))) {
            let Some(subject) = subject_of(document, names) else { continue };
            // A folder that has both means the very file.
            exact.entry(beside(&document.path, name)).or_insert(subject);
        }
        Files { names, exact, loose: OnceLock::new(), documents }
    }

    /// What the file at a path is about, which may lack its ending or name a folder.
    pub(super) fn at(&self, path: &RelPath) -> Option<Subject> {
        self.near(path).or_else(|| self.loose().get(&in_words(path.as_str())).copied().flatten())
    }

    /// The same for a path from the root of something larger than the content: `/docs/a.md` is
    /// `a.md` of the folder `docs`.
    pub(super) fn below(&self, path: &RelPath) -> Option<Subject> {
        let (_, rest) = path.as_str().split_once('/')?;
        self.near(&RelPath::new(rest)?)
    }

    /// The only file of that name, as wikis name their pages: `L3 – Senior Engineer`.
    pub(super) fn called(&self, name: &str) -> Option<Subject> {
        let (name, end) = (in_words(name), format!("/{}", in_words(name)));
        let mut found = self.loose().iter().filter(|(it, _)| **it == name || it.ends_with(&end));
        let (_, subject) = found.next().filter(|_| found.next().is_none())?;
        *subject
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &'a RelPath> {
        self.documents.iter().map(|it| &it.path)
    }

    fn loose(&self) -> &BTreeMap<String, Option<Subject>> {
        self.loose.get_or_init(|| {
            let mut loose = BTreeMap::new();
            for document in self.documents {
                let Some(subject) = subject_of(document, self.names) else { continue };
                let entry = loose.entry(in_words(document.path.as_str())).or_insert(Some(subject));
                *entry = entry.filter(|it| *it == subject);
            }
            loose
        })
    }

    fn near(&self, path: &RelPath) -> Option<Subject> {
        let path = folded(path.as_str());
        let candidates = ["", ".md", "/readme.md", "/index.md", "/_index.md"];
        let found = candidates.iter().find_map(|it| self.exact.get(&format!("{path}{it}")));
        found.copied().or_else(|| self.folder(&path))
    }

    /// A folder without an index may be a family all the same.
    fn folder(&self, path: &str) -> Option<Subject> {
        let start = format!("{path}/");
        let mut behind = self.exact.range(start.clone()..).map(|(it, _)| it);
        let is_folder = behind.next().is_some_and(|it| it.starts_with(&start));
        let name = path.rsplit('/').next().filter(|_| is_folder)?;
        self.names.families.find(&slug(name)).map(Subject::Family)
    }
}

/// The path of a file in the folder of another, in lower case.
fn beside(path: &RelPath, name: &str) -> String {
    match path.folder() {
        "" => name.to_owned(),
        folder => format!("{}/{name}", folded(folder)),
    }
}

/// A path without its ending, and what else differs from one tool to another: case, spaces, signs.
fn in_words(path: &str) -> String {
    let endings = [".md", ".markdown", ".html", ".htm"];
    let path = composed(path.trim_matches('/')).to_lowercase();
    let stem = endings.iter().find_map(|it| path.strip_suffix(it)).unwrap_or(&path);
    stem.split('/').map(slug).collect::<Vec<_>>().join("/")
}
