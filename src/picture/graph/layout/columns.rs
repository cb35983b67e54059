//! The grid from left to right: lanes, the boxes in them, and the lines that pass rows beside them.

use super::{BOX_WIDTH, LINE_GAP};
use crate::picture::graph::{Edge, Graph};
use std::collections::BTreeMap;

/// Between boxes of one lane and row, and on either side of a lane.
const GAP: i32 = 18;

/// The grid from left to right.
pub(super) struct Columns {
    pub(super) width: i32,
    pub(super) middles: Vec<i32>,
    /// The left side of each box.
    pub(super) xs: Vec<i32>,
    /// By line: where it passes rows, for those that do.
    channels: BTreeMap<usize, i32>,
}

impl Columns {
    pub(super) fn new(graph: &Graph, edges: &[Edge]) -> Columns {
        let mut columns = Columns {
            width: 0,
            middles: Vec::new(),
            xs: vec![0; graph.nodes.len()],
            channels: BTreeMap::new(),
        };
        let mut left = 0;
        for lane in 0..graph.lanes.len() {
            let mut cells: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for (index, it) in graph.nodes.iter().enumerate().filter(|(_, it)| it.lane == lane) {
                cells.entry(it.row).or_default().push(index);
            }
            let n_most = cells.values().map(Vec::len).max().unwrap_or(1);
            let inner = width_of(n_most);
            for boxes in cells.values() {
                let first = left + GAP + (inner - width_of(boxes.len())) / 2;
                for (index, x) in boxes.iter().zip((0..).map(|n| first + n * (BOX_WIDTH + GAP))) {
                    columns.xs[*index] = x;
                }
            }
            columns.middles.push(left + GAP + inner / 2);
            left += GAP + inner + GAP;
            // Lines that pass rows on their way to this lane do so at its right side.
            let passes = |it: &Edge| {
                let (from, to) = (&graph.nodes[it.from], &graph.nodes[it.to]);
                to.lane == lane && to.row > from.row + 1
            };
            for (index, _) in edges.iter().enumerate().filter(|(_, it)| passes(it)) {
                columns.channels.insert(index, left);
                left += LINE_GAP;
            }
        }
        columns.width = left.max(1);
        columns
    }

    pub(super) fn channel(&self, line: usize) -> i32 {
        self.channels.get(&line).copied().unwrap_or_default()
    }
}

fn width_of(n_boxes: usize) -> i32 {
    let n = i32::try_from(n_boxes.max(1)).unwrap_or(i32::MAX / 1_000);
    n * (BOX_WIDTH + GAP) - GAP
}
