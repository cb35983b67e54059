//! YAML as a tree, by the fields of every kind of document.

use super::material::{chosen, file, text};
use super::places::{Alone, assert_all_places, assert_places};
use rolebook::document::{self, FrontMatter};

/// What the bytes stand in.
const PLACES: [(&str, &str, &str); 5] = [
    ("handbook.yml", "", ""),
    ("glossary.yml", "", ""),
    ("roles/a.md", "---\n", "\n---\n"),
    ("competencies/a.md", "---\n", "\n---\n"),
    ("guides/a.md", "---\n", "\n---\n"),
];

/// The first byte chooses the kind, and the rest is YAML.
pub fn yaml(data: &[u8]) {
    let ((path, before, after), rest) = chosen(&PLACES, data);
    let text = text(rest);
    read(path, &format!("{before}{text}{after}"));
    scalar(text.trim());
}

fn read(path: &str, text: &str) {
    let file = file(path, text);
    let parsed = document::parse(&file);
    assert_eq!(parsed, document::parse(&file), "it is read in two ways");
    assert_places(&parsed.diagnostics, &Alone(file.id, text));
    assert_all_places(&parsed.value, file.id, text);
    let is_broken = parsed.value.is_some_and(|it| it.front == FrontMatter::Broken);
    assert!(!is_broken || !parsed.diagnostics.is_empty(), "it is broken and nobody is told");
}

/// Words that are written as a value are read as they were.
fn scalar(words: &str) {
    if words.is_empty() {
        return;
    }
    let file = file("handbook.yml", &format!("title: {}\n", document::scalar(words)));
    let Some(document) = document::parse(&file).value else { panic!("no handbook") };
    let FrontMatter::Handbook(front) = document.front else { panic!("no YAML: {}", file.text) };
    assert_eq!(front.title.map(|it| it.value).as_deref(), Some(words), "{}", file.text);
}
