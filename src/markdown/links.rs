//! Links as authors write them, before anybody knows where they lead.

use super::events::Source;
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
    /// The target, where it was written; else the whole link.
    pub span: Span,
}

/// The link that `tag` at `at` opens, and its title.
pub(super) fn link(source: Source<'_>, tag: &Tag<'_>, at: &Range<usize>) -> Option<(Link, String)> {
    let (link_type, url, title, kind) = match tag {
        Tag::Link { link_type: it @ LinkType::WikiLink { .. }, dest_url, title, .. } => {
            (*it, dest_url, title, LinkKind::Wiki)
        }
        Tag::Link { link_type, dest_url, title, .. } => {
            (*link_type, dest_url, title, LinkKind::Markdown)
        }
        Tag::Image { link_type, dest_url, title, .. } => {
            (*link_type, dest_url, title, LinkKind::Image)
        }
        _ => return None,
    };
    let written = written(link_type, url);
    let span = source.span(place(source, (link_type, written), at));
    let target = match link_type {
        LinkType::Email => format!("mailto:{written}"),
        _ => written.to_owned(),
    };
    let bare = link_type == LinkType::WikiLink { has_pothole: false } && kind == LinkKind::Wiki;
    Some((Link { target, kind, bare, span }, title.to_string()))
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

/// Where `target` stands within the link at `at`.
fn place(
    source: Source<'_>,
    (link_type, target): (LinkType, &str),
    at: &Range<usize>,
) -> Range<usize> {
    let text = source.slice(at);
    let from = match link_type {
        LinkType::Inline => text.rfind("](").map(|it| it + 2),
        LinkType::Autolink | LinkType::Email | LinkType::WikiLink { .. } => Some(0),
        // The target of a reference stands elsewhere.
        _ => None,
    };
    let from = from.filter(|_| !target.is_empty());
    let found = from.and_then(|from| Some(at.start + from + text.get(from..)?.find(target)?));
    found.map_or(at.clone(), |start| start..start + target.len())
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
            ("![*b* \"c\"](a)", "<img src=\"/a/\" alt=\"b &quot;c&quot;\" loading=\"lazy\">"),
            ("[![b](c)](a)", "<a href=\"/a/\"><img src=\"/c/\" alt=\"b\" loading=\"lazy\"></a>"),
        ] {
            assert_eq!(html(&prose(text)), format!("<p>{expected}</p>\n"));
        }
    }
}
