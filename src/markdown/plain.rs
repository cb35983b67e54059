//! What prose says, without how it looks. In: prose, and where its links lead. Out: plain text, as a
//! reader would say it aloud.

use super::html::Destination;
use super::links::Link;
use super::prose::{Piece, Prose};
use pulldown_cmark::{Event, Tag, TagEnd};

/// The words of `prose` on one line; a link without words of its own says the title of where it
/// leads.
pub fn plain(prose: &Prose, destination: &dyn Fn(&Link) -> Destination) -> String {
    let mut paragraphs = paragraphs(prose, destination);
    // A statement is one, and there are more of these than of anything else.
    if paragraphs.len() == 1 { paragraphs.remove(0) } else { paragraphs.join(" ") }
}

/// The same, a line for each paragraph, term, definition and row of a table. None is empty.
pub fn paragraphs(prose: &Prose, destination: &dyn Fn(&Link) -> Destination) -> Vec<String> {
    let title = |link: &Link| match destination(link) {
        Destination::Page { title, .. } => title,
        Destination::File { path, .. } => path,
        Destination::External | Destination::Broken => link.target.clone(),
        Destination::Hidden => String::new(),
    };
    let (mut text, mut paragraphs) = (String::new(), Vec::new());
    for piece in prose.pieces() {
        match piece {
            Piece::Markup(Event::Text(words) | Event::Code(words)) => text.push_str(words),
            Piece::Markup(event) if ends_paragraph(event) => {
                paragraphs.push(std::mem::take(&mut text));
            }
            Piece::Markup(event) if !is_inside_words(event) => text.push(' '),
            Piece::Code { text: code, .. } => text.push_str(code),
            Piece::BareLink { link } => {
                text.extend(prose.links().get(*link).map(title));
            }
            Piece::Image { alt, .. } => text.push_str(alt),
            Piece::CaptionStart | Piece::FigureEnd => paragraphs.push(std::mem::take(&mut text)),
            _ => {}
        }
    }
    paragraphs.push(text);
    paragraphs.into_iter().map(one_line).filter(|it| !it.is_empty()).collect()
}

/// `text` with a single space wherever it has white space.
pub(super) fn one_line(text: String) -> String {
    let is_other_space = |it: char| it != ' ' && it.is_whitespace();
    // Most texts are like that already.
    let is_one = text.trim().len() == text.len() && !text.contains("  ");
    if is_one && !text.contains(is_other_space) {
        return text;
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn ends_paragraph(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::End(
            TagEnd::Paragraph
                | TagEnd::TableHead
                | TagEnd::TableRow
                | TagEnd::DefinitionListTitle
                | TagEnd::DefinitionListDefinition
        )
    )
}

/// Emphasis may begin in the middle of a word; lines and blocks end one.
fn is_inside_words(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough)
    )
}

#[cfg(test)]
mod tests {
    use super::{paragraphs, plain};
    use crate::diagnostic::FileId;
    use crate::markdown::{Block, Destination, parse};

    #[test]
    fn text_is_what_a_reader_sees() {
        let text = "Un*believ*able `code` and\n[[term:okr]], [[a|words]], [x](y.md) ![alt](z.png)";
        let blocks = parse(FileId::of("a"), text, 0).value.blocks;
        let Some(Block::Prose(prose)) = blocks.first() else { panic!("{blocks:?}") };
        let title = |_: &_| Destination::Page { href: String::new(), title: "OKR".to_owned() };
        assert_eq!(plain(prose, &title), "Unbelievable code and OKR, words, x alt");
    }

    #[test]
    fn paragraphs_stay_apart() {
        let text = "One\ntwo.\n\n> Three.\n\n| a | b |\n|---|---|\n| c | d |\n\n\
                    ![e](f \"g\")\n\nh\n: i\n: j\n";
        let blocks = parse(FileId::of("a"), text, 0).value.blocks;
        let Some(Block::Prose(prose)) = blocks.first() else { panic!("{blocks:?}") };
        let all = paragraphs(prose, &|_| Destination::Broken);
        assert_eq!(all, ["One two.", "Three.", "a b", "c d", "e", "g", "h", "i", "j"]);
        assert_eq!(plain(prose, &|_| Destination::Broken), all.join(" "));
    }
}
