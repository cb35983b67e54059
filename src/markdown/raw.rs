//! HTML that authors wrote into their Markdown: shown as it is, but its headings, links and
//! anchors count like any others.

use super::events::{Placed, Source, end_of, inside};
use super::links::{Link, LinkKind};
use super::prose::{Draft, Piece};
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};
use std::ops::Range;

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

/// Adds HTML as it was written. Comments are meant for other authors and are left out.
pub(super) fn html(draft: &mut Draft, text: &str, place: (Source<'_>, &Range<usize>)) {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before);
        // A comment that is never closed would hide the rest of the page.
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    if !kept.trim().is_empty() {
        push(draft, &kept, place);
    }
}

/// Adds HTML in which every link has a piece of its own.
fn push(draft: &mut Draft, html: &str, (source, at): (Source<'_>, &Range<usize>)) {
    let (mut rest, mut from) = (html, at.start);
    while let Some(Reference { attribute, range, target }) = reference(rest) {
        let found = place(source, (&rest[range.clone()], target), from..at.end);
        from = found.as_ref().map_or(from, |it| it.end);
        let target_at = found.clone().map(|it| source.span(it));
        let kind = if attribute == "src" { LinkKind::Image } else { LinkKind::Markdown };
        let link = Link {
            target: target.replace("&amp;", "&"),
            kind,
            bare: false,
            span: source.span(found.unwrap_or_else(|| at.clone())),
            target_at: target_at.filter(|_| !target.contains('&')),
        };
        let link = draft.link(link);
        draft.push(Piece::Html(rest[..range.start].to_owned()));
        draft.push(Piece::HtmlLink { link, attribute });
        rest = &rest[range.end..];
    }
    draft.push(Piece::Html(rest.to_owned()));
}

/// Where the target of a written ` href="target"` stands, in the first of them within `at`.
fn place(
    source: Source<'_>,
    (written, target): (&str, &str),
    at: Range<usize>,
) -> Option<Range<usize>> {
    let written = written.trim_start();
    let found = source.slice(&at).find(written).filter(|_| !target.is_empty())?;
    // Its last sign is a quotation mark.
    let end = at.start + found + written.len() - 1;
    Some(end - target.len()..end)
}

/// ` href="target"`
struct Reference<'a> {
    attribute: &'static str,
    range: Range<usize>,
    target: &'a str,
}

/// The first reference in `html`.
fn reference(html: &str) -> Option<Reference<'_>> {
    let found = ["href", "src"].map(|it| attributes(html, it).next());
    found.into_iter().flatten().min_by_key(|it| it.range.start)
}

/// Every place of an attribute within a tag.
fn attributes<'a>(html: &'a str, name: &'static str) -> impl Iterator<Item = Reference<'a>> {
    html.match_indices(name).filter_map(move |(at, _)| {
        let is_in_tag = html[..at].rfind('<') > html[..at].rfind('>');
        let before = html[..at].strip_suffix(char::is_whitespace)?;
        let value = html[at + name.len()..].strip_prefix('=')?;
        let quote = value.chars().next().filter(|it| matches!(it, '"' | '\''))?;
        let target = value[1..].split_once(quote)?.0;
        let end = at + name.len() + 3 + target.len();
        let found = Reference { attribute: name, range: before.len()..end, target };
        is_in_tag.then_some(found)
    })
}

/// The anchors that HTML sets, by `id` or as in `<a name="top">`.
pub(super) fn anchors(html: &str) -> impl Iterator<Item = &str> {
    ["id", "name"].into_iter().flat_map(|it| attributes(html, it)).map(|it| it.target)
}

/// Where pictures stand that say nothing to those who do not see them. `alt=""` says that there is
/// nothing to say.
pub(super) fn images_without_alt(html: &str) -> impl Iterator<Item = Range<usize>> {
    html.match_indices("<img").filter_map(|(start, _)| {
        let tag = &html[start..];
        let tag = &tag[..tag.find('>').map_or(tag.len(), |it| it + 1)];
        let is_comment = html[..start].rfind("<!--") > html[..start].rfind("-->");
        let is_image = tag[4..].starts_with(|it: char| it.is_whitespace() || "/>".contains(it));
        let is_said = tag.match_indices("alt").any(|(at, _)| {
            let ends =
                tag[at + 3..].starts_with(|it: char| it.is_whitespace() || "=/>".contains(it));
            tag[..at].ends_with(char::is_whitespace) && ends
        });
        (is_image && !is_said && !is_comment).then_some(start..start + tag.len())
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, complaints, html, parsed, prose};
    use super::super::{Block, LinkKind};

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

    #[test]
    fn links_in_html_lead_somewhere() {
        let text = "<p><a class=x href=\"a?b&amp;c\">A</a> <img src='nowhere'> href=\"no\"</p>\n";
        let prose = prose(text);
        let links: Vec<_> = prose.links().iter().map(|it| (it.target.as_str(), it.kind)).collect();
        assert_eq!(links, [("a?b&c", LinkKind::Markdown), ("nowhere", LinkKind::Image)]);
        let places = prose.links().iter().map(|it| (at(text, it.span), it.target_at.is_some()));
        assert_eq!(places.collect::<Vec<_>>(), [("a?b&amp;c", false), ("nowhere", true)]);
        assert_eq!(
            html(&prose),
            "<p><a class=x href=\"/a?b&amp;c/\">A</a> <img> href=\"no\"</p>\n"
        );
    }

    #[test]
    fn each_link_in_html_has_its_own_place() {
        let text = "<p title=\"a.md\"><a href=\"a.md\">1</a> <a href=\"a.md\">2</a></p>\n";
        let prose = prose(text);
        let starts = prose.links().iter().filter_map(|it| Some(it.target_at?.start));
        assert_eq!(starts.collect::<Vec<_>>(), [25, 46]);
    }

    #[test]
    fn pictures_in_html_say_something_or_that_there_is_nothing_to_say() {
        let text = "<p><img src=\"a\" alt=\"\"> <img\nalt=b><img alt src=c> <!-- <img> --></p>\n";
        assert_eq!(complaints(text), [""; 0]);
        let text = "<p><img src=\"a\"><img data-alt=b></p>\n\n<images> and <img>\n";
        let missing = ["<img src=\"a\">", "<img data-alt=b>", "<img>"];
        assert_eq!(complaints(text), missing.map(|it| format!("missing-alt: {it}")));
    }

    #[test]
    fn html_has_anchors() {
        let prose = prose("<a name=\"top\"></a> and <b id='x'>y</b>");
        assert_eq!(prose.anchors().collect::<Vec<_>>(), ["top", "x"]);
    }
}
