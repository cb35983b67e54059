//! A layout as SVG. In: a graph and where everything stands. Out: markup.

use super::layout::{BOX_HEIGHT, BOX_WIDTH, HEAD, Layout, Place};
use super::{EdgeKind, Graph, Node};
use crate::picture::{cut, escaped};
use std::fmt::Write;

/// As many letters as fit into a box, at the size of the theme.
const LINE: usize = 20;
const MOST_LINES: usize = 2;
/// The name of a lane may be a little wider than a box.
const NAME: usize = 24;
/// A label is set smaller.
const LABEL: usize = 28;

pub(super) fn drawing(graph: &Graph, layout: &Layout, title: &str, id: &str) -> String {
    let Layout { width, height, .. } = layout;
    let title = escaped(title);
    let mut svg = format!(
        "<svg class=\"graph\" xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" \
         height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"group\" \
         aria-labelledby=\"{id}-title\">\n<title id=\"{id}-title\">{title}</title>\n\
         <defs><marker id=\"{id}-tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" \
         markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\"/></marker></defs>\n"
    );
    for (kind, corners) in &layout.lines {
        svg += &line(*kind, corners, id);
    }
    for (name, x) in graph.lanes.iter().zip(&layout.lanes) {
        let (y, shown, title) = (HEAD / 2, escaped(&cut(name, NAME)), told(name, NAME));
        svg += &format!("<text class=\"lane\" x=\"{x}\" y=\"{y}\">{title}{shown}</text>\n");
    }
    for (node, place) in graph.nodes.iter().zip(&layout.boxes) {
        svg += &boxed(node, *place);
    }
    svg + "</svg>"
}

/// Lines are told in the text beside the picture.
fn line(kind: EdgeKind, corners: &[Place], id: &str) -> String {
    let mut path = String::new();
    for (at, Place { x, y }) in corners.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(path, "{}{x} {y}", if at == 0 { 'M' } else { 'L' });
    }
    let (class, tip) = match kind {
        EdgeKind::Promotion => ("promotion", format!(" marker-end=\"url(#{id}-tip)\"")),
        EdgeKind::Switch => ("switch", String::new()),
    };
    format!("<path class=\"{class}\" aria-hidden=\"true\" d=\"{path}\"{tip}/>\n")
}

/// The link's name is what can be read in the box, so each line ends with a space.
fn boxed(node: &Node, Place { x, y }: Place) -> String {
    let middle = x + BOX_WIDTH / 2;
    let lines = lines(&node.title);
    // With the label, the lines stand in the middle of the box.
    let (label_y, first) = if lines.len() == 1 { (y + 22, y + 42) } else { (y + 17, y + 34) };
    let text: String = lines
        .iter()
        .zip((0..).map(|n| first + n * 17))
        .map(|(it, y)| format!("<text x=\"{middle}\" y=\"{y}\">{} </text>", escaped(it)))
        .collect();
    let most = label_letters(&node.label);
    let (href, label) = (escaped(&node.href), escaped(&cut(&node.label, most)));
    let is_cut = lines.iter().any(|it| it.ends_with('…'));
    let title = match is_cut {
        true => format!("<title>{}</title>", escaped(&node.title)),
        false => told(&node.label, most),
    };
    format!(
        "<a href=\"{href}\">{title}<rect x=\"{x}\" y=\"{y}\" width=\"{BOX_WIDTH}\" \
         height=\"{BOX_HEIGHT}\" rx=\"8\"/>\
         <text class=\"label\" x=\"{middle}\" y=\"{label_y}\">{label} </text>{text}</a>\n"
    )
}

/// How many letters of a label fit: a capital needs nearly half as much again, which in a wide font (DejaVu,
/// where a system has no other) is more than the box has.
fn label_letters(label: &str) -> usize {
    let room = label.chars().scan(5 * LABEL, |room, it| {
        *room = room.checked_sub(if it.is_uppercase() { 7 } else { 5 })?;
        Some(())
    });
    room.count()
}

/// What is said in full where one points, of a text that is cut.
fn told(text: &str, most: usize) -> String {
    if cut(text, most) == text {
        String::new()
    } else {
        format!("<title>{}</title>", escaped(text))
    }
}

/// A title in lines that fit; what fits no more is cut, and said in full where one points.
fn lines(title: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in title.split_whitespace() {
        match lines.last_mut() {
            Some(last) if last.chars().count() + 1 + word.chars().count() <= LINE => {
                last.push(' ');
                last.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let is_cut = lines.len() > MOST_LINES;
    lines.truncate(MOST_LINES);
    let n_lines = lines.len();
    for (index, line) in lines.iter_mut().enumerate() {
        let is_last = index + 1 == n_lines;
        if line.chars().count() > LINE || (is_cut && is_last) {
            *line = line.chars().take(LINE - 1).collect::<String>() + "…";
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{label_letters, lines, told};

    #[test]
    fn what_is_cut_is_told_where_one_points() {
        assert_eq!(told("Individual contributor", 24), "");
        assert_eq!(
            told("Those who look after <x>", 10),
            "<title>Those who look after &lt;x&gt;</title>"
        );
    }

    #[test]
    fn capitals_need_more_room() {
        let fits = |label: &str| label_letters(label) == label.chars().count();
        assert!(fits("IC2 · from 2027-01-31") && fits(&"a".repeat(28)) && fits(&"A".repeat(20)));
        assert_eq!([&"a".repeat(29), &"A".repeat(21)].map(|it| label_letters(it)), [28, 20]);
    }

    #[test]
    fn a_title_is_set_in_lines_that_fit() {
        assert_eq!(lines("Engineer"), ["Engineer"]);
        assert_eq!(lines("Senior Director of Engineering"), ["Senior Director of", "Engineering"]);
        let long = lines("Distinguished Engineer of Very Large Distributed Systems");
        assert_eq!(long, ["Distinguished", "Engineer of Very…"]);
        assert_eq!(lines("Donaudampfschifffahrtskapitän"), ["Donaudampfschifffah…"]);
    }
}
