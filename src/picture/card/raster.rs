//! Marks to pixels. In: what is drawn where. Out: for each pixel how much of the ink is on it, row
//! by row. The same on every machine: nothing but sums and products of `f32`, in one order.

use super::font::Font;
use super::poster::Mark;
use super::{HEIGHT, WIDTH};
use ab_glyph_rasterizer::{Point, Rasterizer, point};
use ttf_parser::OutlineBuilder;

/// The shade that is ink alone; 0 is the ground. Sixteen shades are enough for the edges of letters,
/// and two pixels share a byte.
pub(super) const MOST: u8 = 15;

/// A bar that is not meant.
const FAINT: u8 = 5;

pub(super) fn shades(marks: &[Mark]) -> Vec<u8> {
    let (width, height) = (WIDTH as usize, HEIGHT as usize);
    let mut letters = Rasterizer::new(width, height);
    for mark in marks {
        if let Mark::Line { text, weight, at } = mark {
            let font = Font::new(*weight);
            for (glyph, place) in font.placed(text, *at) {
                font.draw(glyph, &mut Pen::new(&mut letters, place, font.scale(at.size)));
            }
        }
    }
    let mut shades = vec![0; width * height];
    letters.for_each_pixel(|index, covered| {
        shades[index] = (covered.min(1.0) * f32::from(MOST) + 0.5) as u8;
    });
    for mark in marks {
        if let Mark::Bar { x, y, width: across, height, is_faint } = mark {
            for row in *y..y + height {
                let start = row as usize * width + *x as usize;
                shades[start..start + *across as usize].fill(if *is_faint { FAINT } else { MOST });
            }
        }
    }
    shades
}

/// Draws the outline of one letter.
struct Pen<'a> {
    letters: &'a mut Rasterizer,
    place: [f32; 2],
    scale: f32,
    start: Point,
    last: Point,
}

impl<'a> Pen<'a> {
    fn new(letters: &'a mut Rasterizer, place: [f32; 2], scale: f32) -> Pen<'a> {
        Pen { letters, place, scale, start: point(0.0, 0.0), last: point(0.0, 0.0) }
    }

    /// A point of the font, whose axis points up, among the pixels.
    fn pixel(&self, x: f32, y: f32) -> Point {
        point(self.place[0] + x * self.scale, self.place[1] - y * self.scale)
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = self.pixel(x, y);
        self.last = self.start;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.pixel(x, y);
        self.letters.draw_line(self.last, to);
        self.last = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (by, to) = (self.pixel(x1, y1), self.pixel(x, y));
        self.letters.draw_quad(self.last, by, to);
        self.last = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (by, and, to) = (self.pixel(x1, y1), self.pixel(x2, y2), self.pixel(x, y));
        self.letters.draw_cubic(self.last, by, and, to);
        self.last = to;
    }

    fn close(&mut self) {
        self.letters.draw_line(self.last, self.start);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Card, HEIGHT, Poster, Rungs, WIDTH};
    use super::{MOST, shades};

    /// How far the ink is from each edge.
    fn margins(title: &str) -> [usize; 4] {
        let rungs = Rungs { of: 4, here: Some(2) };
        let card = Card { title: title.to_owned(), rungs, ..Card::default() };
        let shades = shades(&Poster::new(&card).marks);
        let (width, height) = (WIDTH as usize, HEIGHT as usize);
        let inked: Vec<_> = (0..width * height).filter(|it| shades[*it] > 0).collect();
        let (x, y) = (inked.iter().map(|it| it % width), inked.iter().map(|it| it / width));
        [
            x.clone().min().unwrap(),
            width - x.max().unwrap(),
            y.clone().min().unwrap(),
            height - y.max().unwrap(),
        ]
    }

    #[test]
    fn no_outline_comes_near_an_edge() {
        let marks = "\u{301}".repeat(50);
        for title in ["Jjj fÅẬ", &"W".repeat(90), &format!("A{marks}g"), "ſ̸ȷ̣Ԧ", "エンジニア"]
        {
            let margins = margins(title);
            assert!(margins.iter().all(|it| *it > 60), "{title}: {margins:?}");
        }
    }

    #[test]
    fn letters_are_ink_and_the_rest_is_ground() {
        let card = Card { title: "Tech Lead".to_owned(), ..Card::default() };
        let shades = shades(&Poster::new(&card).marks);
        let inked = shades.iter().filter(|it| **it == MOST).count();
        assert!((10_000..60_000).contains(&inked), "{inked}");
        assert!(shades.iter().all(|it| *it <= MOST));
    }
}
