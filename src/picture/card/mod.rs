//! A card: the picture that a link preview shows, a PNG of 1200 by 630 pixels.
//!
//! In: what it says, a [`Card`]. Out: a [`Poster`], where everything has its place, which makes its
//! PNG when somebody asks for it. Two steps, since the first is cheap and tells cards apart, and the
//! second is slow. Nothing but the card decides what it looks like: the font travels in a crate.

mod colour;
mod encode;
pub(super) mod font;
mod letters;
mod lines;
mod poster;
mod raster;
mod text;

pub use letters::Letters;
pub use poster::Poster;

use crate::colour::Colour;

/// The size that sites which preview links ask for.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// What a card says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Card {
    /// In large letters.
    pub title: String,
    /// Above it, smaller; may be empty.
    pub above: String,
    /// Below it, in one line.
    pub facts: Vec<String>,
    pub rungs: Rungs,
    /// The colour of the handbook; `None` is that of the theme.
    pub accent: Option<Colour>,
}

/// A ladder, drawn as bars that grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rungs {
    pub of: usize,
    /// The one that is meant, from 0, the lowest; without it all are alike.
    pub here: Option<usize>,
}
