//! Events become pieces: whatever needs more than one event to be shown is put together here.
//!
//! In: the events of a stretch of text. Out: a [`Prose`] and complaints. Does not know where
//! headings and items come from or what HTML looks like.

use super::events::{Definitions, Placed, Source, end_of, inside, is_inline};
use super::footnotes::Notes;
use super::prose::{Draft, Piece, Prose};
use super::{attributes, figures, links, pipes, problem, raw};
use crate::diagnostic::Diagnostic;
use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

/// What is known while a body is read.
pub(super) struct Reader<'a> {
    pub(super) source: Source<'a>,
    pub(super) definitions: Definitions,
    pub(super) notes: Notes,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    pub(super) fn prose(&mut self, events: &[Placed<'a>]) -> Prose {
        let mut draft = Draft::default();
        self.append(&mut draft, events);
        draft.finish()
    }

    pub(super) fn append(&mut self, draft: &mut Draft, events: &[Placed<'a>]) {
        let mut rest = events;
        while let Some((event, _)) = rest.first() {
            let is_one = is_one_piece(event) || figures::begins(rest);
            let end = if is_one { end_of(rest, 0) } else { 1 };
            let (element, after) = rest.split_at(end);
            if after.first().is_none_or(|(next, _)| !is_inline(next)) {
                self.check_end_of_line(element);
            }
            self.element(draft, element);
            rest = after;
        }
    }

    fn element(&mut self, draft: &mut Draft, element: &[Placed<'a>]) {
        let Some((event, at)) = element.first() else { return };
        match event {
            Event::Start(Tag::Paragraph) if element.len() > 1 => self.figure(draft, element),
            Event::Start(Tag::CodeBlock(kind)) => draft.push(code(kind, inside(element))),
            Event::Start(Tag::HtmlBlock) => {
                raw::block(draft, &words(inside(element)), (self.source, at));
            }
            Event::InlineHtml(text) => raw::inline(draft, text, (self.source, at)),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => self.link(draft, element),
            Event::FootnoteReference(name) => draft.push(self.mark(name)),
            Event::Start(Tag::Table(_)) => {
                pipes::check(self.source, at, &mut self.diagnostics);
                draft.push(Piece::Markup(event.clone().into_static()));
            }
            _ => draft.push(Piece::Markup(event.clone().into_static())),
        }
    }

    pub(super) fn link(&mut self, draft: &mut Draft, element: &[Placed<'a>]) {
        let [(Event::Start(tag), at), ..] = element else { return };
        let Some((mut link, title)) = links::link((self.source, &self.definitions), tag, at) else {
            return;
        };
        let inside = inside(element);
        if matches!(tag, Tag::Image { .. }) {
            let alt = words(inside);
            if alt.trim().is_empty() {
                self.diagnostics.push(problem::missing_alt(self.source.span(at.clone())));
            }
            let link = draft.link(link);
            return draft.push(Piece::Image { link, alt, title });
        }
        link.bare |= inside.iter().all(|(event, _)| is_blank(event));
        let (bare, link) = (link.bare, draft.link(link));
        if bare {
            return draft.push(Piece::BareLink { link });
        }
        draft.push(Piece::LinkStart { link, title });
        self.append(draft, inside);
        draft.push(Piece::LinkEnd);
    }

    fn mark(&mut self, name: &str) -> Piece {
        let text = || Piece::Markup(Event::Text(format!("[^{name}]").into()));
        self.notes.mark(name).unwrap_or_else(text)
    }

    /// `{.internal}` behind a paragraph must not look as if it hid anything.
    fn check_end_of_line(&mut self, element: &[Placed<'a>]) {
        let [last] = element else { return };
        let Some(at) = attributes::braces_at_end(self.source, last) else { return };
        let braces = self.source.slice(&at);
        self.diagnostics.push(problem::stray_attributes(self.source.span(at), braces));
    }
}

fn is_one_piece(event: &Event<'_>) -> bool {
    let Event::Start(tag) = event else { return false };
    matches!(tag.to_end(), TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Link | TagEnd::Image)
}

fn code(kind: &CodeBlockKind<'_>, inside: &[Placed<'_>]) -> Piece {
    let language = match kind {
        CodeBlockKind::Indented => "",
        CodeBlockKind::Fenced(info) => info.split([' ', '\t', ',', '{']).next().unwrap_or_default(),
    };
    Piece::Code { language: language.to_owned(), text: words(inside) }
}

fn is_blank(event: &Event<'_>) -> bool {
    matches!(event, Event::Text(text) if text.trim().is_empty())
}

/// The bare text of events, for where there is no place for markup.
fn words(events: &[Placed<'_>]) -> String {
    let words = events.iter().map(|(event, _)| match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) => text.as_ref(),
        Event::SoftBreak | Event::HardBreak => " ",
        _ => "",
    });
    words.collect()
}
