//! `![what it shows](plan.png "Caption")` in a paragraph of its own: a figure, whose caption anybody can
//! read, where a title would be shown to a mouse alone.

use super::events::{Placed, end_of, inside};
use super::pieces::Reader;
use super::prose::{Draft, Piece};
use pulldown_cmark::{Event, Tag};

/// Whether `events` begin with a paragraph that is one picture with a title, or a link around one.
pub(super) fn begins(events: &[Placed<'_>]) -> bool {
    matches!(events.first(), Some((Event::Start(Tag::Paragraph), _)))
        && caption(&events[..end_of(events, 0)]).is_some()
}

fn caption(paragraph: &[Placed<'_>]) -> Option<String> {
    let mut picture = sole_element(inside(paragraph))?;
    if let Some((Event::Start(Tag::Link { .. }), _)) = picture.first() {
        picture = sole_element(inside(picture))?;
    }
    match picture.first() {
        Some((Event::Start(Tag::Image { title, .. }), _)) => {
            Some(title.trim().to_owned()).filter(|it| !it.is_empty())
        }
        _ => None,
    }
}

/// The element that is all of `events`.
fn sole_element<'e, 'a>(events: &'e [Placed<'a>]) -> Option<&'e [Placed<'a>]> {
    (!events.is_empty() && end_of(events, 0) == events.len()).then_some(events)
}

impl<'a> Reader<'a> {
    pub(super) fn figure(&mut self, draft: &mut Draft, paragraph: &[Placed<'a>]) {
        let Some(caption) = caption(paragraph) else { return };
        draft.push(Piece::FigureStart);
        let start = draft.pieces.len();
        self.link(draft, inside(paragraph));
        // What everybody reads below the picture need not be told to a mouse as well.
        for piece in &mut draft.pieces[start..] {
            if let Piece::Image { title, .. } = piece {
                title.clear();
            }
        }
        draft.push(Piece::CaptionStart);
        draft.push(Piece::Markup(Event::Text(caption.into())));
        draft.push(Piece::FigureEnd);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{html, items, prose};

    const PICTURE: &str = "<img src=\"/b/\" alt=\"a\" loading=\"lazy\" decoding=\"async\">";

    #[test]
    fn a_picture_with_a_title_is_a_figure() {
        let figure = |inside: &str, caption| {
            format!("<figure>{inside}<figcaption>{caption}</figcaption></figure>\n")
        };
        assert_eq!(html(&prose("![a](b \"c *d* & e\")")), figure(PICTURE, "c *d* &amp; e"));
        let linked = format!("<a href=\"/f/\">{PICTURE}</a>");
        assert_eq!(html(&prose("[![a](b \"c\")](f)")), figure(&linked, "c"));
        let quoted = format!("<blockquote>\n{}</blockquote>\n", figure(PICTURE, "c"));
        assert_eq!(html(&prose("> ![a](b 'c')")), quoted);
        let item = items("- x\n\n  ![a](b (c))\n").remove(0);
        assert_eq!(html(&item.prose), format!("<p>x</p>\n{}", figure(PICTURE, "c")));
    }

    #[test]
    fn other_pictures_are_part_of_a_paragraph() {
        assert_eq!(html(&prose("![a](b)")), format!("<p>{PICTURE}</p>\n"));
        for text in
            ["![a](b \" \")", "![a](b \"c\") d", "![a](b \"c\")\n![a](b \"c\")", "[a](b \"c\")"]
        {
            assert!(html(&prose(text)).starts_with("<p><"), "{text}");
        }
    }

    #[test]
    fn words_around_and_below_stay_apart() {
        assert_eq!(prose("x\n\n![a](b \"c\")\n\ny").text(), "x a c y");
    }
}
