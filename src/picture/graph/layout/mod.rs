//! Where boxes stand and lines run. In: a graph. Out: places in pixels.
//!
//! Boxes stand in a grid of lanes and rows. Lines run only between rows and beside lanes, each at a
//! place of its own: so none runs through a box, and no two run on each other.

mod columns;
mod ports;
mod slots;
#[cfg(test)]
mod tests;

use super::{Edge, EdgeKind, Graph};
use columns::Columns;
use ports::Ports;
use slots::Slots;

pub(super) const BOX_WIDTH: i32 = 184;
pub(super) const BOX_HEIGHT: i32 = 62;
/// Above the first row, for the names of lanes.
pub(super) const HEAD: i32 = 34;
/// Between lines that run side by side.
const LINE_GAP: i32 = 9;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) x: i32,
    pub(super) y: i32,
}

/// Everything about the picture but its look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) width: i32,
    pub(super) height: i32,
    /// The middle of each lane.
    pub(super) lanes: Vec<i32>,
    /// The upper left corner of each box.
    pub(super) boxes: Vec<Place>,
    /// The corners of each line, from its beginning to its end.
    pub(super) lines: Vec<(EdgeKind, Vec<Place>)>,
}

impl Layout {
    pub(super) fn new(graph: &Graph) -> Layout {
        let edges = drawn(graph);
        let columns = Columns::new(graph, &edges);
        let slots = Slots::new(graph, &edges);
        let n_rows = graph.nodes.iter().map(|it| it.row + 1).max().unwrap_or(0);
        let mut y = HEAD;
        let mut tops = vec![0; n_rows];
        for row in (0..n_rows).rev() {
            tops[row] = y;
            y += BOX_HEIGHT + slots.height(row);
        }
        let boxes: Vec<Place> = graph
            .nodes
            .iter()
            .zip(&columns.xs)
            .map(|(it, x)| Place { x: *x, y: tops[it.row] })
            .collect();
        let ports = Ports::new(graph, &edges, &boxes);
        let line = |(index, edge): (usize, &Edge)| {
            let (from, to) = (graph.nodes[edge.from].row, graph.nodes[edge.to].row);
            let [start, end] = ports.of(index);
            // The space below a row has its number.
            let (low, high) = if from == to { (from, from) } else { (from + 1, to) };
            let level = |row: usize| tops[row] + BOX_HEIGHT + slots.y(row, index);
            let mut corners = vec![start, Place { x: start.x, y: level(low) }];
            if low < high {
                let x = columns.channel(index);
                corners.extend([Place { x, y: level(low) }, Place { x, y: level(high) }]);
            }
            corners.extend([Place { x: end.x, y: level(high) }, end]);
            corners.dedup();
            (edge.kind, corners)
        };
        Layout {
            width: columns.width,
            height: y,
            lanes: columns.middles.clone(),
            lines: edges.iter().enumerate().map(line).collect(),
            boxes,
        }
    }
}

/// The edges that can be drawn: upwards or along a row, between boxes that there are, each once.
fn drawn(graph: &Graph) -> Vec<Edge> {
    let mut edges: Vec<Edge> = Vec::new();
    for edge in &graph.edges {
        let (Some(from), Some(to)) = (graph.nodes.get(edge.from), graph.nodes.get(edge.to)) else {
            continue;
        };
        let joins = |it: &Edge| {
            (it.from, it.to) == (edge.from, edge.to) || (it.to, it.from) == (edge.from, edge.to)
        };
        if edge.from != edge.to && from.row <= to.row && !edges.iter().any(joins) {
            edges.push(*edge);
        }
    }
    edges
}
