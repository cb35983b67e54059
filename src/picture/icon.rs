//! The icon of a handbook that brings none: the letter its title begins with.
//!
//! In: a title, and colours for each scheme. Out: an SVG that needs no font, since the letter is drawn
//! as in the pictures of link previews. It follows the scheme of the reader's system, as the tabs that
//! it stands in do.

use super::card::font::{Font, Weight};
use crate::colour::{Colour, Schemes};
use std::fmt::Write as _;
use ttf_parser::OutlineBuilder;

/// The side of the square, and how high or wide a letter may be in it.
const SIDE: f32 = 32.0;
const ROOM: f32 = 21.0;
/// How high capitals are; a lower sign is not blown up to that.
const CAPITAL: f32 = 714.0;

const BLACK: Colour = Colour([17; 3]);

/// The colours of an icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon {
    pub ground: Colour,
    pub ink: Colour,
}

/// White where it can be read on that colour, else black.
pub fn ink_on(ground: Colour) -> Colour {
    if Colour::WHITE.is_readable_on(ground) { Colour::WHITE } else { BLACK }
}

/// `None` where the font does not have the letter.
pub fn svg(title: &str, Schemes { light, dark }: Schemes<Icon>) -> Option<String> {
    let shape = initial(title).and_then(outline)?;
    let Icon { ground, ink } = light;
    let at_night = match light == dark {
        true => String::new(),
        false => format!(
            "<style>@media(prefers-color-scheme:dark){{rect{{fill:{}}}path{{fill:{}}}}}</style>",
            dark.ground, dark.ink
        ),
    };
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">{at_night}\
         <rect width=\"32\" height=\"32\" rx=\"7\" fill=\"{ground}\"/>\
         <path fill=\"{ink}\" d=\"{shape}\"/></svg>\n"
    ))
}

fn initial(title: &str) -> Option<char> {
    let first = title.chars().find(|it| it.is_alphanumeric())?;
    first.to_uppercase().next()
}

/// The letter as a path, in the middle of the square. `None` where the font does not have it.
fn outline(letter: char) -> Option<String> {
    let font = Font::of(Weight::Bold);
    let glyph = font.glyph(letter)?;
    let mut pen = Pen::default();
    font.draw(glyph, &mut pen);
    let Pen { strokes, low, high } = pen;
    let [width, height] = [high[0] - low[0], high[1] - low[1]];
    if strokes.is_empty() || width <= 0.0 || height <= 0.0 {
        return None;
    }
    let scale = ROOM / width.max(height).max(CAPITAL);
    let [left, top] = [(SIDE - width * scale) / 2.0, (SIDE - height * scale) / 2.0];
    let mut path = String::new();
    for (sign, points) in strokes {
        path.push(sign);
        for (index, [x, y]) in points.into_iter().enumerate() {
            let space = if index == 0 { "" } else { " " };
            let (x, y) = (left + (x - low[0]) * scale, top + (high[1] - y) * scale);
            let _ = write!(path, "{space}{} {}", hundredths(x), hundredths(y));
        }
    }
    Some(path)
}

fn hundredths(number: f32) -> f32 {
    (number * 100.0).round() / 100.0
}

/// Collects an outline and the box that it fills, in units of the font, whose axis points up.
struct Pen {
    strokes: Vec<(char, Vec<[f32; 2]>)>,
    low: [f32; 2],
    high: [f32; 2],
}

impl Default for Pen {
    fn default() -> Pen {
        Pen { strokes: Vec::new(), low: [f32::MAX; 2], high: [f32::MIN; 2] }
    }
}

impl Pen {
    fn stroke(&mut self, sign: char, points: &[[f32; 2]]) {
        for [x, y] in points {
            self.low = [self.low[0].min(*x), self.low[1].min(*y)];
            self.high = [self.high[0].max(*x), self.high[1].max(*y)];
        }
        self.strokes.push((sign, points.to_vec()));
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.stroke('M', &[[x, y]]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.stroke('L', &[[x, y]]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.stroke('Q', &[[x1, y1], [x, y]]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.stroke('C', &[[x1, y1], [x2, y2], [x, y]]);
    }

    fn close(&mut self) {
        self.stroke('Z', &[]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLUE: Icon = Icon { ground: Colour([0x1a, 0x5f, 0xb4]), ink: Colour::WHITE };

    fn drawn(title: &str) -> String {
        svg(title, Schemes::of(|_| BLUE)).unwrap()
    }

    /// All numbers of the path.
    fn numbers(svg: &str) -> Vec<f32> {
        let path = svg.rsplit_once("d=\"").unwrap().1.split('"').next().unwrap();
        let numbers = path.split(|it: char| !it.is_ascii_digit() && it != '.' && it != '-');
        numbers.filter(|it| !it.is_empty()).map(|it| it.parse().unwrap()).collect()
    }

    #[test]
    fn a_title_gives_its_first_letter() {
        assert_eq!(drawn("northwind handbook"), drawn("N"));
        assert_eq!(drawn("🚀 Launch"), drawn("L"));
        assert_eq!(drawn("Ängste"), drawn("Ä"));
        assert_eq!(drawn("жук"), drawn("Ж"));
        assert_ne!(drawn("N"), drawn("M"));
    }

    #[test]
    fn a_letter_that_the_font_lacks_is_not_drawn() {
        for title in ["テックリード", "מהנדסת", "", "🚀"] {
            assert_eq!(svg(title, Schemes::of(|_| BLUE)), None, "{title}");
        }
    }

    #[test]
    fn a_letter_stands_in_the_middle_of_the_square() {
        for title in ["N", "I", "W", "Q", "Ǖ", "7", "ª"] {
            let numbers = numbers(&drawn(title));
            let (x, y): (Vec<_>, Vec<_>) = numbers.chunks(2).map(|it| (it[0], it[1])).unzip();
            for axis in [x, y] {
                let low = axis.iter().copied().fold(f32::MAX, f32::min);
                let high = axis.iter().copied().fold(f32::MIN, f32::max);
                assert!(low > 5.0 && high < 27.0, "{title}: {low} to {high}");
                assert!((low + high - SIDE).abs() < 0.1, "{title}: {low} to {high}");
            }
        }
    }

    #[test]
    fn a_dark_scheme_has_its_own_colours() {
        assert!(!drawn("N").contains("<style>"));
        let dark = Icon { ground: Colour([0x8a, 0xb4, 0xf8]), ink: Colour([17; 3]) };
        let both = svg("N", Schemes { light: BLUE, dark }).unwrap();
        assert!(both.contains("dark){rect{fill:#8ab4f8}path{fill:#111111}}"), "{both}");
    }
}
