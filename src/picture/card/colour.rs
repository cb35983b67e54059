//! The two colours of a card. In: any colour. Out: a ground and an ink that can be read on it.

/// Red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Colour(pub(super) [u8; 3]);

const WHITE: Colour = Colour([255; 3]);
const BLACK: Colour = Colour([17; 3]);

/// What the style sheet of the theme calls `--accent`, on white.
const OF_THEME: Colour = Colour([0x34, 0x51, 0xb2]);

/// What letters of any size need.
const LEAST_CONTRAST: f64 = 4.5;

/// Brighter colours than this carry black letters; others are darkened until they carry white ones.
const BRIGHT: f64 = 0.3;

/// Ground and ink of a card, for a colour such as `#1a5fb4`.
pub(super) fn ground_and_ink(accent: Option<&str>) -> (Colour, Colour) {
    let accent = accent.and_then(parsed).unwrap_or(OF_THEME);
    if accent.luminance() > BRIGHT {
        return (accent, BLACK);
    }
    let mut ground = accent;
    while contrast(ground, WHITE) < LEAST_CONTRAST {
        ground = Colour(ground.0.map(|it| it - it.div_ceil(32)));
    }
    (ground, WHITE)
}

impl Colour {
    /// The colour that is `step` of `of` steps on the way to `other`.
    pub(super) fn towards(self, other: Colour, step: u8, of: u8) -> Colour {
        let (step, of) = (u32::from(step), u32::from(of));
        let mixed = |index: usize| {
            let (from, to) = (u32::from(self.0[index]), u32::from(other.0[index]));
            ((from * (of - step) + to * step + of / 2) / of) as u8
        };
        Colour([mixed(0), mixed(1), mixed(2)])
    }

    /// How bright it is to an eye, from 0 to 1; the formula is that of WCAG 2.
    fn luminance(self) -> f64 {
        let linear = self.0.map(|it| match f64::from(it) / 255.0 {
            it if it <= 0.04045 => it / 12.92,
            it => ((it + 0.055) / 1.055).powf(2.4),
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (one.luminance(), other.luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn parsed(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#').filter(|it| it.len() == 6)?;
    let number = u32::from_str_radix(digits, 16).ok()?;
    let [_, colour @ ..] = number.to_be_bytes();
    Some(Colour(colour))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_can_be_read() {
        for number in (0..0x0100_0000u32).step_by(4099) {
            let (ground, ink) = ground_and_ink(Some(&format!("#{number:06x}")));
            assert!(contrast(ground, ink) >= LEAST_CONTRAST, "#{number:06x}");
        }
    }

    #[test]
    fn a_colour_that_can_be_read_stays_as_it_is() {
        assert_eq!(ground_and_ink(Some("#1a5fb4")).0, Colour([0x1a, 0x5f, 0xb4]));
        assert_eq!(ground_and_ink(Some("#f5c211")), (Colour([0xf5, 0xc2, 0x11]), BLACK));
        assert_eq!(ground_and_ink(None), (OF_THEME, WHITE));
        assert_eq!(ground_and_ink(Some("blue")), (OF_THEME, WHITE));
    }

    #[test]
    fn the_theme_has_the_same_accent() {
        let style = include_str!("../../../themes/default/assets/site.css");
        let [r, g, b] = OF_THEME.0;
        assert!(style.contains(&format!("--accent: light-dark(#{r:02x}{g:02x}{b:02x},")));
    }

    #[test]
    fn a_mix_begins_and_ends_with_its_colours() {
        let (black, white) = (Colour([0; 3]), WHITE);
        assert_eq!([0, 15].map(|it| black.towards(white, it, 15)), [black, white]);
        assert_eq!(black.towards(white, 5, 15), Colour([85; 3]));
    }
}
