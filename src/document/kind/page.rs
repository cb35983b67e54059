//! The front matter of what is mostly prose: free pages, families, the front page.

use super::alias::{AliasFront, aliases};
use super::visibility::{self, VisibilityFront, visibility};
use crate::diagnostic::Spanned;
use crate::document::fields::Fields;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageFront {
    pub title: Option<Spanned<String>>,
    pub summary: Option<Spanned<String>>,
    pub aliases: Vec<AliasFront>,
    pub visibility: VisibilityFront,
}

pub(super) fn page(mut fields: Fields<'_>) -> PageFront {
    let front = PageFront {
        title: fields.text("title"),
        summary: fields.text("summary"),
        aliases: aliases(&mut fields),
        visibility: visibility(&mut fields, &visibility::PAGE),
    };
    fields.finish();
    front
}
