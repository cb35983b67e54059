//! The two colours of a card. In: any colour. Out: a ground and an ink that can be read on it.

use crate::colour::Colour;

const BLACK: Colour = Colour([17; 3]);

/// What the style sheet of the theme calls `--accent`, on white.
const OF_THEME: Colour = Colour([0x34, 0x51, 0xb2]);

/// Brighter colours than this carry black letters; others are darkened until they carry white ones.
const BRIGHT: f32 = 0.3;

/// Ground and ink of a card, for the handbook's colour.
pub(super) fn ground_and_ink(accent: Option<Colour>) -> (Colour, Colour) {
    let accent = accent.unwrap_or(OF_THEME);
    if accent.luminance() > BRIGHT {
        return (accent, BLACK);
    }
    let ground = accent.nearest(|it| it.is_readable_on(Colour::WHITE));
    (ground.unwrap_or(OF_THEME), Colour::WHITE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_can_be_read() {
        for number in (0..0x0100_0000u32).step_by(4099) {
            let [_, rgb @ ..] = number.to_be_bytes();
            let (ground, ink) = ground_and_ink(Some(Colour(rgb)));
            assert!(ink.is_readable_on(ground), "#{number:06x}");
        }
    }

    #[test]
    fn a_colour_that_can_be_read_stays_as_it_is() {
        let [blue, yellow] = [Colour([0x1a, 0x5f, 0xb4]), Colour([0xf5, 0xc2, 0x11])];
        assert_eq!(ground_and_ink(Some(blue)), (blue, Colour::WHITE));
        assert_eq!(ground_and_ink(Some(yellow)), (yellow, BLACK));
        assert_eq!(ground_and_ink(None), (OF_THEME, Colour::WHITE));
    }

    #[test]
    fn the_theme_has_the_same_accent() {
        let style = include_str!("../../../themes/default/assets/site.css");
        assert!(style.contains(&format!("--accent: light-dark({OF_THEME},")));
    }
}
