//! HTML that authors wrote into their Markdown. Where a handbook allows it, it is shown as it is, and its
//! links and anchors count like any others; where not, it is shown as the text it is. The end of a line and a
//! picture that says no more than Markdown can are what they are in any case.

use super::events::Source;
use super::image_tag::image_tag;
use super::links::{Link, LinkKind};
use super::prose::{Draft, Piece};
use crate::diagnostic::Span;
use pulldown_cmark::Event;
use std::ops::Range;

/// A stretch of HTML.
#[derive(Clone, Debug, PartialEq)]
pub struct Raw {
    pub(super) parts: Vec<Part>,
    /// What it is all the same: the index of its link, its words and its title.
    pub(super) picture: Option<(usize, String, String)>,
    /// Whether it stands between paragraphs and not within one.
    pub(super) is_block: bool,
    /// Its first tag, or its first line.
    pub span: Span,
    /// Pictures in it that say nothing to those who do not see them.
    pub images_without_alt: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    Text(String),
    /// An attribute that leads somewhere: `href`, `src`.
    Link {
        link: usize,
        attribute: &'static str,
    },
}

impl Raw {
    /// Every anchor that it sets.
    pub(super) fn anchors(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().flat_map(|it| match it {
            Part::Text(html) => anchors(html).collect(),
            Part::Link { .. } => Vec::new(),
        })
    }

    /// Whether it says no more than a picture in Markdown does, and so is one in any case.
    pub fn is_picture(&self) -> bool {
        self.picture.is_some()
    }

    /// Whether it only ends what other HTML began.
    pub fn is_end(&self) -> bool {
        let is_end = |it: &str| it.starts_with("</") && it.matches('<').count() == 1;
        matches!(self.parts.as_slice(), [Part::Text(it)] if is_end(it))
    }
}

