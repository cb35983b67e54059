//! The letters of cards. In: a text and a size. Out: how wide it is, and its outlines. The only
//! file that names the crate the font comes from.
//!
//! Letters are set one after the other, with the kerning of the font and marks where it wants them,
//! and nothing more: it has Latin, Greek and Cyrillic. Scripts that ask for more are not in it.

use std::collections::BTreeSet;
use std::sync::LazyLock;
use ttf_parser::gpos::{MarkToBaseAdjustment, PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, OutlineBuilder, Tag};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::picture) enum Weight {
    Regular,
    Bold,
}

/// One weight of the font.
pub(in crate::picture) struct Font {
    face: Face<'static>,
    kerning: Vec<PairAdjustment<'static>>,
    marks: Vec<MarkToBaseAdjustment<'static>>,
    /// What is added to the width of every letter, in hundredths of the size: large letters are set
    /// more tightly.
    tracking: f32,
}

/// A letter of a text, in units of the font, whose axis points up.
#[derive(Clone, Copy, Default)]
struct Letter {
    glyph: GlyphId,
    x: f32,
    y: f32,
    /// Where the next one begins.
    end: f32,
}

/// Where a text begins, in pixels, and how large it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct At {
    pub(super) x: u32,
    pub(super) baseline: u32,
    pub(super) size: u32,
}

// What bytes of the program say, read once: no state but a constant that the compiler cannot make.
static REGULAR: LazyLock<Font> = LazyLock::new(|| Font::read(notosans::REGULAR_TTF, 0.0));
static BOLD: LazyLock<Font> = LazyLock::new(|| Font::read(notosans::BOLD_TTF, -2.0));

impl Font {
    pub(in crate::picture) fn of(weight: Weight) -> &'static Font {
        match weight {
            Weight::Regular => &REGULAR,
            Weight::Bold => &BOLD,
        }
    }

    fn read(bytes: &'static [u8], tracking: f32) -> Font {
        let face = Face::parse(bytes, 0).expect("the font of the crate is a font");
        let tables = tables(&face);
        let pairs = tables.iter().filter_map(|it| match it {
            PositioningSubtable::Pair(table) => Some(*table),
            _ => None,
        });
        let marks = tables.iter().filter_map(|it| match it {
            PositioningSubtable::MarkToBase(table) => Some(*table),
            _ => None,
        });
        Font { kerning: pairs.collect(), marks: marks.collect(), face, tracking }
    }

    pub(super) fn has(&self, letter: char) -> bool {
        self.face.glyph_index(letter).is_some()
    }

    pub(in crate::picture) fn glyph(&self, letter: char) -> Option<GlyphId> {
        self.face.glyph_index(letter)
    }

    /// How many pixels a text takes.
    pub(super) fn width(&self, text: &str, size: u32) -> u32 {
        let end = self.set(text).last().map_or(0.0, |it| it.end);
        (end * self.scale(size)).ceil() as u32
    }

    /// Where each letter of a text begins and ends, in ems.
    pub(super) fn edges(&self, text: &str) -> Vec<(f32, f32)> {
        let em = self.scale(1);
        self.set(text).map(|it| (it.x * em, it.end * em)).collect()
    }

    /// Each letter of a text with its place in pixels.
    pub(super) fn placed(&self, text: &str, at: At) -> impl Iterator<Item = (GlyphId, [f32; 2])> {
        let scale = self.scale(at.size);
        let (x, y) = (at.x as f32, at.baseline as f32);
        self.set(text).map(move |it| (it.glyph, [x + it.x * scale, y - it.y * scale]))
    }

    /// The lower left and the upper right corner of the box around a letter, in units of the font;
    /// a space has none.
    pub(super) fn bounds(&self, glyph: GlyphId) -> Option<[[f32; 2]; 2]> {
        let found = self.face.tables().glyf?.bbox(glyph)?;
        let [low, high] = [[found.x_min, found.y_min], [found.x_max, found.y_max]];
        Some([low, high].map(|it| it.map(f32::from)))
    }

    /// Draws a letter, in units of the font; its axis points up.
    pub(in crate::picture) fn draw(&self, glyph: GlyphId, pen: &mut dyn OutlineBuilder) {
        // A space has no outline.
        let _ = self.face.outline_glyph(glyph, pen);
    }

    /// How many pixels a unit of the font is.
    pub(super) fn scale(&self, size: u32) -> f32 {
        size as f32 / f32::from(self.face.units_per_em())
    }

    fn set(&self, text: &str) -> impl Iterator<Item = Letter> {
        let mut last: Option<Letter> = None;
        text.chars().map(move |it| {
            let glyph = self.face.glyph_index(it).unwrap_or_default();
            if let Some(mark) = last.and_then(|last| self.mark(glyph, last)) {
                return mark;
            }
            let letter = self.letter(glyph, last);
            last = Some(letter);
            letter
        })
    }

    fn letter(&self, glyph: GlyphId, last: Option<Letter>) -> Letter {
        let advance = f32::from(self.face.glyph_hor_advance(glyph).unwrap_or_default());
        let tracking = self.tracking / 100.0 * f32::from(self.face.units_per_em());
        let x = last.map_or(0.0, |it| it.end + f32::from(self.kern(it.glyph, glyph)));
        Letter { glyph, x, y: 0.0, end: x + advance + tracking }
    }

    /// A mark stands on the letter before it, and takes no room of its own.
    fn mark(&self, glyph: GlyphId, on: Letter) -> Option<Letter> {
        self.marks.iter().find_map(|table| {
            let (class, hook) = table.marks.get(table.mark_coverage.get(glyph)?)?;
            let place = table.anchors.get(table.base_coverage.get(on.glyph)?, class)?;
            let x = on.x + f32::from(place.x) - f32::from(hook.x);
            Some(Letter { glyph, x, y: f32::from(place.y) - f32::from(hook.y), end: on.end })
        })
    }

    fn kern(&self, one: GlyphId, other: GlyphId) -> i16 {
        let found = self.kerning.iter().find_map(|table| match table {
            PairAdjustment::Format1 { coverage, sets } => {
                Some(sets.get(coverage.get(one)?)?.get(other)?.0.x_advance)
            }
            PairAdjustment::Format2 { coverage, classes, matrix } => {
                coverage.get(one)?;
                Some(matrix.get((classes.0.get(one), classes.1.get(other)))?.0.x_advance)
            }
        });
        found.unwrap_or_default()
    }
}

