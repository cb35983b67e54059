//! Headings and list items: a line of text that may end in attributes, and what hangs on it.

use super::attributes::{self, Attributes};
use super::blocks::{Heading, Item, List};
use super::events::{Placed, end_of, inside, is_inline};
use super::pieces::Reader;
use super::prose::{Draft, Piece};
use crate::diagnostic::Span;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// The text of a heading or an item's first paragraph, without its attributes.
struct Lead<'a> {
    events: Vec<Placed<'a>>,
    attributes: Attributes,
    span: Span,
}

impl<'a> Reader<'a> {
    pub(super) fn heading(&mut self, level: u8, element: &[Placed<'a>]) -> Heading {
        let lead = self.lead(inside(element), element);
        let title = self.prose(&lead.events);
        Heading { level, text: title.text(), title, attributes: lead.attributes, span: lead.span }
    }

    pub(super) fn list(&mut self, start: Option<u64>, element: &[Placed<'a>]) -> List {
        let mut items = Vec::new();
        let mut rest = inside(element);
        while !rest.is_empty() {
            let (item, after) = rest.split_at(end_of(rest, 0));
            items.push(self.item(item));
            rest = after;
        }
        List { start, items }
    }

    fn item(&mut self, element: &[Placed<'a>]) -> Item {
        let (paragraph, rest, is_wrapped) = first_paragraph(inside(element));
        let (checked, run) = task(paragraph);
        let lead = self.lead(run, element);
        let mut draft = Draft::default();
        // Whether an author leaves lines empty between items should not change how they look.
        let is_wrapped = is_wrapped && !rest.is_empty();
        if is_wrapped {
            draft.push(Piece::Markup(Event::Start(Tag::Paragraph)));
        }
        self.append(&mut draft, &lead.events);
        let text = draft.text();
        if is_wrapped {
            draft.push(Piece::Markup(Event::End(TagEnd::Paragraph)));
        }
        self.append(&mut draft, rest);
        let prose = draft.finish();
        Item { attributes: lead.attributes, prose, text, checked, span: lead.span }
    }

    fn lead(&mut self, run: &[Placed<'a>], element: &[Placed<'a>]) -> Lead<'a> {
        let mut events = run.to_vec();
        let attributes = attributes::take(self.source, &mut events, &mut self.diagnostics);
        let at = match (events.first(), events.last()) {
            (Some((_, first)), Some((_, last))) => first.start..last.end,
            _ => self.first_line(element),
        };
        let span = self.source.span(self.source.trimmed(at));
        Lead { events, attributes, span }
    }

    /// Where to point at an element without text.
    fn first_line(&self, element: &[Placed<'a>]) -> Range<usize> {
        let Some((_, at)) = element.first() else { return 0..0 };
        let line = self.source.slice(at).lines().next().unwrap_or_default();
        at.start..at.start + line.len()
    }
}

/// The text an item begins with, all that follows, and whether the text is a full paragraph. An
/// item of a tight list has text that is in no paragraph.
fn first_paragraph<'e, 'a>(events: &'e [Placed<'a>]) -> (&'e [Placed<'a>], &'e [Placed<'a>], bool) {
    if let Some((Event::Start(Tag::Paragraph), _)) = events.first() {
        let (paragraph, rest) = events.split_at(end_of(events, 0));
        return (inside(paragraph), rest, true);
    }
    let end = events.iter().position(|(event, _)| !is_inline(event)).unwrap_or(events.len());
    let (run, rest) = events.split_at(end);
    (run, rest, false)
}

fn task<'e, 'a>(run: &'e [Placed<'a>]) -> (Option<bool>, &'e [Placed<'a>]) {
    match run {
        [(Event::TaskListMarker(checked), _), rest @ ..] => (Some(*checked), rest),
        _ => (None, run),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, html, items};

    #[test]
    fn tasks_are_checked_or_not() {
        let items = items("- [ ] a\n- [x] b\n- c\n");
        assert_eq!(
            items.iter().map(|it| it.checked).collect::<Vec<_>>(),
            [Some(false), Some(true), None]
        );
        assert_eq!(html(&items[0].prose), "a");
    }

    #[test]
    fn tight_and_loose_lists_look_alike() {
        for text in ["- a\n- b\n", "- a\n\n- b\n"] {
            assert_eq!(html(&items(text)[0].prose), "a");
        }
        assert_eq!(html(&items("- a\n\n  b\n")[0].prose), "<p>a</p>\n<p>b</p>\n");
        assert_eq!(html(&items("- a\n  - b\n")[0].prose), "a<ul>\n<li>b</li>\n</ul>\n");
    }

    #[test]
    fn an_item_without_text_still_has_a_place() {
        for (text, place) in [("-\n", "-"), ("- {#a}\n", "- {#a}"), ("- > q\n  > r\n", "- > q")] {
            let item = items(text).remove(0);
            assert_eq!((item.text.as_str(), at(text, item.span)), ("", place));
        }
    }
}
