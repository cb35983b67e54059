//! HTML in texts. In: documents, and whether the handbook allows it. Out: a note wherever readers see its
//! signs, or would miss what a picture shows.

use super::{problem, prose};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::markdown::{Prose, missing_alt};

pub(super) fn check(documents: &[Document], allows_html: bool) -> Vec<Diagnostic> {
    let html = documents.iter().flat_map(prose::of).flat_map(Prose::html);
    let noted = html.flat_map(|it| match it {
        it if allows_html || it.is_picture() => {
            it.images_without_alt.iter().map(|it| missing_alt(*it)).collect()
        }
        // What is begun is said of; its end is another tag.
        it if it.is_end() => Vec::new(),
        it => vec![problem::raw_html(it.span)],
    });
    noted.collect()
}
