//! The lines that run below a row, one under the other.

use super::LINE_GAP;
use crate::picture::graph::{Edge, Graph};
use std::collections::BTreeMap;

/// Between a box and the nearest line beside it.
const MARGIN: i32 = 14;

/// Which lines run below which row, one under the other.
pub(super) struct Slots(BTreeMap<usize, Vec<usize>>);

impl Slots {
    pub(super) fn new(graph: &Graph, edges: &[Edge]) -> Slots {
        let mut slots: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, edge) in edges.iter().enumerate() {
            let (from, to) = (graph.nodes[edge.from].row, graph.nodes[edge.to].row);
            let first = if from == to { from } else { from + 1 };
            slots.entry(first).or_default().push(index);
            if first < to {
                slots.entry(to).or_default().push(index);
            }
        }
        Slots(slots)
    }

    /// How much room there must be below a row.
    pub(super) fn height(&self, row: usize) -> i32 {
        let n = self.0.get(&row).map_or(0, Vec::len);
        2 * MARGIN + LINE_GAP * i32::try_from(n).unwrap_or(0)
    }

    /// How far below the boxes of a row a line runs.
    pub(super) fn y(&self, row: usize, line: usize) -> i32 {
        let at = self.0.get(&row).and_then(|it| it.iter().position(|it| *it == line));
        MARGIN + LINE_GAP * i32::try_from(at.unwrap_or(0)).unwrap_or(0)
    }
}
