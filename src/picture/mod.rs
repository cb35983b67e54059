//! Pictures made while building: inline SVG that needs no script. In: what is to be drawn, as plain
//! values. Out: markup whose look comes from the theme's style sheet. Knows no role and no page.

pub mod graph;
mod layout;
mod svg;
