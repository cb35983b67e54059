//! HTML that is safe to print, and how prose becomes it.

use super::links::Link;
use super::prose::{Piece, Prose};
use super::writer::Writer;
use crate::labels::Labels;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt;

/// Finished HTML: a template prints it with `| safe`. Made only in this folder, so whoever holds it
/// may print it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Html(String);

impl Html {
    /// Words without markup.
    pub fn of_text(text: &str) -> Html {
        Html(escaped(text))
    }

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
    /// A file that is published with the site, named by its path. Of a picture also its width and
    /// height, and whether it is seen as soon as the page is.
    File { href: String, path: String, size: Option<(u32, u32)>, is_first: bool },
    /// The target as it was written.
    External,
    /// Something that is not spoken of here: the words are shown as if there were no link.
    Hidden,
    /// Nowhere: the words are shown without a link.
    Broken,
}

/// Whom prose is set for.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// Where links lead.
    pub destination: &'a dyn Fn(&Link) -> Destination,
    /// What is said in words that are not the author's.
    pub labels: &'a Labels,
    /// Whether HTML is shown as HTML, and not as the text it is.
    pub allows_html: bool,
}

/// The HTML of `prose`, with links to where `reader` says.
pub fn render(prose: &Prose, reader: Reader<'_>) -> Html {
    written(Writer::new(prose.links(), reader), prose.pieces())
}

/// The same below the heading with that anchor, after which a table is called.
pub fn render_below(heading: &str, prose: &Prose, reader: Reader<'_>) -> Html {
    written(Writer::new(prose.links(), reader).below(heading), prose.pieces())
}

/// The HTML of `prose` on another page than its own: the marks of footnotes stay behind, as the
/// notes do.
pub fn quote(prose: &Prose, reader: Reader<'_>) -> Html {
    let is_mark = |it: &Piece| matches!(it, Piece::FootnoteMark { .. });
    if !prose.pieces().iter().any(is_mark) {
        return render(prose, reader);
    }
    let pieces: Vec<_> = prose.pieces().iter().filter(|it| !is_mark(it)).cloned().collect();
    written(Writer::new(prose.links(), reader), &pieces)
}

fn written(mut writer: Writer<'_>, pieces: &[Piece]) -> Html {
    for (index, piece) in pieces.iter().enumerate() {
        writer.piece(piece, pieces.get(index + 1));
    }
    Html(writer.finish())
}

/// Adds `text` so that it reads the same in an element and in a quoted attribute.
pub(super) fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    // Signs of one byte each, and most texts have none.
    while let Some(at) = rest.bytes().position(|it| matches!(it, b'&' | b'<' | b'>' | b'"')) {
        let (plain, sign) = rest.split_at(at);
        out.push_str(plain);
        out.push_str(match sign.as_bytes()[0] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &sign[1..];
    }
    out.push_str(rest);
}

/// `text`, escaped.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}
