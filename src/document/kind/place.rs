//! Which folder holds which kind of document, and what a file's name makes of it.

use crate::content::RelPath;
use crate::markdown::slug;
use crate::spelling::composed;

/// Folders in which a repository keeps all of its pages.
const WRAPPERS: [&str; 3] = ["docs", "doc", "wiki"];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Handbook,
    Glossary,
    /// Every address that was published once.
    Ledger,
    /// The handbook's own front page.
    Home,
    Family,
    Competency,
    Role,
    Guide,
}

/// What a path says of its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub kind: Kind,
    /// The id: part of an address, for ever. Empty where the name gives none.
    pub id: String,
    /// What the path calls it, for a title: a file's name without its ending, an index's folder.
    pub name: String,
    /// The folder that a role without a `family:` takes its family from.
    pub family: Option<String>,
}

/// The place of a file below the content folder; `None` for one that is no document.
///
/// Outside the four folders a handbook has, the shapes people already have count: a folder is a
/// family, its index the family's page, every other page a role; pages at the top are guides, and
/// so are pages in folders like `_templates`. A folder `docs` around all of it means nothing.
pub fn place(path: &RelPath) -> Option<Place> {
    let folders: Vec<&str> = path.folder().split('/').filter(|it| !it.is_empty()).collect();
    match path.extension().to_ascii_lowercase().as_str() {
        "yml" | "yaml" => settings(path, &folders),
        "lock" => Some(Place {
            kind: Kind::Ledger,
            id: path.stem().to_owned(),
            name: path.stem().to_owned(),
            family: None,
        }),
        "md" | "markdown" => Some(page(path, &folders)),
        _ => None,
    }
}

fn settings(path: &RelPath, folders: &[&str]) -> Option<Place> {
    let kind = match path.stem() {
        "handbook" => Kind::Handbook,
        "glossary" => Kind::Glossary,
        _ => return None,
    };
    let name = path.stem().to_owned();
    folders.is_empty().then(|| Place { kind, id: name.clone(), name, family: None })
}

fn page(path: &RelPath, folders: &[&str]) -> Place {
    let folders = match folders {
        [first, rest @ ..] if WRAPPERS.contains(&first.to_lowercase().as_str()) => rest,
        _ => folders,
    };
    let is_index = is_index(path);
    let name = if is_index { folders.last().copied().unwrap_or("home") } else { path.stem() };
    let (kind, id, family) = match folders {
        [] if is_index => (Kind::Home, id(name), None),
        [] => (Kind::Guide, id(name), None),
        ["roles" | "competencies" | "families" | "guides"] if is_index => {
            (Kind::Guide, id(name), None)
        }
        ["roles", above @ ..] => {
            let above = if is_index { &above[..above.len() - 1] } else { above };
            (Kind::Role, id(name), above.first().map(|it| id(it)))
        }
        ["competencies", ..] => (Kind::Competency, id(name), None),
        ["families", ..] => (Kind::Family, id(name), None),
        ["guides", ..] => (Kind::Guide, id(name), None),
        [aside, ..] if aside.starts_with('_') => {
            (Kind::Guide, long_id(folders, (!is_index).then_some(name)), None)
        }
        [_] if is_index => (Kind::Family, id(name), None),
        [family, ..] => {
            (Kind::Role, long_id(folders, (!is_index).then_some(name)), Some(id(family)))
        }
    };
    Place { kind, id, name: name.to_owned(), family }
}

/// Whether a page speaks for its folder.
pub fn is_index(path: &RelPath) -> bool {
    matches!(path.stem().to_lowercase().as_str(), "readme" | "index" | "_index")
}

/// In folders that nobody arranged for us names repeat, so the id is made of the whole path.
fn long_id(folders: &[&str], file: Option<&str>) -> String {
    let parts = folders.iter().copied().chain(file).map(id).filter(|it| !it.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

fn id(name: &str) -> String {
    // A name of nothing but signs has no slug of its own, and must not share the fallback's.
    if name.chars().any(char::is_alphanumeric) { slug(&composed(name)) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str) -> (Kind, String, Option<String>) {
        let place = place(&RelPath::new(path).expect("a path")).expect("a document");
        (place.kind, place.id, place.family)
    }

    #[test]
    fn a_handbook_has_four_folders() {
        assert_eq!(of("roles/Senior EM 🎉.md"), (Kind::Role, "senior-em".into(), None));
        let role = (Kind::Role, "l1".into(), Some("design".into()));
        assert_eq!(of("roles/design/l1.md"), role);
        assert_eq!(of("roles/design/l1/index.md"), role);
        assert_eq!(of("guides/a/b.md").1, "b");
        assert_eq!(of("guides/Fu\u{308}hrung.md").1, "f\u{fc}hrung", "as macOS has it");
        assert_eq!(of("guides/le\u{200c}\u{ad}ad.md").1, "lead");
        assert_eq!(of("handbook.yml").0, Kind::Handbook);
        assert_eq!(place(&RelPath::new("other/handbook.yml").expect("a path")), None);
    }

    #[test]
    fn other_folders_are_families() {
        assert_eq!(of("README.md").0, Kind::Home);
        assert_eq!(of("how-to.md").0, Kind::Guide);
        assert_eq!(of("Engineering/README.md"), (Kind::Family, "engineering".into(), None));
        let role = (Kind::Role, "engineering-l1".into(), Some("engineering".into()));
        assert_eq!(of("Engineering/L1.md"), role);
        assert_eq!(of("Engineering/L1/README.md"), role);
        assert_eq!(of("docs/Engineering/L1.md"), role);
        assert_eq!(of("docs/how-to.md"), of("how-to.md"));
        assert_eq!(of("_templates/l1.md"), (Kind::Guide, "_templates-l1".into(), None));
    }
}
