//! Links as authors write them, before anybody knows where they lead.

use super::events::{Definitions, Source};
use crate::diagnostic::Span;
use pulldown_cmark::{LinkType, Tag};
use std::ops::Range;

/// How a link is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// `[[target]]` or `[[target|text]]`
    Wiki,
    /// `[text](target)`, `[text][reference]` or `<target>`
    Markdown,
    /// `![text](target)`
    Image,
}

/// One link of a body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// As written: `engineering-manager#scope`, `../roles/a.md#b`, `https://…`, `term:okr`.
    pub target: String,
    pub kind: LinkKind,
    /// Without words of its own: the title of the destination is shown.
    pub bare: bool,
    /// Whether it is written in HTML, which a handbook may allow or not.
    pub is_html: bool,
    /// The target, where it was written; else the whole link.
    pub span: Span,
    /// Where the target stands word for word, be it in a definition. `None` where it is escaped, or
    /// written in another format.
    pub target_at: Option<Span>,
}

/// The link that `tag` at `at` opens, and its title.
pub(super) fn link(
    (source, definitions): (Source<'_>, &Definitions),
    tag: &Tag<'_>,
    at: &Range<usize>,
) -> Option<(Link, String)> {
    let (link_type, url, title, label) = match tag {
        Tag::Link { link_type, dest_url, title, id } => (*link_type, dest_url, title, id),
        Tag::Image { link_type, dest_url, title, id } => (*link_type, dest_url, title, id),
        _ => return None,
    };
    let kind = match (link_type, tag) {
        (LinkType::WikiLink { .. }, Tag::Link { .. }) => LinkKind::Wiki,
        (_, Tag::Image { .. }) => LinkKind::Image,
        _ => LinkKind::Markdown,
    };
    let written = written(link_type, url);
    let place = place(source, (link_type, written), at);
    let defined = || {
        let definition = definitions.get(&label.to_lowercase())?;
        found(source, "]:", written, definition)
    };
    let target_at = place.clone().or_else(defined).map(|it| source.span(it));
    let span = source.span(place.unwrap_or_else(|| at.clone()));
    let target = match link_type {
        LinkType::Email => format!("mailto:{written}"),
        _ => written.to_owned(),
    };
    let bare = link_type == LinkType::WikiLink { has_pothole: false } && kind == LinkKind::Wiki;
    Some((Link { target, kind, bare, is_html: false, span, target_at }, title.to_string()))
}

/// The target without what only the syntax around it asked for.
fn written(link_type: LinkType, url: &str) -> &str {
    match link_type {
        // In a table, the `|` before the text has to be written `\|`.
        LinkType::WikiLink { has_pothole: true } => url.strip_suffix('\\').unwrap_or(url).trim(),
        LinkType::WikiLink { has_pothole: false } => url.trim(),
        _ => url,
    }
}

/// Where `target` stands within the link at `at`, if it does.
fn place(
    source: Source<'_>,
    (link_type, target): (LinkType, &str),
    at: &Range<usize>,
) -> Option<Range<usize>> {
    match link_type {
        LinkType::Inline => found(source, "](", target, at),
        LinkType::Autolink | LinkType::Email | LinkType::WikiLink { .. } => {
            found(source, "", target, at)
        }
        // The target of a reference stands elsewhere.
        _ => None,
    }
}

/// Where `target` stands within `at`, behind the last `sign`.
fn found(source: Source<'_>, sign: &str, target: &str, at: &Range<usize>) -> Option<Range<usize>> {
    let text = source.slice(at);
    let from = if sign.is_empty() { 0 } else { text.rfind(sign)? + sign.len() };
    let start = at.start + from + text.get(from..)?.find(target).filter(|_| !target.is_empty())?;
    Some(start..start + target.len())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, html, prose};

    #[test]
    fn every_way_to_write_a_link() {
        for (text, target, place, bare) in [
            ("[[a#b]]", "a#b", "a#b", true),
            ("[[a|b]]", "a", "a", false),
            ("[[a|]]", "a", "a", true),
            ("[[ a ]]", "a", "a", true),
            ("[[term:okr]]", "term:okr", "term:okr", true),
            ("[a](a)", "a", "a", false),
            ("[t](../roles/a.md#b \"title\")", "../roles/a.md#b", "../roles/a.md#b", false),
            ("[](a)", "a", "a", true),
            ("[t]()", "", "[t]()", false),
            ("[t](a\\_b)", "a_b", "[t](a\\_b)", false),
            ("[t][r]\n\n[r]: a", "a", "[t][r]", false),
            ("<https://a.b>", "https://a.b", "https://a.b", false),
            ("<a@b.c>", "mailto:a@b.c", "a@b.c", false),
            ("![t](a.png)", "a.png", "a.png", false),
        ] {
            let prose = prose(text);
            let [link] = prose.links() else { panic!("{text}: {:?}", prose.links()) };
            assert_eq!(
                (link.target.as_str(), at(text, link.span), link.bare),
                (target, place, bare)
            );
        }
        assert_eq!(prose("[[|a]] [[]] [a]").links(), []);
    }

    #[test]
    fn the_target_is_found_where_it_can_be_changed() {
        for (text, place) in [
            ("[[a#b|c]]", Some("a#b")),
            ("[a](a \"a\")", Some("a")),
            ("[![a](b)](a)", Some("a")),
            ("[t][R s]\n\n[r  S]: <a/b.md> 'title'", Some("a/b.md")),
            ("![t][r]\n\n[r]: a.png", Some("a.png")),
            ("[t](a\\_b)", None),
        ] {
            let prose = prose(text);
            let place_of = |it: &super::Link| it.target_at.map(|it| at(text, it));
            assert_eq!(prose.links().first().map(place_of), Some(place), "{text}");
        }
    }

    #[test]
    fn links_lead_where_they_are_sent() {
        for (text, expected) in [
            ("[[a]]", "<a href=\"/a/\">A &amp; B</a>"),
            ("[[a|*b*]]", "<a href=\"/a/\"><em>b</em></a>"),
            ("[b](a \"c\")", "<a href=\"/a/\" title=\"c\">b</a>"),
            ("[[nowhere]]", "<span class=\"broken-link\">nowhere</span>"),
            ("[*b*](nowhere)", "<span class=\"broken-link\"><em>b</em></span>"),
            ("![b](nowhere)", "<span class=\"broken-link\">b</span>"),
            ("<https://a.b>", "<a href=\"https://a.b\" rel=\"noopener\">https://a.b</a>"),
            ("<a@b.c>", "<a href=\"mailto:a@b.c\">a@b.c</a>"),
            (
                "![*b* \"c\"](a)",
                "<img src=\"/a/\" alt=\"b &quot;c&quot;\" loading=\"lazy\" decoding=\"async\">",
            ),
            (
                "[![b](c)](a)",
                "<a href=\"/a/\"><img src=\"/c/\" alt=\"b\" loading=\"lazy\" decoding=\"async\"></a>",
            ),
        ] {
            assert_eq!(html(&prose(text)), format!("<p>{expected}</p>\n"));
        }
    }
}
