//! Tables: which cells are headers, and how their columns are aligned.

use super::html::escaped;
use crate::labels::{Labels, key};
use pulldown_cmark::Alignment;

/// Where in a table we are. Tables do not contain tables.
#[derive(Default)]
pub(super) struct Table {
    /// The anchor of the heading above, if there is one.
    heading: Option<String>,
    alignments: Vec<Alignment>,
    column: usize,
    is_head: bool,
    cell_end: &'static str,
}

impl Table {
    pub(super) fn below(heading: &str) -> Table {
        Table { heading: Some(heading.to_owned()), ..Table::default() }
    }

    pub(super) fn start(&mut self, labels: &Labels, alignments: &[Alignment]) -> String {
        self.alignments = alignments.to_vec();
        let name = match &self.heading {
            Some(heading) => format!("aria-labelledby=\"{}\"", escaped(heading)),
            None => format!("aria-label=\"{}\"", escaped(labels.word(key::TABLE))),
        };
        // A table may be wider than the page, and who has no mouse must be able to scroll it. It
        // is a group and not a region, since regions would have to have names that differ.
        format!("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" {name}><table>\n")
    }

    pub(super) fn row_start(&mut self, is_head: bool) -> &'static str {
        self.column = 0;
        self.is_head = is_head;
        if is_head { "<thead><tr>" } else { "<tr>" }
    }

    /// The corner of a table is often empty, and an empty cell is no header.
    pub(super) fn cell_start(&mut self, is_empty: bool) -> String {
        let is_header = self.is_head && !is_empty;
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            _ => "",
        };
        self.column += 1;
        self.cell_end = if is_header { "</th>" } else { "</td>" };
        let tag = if is_header { "th scope=\"col\"" } else { "td" };
        format!("<{tag}{class}>")
    }

    pub(super) fn cell_end(&self) -> &'static str {
        self.cell_end
    }
}
