//! Prose: parsed once into blocks, turned into HTML when links are known.
//!
//! In: the text of one Markdown body. Out: [`Block`]s an author would point at (headings, list
//! items, everything between), each with its place, and later [`Html`]. Knows nothing of roles,
//! sections or addresses, and nothing outside this folder names the Markdown crate.

mod adopted;
mod attributes;
mod blocks;
mod events;
mod figures;
mod footnotes;
mod fragment;
mod highlight;
mod html;
mod image_tag;
mod items;
mod links;
mod pieces;
mod pipes;
mod plain;
mod problem;
mod prose;
mod raw;
mod remaining;
mod slug;
mod tables;
mod tags;
mod words;
mod writer;

#[cfg(test)]
mod tests;

pub use attributes::Attributes;
pub use blocks::{Block, Heading, Item, List, Parsed, parse};
pub use fragment::fragment;
pub use html::{Destination, Html, Reader, quote, render, render_below};
pub use links::{Link, LinkKind};
pub use plain::{paragraphs, plain};
pub use problem::missing_alt;
pub use prose::Prose;
pub use raw::Raw;
pub use remaining::remaining_footnotes;
pub use slug::{short_slug, slug};
pub use words::words;
