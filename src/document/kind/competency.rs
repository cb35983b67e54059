//! The front matter of a competency.

use super::alias::{AliasFront, aliases};
use super::visibility::{self, VisibilityFront, visibility};
use crate::diagnostic::Spanned;
use crate::document::fields::Fields;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompetencyFront {
    pub title: Option<Spanned<String>>,
    pub summary: Option<Spanned<String>>,
    pub also_known_as: Vec<Spanned<String>>,
    pub aliases: Vec<AliasFront>,
    pub area: Option<Spanned<String>>,
    pub visibility: VisibilityFront,
}

pub(super) fn competency(mut fields: Fields<'_>) -> CompetencyFront {
    let front = CompetencyFront {
        title: fields.text("title"),
        summary: fields.text("summary"),
        also_known_as: fields.texts("also_known_as"),
        aliases: aliases(&mut fields),
        area: fields.text("area"),
        visibility: visibility(&mut fields, &visibility::COMPETENCY),
    };
    // A handbook has one scale for now, and codes are not shown; both are read so that writing
    // them is no mistake.
    fields.choice("scale", &["default"]);
    for (key, node) in fields.entries("codes") {
        fields.as_text(&key.value, node);
    }
    fields.finish();
    front
}
