//! What the front matter of a document says; of one that could not be read, nothing.

use crate::diagnostic::Spanned;
use crate::document::kind::{CompetencyFront, FamilyFront, GuideFront, RoleFront};
use crate::document::{Document, FrontMatter};
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

pub(super) fn of_family(document: &Document) -> Cow<'_, FamilyFront> {
    match &document.front {
        FrontMatter::Family(front) => Cow::Borrowed(front),
        _ => Cow::Owned(FamilyFront::default()),
    }
}

pub(super) fn of_guide(document: &Document) -> Cow<'_, GuideFront> {
    match &document.front {
        FrontMatter::Guide(front) => Cow::Borrowed(front),
        _ => Cow::Owned(GuideFront::default()),
    }
}

/// The words of a field, without their place.
pub(super) fn text(field: &Option<Spanned<String>>) -> Option<String> {
    field.as_ref().map(|it| it.value.clone())
}

pub(super) fn texts(field: &[Spanned<String>]) -> Vec<String> {
    field.iter().map(|it| it.value.clone()).collect()
}
