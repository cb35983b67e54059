//! Stage 2: each file on its own.
//!
//! In: one text file. Out: a [`Document`], which holds what the author wrote, with places, and
//! whatever is wrong with that file alone. Knows YAML, Markdown and the names of fields; knows no
//! other file, so names are still words here.

mod amend;
mod built_in;
pub mod date;
mod fence;
mod fields;
pub mod kind;
mod problem;
mod scalar;
mod section;
mod title;
mod yaml;

pub use amend::{Amendment, amend};
pub use built_in::built_in_labels;
pub use kind::{FrontMatter, Kind, Place, Written, is_index};
pub use scalar::scalar;
pub use section::{Outline, Section};
pub use title::{title_of, title_of_file};

use crate::content::{RelPath, TextFile};
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::markdown;
use fence::{Fence, fence};
use fields::Fields;
use std::ops::Range;
use yaml::{Node, Value};

/// What stands in a text that is not finished.
const UNFINISHED: [&str; 5] = ["TODO", "FIXME", "TBD", "XXX", "Lorem ipsum"];

/// One file, understood by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub path: RelPath,
    pub place: Place,
    pub front: FrontMatter,
    pub outline: Outline,
    /// The beginning of the file: the place of what it lacks.
    pub span: Span,
}

impl Document {
    /// What the document is called: by its front matter, its first heading, or its file's name.
    pub fn title(&self) -> String {
        self.written_title().unwrap_or_else(|| title_of_file(&self.place.name))
    }

    /// The title that somebody gave it.
    pub fn written_title(&self) -> Option<String> {
        let heading = || self.outline.title.as_ref().map(|it| it.text.clone());
        let title = self.front.title().map(|it| it.value.clone()).or_else(heading);
        // A heading may have been left without words.
        title.filter(|it| !it.is_empty())
    }
}

/// Reads a file; `None` for one that is no document.
pub fn parse(file: &TextFile) -> Checked<Option<Document>> {
    let mut diagnostics = Vec::new();
    let value = kind::place(&file.path).map(|it| document(file, it, &mut diagnostics));
    Checked { value, diagnostics }
}

fn document(file: &TextFile, place: Place, notes: &mut Vec<Diagnostic>) -> Document {
    let (front, outline) = match place.kind {
        // That it has no title says enough of an empty one.
        Kind::Handbook => (settings(file, place.kind, notes), Outline::default()),
        Kind::Ledger => {
            let ledger = kind::ledger(file.id, &file.text, notes);
            (FrontMatter::Ledger(ledger), Outline::default())
        }
        _ if file.text.trim().is_empty() => {
            notes.push(problem::empty_file(file.id));
            (FrontMatter::Broken, Outline::default())
        }
        Kind::Glossary => (settings(file, place.kind, notes), Outline::default()),
        _ => page(file, place.kind, notes),
    };
    Document { path: file.path.clone(), place, front, outline, span: Span::start_of(file.id) }
}

/// A file that is YAML from its first to its last line.
fn settings(file: &TextFile, kind: Kind, notes: &mut Vec<Diagnostic>) -> FrontMatter {
    let Some(node) = tree(file, 0..file.text.len(), notes) else { return FrontMatter::Broken };
    FrontMatter::read(kind, Fields::new(what(kind), node, notes))
}

fn page(file: &TextFile, kind: Kind, notes: &mut Vec<Diagnostic>) -> (FrontMatter, Outline) {
    let (node, body) = match fence(&file.text) {
        Fence::Absent => (Some(nothing(file)), 0),
        Fence::Closed { yaml, body } => (tree(file, yaml, notes), body),
        Fence::Foreign { body } => {
            notes.push(problem::foreign_front_matter(file.id));
            (Some(nothing(file)), body)
        }
        Fence::Open => {
            notes.push(problem::unclosed(file.id));
            (None, file.text.len())
        }
    };
    let front = match node {
        Some(node) => FrontMatter::read(kind, Fields::new(what(kind), node, notes)),
        None => FrontMatter::Broken,
    };
    let parsed = markdown::parse(file.id, &file.text, body).unpack(notes);
    let unfinished = markdown::words(file.id, &file.text, body, &UNFINISHED);
    notes.extend(unfinished.iter().map(problem::unfinished));
    let has_title = front.title().is_some() || front == FrontMatter::Broken;
    (front, section::outline(parsed, has_title))
}

fn what(kind: Kind) -> &'static str {
    match kind {
        Kind::Role => "a role",
        Kind::Competency => "a competency",
        Kind::Family => "a family",
        Kind::Home | Kind::Guide => "a guide",
        Kind::Handbook => "a handbook",
        Kind::Glossary => "a glossary",
        Kind::Ledger => "a ledger",
    }
}

fn nothing(file: &TextFile) -> Node {
    Node { value: Value::Nothing, span: Span::start_of(file.id) }
}

fn tree(file: &TextFile, range: Range<usize>, notes: &mut Vec<Diagnostic>) -> Option<Node> {
    yaml::parse(file.id, &file.text, range).map_err(|it| notes.push(problem::malformed(it))).ok()
}
