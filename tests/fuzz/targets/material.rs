//! What is made of bytes: texts as reading would give them, and small handbooks.

use rolebook::content::{AssetFile, Content, RelPath, TextFile};
use rolebook::document::{self, Document};
use rolebook::pipeline::Options;
use std::collections::BTreeMap;

/// How a further file begins, in a line of its own.
const FILE: &str = "//- ";

/// A handbook with one of each kind. Whatever is fuzzed stands beside it, or in place of a part of it.
#[rustfmt::skip]
const HANDBOOK: [(&str, &str); 6] = [
    ("handbook.yml", "title: Handbook\ntracks: { ic: { title: I }, m: { title: M } }\n\
        levels: [{ ic: l1 }, { ic: l2, m: m1 }]\nareas: { people: { title: People } }\n\
        editions: { public: { shows: [public] } }\n"),
    ("glossary.yml", "okr: { title: OKR, definition: \"Said by a [[lead]].\" }\n"),
    ("competencies/coaching.md", "---\narea: people\n---\n# Coaching\n\n## Working\n\n- Listens {#listens}\n"),
    ("guides/how to.md", "# How to\n\n## Why\n\nSee [[lead#hires]].\n"),
    ("roles/engineer.md", "---\nlevel: l1\nexpects: { coaching: working }\n---\n## Responsibilities\n\n- Mends\n"),
    ("roles/lead.md", "---\nlevel: l2\nextends: engineer\nexpects: { coaching: expert }\n---\n\
        # Lead\n\n## Responsibilities\n\n- Hires well {#hires}\n"),
];

/// The text that a file of these bytes is read as.
pub(crate) fn text(data: &[u8]) -> String {
    let text = String::from_utf8_lossy(data);
    text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n")
}

/// A text at a path that is known to be one.
pub(crate) fn file(path: &str, text: &str) -> TextFile {
    TextFile::new(RelPath::new(path).expect("a plain path"), text)
}

/// The first byte as a choice among `all`, and the rest.
pub(crate) fn chosen<'a, T: Copy>(all: &[T], data: &'a [u8]) -> (T, &'a [u8]) {
    let (first, rest) = data.split_first().unwrap_or((&0, &[]));
    (all[usize::from(*first) % all.len()], rest)
}

/// The handbook with the files of `text`, of which the first is at `path`; each of the others begins with
/// a line that names it.
pub(crate) fn handbook(path: &str, text: &str) -> Content {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    files.extend(HANDBOOK.map(|(path, text)| (path.to_owned(), text.to_owned())));
    let mut at = path.to_owned();
    files.insert(at.clone(), String::new());
    for line in text.split_inclusive('\n') {
        if let Some(path) = line.strip_prefix(FILE) {
            path.trim_end().clone_into(&mut at);
            files.insert(at.clone(), String::new());
        } else if let Some(text) = files.get_mut(&at) {
            text.push_str(line);
        }
    }
    content(files)
}

fn content(files: BTreeMap<String, String>) -> Content {
    let mut content = Content { prefix: "content/".to_owned(), ..Content::default() };
    for (path, text) in files {
        let Some(path) = RelPath::new(&path) else { continue };
        match path.extension() {
            "md" | "yml" | "lock" => content.texts.push(TextFile::new(path, text)),
            _ => content.assets.push(AssetFile { path, bytes: text.into_bytes().into() }),
        }
    }
    content
}

/// What a build of it asks for.
pub(crate) fn options() -> Options {
    Options { today: "2026-11-21".to_owned(), ..Options::default() }
}

/// The documents of a content, whatever is to be said of them.
pub(crate) fn documents(content: &Content) -> Vec<Document> {
    content.texts.iter().filter_map(|it| document::parse(it).value).collect()
}
