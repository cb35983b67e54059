//! Lighter and darker colours of one hue. Lightness is that of OKLCH, where equal steps look equal and
//! a blue that gets lighter does not turn violet.

use super::Colour;
use color::{Oklch, OpaqueColor, Srgb};

/// Twice as fine as the eight bits of a channel.
const STEPS: u16 = 500;

/// How often the vividness of a colour is halved to find the most that a screen can show.
const HALVINGS: usize = 14;

/// What rounding to eight bits forgives.
const SLACK: f32 = 0.001;

pub(super) fn nearest(colour: Colour, fits: impl Fn(Colour) -> bool) -> Option<Colour> {
    if fits(colour) {
        return Some(colour);
    }
    let [lightness, chroma, hue] = colour.opaque().convert::<Oklch>().components;
    let of = |lightness: f32| shown(OpaqueColor::<Oklch>::new([lightness, chroma, hue]).convert());
    (1..=STEPS).map(|it| f32::from(it) / f32::from(STEPS)).find_map(|step| {
        let both = [lightness - step, lightness + step].map(|it| it.clamp(0.0, 1.0));
        both.into_iter().map(of).find(|it| fits(*it))
    })
}

/// The colour as a screen shows it. One that is too vivid for sRGB gives up as much chroma as it must,
/// and keeps its lightness and hue.
pub(super) fn shown(colour: OpaqueColor<Srgb>) -> Colour {
    if is_shown(colour) {
        return rounded(colour);
    }
    let vivid = colour.convert::<Oklch>();
    let scaled = |by: f32| vivid.map(|l, c, h| [l, c * by, h]).convert::<Srgb>();
    let (mut least, mut most) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = (least + most) / 2.0;
        match is_shown(scaled(middle)) {
            true => least = middle,
            false => most = middle,
        }
    }
    rounded(scaled(least))
}

fn is_shown(colour: OpaqueColor<Srgb>) -> bool {
    colour.components.iter().all(|it| (-SLACK..=1.0 + SLACK).contains(it))
}

fn rounded(colour: OpaqueColor<Srgb>) -> Colour {
    let rgb = colour.to_rgba8();
    Colour([rgb.r, rgb.g, rgb.b])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Colours from everywhere in the cube.
    fn colours() -> impl Iterator<Item = Colour> {
        (0..0x0100_0000u32).step_by(99_991).map(|it| {
            let [_, rgb @ ..] = it.to_be_bytes();
            Colour(rgb)
        })
    }

    fn hue(colour: Colour) -> f32 {
        colour.opaque().convert::<Oklch>().components[2]
    }

    fn chroma(colour: Colour) -> f32 {
        colour.opaque().convert::<Oklch>().components[1]
    }

    #[test]
    fn every_colour_has_a_shade_for_every_ground() {
        for ground in [Colour([0; 3]), Colour([0x15, 0x17, 0x1c]), Colour::WHITE, Colour([0x76; 3])]
        {
            for it in colours() {
                let found = it.nearest(|it| it.is_readable_on(ground)).unwrap();
                assert!(found.is_readable_on(ground), "{it} became {found}");
            }
        }
    }

    #[test]
    fn a_shade_keeps_its_hue() {
        for it in colours() {
            let found = it.nearest(|it| it.is_readable_on(Colour::WHITE)).unwrap();
            let apart = (hue(it) - hue(found)).abs();
            // The hue of a grey, and of what is nearly one, is noise.
            let is_grey = chroma(it).min(chroma(found)) < 0.03;
            assert!(is_grey || apart.min(360.0 - apart) < 4.0, "{it} became {found}");
        }
    }

    #[test]
    fn what_fits_stays_and_what_cannot_is_told() {
        let blue = Colour([0x1a, 0x5f, 0xb4]);
        assert_eq!(blue.nearest(|_| true), Some(blue));
        assert_eq!(blue.nearest(|_| false), None);
        let lighter = blue.nearest(|it| it.is_readable_on(Colour([0; 3]))).unwrap();
        assert!(lighter.luminance() > blue.luminance());
        assert!(lighter.contrast(Colour([0; 3])) < 4.6, "no further than it has to");
    }
}
