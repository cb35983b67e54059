//! Where finished files gather: each path is given away once.
//!
//! In: files, and where each comes from. Out: a [`Site`], and a complaint for each path that two
//! files want. Must not know what is in the files.

use super::{OutputFile, Payload, Site, problem};
use crate::content::RelPath;
use crate::diagnostic::{Checked, Diagnostic, FileId};
use std::collections::BTreeMap;
use std::fmt;

/// What a file of the site is, as it is told to an author.
#[derive(Clone, Copy, Debug)]
pub(super) enum Origin<'a> {
    Page(&'a str),
    Content(&'a str),
    Theme,
    Export,
    Card,
}

impl fmt::Display for Origin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Page(title) => write!(f, "the page “{title}”"),
            Origin::Content(path) => write!(f, "the file `{path}`"),
            Origin::Theme => write!(f, "a file of the theme"),
            Origin::Export => write!(f, "a file that every site has"),
            Origin::Card => write!(f, "the picture for link previews"),
        }
    }
}

/// The files so far.
#[derive(Default)]
pub(super) struct Shelf {
    files: Vec<OutputFile>,
    /// Who took a path, by the path in lower case: many disks do not tell the two apart.
    taken: BTreeMap<String, String>,
    diagnostics: Vec<Diagnostic>,
}

impl Shelf {
    /// Adds a file, unless another has its path.
    pub(super) fn put(&mut self, path: &str, payload: Payload, origin: Origin<'_>) {
        // Only an address that no page stage makes could fail here.
        let Some(path) = RelPath::new(path) else { return };
        let folded = path.as_str().to_lowercase();
        if let Some(first) = self.taken.get(&folded) {
            let place = match origin {
                Origin::Content(file) => FileId::of(file),
                _ => FileId::of(path.as_str()),
            };
            let second = origin.to_string();
            self.diagnostics.push(problem::same_file(place, path.as_str(), first, &second));
            return;
        }
        self.taken.insert(folded, origin.to_string());
        self.files.push(OutputFile { path, payload });
    }

    /// The site of all files.
    pub(super) fn close(mut self) -> Checked<Site> {
        self.files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        Checked { value: Site { files: self.files }, diagnostics: self.diagnostics }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_given_away_once() {
        let mut shelf = Shelf::default();
        shelf.put("b/index.html", Payload::from(String::new()), Origin::Page("B"));
        shelf.put("a.png", Payload::from(String::new()), Origin::Content("a.png"));
        shelf.put("A.png", Payload::from(String::new()), Origin::Content("A.png"));
        let Checked { value: site, diagnostics } = shelf.close();
        assert!(site.file("a.png").is_some() && site.file("A.png").is_none());
        assert_eq!(site.files.len(), 2);
        assert_eq!(
            diagnostics[0].message,
            "the file `a.png` and the file `A.png` would both be written to `A.png`"
        );
    }

    #[test]
    fn a_file_in_the_way_of_a_page_is_told_apart() {
        let mut shelf = Shelf::default();
        shelf.put("a/index.html", Payload::from(String::new()), Origin::Page("A"));
        shelf.put("a/index.html", Payload::from(String::new()), Origin::Content("a/index.html"));
        let message = &shelf.close().diagnostics[0].message;
        assert!(message.starts_with("the page “A” and the file `a/index.html`"), "{message}");
    }
}
