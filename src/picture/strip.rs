//! A heat strip: lanes of cells, from the left, each with a number, a word and a shade.
//!
//! In: who stands in which lane and column. Out: markup. The shade says nothing that the number
//! does not.

use super::{cut, escaped};

const CELL_WIDTH: usize = 52;
const CELL_HEIGHT: usize = 42;
const GAP: usize = 4;
/// Above the cells of a lane, for its name.
const HEAD: usize = 22;
/// Below the cells of a lane.
const FOOT: usize = 8;
/// Room for a letter of a lane's name, at the size of the theme.
const LETTER: usize = 10;
/// As many letters as fit into a cell.
const MOST_LETTERS: usize = 6;
/// As many shades as the theme knows.
const MOST_SHADES: usize = 9;

/// What is to be drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    pub title: String,
    /// What there is to see, in a sentence.
    pub description: String,
    pub lanes: Vec<Lane>,
    /// How many steps a cell can be at.
    pub n_steps: usize,
}

/// A row of cells. Those of one column stand one below the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lane {
    pub name: String,
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// From 0, at the left.
    pub column: usize,
    /// From 1, the lowest; `None` leaves the cell empty.
    pub step: Option<usize>,
    /// A short word: `M2`.
    pub label: String,
    /// Everything about the cell, for those who point at it or cannot see it.
    pub name: String,
    /// Where the cell leads, as it stands in the page.
    pub href: String,
}

/// The strip as `<svg>`; `id` is a prefix for ids in it.
pub fn draw(strip: &Strip, id: &str) -> String {
    let cells = strip.lanes.iter().flat_map(|it| &it.cells);
    let n_columns = cells.map(|it| it.column + 1).max().unwrap_or(0);
    let names = strip.lanes.iter().map(|it| it.name.chars().count() * LETTER);
    let width = names.chain([n_columns * (CELL_WIDTH + GAP)]).max().unwrap_or(0);
    let (mut lanes, mut y) = (String::new(), 0);
    for it in &strip.lanes {
        lanes += &lane(it, (width, y), strip.n_steps);
        y += HEAD + height(it) * (CELL_HEIGHT + GAP) + FOOT;
    }
    let (title, description) = (escaped(&strip.title), escaped(&strip.description));
    format!(
        "<svg class=\"strip\" width=\"{width}\" height=\"{y}\" viewBox=\"0 0 {width} {y}\" \
         role=\"group\" aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\">\n\
         <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{description}</desc>\n\
         {lanes}</svg>"
    )
}

/// How many cells stand one below the other.
fn height(lane: &Lane) -> usize {
    let in_column = |column| lane.cells.iter().filter(|it| it.column == column).count();
    lane.cells.iter().map(|it| in_column(it.column)).max().unwrap_or(0)
}

/// The name stands above the first cell, or as far to the right as it fits.
fn lane(lane: &Lane, (width, y): (usize, usize), n_steps: usize) -> String {
    let first = lane.cells.iter().map(|it| it.column).min().unwrap_or(0) * (CELL_WIDTH + GAP);
    let x = first.min(width.saturating_sub(lane.name.chars().count() * LETTER));
    let name = escaped(&lane.name);
    let mut svg = format!("<text class=\"lane\" x=\"{x}\" y=\"{}\">{name}</text>\n", y + HEAD - 7);
    for (index, it) in lane.cells.iter().enumerate() {
        let above = lane.cells[..index].iter().filter(|other| other.column == it.column).count();
        let (x, y) = (it.column * (CELL_WIDTH + GAP), y + HEAD + above * (CELL_HEIGHT + GAP));
        svg += &cell(it, (x, y), n_steps);
    }
    svg
}

/// Inside the picture by half a line, which the rim of the cell is drawn on.
fn cell(cell: &Cell, (x, y): (usize, usize), n_steps: usize) -> String {
    let (href, name) = (escaped(&cell.href), escaped(&cell.name));
    let class = cell.step.map_or("none".to_owned(), |it| shade(it, n_steps));
    let number = cell.step.map_or("–".to_owned(), |it| it.to_string());
    let label = escaped(&cut(&cell.label, MOST_LETTERS));
    let (middle, upper, lower) = (x + CELL_WIDTH / 2, y + 19, y + 34);
    format!(
        "<a href=\"{href}\"><title>{name}</title><rect class=\"{class}\" x=\"{}\" y=\"{}\" \
         width=\"{CELL_WIDTH}\" height=\"{CELL_HEIGHT}\" rx=\"6\"/>\
         <text x=\"{middle}\" y=\"{upper}\">{number} </text>\
         <text class=\"label\" x=\"{middle}\" y=\"{lower}\">{label}</text></a>\n",
        x + 1,
        y + 1,
    )
}

/// `n2 o4`: step 2 of 4. A longer scale than the theme has shades for is drawn together.
fn shade(step: usize, of: usize) -> String {
    match of > MOST_SHADES {
        true => format!("n{} o{MOST_SHADES}", (step * MOST_SHADES).div_ceil(of)),
        false => format!("n{step} o{of}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Lane, MOST_LETTERS, Strip, cut, draw, shade};

    fn strip(cells: &[(usize, Option<usize>)]) -> Strip {
        let cell = |(column, step): &(usize, Option<usize>)| Cell {
            column: *column,
            step: *step,
            label: "M2".to_owned(),
            name: "Lead <of> \"R&D\"".to_owned(),
            href: "../../roles/lead/".to_owned(),
        };
        let cells = cells.iter().map(cell).collect();
        let lanes = vec![Lane { name: "Management".to_owned(), cells }];
        Strip { title: "T".to_owned(), description: "D".to_owned(), lanes, n_steps: 4 }
    }

    #[test]
    fn a_cell_says_its_step_by_number_and_shade() {
        let svg = draw(&strip(&[(1, Some(3))]), "_s");
        assert!(svg.contains("<rect class=\"n3 o4\" x=\"57\" y=\"23\""), "{svg}");
        assert!(svg.contains(">3 </text>") && svg.contains(">M2</text>"), "{svg}");
        assert!(svg.contains("<title>Lead &lt;of&gt; &quot;R&amp;D&quot;</title>"), "{svg}");
        assert!(svg.contains("aria-labelledby=\"_s-title\" aria-describedby=\"_s-desc\""), "{svg}");
    }

    #[test]
    fn what_is_not_expected_is_an_empty_cell() {
        let svg = draw(&strip(&[(0, None)]), "_s");
        assert!(svg.contains("<rect class=\"none\"") && svg.contains(">– </text>"), "{svg}");
    }

    #[test]
    fn cells_of_one_column_stand_one_below_the_other() {
        let svg = draw(&strip(&[(0, Some(1)), (0, Some(2)), (2, Some(2))]), "_s");
        let places: Vec<&str> = svg.split("<rect ").skip(1).map(|it| &it[14..27]).collect();
        assert_eq!(
            places,
            ["x=\"1\" y=\"23\" ", "x=\"1\" y=\"69\" ", "x=\"113\" y=\"23"].map(|it| &it[..13])
        );
    }

    #[test]
    fn long_scales_and_long_labels_fit() {
        assert_eq!([1, 128, 255].map(|it| shade(it, 255)), ["n1 o9", "n5 o9", "n9 o9"]);
        assert_eq!([shade(9, 9), shade(1, 4)], ["n9 o9", "n1 o4"]);
        assert_eq!(["Senior", "Principal"].map(|it| cut(it, MOST_LETTERS)), ["Senior", "Princ…"]);
    }
}
