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
