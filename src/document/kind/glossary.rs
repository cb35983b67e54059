//! `glossary.yml`: terms by id.

use super::alias::{AliasFront, aliases};
use crate::diagnostic::Spanned;
use crate::document::fields::Fields;
use crate::markdown::{self, Prose};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GlossaryFront {
    pub terms: Vec<TermFront>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TermFront {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub also: Vec<Spanned<String>>,
    pub aliases: Vec<AliasFront>,
    /// Markdown of one paragraph.
    pub definition: Prose,
    pub visibility: Option<Spanned<String>>,
}

pub(super) fn glossary(mut fields: Fields<'_>) -> GlossaryFront {
    let mut terms = Vec::new();
    for (id, node) in fields.take_all() {
        let mut term = fields.inner("a term", node);
        let (title, also) = (term.text("title"), term.texts("also"));
        let aliases = aliases(&mut term);
        let definition = term.required_text("definition");
        let visibility = term.text("visibility");
        term.finish();
        let title = title.unwrap_or_else(|| id.clone());
        let definition = definition.as_ref().map(markdown::fragment).unwrap_or_default();
        terms.push(TermFront { id, title, also, aliases, definition, visibility });
    }
    GlossaryFront { terms }
}