pub(super) fn block(draft: &mut Draft, text: &str, place: (Source<'_>, &Range<usize>)) {
    html(draft, (text, true), place);
}

pub(super) fn inline(draft: &mut Draft, text: &str, place: (Source<'_>, &Range<usize>)) {
    html(draft, (text, false), place);
}

/// Adds what there is but comments, which are meant for other authors.
fn html(draft: &mut Draft, (text, is_block): (&str, bool), place: (Source<'_>, &Range<usize>)) {
    let text = without_comments(text);
    match text.trim() {
        "" => {}
        // Within a table there is no other way to write it.
        "<br>" | "<br/>" | "<br />" => draft.push(Piece::Markup(Event::HardBreak)),
        _ => {
            let raw = raw(draft, (&text, is_block), place);
            draft.push(Piece::Html(raw));
        }
    }
}

fn without_comments(text: &str) -> String {
    let (mut kept, mut rest) = (String::new(), text);
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before);
        // A comment that is never closed would hide the rest of the page.
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    kept + rest
}

/// HTML as it was written, whose links become some of the draft's.
fn raw(
    draft: &mut Draft,
    (html, is_block): (&str, bool),
    place: (Source<'_>, &Range<usize>),
) -> Raw {
    let first_link = draft.links.len();
    let parts = parts(draft, html, place);
    let picture = image_tag(html).filter(|_| draft.links.len() == first_link + 1).map(|it| {
        draft.links[first_link].is_html = false;
        (first_link, it.alt, it.title)
    });
    let (source, at) = place;
    let written = source.slice(at);
    let first = written.find('>').map_or(written.len(), |it| it + 1);
    let first = written[..first].find('\n').unwrap_or(first);
    let within = |it: Range<usize>| source.span(at.start + it.start..at.start + it.end);
    let images_without_alt = images_without_alt(written).map(within).collect();
    Raw { parts, picture, is_block, span: within(0..first), images_without_alt }
}

/// HTML in parts, of which every link is one.
fn parts(draft: &mut Draft, html: &str, (source, at): (Source<'_>, &Range<usize>)) -> Vec<Part> {
    let (mut rest, mut from, mut parts) = (html, at.start, Vec::new());
    while let Some(Reference { attribute, range, target }) = reference(rest) {
        let found = place(source, (&rest[range.clone()], target), from..at.end);
        from = found.as_ref().map_or(from, |it| it.end);
        let target_at = found.clone().map(|it| source.span(it));
        let kind = if attribute == "src" { LinkKind::Image } else { LinkKind::Markdown };
        let link = Link {
            target: target.replace("&amp;", "&"),
            kind,
            bare: false,
            is_html: true,
            span: source.span(found.unwrap_or_else(|| at.clone())),
            target_at: target_at.filter(|_| !target.contains('&')),
        };
        let link = draft.link(link);
        parts.push(Part::Text(rest[..range.start].to_owned()));
        parts.push(Part::Link { link, attribute });
        rest = &rest[range.end..];
    }
    parts.push(Part::Text(rest.to_owned()));
    parts
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
fn anchors(html: &str) -> impl Iterator<Item = &str> {
    ["id", "name"].into_iter().flat_map(|it| attributes(html, it)).map(|it| it.target)
}

/// Where pictures stand that say nothing to those who do not see them. `alt=""` says that there is
/// nothing to say.
fn images_without_alt(html: &str) -> impl Iterator<Item = Range<usize>> {
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
    use super::super::LinkKind;
    use super::super::tests::{at, html, prose, shown_as_text};

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
        let silent = |text: &str| {
            let prose = prose(text);
            let silent: Vec<_> = prose.html().flat_map(|it| &it.images_without_alt).collect();
            silent.into_iter().map(|it| at(text, *it).to_owned()).collect::<Vec<_>>()
        };
        let text = "<p><img src=\"a\" alt=\"\"> <img\nalt=b><img alt src=c> <!-- <img> --></p>\n";
        assert_eq!(silent(text), [""; 0]);
        let text = "<p><img src=\"a\"><img data-alt=b></p>\n\n<images> and <img>\n";
        assert_eq!(silent(text), ["<img src=\"a\">", "<img data-alt=b>", "<img>"]);
    }

    #[test]
    fn html_that_is_not_allowed_is_text() {
        for (text, shown) in [
            ("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"),
            (
                "<a href='x\" onclick=\"y'>b</a>",
                "<p>&lt;a href=&quot;x&quot; onclick=&quot;y&quot;&gt;b&lt;/a&gt;</p>\n",
            ),
            ("<script>\nhurt()\n</script>\n", "<p>&lt;script&gt;\nhurt()\n&lt;/script&gt;</p>\n"),
            ("a <!-- b --> c", "<p>a  c</p>\n"),
            (
                "<img src='a' alt='b'>",
                "<p><img src=\"/a/\" alt=\"b\" loading=\"lazy\" decoding=\"async\"></p>\n",
            ),
            ("<img src='a' onerror='x'>", "<p>&lt;img src=&quot;a&quot; onerror='x'&gt;</p>\n"),
            ("<?php x ?>\n", "<p>&lt;?php x ?&gt;</p>\n"),
            ("<![CDATA[<b>]]>\n", "<p>&lt;![CDATA[&lt;b&gt;]]&gt;</p>\n"),
            ("a<br>b<br />c", "<p>a<br>\nb<br>\nc</p>\n"),
            ("a <br onload=x>", "<p>a &lt;br onload=x&gt;</p>\n"),
        ] {
            assert_eq!(shown_as_text(&prose(text)), shown, "{text}");
        }
    }

    #[test]
    fn html_is_said_of_once_where_it_begins() {
        let text = "<div>\n<p>a</p>\n</div>\n\nb <i>c</i> d\n";
        let prose = prose(text);
        assert_eq!(at(text, prose.html().next().unwrap().span), "<div>");
    }

    #[test]
    fn html_has_anchors() {
        let prose = prose("<a name=\"top\"></a> and <b id='x'>y</b>");
        assert_eq!(prose.anchors(true).collect::<Vec<_>>(), ["top", "x"]);
        assert_eq!(prose.anchors(false).count(), 0);
    }
}
