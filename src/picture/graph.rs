//! What a graph shows: tracks are lanes, ranks are rows, lowest at the bottom; roles are boxes,
//! and the ways between them are lines.

/// What is to be drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// The names of lanes, from the left.
    pub lanes: Vec<String>,
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
}

/// A box with words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub title: String,
    /// A short word above the title: `M2`.
    pub label: String,
    /// Where the box leads, as it stands in the page.
    pub href: String,
    /// An index into `lanes`.
    pub lane: usize,
    /// From 0, the lowest.
    pub row: usize,
}

/// A line between two boxes, which are named by their index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    pub kind: EdgeKind,
}

/// What a line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeKind {
    /// Upwards, with an arrow.
    Promotion,
    /// Sideways, without one: it can be gone both ways.
    Switch,
}
