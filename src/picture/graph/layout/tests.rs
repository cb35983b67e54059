//! What must hold of every picture, whatever is drawn.

use super::{BOX_HEIGHT, BOX_WIDTH, Layout, Place};
use crate::picture::graph::{Edge, EdgeKind, Graph, Node};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, proptest};

fn graph() -> impl Strategy<Value = Graph> {
    let nodes = vec((0_usize..4, 0_usize..7), 1..20);
    (nodes, vec((0_usize..20, 0_usize..20, proptest::bool::ANY), 0..30)).prop_map(
        |(nodes, edges)| {
            let edge = |(from, to, up)| Edge {
                from,
                to,
                kind: if up { EdgeKind::Promotion } else { EdgeKind::Switch },
            };
            Graph {
                lanes: vec!["Lane".to_owned(); 4],
                nodes: nodes.into_iter().map(node).collect(),
                edges: edges.into_iter().map(edge).collect(),
            }
        },
    )
}

fn node((lane, row): (usize, usize)) -> Node {
    let (title, label, href) = ("Engineer".to_owned(), String::new(), String::new());
    Node { title, label, href, lane, row }
}

/// Left, top, right, bottom.
fn segments(line: &[Place]) -> Vec<[i32; 4]> {
    let segment = |it: &[Place]| {
        let ([a, b], x, y) = ([it[0], it[1]], [it[0].x, it[1].x], [it[0].y, it[1].y]);
        assert!(a.x == b.x || a.y == b.y, "lines run straight");
        [x[0].min(x[1]), y[0].min(y[1]), x[0].max(x[1]), y[0].max(y[1])]
    };
    line.windows(2).map(segment).collect()
}

/// Parts of lines that run on parts of others.
fn doubled(layout: &Layout) -> Vec<[[i32; 4]; 2]> {
    let mut found = Vec::new();
    for (index, (_, one)) in layout.lines.iter().enumerate() {
        for (_, other) in &layout.lines[index + 1..] {
            for a in segments(one) {
                found.extend(
                    segments(other).into_iter().filter(|b| is_along(a, *b)).map(|b| [a, b]),
                );
            }
        }
    }
    found
}

fn is_along(a: [i32; 4], b: [i32; 4]) -> bool {
    let width = a[2].min(b[2]) - a[0].max(b[0]);
    let height = a[3].min(b[3]) - a[1].max(b[1]);
    (width > 0 && height == 0 && a[1] == a[3] && b[1] == b[3])
        || (height > 0 && width == 0 && a[0] == a[2] && b[0] == b[2])
}

/// The straight way up, and one that has to go round the box in between, leave the same box.
#[test]
fn a_line_that_passes_a_box_leaves_beside_the_straight_one() {
    let nodes = [(0, 0), (1, 2), (1, 3), (1, 6)].map(node).to_vec();
    let edge = |to| Edge { from: 1, to, kind: EdgeKind::Switch };
    let lanes = vec!["Lane".to_owned(); 2];
    let layout = Layout::new(&Graph { lanes, nodes, edges: vec![edge(3), edge(2)] });
    assert!(doubled(&layout).is_empty(), "{layout:?}");
}

proptest! {
    // What once failed is told by a test of its own.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn boxes_stand_apart_and_inside(graph in graph()) {
        let layout = Layout::new(&graph);
        for (index, one) in layout.boxes.iter().enumerate() {
            prop_assert!(one.x >= 0 && one.x + BOX_WIDTH <= layout.width);
            prop_assert!(one.y >= 0 && one.y + BOX_HEIGHT <= layout.height);
            for other in &layout.boxes[index + 1..] {
                let is_apart = (one.x - other.x).abs() >= BOX_WIDTH || (one.y - other.y).abs() >= BOX_HEIGHT;
                prop_assert!(is_apart, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn no_line_runs_through_a_box_or_out_of_the_picture(graph in graph()) {
        let layout = Layout::new(&graph);
        for (_, line) in &layout.lines {
            for [left, top, right, bottom] in segments(line) {
                prop_assert!(left >= 0 && top >= 0 && right <= layout.width && bottom <= layout.height);
                let hits = |it: &Place| {
                    left < it.x + BOX_WIDTH && right > it.x && top < it.y + BOX_HEIGHT && bottom > it.y
                };
                prop_assert!(!layout.boxes.iter().any(hits), "{line:?}");
            }
        }
    }

    #[test]
    fn no_two_lines_run_along_each_other(graph in graph()) {
        let layout = Layout::new(&graph);
        let doubled = doubled(&layout);
        prop_assert!(doubled.is_empty(), "{doubled:?}");
    }
}
