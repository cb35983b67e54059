//! What authors write for other tools and what is Markdown to us: a lone heading of HTML, and attributes of
//! kramdown. In: the events of a body. Out: events as if it had been written in Markdown.

use super::events::{Placed, Source, end_of, inside};
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

/// What attributes of kramdown begin with.
const KRAMDOWN: &str = "{:";

/// The events, where a block that is nothing but `<h1 align="center">Title</h1>` is a heading, and
/// where nothing is left of `{: .table }`, which kramdown reads as attributes.
pub(super) fn adopted<'a>(source: Source<'a>, events: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
    // Most bodies have neither, and their events are many times as large as the text.
    let is_html = |(event, _): &Placed<'_>| matches!(event, Event::Start(Tag::HtmlBlock));
    if !source.text.contains(KRAMDOWN) && !events.iter().any(is_html) {
        return events;
    }
    let mut read = Vec::with_capacity(events.len());
    let mut rest = events.as_slice();
    while let Some((event, _)) = rest.first() {
        let is_html = matches!(event, Event::Start(Tag::HtmlBlock));
        let is_block = is_html || matches!(event, Event::Start(Tag::Paragraph));
        let (element, after) = rest.split_at(if is_block { end_of(rest, 0) } else { 1 });
        match is_html.then(|| heading(source, element)).flatten() {
            Some(heading) => read.extend(heading),
            None if is_block && is_kramdown(source, element) => {}
            None => read.extend_from_slice(element),
        }
        rest = after;
    }
    read
}

fn is_kramdown(source: Source<'_>, element: &[Placed<'_>]) -> bool {
    let text = element.first().map_or("", |(_, at)| source.slice(at)).trim();
    text.starts_with(KRAMDOWN) && text.find('}') == Some(text.len() - 1)
}

fn heading<'a>(source: Source<'a>, element: &[Placed<'a>]) -> Option<[Placed<'a>; 3]> {
    let ([(_, first), ..], [.., (_, last)]) = (inside(element), inside(element)) else {
        return None;
    };
    let at = source.trimmed(first.start..last.end);
    let html = source.slice(&at);
    let number: u8 = html.get(2..3)?.parse().ok()?;
    let level = HeadingLevel::try_from(usize::from(number)).ok()?;
    let start = html.find('>')? + 1;
    let is_opened = html.starts_with("<h") && html[3..start].starts_with([' ', '>']);
    let end = start + html[start..].strip_suffix(&format!("</h{number}>"))?.len();
    let words = without_tags(&html[start..end]);
    if !is_opened || words.is_empty() || html[start..end].contains("<h") {
        return None;
    }
    let tag = Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() };
    let text = (Event::Text(words.into()), at.start + start..at.start + end);
    Some([(Event::Start(tag), at.clone()), text, (Event::End(TagEnd::Heading(level)), at)])
}

fn without_tags(html: &str) -> String {
    let mut words = String::new();
    for part in html.split('<') {
        // What stands before the first `<` is in no tag.
        words.push_str(if words.is_empty() && html.starts_with(part) {
            part
        } else {
            part.split_once('>').map_or("", |(_, text)| text)
        });
    }
    words.replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::Block;
    use super::super::tests::{html, parsed, prose};

    fn heading(text: &str) -> Option<(u8, String)> {
        match parsed(text).value.blocks.first() {
            Some(Block::Heading(it)) => Some((it.level, it.text.clone())),
            _ => None,
        }
    }

    #[test]
    fn a_lone_heading_is_one() {
        let found = |level, text: &str| Some((level, text.to_owned()));
        assert_eq!(heading("<h1>Title</h1>\n"), found(1, "Title"));
        assert_eq!(
            heading(
                "<h2 align=\"center\">\n  <img src=\"a.png\"> R&amp;D <b>levels</b>\n</h2>\n\nText\n"
            ),
            found(2, "R&D levels")
        );
        for text in ["<h1></h1>\n", "<hr>\n", "<h1>A</h1><h1>B</h1>\n", "<h1>A</h1>\n<p>b</p>\n"] {
            assert_eq!(heading(text), None, "{text}");
        }
    }

    #[test]
    fn attributes_of_kramdown_are_not_shown() {
        assert_eq!(parsed("{: .table }\n").value.blocks, []);
        assert_eq!(html(&prose("{: a} b\n")), "<p>{: a} b</p>\n");
    }
}
