//! Marks to pixels. In: what is drawn where. Out: the rows of a picture, as its file has them.

use super::font::Font;
use super::letters::{Letter, Letters, MOST};
use super::poster::Mark;
use super::{HEIGHT, WIDTH};

/// A bar that is not meant.
const FAINT: u8 = 5;

/// How many bytes a row is: two pixels share one.
pub(super) const ROW: usize = WIDTH as usize / 2;

pub(super) fn rows(marks: &[Mark], letters: &mut Letters) -> Vec<u8> {
    let mut rows = vec![0; ROW * HEIGHT as usize];
    for mark in marks {
        match mark {
            Mark::Line { text, weight, at } => {
                for (glyph, place) in Font::of(*weight).placed(text, *at) {
                    let (letter, pixel) = letters.at(place, (*weight, at.size), glyph);
                    put(letter, pixel, &mut rows);
                }
            }
            Mark::Bar { x, y, width, height, is_faint } => {
                let pair = 0x11 * if *is_faint { FAINT } else { MOST };
                // They stand on even pixels, and are as many wide.
                let (start, end) = (*x as usize / 2, (*x + *width) as usize / 2);
                for row in rows.chunks_exact_mut(ROW).skip(*y as usize).take(*height as usize) {
                    row[start..end].fill(pair);
                }
            }
        }
    }
    rows
}

/// The letter, drawn from that pixel on. What would leave the picture is left out.
fn put(letter: &Letter, [x, y]: [i32; 2], rows: &mut [u8]) {
    let (x, y) = (x + letter.left, y + letter.top);
    let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
    let below = rows.chunks_exact_mut(ROW).skip(y);
    for (pairs, row) in letter.pairs.chunks_exact(letter.across).zip(below) {
        let Some(row) = row.get_mut(x / 2..) else { return };
        let (before, pairs) = (pairs, &pairs[1..]);
        match x % 2 {
            0 => row.iter_mut().zip(pairs).for_each(|(on, it)| *on = both(*on, *it)),
            _ => {
                let halves = before.iter().zip(pairs).map(|(left, right)| left << 4 | right >> 4);
                row.iter_mut().zip(halves).for_each(|(on, it)| *on = both(*on, it));
            }
        }
    }
}

/// The ink of two pairs of pixels: more than all is all.
fn both(one: u8, other: u8) -> u8 {
    let (left, right) = ((one >> 4) + (other >> 4), (one & MOST) + (other & MOST));
    left.min(MOST) << 4 | right.min(MOST)
}

#[cfg(test)]
mod tests {
    use super::super::letters::{Letters, MOST};
    use super::super::{Card, HEIGHT, Poster, Rungs, WIDTH};
    use super::rows;

    /// How much of the ink is on each pixel.
    fn shades(title: &str) -> Vec<u8> {
        let rungs = Rungs { of: 4, here: Some(2) };
        let card = Card { title: title.to_owned(), rungs, ..Card::default() };
        let rows = rows(&Poster::new(&card).marks, &mut Letters::default());
        rows.iter().flat_map(|it| [it >> 4, it & MOST]).collect()
    }

    /// How far the ink is from each edge.
    fn margins(title: &str) -> [usize; 4] {
        let shades = shades(title);
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
        let shades = shades("Tech Lead");
        let inked = shades.iter().filter(|it| **it == MOST).count();
        assert!((10_000..60_000).contains(&inked), "{inked}");
        assert!(shades.iter().all(|it| *it <= MOST));
    }
}
