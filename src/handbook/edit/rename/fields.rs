//! The fields of a role that name other roles.

use super::Renaming;
use crate::diagnostic::{Sources, Span, Spanned};
use crate::document::{Document, FrontMatter};
use crate::edit::Edit;

/// The edits of a document's front matter. Quotation marks around a name stay.
pub(super) fn edits(renaming: &Renaming, document: &Document, sources: &dyn Sources) -> Vec<Edit> {
    let FrontMatter::Role(front) = &document.front else { return Vec::new() };
    let one = front.extends.iter().chain(&front.reports_to);
    let several = front.manages.iter().chain(&front.works_with);
    let ways = front.transitions.iter().map(|it| &it.to);
    let role = renaming.role();
    let means_it = |it: &&Spanned<String>| it.value.to_lowercase() == role.old.to_lowercase();
    let names = one.chain(several).chain(ways).filter(means_it);
    names.filter_map(|it| Some(Edit::new(word(it, sources)?, &role.new))).collect()
}

/// Where the word itself stands, without what the format asks for around it.
fn word(name: &Spanned<String>, sources: &dyn Sources) -> Option<Span> {
    let text = sources.text(name.span.file);
    let written = text.get(name.span.start as usize..name.span.end as usize)?;
    let start = name.span.start as usize + written.find(&name.value)?;
    Some(Span::new(name.span.file, start, start + name.value.len()))
}
