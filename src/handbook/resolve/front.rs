//! What the front matter of a document says; of one that could not be read, nothing.

use crate::diagnostic::Spanned;
use crate::document::kind::{AliasFront, CompetencyFront, PageFront, RoleFront, VisibilityFront};
use crate::document::{Document, FrontMatter};
use crate::handbook::model::Alias;
use std::borrow::Cow;

pub(super) fn of_role(document: &Document) -> Cow<'_, RoleFront> {
    match &document.front {
        FrontMatter::Role(front) => Cow::Borrowed(front),
        _ => Cow::Owned(RoleFront::default()),
    }
}

pub(super) fn of_competency(document: &Document) -> Cow<'_, CompetencyFront> {
    match &document.front {
        FrontMatter::Competency(front) => Cow::Borrowed(front),
        _ => Cow::Owned(CompetencyFront::default()),
    }
}

pub(super) fn visibility(document: &Document) -> Cow<'_, VisibilityFront> {
    document.front.visibility().map_or_else(Cow::default, Cow::Borrowed)
}

/// Of a family or a free page.
pub(super) fn of_page(document: &Document) -> Cow<'_, PageFront> {
    match &document.front {
        FrontMatter::Family(front) | FrontMatter::Guide(front) => Cow::Borrowed(front),
        _ => Cow::Owned(PageFront::default()),
    }
}

pub(super) fn aliases(written: &[AliasFront]) -> Vec<Alias> {
    let alias = |it: &AliasFront| Alias { from: it.from.clone(), to: it.to.clone() };
    written.iter().map(alias).collect()
}

/// The words of a field, without their place.
pub(super) fn text(field: &Option<Spanned<String>>) -> Option<String> {
    field.as_ref().map(|it| it.value.clone())
}

pub(super) fn texts(field: &[Spanned<String>]) -> Vec<String> {
    field.iter().map(|it| it.value.clone()).collect()
}
