//! What leads somewhere, and HTML, in which something may: the same writer, at work on these pieces.

use super::Writer;
use crate::markdown::html::{Destination, escape, escaped};
use crate::markdown::raw::{Part, Raw};

impl Writer<'_> {
    pub(super) fn link_start(&mut self, link: usize, title: &str) {
        let Some(link) = self.links.get(link) else { return };
        let mut end = "</a>";
        match (self.reader.destination)(link) {
            Destination::Page { href, .. } | Destination::File { href, .. } => {
                self.anchor(&href, title, "");
            }
            Destination::External => self.anchor(&link.target, title, rel(&link.target)),
            Destination::Hidden => end = "",
            Destination::Broken => {
                self.put("<span class=\"broken-link\">");
                end = "</span>";
            }
        }
        self.link_ends.push(end);
    }

    pub(super) fn link_end(&mut self) {
        let end = self.link_ends.pop().unwrap_or_default();
        self.put(end);
    }

    pub(super) fn bare_link(&mut self, link: usize) {
        let Some(written) = self.links.get(link) else { return };
        self.link_start(link, "");
        match (self.reader.destination)(written) {
            Destination::Page { title: words, .. } | Destination::File { path: words, .. } => {
                escape(&words, &mut self.out);
            }
            Destination::External | Destination::Broken => {
                escape(&written.target, &mut self.out);
            }
            Destination::Hidden => {}
        }
        self.link_end();
    }

    fn anchor(&mut self, href: &str, title: &str, rel: &str) {
        self.put(&format!("<a href=\"{}\"{rel}{}>", address(href), title_attribute(title)));
    }

    pub(super) fn html(&mut self, html: &Raw) {
        if self.reader.allows_html {
            return self.working_html(html);
        }
        let (before, after) = if html.is_block { ("<p>", "</p>\n") } else { ("", "") };
        self.put(before);
        match &html.picture {
            Some((link, alt, title)) => self.image(*link, alt, title),
            None => self.written_html(html),
        }
        self.put(after);
    }

    fn working_html(&mut self, html: &Raw) {
        for part in &html.parts {
            match part {
                Part::Text(text) => self.put(text),
                Part::Link { link, attribute } => self.html_link(*link, attribute),
            }
        }
    }

    /// HTML that is not allowed, as the text it is.
    fn written_html(&mut self, html: &Raw) {
        for part in &html.parts {
            match part {
                Part::Text(text) => escape(text.trim_end_matches('\n'), &mut self.out),
                Part::Link { link, attribute } => {
                    let target = self.links.get(*link).map_or("", |it| &it.target);
                    escape(&format!(" {attribute}=\"{target}\""), &mut self.out);
                }
            }
        }
    }

    /// An attribute of HTML; one that would lead nowhere is left out.
    fn html_link(&mut self, link: usize, attribute: &str) {
        let Some(link) = self.links.get(link) else { return };
        let target = match (self.reader.destination)(link) {
            Destination::Page { href, .. } | Destination::File { href, .. } => address(&href),
            Destination::External => address(&link.target),
            Destination::Hidden | Destination::Broken => return,
        };
        self.put(&format!(" {attribute}=\"{target}\""));
    }

    pub(super) fn image(&mut self, link: usize, alt: &str, title: &str) {
        let Some(link) = self.links.get(link) else { return };
        let alt = escaped(alt);
        let (source, room) = match (self.reader.destination)(link) {
            Destination::File { href, size, is_first, .. } => {
                (address(&href), room(size, is_first))
            }
            Destination::Page { href, .. } => (address(&href), room(None, false)),
            Destination::External => (address(&link.target), room(None, false)),
            Destination::Hidden => return self.put(&alt),
            Destination::Broken => {
                return self.put(&format!("<span class=\"broken-link\">{alt}</span>"));
            }
        };
        let title = title_attribute(title);
        self.put(&format!("<img src=\"{source}\" alt=\"{alt}\"{title}{room}>"));
    }
}

/// How much room a picture takes before it is there, and when it is asked for.
fn room(size: Option<(u32, u32)>, is_first: bool) -> String {
    let size = size.map(|(width, height)| format!(" width=\"{width}\" height=\"{height}\""));
    let when = if is_first { "" } else { " loading=\"lazy\"" };
    format!("{}{when} decoding=\"async\"", size.unwrap_or_default())
}

fn rel(target: &str) -> &'static str {
    let is_web = target.starts_with("http://") || target.starts_with("https://");
    if is_web { " rel=\"noopener\"" } else { "" }
}

fn address(href: &str) -> String {
    escaped(&href.replace(' ', "%20"))
}

fn title_attribute(title: &str) -> String {
    if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(title)) }
}
