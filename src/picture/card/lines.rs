//! Text in lines: as large as there is room for, and cut where even the smallest size has none.

use super::font::Font;

/// Where a text must fit, in pixels.
pub(super) struct Room<'a> {
    pub(super) width: u32,
    /// From the top of the first line's capitals to the last baseline.
    pub(super) height: u32,
    /// Largest first; never empty.
    pub(super) sizes: &'a [u32],
    pub(super) most_lines: usize,
}

/// A text in its lines.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Lines {
    pub(super) size: u32,
    pub(super) lines: Vec<String>,
}

/// No card has room for more letters than that, and some texts have no end.
const MOST_LETTERS: usize = 400;

/// From baseline to baseline.
pub(super) fn leading(size: u32) -> u32 {
    size * 115 / 100
}

/// How high capitals are, in this font.
pub(super) fn capital(size: u32) -> u32 {
    size * 714 / 1000
}

/// From the top of the first capital to the last baseline.
pub(super) fn height(n_lines: usize, size: u32) -> u32 {
    n_lines.saturating_sub(1) as u32 * leading(size) + capital(size)
}

/// `text` in the largest size that fits, its lines about as long as each other.
pub(super) fn fit(text: &str, font: &Font, room: &Room<'_>) -> Lines {
    let measured = Measured::new(text, font);
    let words = measured.words();
    for size in room.sizes {
        let most = room.most(*size);
        let lines = measured.wrapped(&words, most);
        let is_narrow = measured.widest(&lines) <= most;
        let is_low = lines.len() <= room.most_lines && height(lines.len(), *size) <= room.height;
        if is_narrow && is_low {
            let lines = measured.balanced(&words, lines);
            return Lines {
                size: *size,
                lines: lines.iter().map(|it| measured.text(it)).collect(),
            };
        }
    }
    let size = room.sizes.last().copied().unwrap_or_default();
    Lines { size, lines: measured.cut(&words, (size, font), room) }
}

impl Room<'_> {
    /// The width in ems; a pixel less, so that rounding does no harm.
    fn most(&self, size: u32) -> f32 {
        (self.width - 1) as f32 / size as f32
    }
}

/// A text, measured once for all sizes and all ways to break it.
struct Measured {
    letters: Vec<char>,
    /// Where each letter begins and ends, in ems.
    edges: Vec<(f32, f32)>,
}

/// Letters from the first to before the second.
type Part = (usize, usize);

impl Measured {
    fn new(text: &str, font: &Font) -> Measured {
        let letters: Vec<char> = text.chars().take(MOST_LETTERS).collect();
        let text: String = letters.iter().collect();
        Measured { edges: font.edges(&text), letters }
    }

    fn text(&self, (start, end): &Part) -> String {
        self.letters[*start..*end].iter().collect()
    }

    /// Without the space that a line may end in.
    fn width(&self, (start, end): Part) -> f32 {
        if start == end { 0.0 } else { self.edges[end - 1].1 - self.edges[start].0 }
    }

    fn widest(&self, lines: &[Part]) -> f32 {
        lines.iter().map(|it| self.width(*it)).fold(0.0, f32::max)
    }

    /// Words, each with the space that follows it; one may also end behind a hyphen or a slash.
    fn words(&self) -> Vec<Part> {
        let is_end = |it: &char| [' ', '-', '–', '—', '/'].contains(it);
        let mut start = 0;
        let words = self.letters.split_inclusive(is_end).map(|it| {
            start += it.len();
            (start - it.len(), start)
        });
        words.collect()
    }

    /// Greedily: each line takes as many words as fit, and at least one.
    fn wrapped(&self, words: &[Part], most: f32) -> Vec<Part> {
        let mut lines: Vec<Part> = Vec::new();
        for word in words {
            let seen = word.1 - usize::from(self.letters[word.1 - 1] == ' ');
            match lines.last_mut().filter(|it| self.width((it.0, seen)) <= most) {
                Some(line) => line.1 = seen,
                None => lines.push((word.0, seen)),
            }
        }
        lines
    }

    /// The same number of lines, none longer than it must be.
    fn balanced(&self, words: &[Part], mut lines: Vec<Part>) -> Vec<Part> {
        loop {
            let widest = self.widest(&lines);
            let next = self.wrapped(words, widest - 0.001);
            if next.len() != lines.len() || self.widest(&next) >= widest {
                return lines;
            }
            lines = next;
        }
    }

    /// As much as fits, with an ellipsis where more would follow.
    fn cut(&self, words: &[Part], (size, font): (u32, &Font), room: &Room<'_>) -> Vec<String> {
        let most = room.most(size);
        let parts: Vec<Part> = words.iter().flat_map(|it| self.broken(*it, most)).collect();
        let lines = self.wrapped(&parts, most);
        let is_whole = lines.len() <= room.most_lines;
        let lines = lines.iter().take(room.most_lines).map(|it| self.text(it));
        let mut lines: Vec<String> = lines.collect();
        if let Some(last) = lines.last_mut().filter(|_| !is_whole) {
            while font.width(&format!("{last}…"), size) > room.width && last.pop().is_some() {}
            *last = format!("{}…", last.trim_end_matches([' ', ',', '·', '-', '/']));
        }
        lines
    }

    /// A word that is wider than a line, in parts that are not.
    fn broken(&self, (start, end): Part, most: f32) -> Vec<Part> {
        let mut parts: Vec<Part> = vec![(start, start)];
        for letter in start..end {
            match parts.last_mut() {
                Some(part) if self.width((part.0, letter + 1)) <= most || part.0 == letter => {
                    part.1 = letter + 1;
                }
                _ => parts.push((letter, letter + 1)),
            }
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::super::font::{Font, Weight};
    use super::{Lines, Room, fit, height};

    const SIZES: [u32; 3] = [100, 80, 60];

    fn fitted(text: &str) -> Lines {
        let room = Room { width: 1000, height: 244, sizes: &SIZES, most_lines: 3 };
        let font = Font::of(Weight::Bold);
        let found = fit(text, font, &room);
        let widths = found.lines.iter().map(|it| font.width(it, found.size));
        assert!(widths.into_iter().all(|it| it <= room.width), "{found:?}");
        assert!(height(found.lines.len(), found.size) <= room.height, "{found:?}");
        found
    }

    #[track_caller]
    fn check(text: &str, size: u32, lines: &[&str]) {
        let found = fitted(text);
        assert_eq!(
            (found.size, found.lines),
            (size, lines.iter().map(|it| it.to_string()).collect())
        );
    }

    #[test]
    fn short_titles_are_large() {
        check("Engineer", 100, &["Engineer"]);
        check("Senior Engineering Manager", 100, &["Senior Engineering", "Manager"]);
    }

    #[test]
    fn longer_titles_are_smaller_and_in_lines_of_one_length() {
        check(
            "Senior Director of Developer Experience and Productivity",
            80,
            &["Senior Director of", "Developer Experience", "and Productivity"],
        );
        check(
            "Machine-learning/data-platform engineer",
            80,
            &["Machine-learning/", "data-platform engineer"],
        );
    }

    #[test]
    fn what_has_no_room_is_cut() {
        let found = fitted(&"Head of everything, ".repeat(40));
        assert_eq!((found.size, found.lines.len()), (60, 3));
        assert!(found.lines[2].ends_with("Head of…"), "{found:?}");
        let found = fitted(&"Donaudampfschifffahrt".repeat(10));
        assert!(found.lines[2].ends_with('…'), "{found:?}");
    }
}
