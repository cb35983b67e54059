//! Which folder holds which kind of document, and what a file's name makes of it.

use crate::content::RelPath;
use crate::markdown::slug;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Handbook,
    Glossary,
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
    /// The folder that a role without a `family:` takes its family from.
    pub family: Option<String>,
}

/// The place of a file below the content folder; `None` for one that is no document.
///
/// Outside the four folders a handbook has, the shapes people already have count: a folder is a
/// family, its index the family's page, every other page a role; pages at the top are guides.
pub fn place(path: &RelPath) -> Option<Place> {
    let folders: Vec<&str> = path.folder().split('/').filter(|it| !it.is_empty()).collect();
    match path.extension().to_ascii_lowercase().as_str() {
        "yml" | "yaml" => settings(path, &folders),
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
    folders.is_empty().then(|| Place { kind, id: path.stem().to_owned(), family: None })
}

fn page(path: &RelPath, folders: &[&str]) -> Place {
    let is_index = matches!(path.stem().to_lowercase().as_str(), "readme" | "index" | "_index");
    let name = if is_index { folders.last().copied().unwrap_or("home") } else { path.stem() };
    let of_kind = |kind| Place { kind, id: id(name), family: None };
    match folders {
        [] if is_index => of_kind(Kind::Home),
        [] => of_kind(Kind::Guide),
        ["roles" | "competencies" | "families" | "guides"] if is_index => of_kind(Kind::Guide),
        ["roles", above @ ..] => {
            let above = if is_index { &above[..above.len() - 1] } else { above };
            let family = above.first().map(|it| id(it));
            Place { kind: Kind::Role, id: id(name), family }
        }
        ["competencies", ..] => of_kind(Kind::Competency),
        ["families", ..] => of_kind(Kind::Family),
        ["guides", ..] => of_kind(Kind::Guide),
        [_] if is_index => of_kind(Kind::Family),
        [family, ..] => {
            Place { kind: Kind::Role, id: long_id(path, is_index), family: Some(id(family)) }
        }
    }
}

/// In folders that nobody arranged for us names repeat, so the id is made of the whole path.
fn long_id(path: &RelPath, is_index: bool) -> String {
    let name = if is_index { None } else { Some(path.stem()) };
    let parts: Vec<String> = path.folder().split('/').chain(name).map(id).collect();
    parts.join("-")
}

fn id(name: &str) -> String {
    // A name of nothing but signs has no slug of its own, and must not share the fallback's.
    if name.chars().any(char::is_alphanumeric) { slug(name) } else { String::new() }
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
    }
}
