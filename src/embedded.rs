//! Files that are part of the program: explanations of the codes, the themes, the words of the program
//! in several languages, and the project that `rolebook new` begins with.
//!
//! In: nothing. Out: texts and bytes by path, always with forward slashes. The one place that
//! names the crate which puts folders into the binary; must not know what the files mean.

use include_dir::{Dir, include_dir};

static CODES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/diagnostic/codes");
static LABELS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/labels/texts");
static THEMES: [(&str, Dir<'static>); 2] = [
    ("default", include_dir!("$CARGO_MANIFEST_DIR/themes/default")),
    ("plain", include_dir!("$CARGO_MANIFEST_DIR/themes/plain")),
];
static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/command/starter");

/// What a diagnostic code means, as Markdown.
pub fn explanation(code: &str) -> Option<&'static str> {
    CODES.get_file(format!("{code}.md"))?.contents_utf8()
}

/// The themes, each with its name and its files by their path in it, both sorted.
pub fn themes() -> impl Iterator<Item = (&'static str, Vec<(&'static str, &'static [u8])>)> {
    THEMES.iter().map(|(name, folder)| (*name, files(folder)))
}

/// What the program says on pages in a language, as YAML; `None` for a language it has no words of.
pub fn labels(language: &str) -> Option<&'static str> {
    LABELS.get_file(format!("{language}.yml"))?.contents_utf8()
}

/// The languages that the program has words of, sorted.
pub fn languages() -> impl Iterator<Item = &'static str> {
    files(&LABELS).into_iter().filter_map(|(path, _)| path.strip_suffix(".yml"))
}

/// The files of a new project by their path in it, sorted.
pub fn starter() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    files(&STARTER).into_iter()
}

fn files(root: &'static Dir<'static>) -> Vec<(&'static str, &'static [u8])> {
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        let named = folder.files().filter_map(|it| Some((it.path().to_str()?, it.contents())));
        found.extend(named);
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::code::Code;

    #[test]
    fn every_code_is_explained() {
        for code in Code::all() {
            let text = explanation(code.as_str()).unwrap_or_default();
            assert_eq!(text.lines().next(), Some(&*format!("# {code}")), "codes/{code}.md");
        }
        assert_eq!(explanation("../code"), None);
    }

    #[test]
    fn every_explanation_belongs_to_a_code_and_tells_its_severity() {
        for (path, bytes) in files(&CODES) {
            let code = path.strip_suffix(".md").and_then(Code::named).expect(path);
            let text = String::from_utf8_lossy(bytes);
            let default = match (code.is_fixed(), code.severity()) {
                (true, _) => "Always an error.",
                (false, crate::diagnostic::Severity::Error) => "An error by default.",
                (false, crate::diagnostic::Severity::Warning) => "A warning by default.",
            };
            for part in ["\n## Wrong\n", "\n## Right\n", &format!("\n## Severity\n\n{default}")] {
                assert!(text.contains(part), "{path} lacks {part:?}");
            }
            let lines = text.lines().count();
            assert!((10..=40).contains(&lines), "{path} has {lines} lines");
        }
    }
}
