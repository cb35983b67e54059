//! Pictures made while building: inline SVG that needs no script. In: what is to be drawn, as plain
//! values. Out: markup whose look comes from the theme's style sheet. Knows no role and no page.

pub mod graph;
mod layout;
pub mod profile;
pub mod strip;
mod svg;

use crate::markdown::Html;
use graph::Graph;
use layout::Layout;

/// The graph as `<svg>`, called `title`; `id` is a prefix for ids in it.
///
/// Edges that lead down, or nowhere, are not drawn.
pub fn draw(graph: &Graph, title: &str, id: &str) -> String {
    svg::drawing(graph, &Layout::new(graph), title, id)
}

/// Text as it may stand in an element or a quoted attribute.
fn escaped(text: &str) -> String {
    Html::of_text(text).to_string()
}

/// A text of no more than `most` letters.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}
