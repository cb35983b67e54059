//! Colours as values, and the two schemes that pages have. A leaf, and the only folder that names the
//! crate which knows colour spaces.
//!
//! In: what authors and style sheets write, `#1a5fb4`, `gold`, `oklch(55% 0.15 260)`. Out: colours
//! that a screen can show, how well one can be read on another, and the nearest that can. Computed
//! without the mathematics of the machine, so that every machine gives the same bytes.

mod schemes;
mod shade;

pub use schemes::{Choice, Scheme, Schemes};

use color::{AlphaColor, OpaqueColor, Rgba8, Srgb, parse_color};
use std::fmt;

/// The contrast that text of any size needs, by WCAG 2.2 (1.4.3).
pub const READABLE: f32 = 4.5;

/// A colour of sRGB without transparency: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    pub const WHITE: Colour = Colour([255; 3]);

    /// A colour in any notation of CSS. `None` for what is none, and for one that lets through what is
    /// behind it: nobody could say what it looks like. What no screen can show is less vivid.
    pub fn parse(text: &str) -> Option<Colour> {
        let colour: AlphaColor<Srgb> = parse_color(text).ok()?.to_alpha_color();
        let (opaque, alpha) = colour.split();
        (alpha >= 1.0).then(|| shade::shown(opaque))
    }

    /// How well text of one colour can be read on the other, from 1 to 21; the formula is that of
    /// WCAG 2.
    pub fn contrast(self, other: Colour) -> f32 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Whether text of one colour can be read on the other.
    pub fn is_readable_on(self, other: Colour) -> bool {
        self.contrast(other) >= READABLE
    }

    /// How bright it is to an eye, from 0 to 1.
    pub fn luminance(self) -> f32 {
        self.opaque().relative_luminance()
    }

    /// The colour of the same hue that `fits` and differs least in lightness: itself, if it does.
    /// `None` where none does, not even black and white.
    pub fn nearest(self, fits: impl Fn(Colour) -> bool) -> Option<Colour> {
        shade::nearest(self, fits)
    }

    /// The colour that is `step` of `of` steps on the way to `other`.
    pub fn towards(self, other: Colour, step: u8, of: u8) -> Colour {
        let (step, of) = (u32::from(step), u32::from(of));
        let mixed = |index: usize| {
            let (from, to) = (u32::from(self.0[index]), u32::from(other.0[index]));
            ((from * (of - step) + to * step + of / 2) / of) as u8
        };
        Colour([mixed(0), mixed(1), mixed(2)])
    }

    fn opaque(self) -> OpaqueColor<Srgb> {
        let [r, g, b] = self.0;
        AlphaColor::from(Rgba8 { r, g, b, a: 255 }).discard_alpha()
    }
}

/// As CSS reads it everywhere: `#1a5fb4`.
impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        Colour::parse(text).map(|it| it.to_string())
    }

    #[test]
    fn colours_are_read_as_css_writes_them() {
        for (text, colour) in [
            ("#1a5fb4", "#1a5fb4"),
            (" #36C ", "#3366cc"),
            ("RebeccaPurple", "#663399"),
            ("rgb(26 95 180)", "#1a5fb4"),
            ("rgb(26, 95, 180)", "#1a5fb4"),
            ("hsl(120deg 100% 25%)", "#008000"),
            ("oklch(100% 0 0)", "#ffffff"),
        ] {
            assert_eq!(read(text).as_deref(), Some(colour), "{text}");
        }
        for text in ["", "blau", "#12345", "1a5fb4", "#1a5fb480", "transparent", "var(--ink)"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_no_screen_shows_keeps_its_hue_and_lightness() {
        // Cut off channel by channel it would be `#00ff00`.
        let vivid = Colour::parse("oklch(70% 0.4 150)").unwrap();
        let Colour([red, green, blue]) = vivid;
        assert!(green > red && green > blue, "{vivid}");
        assert!((vivid.luminance() - 0.33).abs() < 0.08, "{vivid} {}", vivid.luminance());
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let (black, white) = (Colour([0; 3]), Colour::WHITE);
        assert!((black.contrast(white) - 21.0).abs() < 0.001);
        assert!((white.contrast(white) - 1.0).abs() < 0.001);
        // The pair that everybody cites: the lightest grey that can be read on white.
        assert!(Colour([0x76; 3]).is_readable_on(white));
        assert!(!Colour([0x77; 3]).is_readable_on(white));
    }

    #[test]
    fn a_mix_begins_and_ends_with_its_colours() {
        let (black, white) = (Colour([0; 3]), Colour::WHITE);
        assert_eq!([0, 15].map(|it| black.towards(white, it, 15)), [black, white]);
        assert_eq!(black.towards(white, 5, 15), Colour([85; 3]));
    }
}
