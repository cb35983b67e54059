//! What was published once and is no more: `gone:` of the root document.

use super::alias::is_address;
use crate::diagnostic::Spanned;
use crate::document::fields::Fields;
use crate::document::problem;

/// `{ address: /roles/scrum-master/, why: The team does it., see: [/roles/tech-lead/] }`
#[derive(Clone, Debug, PartialEq)]
pub struct GoneFront {
    /// A page, or a place on one, from the site's root on.
    pub address: Spanned<String>,
    /// What happened, for whoever follows an old link.
    pub why: String,
    /// Addresses on this site where it may go on.
    pub see: Vec<Spanned<String>>,
}

pub(super) fn gone(fields: &mut Fields<'_>) -> Vec<GoneFront> {
    let entries = fields.list("gone");
    entries.into_iter().filter_map(|it| one(fields.inner("what is gone", it))).collect()
}

fn one(mut fields: Fields<'_>) -> Option<GoneFront> {
    let (address, why) = (fields.required_text("address"), fields.required_text("why"));
    let see = fields.texts("see");
    let (wrong, see): (Vec<_>, Vec<_>) = see.into_iter().partition(|it| !is_address(&it.value));
    let address = address.filter(|it| {
        let is_fine = is_address(&it.value);
        if !is_fine {
            fields.note(problem::bad_alias(it));
        }
        is_fine
    });
    wrong.iter().for_each(|it| fields.note(problem::bad_alias(it)));
    fields.finish();
    Some(GoneFront { address: address?, why: why?.value, see })
}
