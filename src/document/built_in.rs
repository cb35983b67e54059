//! What the program says on pages, as it was brought along: files that are written like `labels` of
//! `handbook.yml`, and read by the same code.

use super::fields::Fields;
use super::kind::{LabelFront, labels};
use super::yaml::{self, Node, Value};
use crate::diagnostic::{FileId, Span, Spanned};
use crate::embedded;

/// The words of a language; none for one that the program has no words of.
pub fn built_in_labels(language: &str) -> Vec<LabelFront> {
    let Some(text) = embedded::labels(language) else { return Vec::new() };
    let file = FileId::of(&format!("src/labels/texts/{language}.yml"));
    // The files are sound, which a test holds.
    let Ok(node) = yaml::parse(file, text, 0..text.len()) else { return Vec::new() };
    let all = Spanned::new("labels".to_owned(), Span::start_of(file));
    let node = Node { value: Value::Mapping(vec![(all, node)]), span: Span::start_of(file) };
    labels(&mut Fields::new("a language", node, &mut Vec::new()))
}

/// The languages that there are words of.
pub fn built_in_languages() -> impl Iterator<Item = &'static str> {
    embedded::languages()
}
