//! Where lines touch boxes.

use super::{BOX_HEIGHT, BOX_WIDTH, Place};
use crate::picture::graph::{Edge, Graph};
use std::collections::BTreeMap;

/// Ends at the bottoms of boxes stand this much to the right of those at tops, so that lines from
/// two rows never meet in the space between.
const SHIFT: i32 = 3;

/// How far from the left side of a box its lines stand; the straight one in the middle, if any.
fn spread(n_lines: usize, straight: Option<usize>) -> Vec<i32> {
    let even = |n: usize, width: i32| -> Vec<i32> {
        let n = i32::try_from(n).unwrap_or(0);
        (1..=n).map(|at| width * at / (n + 1)).collect()
    };
    match straight {
        None => even(n_lines, BOX_WIDTH),
        Some(at) => {
            let middle = BOX_WIDTH / 2;
            let right = even(n_lines - at - 1, middle).into_iter().map(|it| middle + it);
            even(at, middle).into_iter().chain([middle]).chain(right).collect()
        }
    }
}

/// Where lines touch boxes: each at a place of its own.
pub(super) struct Ports(Vec<[Place; 2]>);

impl Ports {
    pub(super) fn new(graph: &Graph, edges: &[Edge], boxes: &[Place]) -> Ports {
        let ends = |index: usize, edge: &Edge| {
            let is_level = boxes[edge.from].y == boxes[edge.to].y;
            [(index, 0, edge.from, !is_level), (index, 1, edge.to, false)]
        };
        let mut sides: BTreeMap<(usize, bool), Vec<(usize, usize)>> = BTreeMap::new();
        for (index, end, node, is_top) in
            edges.iter().enumerate().flat_map(|(index, it)| ends(index, it))
        {
            sides.entry((node, is_top)).or_default().push((index, end));
        }
        let mut ports = vec![[Place { x: 0, y: 0 }; 2]; edges.len()];
        for ((node, is_top), mut lines) in sides {
            // Those that go left leave at the left, and what can be straight is.
            let other = |(line, end): &(usize, usize)| {
                let edge = edges[*line];
                if *end == 0 { edge.to } else { edge.from }
            };
            lines.sort_by_key(|it| (boxes[other(it)].x, *it));
            let here = boxes[node];
            let is_next = |it: usize| graph.nodes[it].row.abs_diff(graph.nodes[node].row) == 1;
            let is_straight = |it: usize| boxes[it].x == here.x && is_next(it);
            let straight = lines.iter().position(|it| is_straight(other(it)));
            let xs = spread(lines.len(), straight);
            for (at, (line, end)) in lines.into_iter().enumerate() {
                let shift = if is_top || Some(at) == straight { 0 } else { SHIFT };
                let y = here.y + if is_top { 0 } else { BOX_HEIGHT };
                ports[line][end] = Place { x: here.x + xs[at] + shift, y };
            }
        }
        Ports(ports)
    }

    /// The two ends of a line.
    pub(super) fn of(&self, line: usize) -> [Place; 2] {
        self.0[line]
    }
}
