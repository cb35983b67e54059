//! A job advert, ready to be pasted. In: an [`AdvertSheet`]. Out: the same in three notations, each
//! ending with where the role stands in full. Must not know where the text goes.

mod html;
mod markdown;
mod text;

pub use html::html;
pub use markdown::markdown;
pub use text::text;

use crate::page::AdvertSheet;

/// `Northwind, Berlin`; empty where neither is known.
fn place(sheet: &AdvertSheet) -> String {
    let location = sheet.vacancy.as_ref().and_then(|it| it.location.as_deref());
    let parts = [sheet.organisation.as_str(), location.unwrap_or_default()];
    let parts: Vec<_> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(", ")
}

/// `Apply by 2026-12-31`
fn call(sheet: &AdvertSheet) -> String {
    let until = sheet.vacancy.as_ref().and_then(|it| it.valid_through.as_ref());
    until.map_or("Apply".to_owned(), |it| format!("Apply by {it}"))
}

/// What stands before the permanent link.
const IN_FULL: &str = "The role in full, and what changes at the next rung";
