//! Markdown that stands in a field of another format.

use super::blocks::{Block, parse};
use super::prose::Prose;
use crate::diagnostic::Spanned;

/// The first paragraph of `text`. All its links have the place of the whole: what the other
/// format did to the words is not known here.
pub fn fragment(text: &Spanned<String>) -> Prose {
    let parsed = parse(text.span.file, &text.value, 0).value;
    let prose = parsed.blocks.into_iter().find_map(|it| match it {
        Block::Prose(prose) => Some(prose),
        Block::Heading(_) | Block::List(_) => None,
    });
    prose.map(|it| it.placed_at(text.span)).unwrap_or_default()
}
