//! A role's body: sections that hold one another, and the statements in them.

use super::material::{file, text};
use super::places::{Alone, assert_all_places, assert_places};
use rolebook::document::{self, Section};

/// The bytes are what stands below the front matter.
pub fn sections(data: &[u8]) {
    let text = format!("---\nlevel: l2\n---\n{}", text(data));
    let file = file("roles/a.md", &text);
    let parsed = document::parse(&file);
    let document = parsed.value.expect("a role is a document");
    assert_places(&parsed.diagnostics, &Alone(file.id, &text));
    assert_all_places(&document, file.id, &text);
    document.outline.sections.iter().for_each(|it| assert_nested(it, 0));
    assert!(!document.title().is_empty(), "it is called nothing");
}

/// A section is above those in it.
fn assert_nested(section: &Section, above: u8) {
    let level = section.heading.level;
    assert!((1..=6).contains(&level) && level > above, "{level} below {above}");
    section.sections.iter().for_each(|it| assert_nested(it, level));
}