/// What the font says of letters beside each other, and on top of each other.
fn tables(face: &Face<'static>) -> Vec<PositioningSubtable<'static>> {
    let Some(table) = face.tables().gpos else { return Vec::new() };
    let wanted = [b"kern", b"mark"].map(Tag::from_bytes);
    let features = table.features.into_iter().filter(|it| wanted.contains(&it.tag));
    // Each language names the same ones again.
    let lookups: BTreeSet<u16> = features.flat_map(|it| it.lookup_indices).collect();
    let lookups = lookups.into_iter().filter_map(|it| table.lookups.get(it));
    lookups.flat_map(|it| it.subtables.into_iter()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_would_gape_are_drawn_together() {
        let font = Font::of(Weight::Regular);
        let width = |text| font.width(text, 1000);
        assert!(width("To") + 20 < width("T") + width("o"));
        assert!(width("nn").abs_diff(2 * width("n")) <= 1);
        assert_eq!(width(""), 0);
    }

    #[test]
    fn a_mark_takes_no_room() {
        let font = Font::of(Weight::Bold);
        assert_eq!(font.width("e\u{301}", 100), font.width("e", 100));
        let at = At { x: 0, baseline: 100, size: 100 };
        let tops = |text| font.placed(text, at).map(|it| it.1[1]).collect::<Vec<_>>();
        let [small, capital] = ["e\u{301}", "E\u{301}"].map(|it| tops(it)[1]);
        assert!(capital < small, "it stands on capitals, not in them");
    }

    #[test]
    fn the_font_has_three_scripts() {
        let font = Font::of(Weight::Bold);
        assert!("AzßŁőệΩωЖщҐ·…–&".chars().all(|it| font.has(it)));
        assert!("אع役한🚀".chars().all(|it| !font.has(it)));
    }
}
