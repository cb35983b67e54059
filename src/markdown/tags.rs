//! The tags that say all by themselves: they depend on nothing around them.

use super::html::escaped;
use crate::labels::{Labels, key};
use pulldown_cmark::{BlockQuoteKind, Tag, TagEnd};
use std::borrow::Cow;

/// What an element begins with.
pub(super) fn opening(labels: &Labels, tag: &Tag<'_>) -> Cow<'static, str> {
    let tag = match tag {
        Tag::Paragraph => "<p>",
        // Within a quotation or a list, a heading must not appear in the outline of the page.
        Tag::Heading { .. } => "<p class=\"heading\">",
        Tag::BlockQuote(None) => "<blockquote>\n",
        Tag::BlockQuote(Some(kind)) => return alert(labels, *kind).into(),
        Tag::List(None) => "<ul>\n",
        Tag::List(Some(1)) => "<ol>\n",
        Tag::List(Some(start)) => return format!("<ol start=\"{start}\">\n").into(),
        Tag::Item => "<li>",
        Tag::DefinitionList => "<dl>\n",
        Tag::DefinitionListTitle => "<dt>",
        Tag::DefinitionListDefinition => "<dd>",
        Tag::Emphasis => "<em>",
        Tag::Strong => "<strong>",
        Tag::Strikethrough => "<del>",
        _ => "",
    };
    tag.into()
}

/// What an element ends with.
pub(super) fn closing(tag: TagEnd) -> &'static str {
    match tag {
        TagEnd::Paragraph | TagEnd::Heading(_) => "</p>\n",
        TagEnd::BlockQuote(None) => "</blockquote>\n",
        TagEnd::BlockQuote(Some(_)) => "</aside>\n",
        TagEnd::List(false) => "</ul>\n",
        TagEnd::List(true) => "</ol>\n",
        TagEnd::Item => "</li>\n",
        TagEnd::DefinitionList => "</dl>\n",
        TagEnd::DefinitionListTitle => "</dt>\n",
        TagEnd::DefinitionListDefinition => "</dd>\n",
        TagEnd::TableHead => "</tr></thead>\n<tbody>\n",
        TagEnd::TableRow => "</tr>\n",
        TagEnd::Table => "</tbody>\n</table></div>\n",
        TagEnd::Emphasis => "</em>",
        TagEnd::Strong => "</strong>",
        TagEnd::Strikethrough => "</del>",
        _ => "",
    }
}

/// A note, and no landmark: a page may have several.
fn alert(labels: &Labels, kind: BlockQuoteKind) -> String {
    let (class, title) = match kind {
        BlockQuoteKind::Note => ("note", key::NOTE),
        BlockQuoteKind::Tip => ("tip", key::TIP),
        BlockQuoteKind::Important => ("important", key::IMPORTANT),
        BlockQuoteKind::Warning => ("warning", key::WARNING),
        BlockQuoteKind::Caution => ("caution", key::CAUTION),
    };
    let title = escaped(labels.word(title));
    format!(
        "<aside class=\"alert alert-{class}\" role=\"note\">\n\
         <p class=\"alert-title\">{title}</p>\n"
    )
}

/// The box of a task, read out as what it means; a checkbox would need a label.
pub(super) fn task(labels: &Labels, is_done: bool) -> String {
    let (word, sign) = if is_done { (key::DONE, '☑') } else { (key::NOT_DONE, '☐') };
    let word = escaped(labels.word(word));
    format!("<span role=\"img\" aria-label=\"{word}\">{sign}</span> ")
}

/// The `nth` mark that leads to a footnote.
pub(super) fn footnote_mark(labels: &Labels, number: usize, nth: usize) -> String {
    let id = mark_id(number, nth);
    let name = escaped(&labels.say(key::FOOTNOTE, [number.into()]));
    // In the digits of its name, which has to say what can be seen.
    let shown = labels.language().number(number as u64);
    format!(
        "<sup class=\"footnote-reference\"><a href=\"#fn-{number}\" id=\"fnref-{id}\" \
         role=\"doc-noteref\" aria-label=\"{name}\">{shown}</a></sup>"
    )
}

/// The ways back from a footnote to each of its marks.
pub(super) fn back_links(labels: &Labels, number: usize, n_marks: usize) -> String {
    let link = |nth| {
        let id = mark_id(number, nth);
        let name = escaped(&labels.say(key::FOOTNOTE_BACK, [id.as_str().into()]));
        format!(
            " <a class=\"footnote-back\" href=\"#fnref-{id}\" role=\"doc-backlink\" \
             aria-label=\"{name}\">↩{}</a>",
            if n_marks == 1 { String::new() } else { format!("<sup>{nth}</sup>") }
        )
    };
    (1..=n_marks).map(link).collect()
}

/// The first mark of note 3 is `3`, the second `3-2`.
fn mark_id(number: usize, nth: usize) -> String {
    if nth == 1 { number.to_string() } else { format!("{number}-{nth}") }
}
