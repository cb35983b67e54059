//! What the program says on pages, as it was brought along: files that are written like `labels` of
//! `handbook.yml`, and read by the same code.

use super::fields::Fields;
use super::kind::{LabelFront, labels};
use super::yaml::{self, Node, Value};
use crate::diagnostic::{FileId, Span, Spanned};
use crate::embedded;
use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

/// By language. The files are part of the program, so each is read once, when it is first asked for.
static TEXTS: LazyLock<BTreeMap<&str, OnceLock<Vec<LabelFront>>>> =
    LazyLock::new(|| embedded::languages().map(|it| (it, OnceLock::new())).collect());

/// The words of a language; none for one that the program has no words of.
pub fn built_in_labels(language: &str) -> &'static [LabelFront] {
    TEXTS.get(language).map_or(&[], |it| it.get_or_init(|| read(language)))
}

fn read(language: &str) -> Vec<LabelFront> {
    let text = embedded::labels(language).unwrap_or_default();
    let file = FileId::of(&format!("src/labels/texts/{language}.yml"));
    // The files are sound, which a test holds.
    let Ok(node) = yaml::parse(file, text, 0..text.len()) else { return Vec::new() };
    let all = Spanned::new("labels".to_owned(), Span::start_of(file));
    let node = Node { value: Value::Mapping(vec![(all, node)]), span: Span::start_of(file) };
    labels(&mut Fields::new("a language", node, &mut Vec::new()))
}
