//! What a file is to us, by its name alone.

use super::LEDGER;

/// What is published as it is. Nothing that a browser runs as a page of the site is among it, but for drawings, into
/// which `pipeline/attachments.rs` looks.
const ASSETS: &[&str] = &[
    "png", "svg", "jpg", "jpeg", "gif", "webp", "avif", "ico", "pdf", "csv", "xlsx", "docx", "pptx",
];
const NEVER_CONTENT: &[&str] = &["node_modules", "target"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Asset,
}

/// The kind of the file at `path`, a path below the content folder; `None` when it is none of our
/// business. `proper` says that there is a folder `content/`: in a folder of plain Markdown other
/// tools keep their settings as YAML, so there only our own two files count.
pub(super) fn kind(path: &str, proper: bool) -> Option<Kind> {
    if path == LEDGER {
        return Some(Kind::Text);
    }
    let path = path.to_ascii_lowercase();
    let (stem, extension) = path.rsplit_once('.')?;
    match extension {
        // It explains the folder to its authors.
        "md" if proper && stem == "readme" => None,
        "md" | "markdown" => Some(Kind::Text),
        "yml" | "yaml" => (proper || matches!(stem, "handbook" | "glossary")).then_some(Kind::Text),
        _ => ASSETS.contains(&extension).then_some(Kind::Asset),
    }
}

/// Whether a file or folder of that name is passed over in silence.
pub fn is_unwanted(name: &str) -> bool {
    name.starts_with('.') || NEVER_CONTENT.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_plain_markdown_keeps_its_readme_and_hides_its_settings() {
        assert_eq!(kind("README.md", true), None);
        assert_eq!(kind("README.md", false), Some(Kind::Text));
        assert_eq!(kind("roles/readme.md", true), Some(Kind::Text));
        assert_eq!(kind("mkdocs.yml", false), None);
        assert_eq!(kind("roles/glossary.yml", false), None);
        assert_eq!(kind("Handbook.yml", false), Some(Kind::Text));
        assert_eq!(kind("glossary.yml", true), Some(Kind::Text));
        assert_eq!(kind("addresses.lock", false), Some(Kind::Text));
        assert_eq!(kind("roles/addresses.lock", true), None);
    }

    #[test]
    fn only_what_a_reader_can_open_is_published() {
        assert_eq!(kind("roles/A.PNG", true), Some(Kind::Asset));
        assert_eq!(kind("roles/notes.txt", true), None);
        assert_eq!(kind("Makefile", true), None);
        for ending in [
            "html",
            "htm",
            "xhtml",
            "xht",
            "shtml",
            "mhtml",
            "xml",
            "xsl",
            "js",
            "mjs",
            "wasm",
            "svgz",
            "swf",
            "css",
            "json",
            "webmanifest",
            "HTML",
        ] {
            assert_eq!(kind(&format!("roles/a.{ending}"), true), None, "{ending} runs on the site");
            assert_eq!(kind(&format!("roles/a.svg.{ending}"), false), None, "{ending}");
        }
    }
}
