//! Letters to pixels. In: which letter, how large, and where between two pixels. Out: how much of the
//! ink is on each pixel of the box that it fills. The same on every machine: nothing but sums and
//! products of `f32`, in one order.
//!
//! What was drawn is kept by whoever draws many pictures, since they say much the same in few sizes.
//! It decides how long that takes, and not what comes of it.

use super::font::{Font, Weight};
use ab_glyph_rasterizer::{Point, Rasterizer, point};
use std::collections::HashMap;
use ttf_parser::{GlyphId, OutlineBuilder};

/// The shade that is ink alone; 0 is the ground. Sixteen shades are enough for the edges of letters,
/// and two pixels share a byte.
pub(super) const MOST: u8 = 15;

/// A letter begins at one of so many places in a pixel, along each axis: closer than an eye can tell,
/// and few enough that most letters were drawn before.
const PLACES: i32 = 4;

/// As many letters are kept, some megabytes; a handbook in one script has fewer.
const MOST_KEPT: usize = 4096;

/// The letters that were drawn so far.
#[derive(Default)]
pub struct Letters {
    kept: HashMap<Key, Letter>,
}

/// All that a letter's pixels depend on.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    weight: Weight,
    glyph: GlyphId,
    size: u32,
    /// Where it begins in its first pixel.
    within: [i32; 2],
}

/// A letter in pixels: rows of pairs, the left pixel in the upper half of a byte. Each begins and ends
/// with an empty pair, so that it can be moved by a pixel.
#[derive(Default)]
pub(super) struct Letter {
    /// From where the letter stands to the corner of its box, in whole pixels.
    pub(super) left: i32,
    pub(super) top: i32,
    /// How many bytes a row has; never 0.
    pub(super) across: usize,
    pub(super) pairs: Vec<u8>,
}

impl Letters {
    /// A letter that stands at `place`, and the pixel it is drawn from.
    pub(super) fn at(
        &mut self,
        place: [f32; 2],
        (weight, size): (Weight, u32),
        glyph: GlyphId,
    ) -> (&Letter, [i32; 2]) {
        let steps = place.map(|it| (it * PLACES as f32).round() as i32);
        let within = steps.map(|it| it.rem_euclid(PLACES));
        let key = Key { weight, glyph, size, within };
        if self.kept.len() >= MOST_KEPT && !self.kept.contains_key(&key) {
            self.kept.clear();
        }
        let letter = self.kept.entry(key).or_insert_with(|| Letter::drawn(&key));
        (letter, steps.map(|it| it.div_euclid(PLACES)))
    }
}

impl Letter {
    fn drawn(key: &Key) -> Letter {
        let font = Font::of(key.weight);
        let Some([low, high]) = font.bounds(key.glyph) else {
            return Letter { across: 1, ..Letter::default() };
        };
        let scale = font.scale(key.size);
        let [x, y] = key.within.map(|it| it as f32 / PLACES as f32);
        let (left, top) = ((x + low[0] * scale).floor(), (y - high[1] * scale).floor());
        let (right, bottom) = ((x + high[0] * scale).ceil(), (y - low[1] * scale).ceil());
        // A column more, where the sum of what is covered comes to its end.
        let across = ((right - left) as usize + 2) / 2;
        let across = across + 2;
        let mut pixels = Rasterizer::new(2 * across, (bottom - top) as usize);
        font.draw(key.glyph, &mut Pen::new(&mut pixels, [x - left + 2.0, y - top], scale));
        let mut pairs = Vec::with_capacity(across * (bottom - top) as usize);
        let mut first = 0;
        pixels.for_each_pixel(|index, covered| {
            let shade = (covered.min(1.0) * f32::from(MOST) + 0.5) as u8;
            if index % 2 == 0 { first = shade } else { pairs.push(first << 4 | shade) }
        });
        Letter { left: left as i32, top: top as i32, across, pairs }
    }
}

/// Draws the outline of one letter.
struct Pen<'a> {
    pixels: &'a mut Rasterizer,
    place: [f32; 2],
    scale: f32,
    start: Point,
    last: Point,
}

impl<'a> Pen<'a> {
    fn new(pixels: &'a mut Rasterizer, place: [f32; 2], scale: f32) -> Pen<'a> {
        Pen { pixels, place, scale, start: point(0.0, 0.0), last: point(0.0, 0.0) }
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
        self.pixels.draw_line(self.last, to);
        self.last = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (by, to) = (self.pixel(x1, y1), self.pixel(x, y));
        self.pixels.draw_quad(self.last, by, to);
        self.last = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (by, and, to) = (self.pixel(x1, y1), self.pixel(x2, y2), self.pixel(x, y));
        self.pixels.draw_cubic(self.last, by, and, to);
        self.last = to;
    }

    fn close(&mut self) {
        self.pixels.draw_line(self.last, self.start);
    }
}
