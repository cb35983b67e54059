//! The stream of events the Markdown crate makes of a body, each with its place in the file.
//!
//! In: the text of a file. Out: a balanced list of events. The only file that knows which
//! extensions of Markdown we speak; it knows nothing of what becomes of the events.

use crate::diagnostic::{FileId, Span};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};
use std::collections::BTreeMap;
use std::ops::Range;

/// An event and the bytes of the file it stands for.
pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

/// Where `[label]: target` stands, by the label in lower case.
pub(super) type Definitions = BTreeMap<String, Range<usize>>;

// Listed one by one: taking the old footnotes out of `all()` would take the new ones out as well.
// Attributes of headings are missing since we read them ourselves, with their places.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_WIKILINKS);

/// A file's text, from which places are cut.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) file: FileId,
    pub(super) text: &'a str,
}

impl<'a> Source<'a> {
    /// The events of the body that begins at byte `start`, and its definitions.
    pub(super) fn events(self, start: usize) -> (Vec<Placed<'a>>, Definitions) {
        let body = self.text.get(start..).unwrap_or_default();
        let parser = Parser::new_ext(body, OPTIONS).into_offset_iter();
        let definitions = parser.reference_definitions().iter();
        let definitions = definitions
            .map(|(label, it)| (label.to_lowercase(), it.span.start + start..it.span.end + start));
        let definitions = definitions.collect();
        let events = TextMergeWithOffset::new(parser)
            .map(|(event, at)| (event, at.start + start..at.end + start));
        (events.collect(), definitions)
    }

    pub(super) fn slice(self, at: &Range<usize>) -> &'a str {
        self.text.get(at.clone()).unwrap_or_default()
    }

    pub(super) fn span(self, at: Range<usize>) -> Span {
        Span::new(self.file, at.start, at.end)
    }

    /// `at` without the white space at both of its ends.
    pub(super) fn trimmed(self, at: Range<usize>) -> Range<usize> {
        let text = self.slice(&at);
        let start = at.start + text.len() - text.trim_start().len();
        start..start + text.trim().len()
    }
}

/// The index just behind the element that begins at `start`.
pub(super) fn end_of(events: &[Placed<'_>], start: usize) -> usize {
    let mut depth = 0_usize;
    for (index, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return index + 1;
        }
    }
    events.len()
}

/// What stands between the first and the last event of an element.
pub(super) fn inside<'e, 'a>(element: &'e [Placed<'a>]) -> &'e [Placed<'a>] {
    element.get(1..element.len().saturating_sub(1)).unwrap_or_default()
}

/// Whether the event can stand within a line of text.
pub(super) fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => is_inline_tag(tag.to_end()),
        Event::End(tag) => is_inline_tag(*tag),
        Event::Rule | Event::Html(_) => false,
        _ => true,
    }
}

fn is_inline_tag(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

/// Whether a block of ours begins here that is no prose.
pub(super) fn stands_alone(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::Heading { .. } | Tag::List(_)))
}
