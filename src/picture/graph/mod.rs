//! A graph of boxes in lanes and rows, lowest at the bottom, with lines between them. In: what
//! stands where, and what is joined. Out: markup.

mod layout;
mod svg;

use layout::Layout;

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

/// The graph as `<svg>`, called `title`; `id` is a prefix for ids in it.
///
/// Edges that lead down, or nowhere, are not drawn.
pub fn draw(graph: &Graph, title: &str, id: &str) -> String {
    svg::drawing(graph, &Layout::new(graph), title, id)
}
