//! `[[target|text]]` in a table: there, `|` ends the cell, even within a link.
//!
//! In: the place of a table. Out: a complaint for every link that was cut in two.

use super::events::Source;
use super::problem;
use crate::diagnostic::Diagnostic;
use std::ops::Range;

pub(super) fn check(source: Source<'_>, table: &Range<usize>, diagnostics: &mut Vec<Diagnostic>) {
    let mut start = table.start;
    for line in source.slice(table).split_inclusive('\n') {
        for link in split_links(line) {
            let at = source.span(start + link.start..start + link.end);
            diagnostics.push(problem::unescaped_pipe(at, &line[link]));
        }
        start += line.len();
    }
}

/// The links of a row that have a `|` without a backslash.
fn split_links(row: &str) -> Vec<Range<usize>> {
    let mut links = Vec::new();
    let mut from = 0;
    while let Some(start) = row[from..].find("[[").map(|it| from + it) {
        let Some(end) = row[start..].find("]]").map(|it| start + it + 2) else { break };
        // In `[[ -f x ]] [[a|b]]` or `[[ [[a|b]]`, the last opening counts.
        let start = row[..end].rfind("[[").unwrap_or(start);
        if has_bare_pipe(&row[start..end]) {
            links.push(start..end);
        }
        from = end;
    }
    links
}

fn has_bare_pipe(link: &str) -> bool {
    link.match_indices('|').any(|(at, _)| !link[..at].ends_with('\\'))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{complaints, html, prose};

    #[test]
    fn a_bare_pipe_is_reported() {
        let table = |cells: &str| format!("| a | b |\n|---|---|\n{cells}\n");
        assert_eq!(complaints(&table("| [[a|b]] | c |")), ["unescaped-pipe: [[a|b]]"]);
        assert_eq!(complaints(&table("| [[ x | [[a|b]] |")), ["unescaped-pipe: [[a|b]]"]);
        assert_eq!(complaints(&table("| [[a\\|b]] | [[c]] |")), [""; 0]);
        assert_eq!(complaints(&table("| [[a | b |")), [""; 0]);
    }

    #[test]
    fn an_escaped_pipe_parts_target_and_text() {
        let html = html(&prose("| a |\n|---|\n| [[b\\|*c*]] |\n"));
        assert!(html.contains("<td><a href=\"/b/\"><em>c</em></a></td>"), "{html}");
    }
}
