//! Pictures made while building: inline SVG that needs no script. In: what is to be drawn, as plain
//! values. Out: markup whose look comes from the theme's style sheet. Knows no role and no page.

pub mod graph;
mod layout;
mod svg;

use graph::Graph;
use layout::Layout;

/// The graph as `<svg>`, called `title`; `id` is a prefix for ids in it.
///
/// Edges that lead down, or nowhere, are not drawn.
pub fn draw(graph: &Graph, title: &str, id: &str) -> String {
    svg::drawing(graph, &Layout::new(graph), title, id)
}
