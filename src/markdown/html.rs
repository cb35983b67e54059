//! HTML that is safe to print, and how prose becomes it.

use super::links::Link;
use super::prose::Prose;
use super::writer::Writer;
use serde::Serialize;
use std::fmt;

/// Finished HTML. Made only in this folder, so whoever holds it may print it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Html(String);

impl Html {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Destination {
    /// Something on this site. The title is shown by links without words of their own.
    Page { href: String, title: String },
    /// The target as it was written.
    External,
    /// Nowhere: the words are shown without a link.
    Broken,
}

/// The HTML of `prose`, with links to where `destination` says.
pub fn render(prose: &Prose, destination: &dyn Fn(&Link) -> Destination) -> Html {
    let mut writer = Writer::new(prose.links(), destination);
    for (index, piece) in prose.pieces().iter().enumerate() {
        writer.piece(piece, prose.pieces().get(index + 1));
    }
    Html(writer.finish())
}

/// Adds `text` so that it reads the same in an element and in a quoted attribute.
pub(super) fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(character),
        }
    }
}

/// `text`, escaped.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}
