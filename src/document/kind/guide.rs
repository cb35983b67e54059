//! The front matter of free pages and of families.

use super::aliases;
use crate::diagnostic::Spanned;
use crate::document::fields::Fields;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GuideFront {
    pub title: Option<Spanned<String>>,
    pub summary: Option<Spanned<String>>,
    pub aliases: Vec<Spanned<String>>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FamilyFront {
    pub title: Option<Spanned<String>>,
    pub summary: Option<Spanned<String>>,
    pub aliases: Vec<Spanned<String>>,
}

pub(super) fn guide(mut fields: Fields<'_>) -> GuideFront {
    let front = GuideFront {
        title: fields.text("title"),
        summary: fields.text("summary"),
        aliases: aliases(&mut fields),
    };
    fields.finish();
    front
}

pub(super) fn family(mut fields: Fields<'_>) -> FamilyFront {
    let front = FamilyFront {
        title: fields.text("title"),
        summary: fields.text("summary"),
        aliases: aliases(&mut fields),
    };
    fields.finish();
    front
}
