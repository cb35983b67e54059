//! Who has which path: each is given away once.
//!
//! In: paths, and what wants them. Out: the path, or a complaint where two files want one. Must not
//! know what is in the files.

use super::{OutputFile, Payload, Take, problem};
use crate::content::RelPath;
use crate::diagnostic::{Diagnostic, FileId};
use crate::spelling::folded;
use std::collections::HashMap;

/// What a file of the site is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Origin<'a> {
    /// By its place in the plan.
    Page(usize),
    Content(&'a str),
    Theme,
    Export,
    Card,
}

/// The paths so far.
pub(super) struct Shelf<'a> {
    take: &'a dyn Take,
    /// Who took a path, as a file or as a folder around one, by what many disks make of it: they tell
    /// neither case nor composition apart.
    taken: HashMap<String, Taken<'a>>,
    clashes: Vec<Clash<'a>>,
}

#[derive(Clone, Copy)]
struct Taken<'a> {
    by: Origin<'a>,
    is_folder: bool,
}

/// Two files that want one path.
struct Clash<'a> {
    path: RelPath,
    first: Origin<'a>,
    second: Origin<'a>,
}

impl<'a> Shelf<'a> {
    pub(super) fn new(take: &'a dyn Take) -> Shelf<'a> {
        Shelf { take, taken: HashMap::new(), clashes: Vec::new() }
    }

    /// Gives a path away, unless another file has it.
    pub(super) fn claim(&mut self, path: &str, origin: Origin<'a>) -> Option<RelPath> {
        // Only an address that no page stage makes could fail here.
        let path = RelPath::new(path)?;
        let name = folded(path.as_str());
        if let Some(first) = self.taken.get(&name).or_else(|| self.file_above(&name)) {
            self.clashes.push(Clash { path, first: first.by, second: origin });
            return None;
        }
        for folder in folders(&name).rev() {
            // Those above a folder that is known are known.
            if self.taken.contains_key(folder) {
                break;
            }
            self.taken.insert(folder.to_owned(), Taken { by: origin, is_folder: true });
        }
        self.taken.insert(name, Taken { by: origin, is_folder: false });
        Some(path)
    }

    /// A file that is where the path needs a folder.
    fn file_above(&self, path: &str) -> Option<&Taken<'a>> {
        folders(path).rev().find_map(|it| self.taken.get(it)).filter(|it| !it.is_folder)
    }

    /// Hands a file out, unless another has its path.
    pub(super) fn put(&mut self, path: &str, payload: Payload, origin: Origin<'a>) {
        if let Some(path) = self.claim(path, origin) {
            self.take.take(OutputFile { path, payload });
        }
    }

    /// What is to be said of paths that two files want; `title` tells that of a page.
    pub(super) fn close(self, title: impl Fn(usize) -> String) -> Vec<Diagnostic> {
        let told = |origin: Origin<'_>| match origin {
            Origin::Page(index) => format!("the page “{}”", title(index)),
            Origin::Content(path) => format!("the file `{path}`"),
            Origin::Theme => "a file of the theme".to_owned(),
            Origin::Export => "a file that every site has".to_owned(),
            Origin::Card => "the picture for link previews".to_owned(),
        };
        let clash = |Clash { path, first, second }: &Clash<'_>| {
            let place = match second {
                Origin::Content(file) => FileId::of(file),
                _ => FileId::of(path.as_str()),
            };
            problem::same_file(place, path.as_str(), &told(*first), &told(*second))
        };
        self.clashes.iter().map(clash).collect()
    }
}

/// The folders that a path is in, the outermost first.
fn folders(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

#[cfg(test)]
mod tests {
    use super::super::Site;
    use super::*;
    use crate::gathering::Gathering;

    /// The paths of the site, and what is said of those that two files want.
    fn put<const N: usize>(files: [(&str, Origin<'_>); N]) -> (Vec<String>, Vec<String>) {
        let gathering = Gathering::default();
        let take = |it| gathering.add(it);
        let mut shelf = Shelf::new(&take);
        for (path, origin) in files {
            shelf.put(path, Payload::from(String::new()), origin);
        }
        let said = shelf.close(|index| ["A", "B"][index].to_owned());
        let files = Site::of(gathering.into_all()).files.into_iter().map(|it| it.path.to_string());
        (files.collect(), said.into_iter().map(|it| it.message).collect())
    }

    #[test]
    fn a_path_is_given_away_once() {
        let (files, said) = put([
            ("b/index.html", Origin::Page(1)),
            ("a.png", Origin::Content("a.png")),
            ("A.png", Origin::Content("A.png")),
        ]);
        assert_eq!(files, ["a.png", "b/index.html"]);
        let both = "the file `a.png` and the file `A.png` would both be written to `A.png`";
        assert_eq!(said, [both]);
    }

    #[test]
    fn a_file_and_a_folder_cannot_have_one_name() {
        let content = |it| (it, Origin::Content(it));
        for (one, other) in
            [("a.png", "A.png/b.png"), ("img/a/b/c.png", "img/A"), ("stra\u{df}e", "STRASSE")]
        {
            for files in [[content(one), content(other)], [content(other), content(one)]] {
                assert_eq!(put(files).1.len(), 1, "{one} {other}");
            }
        }
        assert_eq!(put([content("a/b.png"), content("a/c.png"), content("ab")]).1, [""; 0]);
    }

    #[test]
    fn a_file_in_the_way_of_a_page_is_told_apart() {
        let file = ("a/index.html", Origin::Content("a/index.html"));
        let (_, said) = put([("a/index.html", Origin::Page(0)), file]);
        assert!(said[0].starts_with("the page “A” and the file `a/index.html`"), "{said:?}");
    }
}
