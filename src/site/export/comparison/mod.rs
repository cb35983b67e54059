//! A comparison for spreadsheets, documents and terminals. In: a [`ComparisonSheet`]. Out: the same
//! in three notations. Must not know where the text goes.

mod markdown;
mod table;
mod text;

pub use markdown::markdown;
pub(in crate::site) use table::csv;
pub use text::text;

use crate::page::{ComparisonSheet, Mark, StatementLine};

/// A scope fact or a competency: something with a value on either side.
struct Line<'a> {
    id: &'a str,
    title: &'a str,
    from: Option<&'a str>,
    to: Option<&'a str>,
    change: Mark,
}

fn facts(sheet: &ComparisonSheet) -> Vec<Line<'_>> {
    let line = sheet.facts.iter().map(|it| Line {
        id: &it.id,
        title: &it.title,
        from: it.from.as_deref(),
        to: it.to.as_deref(),
        change: it.change,
    });
    line.collect()
}

/// Steps by their titles.
fn competencies(sheet: &ComparisonSheet) -> Vec<Line<'_>> {
    let line = sheet.competencies.iter().map(|it| Line {
        id: &it.id,
        title: &it.title,
        from: it.from.as_ref().map(|it| it.title.as_str()),
        to: it.to.as_ref().map(|it| it.title.as_str()),
        change: it.change,
    });
    line.collect()
}

fn word(mark: Mark) -> &'static str {
    match mark {
        Mark::New => "new",
        Mark::Raised => "raised",
        Mark::Lowered => "lowered",
        Mark::Same | Mark::None => "same",
        Mark::Dropped => "dropped",
        Mark::Changed => "changed",
    }
}

/// What several statements say, one after the other.
fn texts(statements: &[StatementLine]) -> String {
    let texts: Vec<&str> = statements.iter().map(|it| it.text.as_str()).collect();
    texts.join("; ")
}
