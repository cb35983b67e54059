//! A profile in little: columns of boxes in rows by area. What was there before is of one tone,
//! what has come in of another, and what is gone an outline.
//!
//! In: rows of columns. Out: markup, kept small, since every role has one: each tone is one path of
//! upright strokes, which the theme's style sheet cuts into boxes by dashes.

use super::{cut, escaped};

/// From one box to the next above it.
const BOX: i32 = 8;
/// From one column to the next.
const PITCH: i32 = 16;
/// Between two rows.
const GAP: i32 = 8;
/// Room for a letter of a name, at the size of the theme.
const LETTER: i32 = 7;
/// Between names and columns, and what a short name of wide letters needs besides.
const MARGIN: i32 = 26;
/// A longer name is cut: it stands in full in the text beside the picture.
const MOST_LETTERS: usize = 38;
/// A row with more columns goes on below itself.
const MOST_COLUMNS: usize = 12;

/// Columns that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub name: String,
    pub columns: Vec<Column>,
}

/// How many boxes there were, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub before: usize,
    pub now: usize,
}

/// The rows as `<svg>`. No column may be higher than `most` boxes; `labelled_by` are the ids of what
/// names the picture and says it in words.
pub fn draw(rows: &[Row], most: usize, labelled_by: &str) -> String {
    let longest = rows.iter().map(|it| it.name.chars().count().min(MOST_LETTERS)).max();
    let left = pixels(longest.unwrap_or(0), LETTER) + MARGIN;
    let n_columns = rows.iter().map(|it| it.columns.len().min(MOST_COLUMNS)).max();
    let width = left + pixels(n_columns.unwrap_or(0), PITCH) - PITCH / 2;
    let (mut texts, mut tones) = (String::new(), Tones::default());
    let mut bottom = 0;
    for row in rows {
        for (index, columns) in row.columns.chunks(MOST_COLUMNS).enumerate() {
            bottom += pixels(most, BOX) + GAP;
            if index == 0 {
                texts += &format!(
                    "<text y=\"{bottom}\">{}</text>\n",
                    escaped(&cut(&row.name, MOST_LETTERS))
                );
            }
            for (it, x) in columns.iter().zip((0..).map(|n| left + n * PITCH)) {
                tones.column(*it, x, bottom);
            }
        }
    }
    let (height, paths) = (bottom + GAP / 2, tones.paths());
    format!(
        "<svg class=\"boxes\" width=\"{width}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"{labelled_by}\">\n{texts}{paths}</svg>"
    )
}

fn pixels(n: usize, each: i32) -> i32 {
    // More than can be drawn is no more than that.
    i32::try_from(n).unwrap_or(i32::MAX / 1_000).min(i32::MAX / 1_000) * each
}

/// The paths, in the order in which one lies over the other.
#[derive(Default)]
struct Tones {
    now: Pen,
    new: Pen,
    gone: Pen,
}

impl Tones {
    fn column(&mut self, Column { before, now }: Column, x: i32, bottom: i32) {
        let (before, now) = (pixels(before, BOX), pixels(now, BOX));
        if now > 0 {
            self.now.stroke(x, bottom, now);
        }
        if now > before {
            self.new.stroke(x, bottom - before, now - before);
        }
        if before > now {
            self.gone.stroke(x, bottom - now, before - now);
        }
    }

    /// What is gone is drawn twice: its rim, and the hole in it.
    fn paths(&self) -> String {
        let all = [("", &self.now), ("new", &self.new), ("gone", &self.gone), ("hole", &self.gone)];
        let path = |(class, pen): (&str, &Pen)| match class {
            "" => format!("<path d=\"{}\"/>\n", pen.path),
            _ => format!("<path class=\"{class}\" d=\"{}\"/>\n", pen.path),
        };
        all.into_iter().filter(|(_, it)| !it.path.is_empty()).map(path).collect()
    }
}

/// Draws upright strokes. Moves are relative, so that alike strokes are written alike.
#[derive(Default)]
struct Pen {
    path: String,
    x: i32,
    y: i32,
}

impl Pen {
    fn stroke(&mut self, x: i32, y: i32, length: i32) {
        let (dx, dy) = (x - self.x, y - self.y);
        let gap = if dy < 0 { "" } else { " " };
        self.path += &format!("m{dx}{gap}{dy}v-{length}");
        (self.x, self.y) = (x, y - length);
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Row, draw};

    fn row(name: &str, columns: &[(usize, usize)]) -> Row {
        let column = |(before, now): &(usize, usize)| Column { before: *before, now: *now };
        Row { name: name.to_owned(), columns: columns.iter().map(column).collect() }
    }

    /// What `d` of each path is, by its class.
    fn paths(svg: &str) -> Vec<(&str, &str)> {
        let paths = svg.split("<path ").skip(1).filter_map(|it| it.split("\"/>").next());
        paths.map(|it| it.trim_start_matches("class=\"").split_once("d=\"").unwrap()).collect()
    }

    #[test]
    fn each_tone_is_one_path_of_strokes() {
        let svg = draw(&[row("A", &[(2, 2), (1, 3), (0, 1)]), row("B", &[(2, 3)])], 3, "_a _b");
        let found = paths(&svg);
        assert_eq!(found[0], ("", "m33 32v-16m16 16v-24m16 24v-8m-32 40v-24"));
        assert_eq!(found[1], ("new\" ", "m49 24v-16m16 24v-8m-32 24v-8"));
        assert_eq!(found.len(), 2);
        assert!(
            svg.starts_with("<svg class=\"boxes\" width=\"73\" viewBox=\"0 0 73 68\""),
            "{svg}"
        );
        assert!(svg.contains("role=\"img\" aria-labelledby=\"_a _b\""));
    }

    #[test]
    fn what_is_gone_is_an_outline() {
        let svg = draw(&[row("A", &[(3, 1), (2, 0)])], 3, "");
        let gone = "m33 24v-16m16 24v-16";
        let expected = [("", "m33 32v-8"), ("gone\" ", gone), ("hole\" ", gone)];
        assert_eq!(paths(&svg), expected);
    }

    #[test]
    fn many_columns_go_on_below_and_long_names_are_cut() {
        let long = "Everything & everybody that there is in an organisation";
        let svg = draw(&[row(long, &[(1, 1); 14])], 1, "");
        assert_eq!(svg.matches("<text").count(), 1);
        assert!(svg.contains(">Everything &amp; everybody that there is…<"), "{svg}");
        assert!(svg.contains("m16 8v-8m-176 24v-8m16 8v-8\""), "{svg}");
    }
}
