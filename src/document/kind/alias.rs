//! Addresses that must keep working: `/jobs/senior-em/`, or a place on a page,
//! `/roles/lead/#hiring`, with the place that it is now.

use crate::diagnostic::Spanned;
use crate::document::fields::Fields;
use crate::document::problem;
use crate::document::yaml::{Node, Value};

#[derive(Clone, Debug, PartialEq)]
pub struct AliasFront {
    /// From the site's root on, as written.
    pub from: Spanned<String>,
    /// The anchor on the document's own page, without `#`; `None` for the page.
    pub to: Option<Spanned<String>>,
}

pub(super) fn aliases(fields: &mut Fields<'_>) -> Vec<AliasFront> {
    let entries = fields.list("aliases");
    let aliases = entries.into_iter().filter_map(|it| alias(fields, it));
    aliases.collect()
}

/// An address alone, or `{ from: /roles/lead/#hiring, to: "#hires" }`.
fn alias(fields: &mut Fields<'_>, node: Node) -> Option<AliasFront> {
    let (from, to) = match node.value {
        Value::Mapping(_) => {
            let mut inner = fields.inner("an alias", node);
            let (from, to) = (inner.required_text("from"), inner.text("to"));
            inner.finish();
            (from?, to)
        }
        _ => (fields.as_text("aliases", node)?, None),
    };
    if !is_address(&from.value) {
        fields.note(problem::bad_alias(&from));
        return None;
    }
    let anchor =
        |it: Spanned<String>| Spanned::new(it.value.trim_start_matches('#').to_owned(), it.span);
    Some(AliasFront { from, to: to.map(anchor) })
}

/// Whether it is a page of this site, or a place on one.
pub(super) fn is_address(text: &str) -> bool {
    let (page, anchor) = text.split_once('#').unwrap_or((text, "-"));
    let is_path = page.starts_with('/') && !page.contains([' ', '\\', '?', '%']);
    // Under another name a host of plain files shows no page that could lead on.
    let file = page.rsplit('/').next().and_then(|it| it.rsplit_once('.'));
    let is_page = file.is_none_or(|(_, kind)| matches!(kind, "html" | "htm"));
    let is_anchor = !anchor.is_empty() && !anchor.contains(['#', ' ', '%']);
    is_path && is_page && is_anchor && !page.contains("..")
}
