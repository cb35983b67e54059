//! Where everything of a card has its place. In: a [`Card`]. Out: a [`Poster`].

use super::colour::ground_and_ink;
use super::font::{At, Font, Weight};
use super::letters::MOST;
use super::lines::{Room, capital, fit, height, leading};
use super::text::shown;
use super::{Card, HEIGHT, Letters, Rungs, WIDTH, encode, raster};
use crate::colour::Colour;

/// As wide as it is empty around the words.
const MARGIN: u32 = 80;
const RIGHT: u32 = WIDTH - MARGIN;
const ABOVE_BASELINE: u32 = 110;
const FACTS_BASELINE: u32 = 552;
/// The middle between the top of the title's capitals and its last baseline.
const TITLE_MIDDLE: u32 = 302;

const TITLE_HEIGHT: u32 = 244;
const TITLE_SIZES: [u32; 7] = [116, 104, 92, 80, 70, 62, 54];
const SMALL_SIZES: [u32; 4] = [42, 38, 34, 30];

/// A ladder with more rungs than this is no picture at this size.
const MOST_RUNGS: usize = 12;
const BARS: Bars = Bars { width: 24, gap: 14, highest: 112 };
/// Between the words and the bars in one line with them.
const BESIDE_BARS: u32 = 60;
/// In place of a title that cannot be shown.
const LARGE_BARS: Bars = Bars { width: 62, gap: 36, highest: 256 };
const RUNGS_OF_NO_LADDER: usize = 5;

/// A card with a place for everything on it, in whole pixels. Equal posters are equal pictures.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Poster {
    pub(super) ground: Colour,
    pub(super) ink: Colour,
    pub(super) marks: Vec<Mark>,
    /// What can be read on it, and what of that has been cut.
    pub(super) words: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Mark {
    Line { text: String, weight: Weight, at: At },
    Bar { x: u32, y: u32, width: u32, height: u32, is_faint: bool },
}

struct Bars {
    width: u32,
    gap: u32,
    highest: u32,
}

impl Poster {
    /// The card, arranged.
    pub fn new(card: &Card) -> Poster {
        let (regular, bold) = (Font::of(Weight::Regular), Font::of(Weight::Bold));
        let title = shown(&card.title, bold);
        let facts: Vec<String> = card.facts.iter().filter_map(|it| shown(it, regular)).collect();
        let facts = facts.join(" · ");
        let above = shown(&card.above, regular).unwrap_or_default();

        let rungs = Some(card.rungs).filter(|it| (2..=MOST_RUNGS).contains(&it.of));
        let small = rungs.filter(|_| title.is_some()).unwrap_or_default();
        let across = BARS.across(small.of);
        let free = RIGHT - MARGIN - if small.of == 0 { 0 } else { across + BESIDE_BARS };
        let mut marks = match &title {
            Some(title) => title_lines(title, bold),
            None => instead_of_title(rungs),
        };
        marks.extend(BARS.marks(small, (RIGHT - across, FACTS_BASELINE)));
        marks.extend(line(&above, regular, (RIGHT - MARGIN, ABOVE_BASELINE)));
        marks.extend(line(&facts, regular, (free, FACTS_BASELINE)));
        let (ground, ink) = ground_and_ink(card.accent);
        let words = [title.unwrap_or_default(), facts, above];
        let words: Vec<String> = words.into_iter().filter(|it| !it.is_empty()).collect();
        Poster { ground, ink, marks, words: words.join("\n") }
    }

    /// All words on it, a line each; the file of the picture carries them too.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Everything that decides what the PNG is, as text: the same recipe gives the same bytes.
    pub fn recipe(&self) -> String {
        // Another version of the program may draw the same otherwise. What `Debug` shows is every
        // field there is, so that none can be forgotten.
        format!("{} {self:?}", env!("CARGO_PKG_VERSION"))
    }

    /// The picture, and in it as text what can be read on it. Whoever draws many of them keeps the
    /// letters for the next one.
    pub fn png(&self, letters: &mut Letters) -> Vec<u8> {
        let rows = raster::rows(&self.marks, letters);
        let palette = (0..=MOST).map(|it| self.ground.towards(self.ink, it, MOST));
        encode::png(&rows, &palette.collect::<Vec<_>>(), &self.words)
    }
}

fn instead_of_title(rungs: Option<Rungs>) -> Vec<Mark> {
    let rungs = rungs.unwrap_or(Rungs { of: RUNGS_OF_NO_LADDER, here: None });
    let (n, room) = (rungs.of as u32, RIGHT - MARGIN);
    // Many stand closer.
    let gap = room.saturating_sub(n * LARGE_BARS.width) / n.saturating_sub(1).max(1);
    let bars = Bars { gap: LARGE_BARS.gap.min(gap), ..LARGE_BARS };
    bars.marks(rungs, (MARGIN, TITLE_MIDDLE + bars.highest / 2))
}

fn title_lines(title: &str, font: &Font) -> Vec<Mark> {
    let (width, sizes) = (RIGHT - MARGIN, &TITLE_SIZES);
    let room = Room { width, height: TITLE_HEIGHT, sizes, most_lines: 3 };
    let found = fit(title, font, &room);
    let size = found.size;
    let first = TITLE_MIDDLE - height(found.lines.len(), size) / 2 + capital(size);
    let baselines = (0..).map(|it| first + it * leading(size));
    // Large letters begin a little to the right of where they are put.
    let x = MARGIN - size / 24;
    let mark =
        |(text, baseline)| Mark::Line { text, weight: Weight::Bold, at: At { x, baseline, size } };
    found.lines.into_iter().zip(baselines).map(mark).collect()
}

