//! Parsed text, ready to be shown as soon as somebody knows where its links lead.
//!
//! In: pieces. Out: their plain text and their links. Whoever has a [`Prose`] cannot see that
//! pieces are events of the Markdown crate.

use super::links::Link;
use super::plain::one_line;
use super::raw::Raw;
use crate::diagnostic::Span;
use pulldown_cmark::{Event, TagEnd};
use std::sync::Arc;

/// A stretch of text with all its markup. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prose(Arc<Draft>);

// Nothing in a piece differs from itself.
impl Eq for Prose {}

impl Prose {
    /// The words alone, on one line: no markup, no footnote marks.
    pub fn text(&self) -> String {
        self.0.text()
    }

    pub fn is_empty(&self) -> bool {
        self.0.pieces.is_empty()
    }

    /// Every link and image, in the order they were written.
    pub fn links(&self) -> &[Link] {
        &self.0.links
    }

    /// Every stretch of HTML, which a handbook may allow or not.
    pub fn html(&self) -> impl Iterator<Item = &Raw> {
        self.0.pieces.iter().filter_map(|it| match it {
            Piece::Html(html) => Some(html),
            _ => None,
        })
    }

    /// Every anchor that is set by HTML, where that is allowed.
    pub fn anchors(&self, allows_html: bool) -> impl Iterator<Item = &str> {
        self.html().filter(move |_| allows_html).flat_map(Raw::anchors)
    }

    /// The same words, with every link and all HTML at `span`.
    pub(super) fn placed_at(&self, span: Span) -> Prose {
        let mut draft = Draft { pieces: self.0.pieces.clone(), links: self.0.links.clone() };
        draft.links.iter_mut().for_each(|it| (it.span, it.target_at) = (span, None));
        for piece in &mut draft.pieces {
            if let Piece::Html(html) = piece {
                html.span = span;
            }
        }
        draft.finish()
    }

    pub(super) fn pieces(&self) -> &[Piece] {
        &self.0.pieces
    }
}

/// What a prose consists of; what needs a decision while rendering has a piece of its own.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Markup(Event<'static>),
    Html(Raw),
    Code {
        language: String,
        text: String,
    },
    LinkStart {
        link: usize,
        title: String,
    },
    LinkEnd,
    /// A link that shows the title of its destination.
    BareLink {
        link: usize,
    },
    Image {
        link: usize,
        alt: String,
        title: String,
    },
    /// A picture with words below it, which stand between the next two.
    FigureStart,
    CaptionStart,
    FigureEnd,
    FootnoteMark {
        number: usize,
        nth: usize,
    },
    FootnotesStart,
    FootnoteStart {
        number: usize,
    },
    BackLinks {
        number: usize,
        n_marks: usize,
    },
    FootnoteEnd,
    FootnotesEnd,
}

/// A prose in the making. Pieces name links by their index.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Draft {
    pub(super) pieces: Vec<Piece>,
    pub(super) links: Vec<Link>,
}

impl Draft {
    pub(super) fn finish(mut self) -> Prose {
        // From here on nothing is added, and there are as many of these as there are sentences.
        self.pieces.shrink_to_fit();
        self.links.shrink_to_fit();
        Prose(Arc::new(self))
    }

    pub(super) fn push(&mut self, piece: Piece) {
        self.pieces.push(piece);
    }

    /// Adds a link and returns its index.
    pub(super) fn link(&mut self, link: Link) -> usize {
        self.links.push(link);
        self.links.len() - 1
    }

    pub(super) fn text(&self) -> String {
        one_line(self.pieces.iter().map(|it| self.words(it)).collect())
    }

    fn words<'a>(&'a self, piece: &'a Piece) -> &'a str {
        match piece {
            Piece::Markup(Event::Text(text) | Event::Code(text)) => text,
            Piece::Markup(Event::SoftBreak | Event::HardBreak | Event::Rule) => " ",
            Piece::CaptionStart | Piece::FigureEnd => " ",
            Piece::Markup(Event::End(tag)) if !is_within_words(*tag) => " ",
            Piece::Code { text, .. } => text,
            Piece::Image { alt, .. } => alt,
            Piece::BareLink { link } => self.links.get(*link).map_or("", |it| &it.target),
            _ => "",
        }
    }
}

fn is_within_words(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough)
}

#[cfg(test)]
mod tests {
    use super::super::tests::prose;

    #[test]
    fn text_is_words_on_one_line() {
        let text = "a *b*c  \n`d`<b>e</b> [[f]] ![g](h)\n\n> i\n>\n> | j | k |\n> |---|---|\n";
        assert_eq!(prose(text).text(), "a bc de f g i j k");
    }
}
