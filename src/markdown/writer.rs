//! Pieces become HTML, one after the other.

mod links;

use super::highlight;
use super::html::{Reader, escape, escaped};
use super::links::Link;
use super::prose::Piece;
use super::tables::Table;
use super::tags;
use pulldown_cmark::{Event, Tag, TagEnd};

/// The HTML so far, and what is still open.
pub(super) struct Writer<'a> {
    out: String,
    links: &'a [Link],
    reader: Reader<'a>,
    /// How the links that are open have to be closed.
    link_ends: Vec<&'static str>,
    table: Table,
}

impl<'a> Writer<'a> {
    pub(super) fn new(links: &'a [Link], reader: Reader<'a>) -> Writer<'a> {
        let (out, table) = (String::new(), Table::default());
        Writer { out, links, reader, link_ends: Vec::new(), table }
    }

    /// Writes what stands below the heading with that anchor.
    pub(super) fn below(mut self, heading: &str) -> Writer<'a> {
        self.table = Table::below(heading);
        self
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    pub(super) fn piece(&mut self, piece: &Piece, next: Option<&Piece>) {
        match piece {
            Piece::Markup(event) => self.event(event, next),
            Piece::Html(html) => self.html(html),
            Piece::Code { language, text } => self.code(language, text),
            Piece::LinkStart { link, title } => self.link_start(*link, title),
            Piece::LinkEnd => self.link_end(),
            Piece::BareLink { link } => self.bare_link(*link),
            Piece::Image { link, alt, title } => self.image(*link, alt, title),
            Piece::FigureStart => self.put("<figure>"),
            Piece::CaptionStart => self.put("<figcaption>"),
            Piece::FigureEnd => self.put("</figcaption></figure>\n"),
            Piece::FootnoteMark { number, nth } => {
                self.put(&tags::footnote_mark(self.reader.labels, *number, *nth));
            }
            Piece::FootnotesStart => self.out.push_str("<ol class=\"footnotes\">\n"),
            Piece::FootnoteStart { number } => self.put(&format!("<li id=\"fn-{number}\">")),
            Piece::BackLinks { number, n_marks } => {
                self.put(&tags::back_links(self.reader.labels, *number, *n_marks));
            }
            Piece::FootnoteEnd => self.out.push_str("</li>\n"),
            Piece::FootnotesEnd => self.out.push_str("</ol>\n"),
        }
    }

    fn put(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn event(&mut self, event: &Event<'_>, next: Option<&Piece>) {
        match event {
            Event::Text(text) => escape(text, &mut self.out),
            Event::Code(text) => self.put(&format!("<code>{}</code>", escaped(text))),
            Event::SoftBreak => self.soft_break(),
            Event::HardBreak => self.put("<br>\n"),
            Event::Rule => self.put("<hr>\n"),
            Event::TaskListMarker(is_done) => self.put(&tags::task(self.reader.labels, *is_done)),
            Event::Start(Tag::Table(alignments)) => {
                self.out.push_str(&self.table.start(self.reader.labels, alignments))
            }
            Event::Start(Tag::TableHead) => self.out.push_str(self.table.row_start(true)),
            Event::Start(Tag::TableRow) => self.out.push_str(self.table.row_start(false)),
            Event::Start(Tag::TableCell) => {
                let is_empty = next == Some(&Piece::Markup(Event::End(TagEnd::TableCell)));
                self.out.push_str(&self.table.cell_start(is_empty));
            }
            Event::Start(tag) => self.put(&tags::opening(self.reader.labels, tag)),
            Event::End(TagEnd::TableCell) => self.out.push_str(self.table.cell_end()),
            Event::End(tag) => self.put(tags::closing(*tag)),
            _ => {}
        }
    }

    /// A line of the source ends, which is a space to a reader. After a wide letter (Chinese,
    /// Japanese, Korean) it may be none: that is for browsers to tell, which need the line's end.
    fn soft_break(&mut self) {
        let mut said = self.out.as_str();
        while let Some((before, _)) = said.strip_suffix('>').and_then(|it| it.rsplit_once('<')) {
            said = before;
        }
        let is_wide = said.ends_with(|it: char| it >= '\u{1100}');
        self.put(if is_wide { "\n" } else { " " });
    }

    fn code(&mut self, language: &str, text: &str) {
        let escaped_language = escaped(language);
        let (name, class) = match language {
            "" => Default::default(),
            // The name is shown by the style sheet, so that nobody copies it with the code.
            _ => (
                format!(" data-language=\"{escaped_language}\""),
                format!(" class=\"language-{escaped_language}\""),
            ),
        };
        let code = highlight::highlighted(language, text);
        // Code may be wider than the page, and who has no mouse must be able to scroll it.
        self.put(&format!(
            "<pre class=\"code\" tabindex=\"0\"{name}><code{class}>{code}</code></pre>\n"
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{for_reader, html, prose};
    use super::super::{Destination, render, render_below};

    #[test]
    fn the_end_of_a_line_is_a_space_unless_a_wide_letter_is_before_it() {
        assert_eq!(html(&prose("one\ntwo")), "<p>one two</p>\n");
        assert_eq!(html(&prose("*one*\ntwo")), "<p><em>one</em> two</p>\n");
        assert_eq!(html(&prose("職務\n記述")), "<p>職務\n記述</p>\n");
        assert_eq!(html(&prose("*職務*\n記述")), "<p><em>職務</em>\n記述</p>\n");
    }

    #[test]
    fn quotations_alerts_and_lists() {
        for (text, expected) in [
            ("> ## a\n", "<blockquote>\n<p class=\"heading\">a</p>\n</blockquote>\n"),
            ("> 3. a\n", "<blockquote>\n<ol start=\"3\">\n<li>a</li>\n</ol>\n</blockquote>\n"),
            (
                "> [!WARNING]\n> a\n",
                "<aside class=\"alert alert-warning\" role=\"note\">\n\
                 <p class=\"alert-title\">Warning</p>\n<p>a</p>\n</aside>\n",
            ),
            (
                "> - [x] a\n",
                "<blockquote>\n<ul>\n<li><span role=\"img\" aria-label=\"done\">☑</span> a</li>\n\
                 </ul>\n</blockquote>\n",
            ),
        ] {
            assert_eq!(html(&prose(text)), expected);
        }
    }

    #[test]
    fn paragraphs_and_code() {
        let block = |(name, class), code| {
            format!("<pre class=\"code\" tabindex=\"0\"{name}><code{class}>{code}\n</code></pre>\n")
        };
        let no = (" data-language=\"no\"", " class=\"language-no\"");
        for (text, expected) in [
            ("a\n: b\n", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n".to_owned()),
            ("a\\\n~~b~~ `<c>`", "<p>a<br>\n<del>b</del> <code>&lt;c&gt;</code></p>\n".to_owned()),
            ("```no x\n<a>\n```\n", block(no, "&lt;a&gt;")),
            ("    a\n", block(("", ""), "a")),
        ] {
            assert_eq!(html(&prose(text)), expected);
        }
    }

    #[test]
    fn a_table_is_called_after_the_heading_above_it() {
        let table = prose("| a |\n|---|\n");
        assert!(html(&table).contains("tabindex=\"0\" aria-label=\"Table\""));
        let heading = "pay \"bands\"";
        let below = for_reader(&|_| Destination::Broken, |it| render_below(heading, &table, it));
        let below = below.to_string();
        assert!(below.contains("aria-labelledby=\"pay &quot;bands&quot;\""), "{below}");
    }

    #[test]
    fn a_picture_has_its_room_before_it_is_there() {
        let picture = prose("![a](b.png)");
        for (size, is_first, expected) in [
            (Some((3, 2)), false, " width=\"3\" height=\"2\" loading=\"lazy\""),
            (Some((3, 2)), true, " width=\"3\" height=\"2\""),
            (None, false, " loading=\"lazy\""),
        ] {
            let (href, path) = ("../b.png".to_owned(), "b.png".to_owned());
            let file = Destination::File { href, path, size, is_first };
            let html = for_reader(&|_| file.clone(), |it| render(&picture, it).to_string());
            let image = format!("<img src=\"../b.png\" alt=\"a\"{expected} decoding=\"async\">");
            assert_eq!(html, format!("<p>{image}</p>\n"));
        }
    }

    #[test]
    fn tables_have_headers_and_alignment() {
        let html = html(&prose("| | b |\n|---|--:|\n| c | d |\n"));
        for part in [
            "<thead><tr><td></td><th scope=\"col\" class=\"align-right\">b</th></tr></thead>",
            "<tr><td>c</td><td class=\"align-right\">d</td></tr>",
            "</tbody>\n</table></div>\n",
        ] {
            assert!(html.contains(part), "{html}");
        }
    }
}