/// A small line of that width, if it says anything.
fn line(text: &str, font: &Font, (width, baseline): (u32, u32)) -> Option<Mark> {
    let room = Room { width, height: HEIGHT, sizes: &SMALL_SIZES, most_lines: 1 };
    let found = fit(text, font, &room);
    let at = At { x: MARGIN, baseline, size: found.size };
    let text = found.lines.into_iter().next().filter(|it| !it.is_empty())?;
    Some(Mark::Line { text, weight: Weight::Regular, at })
}

impl Bars {
    /// How wide `n` of them are, side by side.
    fn across(&self, n: usize) -> u32 {
        (n as u32 * (self.width + self.gap)).saturating_sub(self.gap)
    }

    /// From the left end `x`, standing on `bottom`.
    fn marks(&self, rungs: Rungs, (x, bottom): (u32, u32)) -> Vec<Mark> {
        let (of, lowest) = (rungs.of as u32, self.highest / 4);
        let bar = |index: u32| {
            let height = lowest + (self.highest - lowest) * index / of.saturating_sub(1).max(1);
            let x = x + index * (self.width + self.gap);
            let is_faint = rungs.here.is_some_and(|it| it as u32 != index);
            Mark::Bar { x, y: bottom - height, width: self.width, height, is_faint }
        };
        (0..of).map(bar).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert, proptest};

    const RUNGS: Rungs = Rungs { of: 6, here: Some(1) };

    fn poster(title: &str, facts: &[&str], rungs: Rungs) -> Poster {
        Poster::new(&Card {
            title: title.to_owned(),
            above: "Northwind engineering handbook".to_owned(),
            facts: facts.iter().map(|it| (*it).to_owned()).collect(),
            rungs,
            accent: None,
        })
    }

    /// Left and right end, top of the capitals and baseline of every line.
    fn boxes(poster: &Poster) -> Vec<[u32; 4]> {
        let line = |it: &Mark| match it {
            Mark::Line { text, weight, at } => {
                let right = at.x + Font::of(*weight).width(text, at.size);
                Some([at.x, right, at.baseline - capital(at.size), at.baseline])
            }
            Mark::Bar { .. } => None,
        };
        poster.marks.iter().filter_map(line).collect()
    }

    fn bars(poster: &Poster) -> Vec<[u32; 4]> {
        let bar = |it: &Mark| match it {
            Mark::Bar { x, y, width, height, .. } => Some([*x, x + width, *y, y + height]),
            Mark::Line { .. } => None,
        };
        poster.marks.iter().filter_map(bar).collect()
    }

    fn is_apart(one: &[u32; 4], other: &[u32; 4]) -> bool {
        one[1] < other[0] || other[1] < one[0] || one[3] < other[2] || other[3] < one[2]
    }

    #[test]
    fn a_card_says_what_there_is_to_say() {
        let poster = poster("Tech Lead", &["TL1", "Technical leadership"], RUNGS);
        let words = "Tech Lead\nTL1 · Technical leadership\nNorthwind engineering handbook";
        assert_eq!(poster.words, words);
        let faint = |it: &Mark| matches!(it, Mark::Bar { is_faint: true, .. });
        assert_eq!(poster.marks.iter().filter(|it| faint(it)).count(), 5);
        assert_eq!(bars(&poster).len(), 6);
    }

    #[test]
    fn a_title_that_cannot_be_shown_leaves_its_place_to_the_ladder() {
        let shown = bars(&poster("Tech Lead", &["TL1"], RUNGS));
        let hidden = poster("テックリード", &["TL1", "技術"], RUNGS);
        assert_eq!(hidden.words, "TL1\nNorthwind engineering handbook");
        assert!(bars(&hidden)[5][2] < shown[5][2], "they are larger");
        assert_eq!(bars(&poster("テックリード", &[], Rungs::default())).len(), 5);
        let most = bars(&poster("テックリード", &[], Rungs { of: MOST_RUNGS, here: None }));
        assert!(most.len() == 12 && most.iter().all(|it| it[1] <= RIGHT), "{most:?}");
    }

    #[test]
    fn a_ladder_of_one_rung_or_of_very_many_is_not_drawn() {
        for of in [0, 1, 13] {
            assert!(bars(&poster("CTO", &[], Rungs { of, here: None })).is_empty(), "{of}");
        }
    }

    #[test]
    fn equal_cards_have_one_recipe() {
        let recipe = |title| poster(title, &["TL1"], RUNGS).recipe();
        assert_eq!(recipe("Tech Lead"), recipe("Tech  Lead"));
        assert_ne!(recipe("Tech Lead"), recipe("Team Lead"));
        // What is cut counts too: it is in the words.
        let long = "Head of everything ".repeat(20);
        assert_ne!(recipe(&long), recipe(&format!("{long}else")));
    }

    proptest! {
        #[test]
        fn nothing_leaves_the_card_or_meets_another(
            title in "[A-Za-zÅÄé\u{301}ЖщΩ0-9W,.&/ -]{1,300}",
            fact in "[A-Za-zЖ ]{0,80}",
            of in 0usize..14,
        ) {
            let poster = poster(&title, &["IC1", &fact], Rungs { of, here: Some(0) });
            let all = [boxes(&poster), bars(&poster)].concat();
            for (index, it) in all.iter().enumerate() {
                prop_assert!(it[0] >= MARGIN - 5 && it[1] <= RIGHT, "{it:?} of {poster:?}");
                prop_assert!(it[2] >= 40 && it[3] <= HEIGHT - MARGIN + 5, "{it:?} of {poster:?}");
                prop_assert!(all[..index].iter().all(|other| is_apart(it, other)), "{poster:?}");
            }
        }
    }
}
