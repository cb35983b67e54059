//! Paths that go through what gets another name: `../roles/lead.md#scope`, `/docs/lead/plan.png`.

use super::Renaming;
use super::links::Part;
use crate::content::{Move, RelPath};
use crate::handbook::resolve::decoded;
use crate::markdown::slug;
use std::ops::Range;

/// What other tools, and people, end the names of pages in.
const ENDINGS: [&str; 4] = [".markdown", ".html", ".htm", ".md"];

/// The segment of a written path that has to change, if one has. A path that never leaves a folder
/// that moves stays as it is.
pub(super) fn in_path(renaming: &Renaming, document: &RelPath, target: &str) -> Option<Part> {
    let Move { from, to } = &renaming.moved;
    let end = target.find(['#', '?']).unwrap_or(target.len());
    let segments = segments(document, &target[..end]);
    let old: Vec<String> = from.segments().map(in_words).collect();
    let is_file = ending(from.file_name()).is_some();
    // From the root, a path may count from the root of something larger than the content.
    let is_rooted = target.starts_with('/');
    let shift = [0, 1].into_iter().filter(|it| *it == 0 || is_rooted).find(|shift| {
        let here = segments.get(*shift..shift + old.len());
        let is_last = shift + old.len() == segments.len();
        let is_same = |here: &[Segment]| here.iter().map(|it| &it.words).eq(&old);
        here.is_some_and(is_same) && (is_last || !is_file)
    })?;
    let at = segments[shift + old.len() - 1].at.clone()?;
    let new = if is_file { to.stem() } else { to.file_name() };
    let kept = ending(&target[at.clone()]).filter(|_| is_file).unwrap_or_default();
    Some((at, format!("{new}{kept}")))
}

/// A folder or file on the way.
struct Segment {
    words: String,
    /// Where it is written; `None` for the folders that the document itself stands in.
    at: Option<Range<usize>>,
}

/// The way from the content folder to where `written` leads from `document`.
fn segments(document: &RelPath, written: &str) -> Vec<Segment> {
    let own = document.folder().split('/').filter(|it| !it.is_empty() && !written.starts_with('/'));
    let mut way: Vec<Segment> = own.map(|it| Segment { words: in_words(it), at: None }).collect();
    let mut start = 0;
    for name in written.split('/') {
        match name.trim() {
            "" | "." => {}
            ".." => drop(way.pop()),
            name => {
                let at = Some(start..start + name.len());
                way.push(Segment { words: in_words(&decoded(name)), at });
            }
        }
        start += name.len() + 1;
    }
    way
}

/// A name without its ending, and what else differs from one way of writing to another.
fn in_words(name: &str) -> String {
    slug(name.strip_suffix(ending(name).unwrap_or_default()).unwrap_or(name))
}

fn ending(name: &str) -> Option<&str> {
    let lower = name.to_ascii_lowercase();
    let found = ENDINGS.iter().find(|it| lower.ends_with(**it))?;
    name.get(name.len() - found.len()..)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(moved: [&str; 2], document: &str, target: &str) -> Option<String> {
        let path = |it: &str| RelPath::new(it).unwrap();
        let moved = Move { from: path(moved[0]), to: path(moved[1]) };
        let renaming = Renaming { moved, renamed: Vec::new() };
        let (at, text) = in_path(&renaming, &path(document), target)?;
        let mut target = target.to_owned();
        target.replace_range(at, &text);
        Some(target)
    }

    #[test]
    fn a_file_is_found_however_its_path_is_written() {
        let moved = ["roles/tech-lead.md", "roles/chief.md"];
        for (document, before, after) in [
            ("guides/a.md", "../roles/tech-lead.md#scope", Some("../roles/chief.md#scope")),
            ("roles/a.md", "tech-lead.md", Some("chief.md")),
            ("roles/a.md", "./Tech%20Lead", Some("./chief")),
            (
                "roles/a.md",
                "../roles/../roles/tech-lead.html?x",
                Some("../roles/../roles/chief.html?x"),
            ),
            ("a.md", "/roles/tech-lead/", Some("/roles/chief/")),
            ("a.md", "/docs/roles/tech-lead.md", Some("/docs/roles/chief.md")),
            ("a.md", "docs/roles/tech-lead.md", None),
            ("roles/a.md", "tech-lead/plan.png", None),
            ("roles/a.md", "tech-leader.md", None),
            ("roles/tech-lead.md", "#scope", None),
        ] {
            assert_eq!(rewritten(moved, document, before).as_deref(), after, "{before}");
        }
    }

    #[test]
    fn a_path_through_a_folder_changes_where_it_names_the_folder() {
        let moved = ["roles/tech-lead", "roles/chief"];
        for (document, before, after) in [
            ("guides/a.md", "../roles/tech-lead/index.md", Some("../roles/chief/index.md")),
            ("guides/a.md", "../roles/tech-lead", Some("../roles/chief")),
            ("roles/tech-lead/index.md", "plan.png", None),
            (
                "roles/tech-lead/index.md",
                "../tech-lead/tech-lead.md",
                Some("../chief/tech-lead.md"),
            ),
        ] {
            assert_eq!(rewritten(moved, document, before).as_deref(), after, "{before}");
        }
    }
}
