//! A comparison for programs, spreadsheets, documents and terminals. In: a [`Sheet`]. Out: the same
//! in four notations. Must not know where the text goes.

mod markdown;
mod table;
mod text;

pub use markdown::markdown;
pub use table::csv;
pub use text::text;

use crate::page::{Mark, Sheet, StatementLine};

/// One object; ids are the anchors of the roles' pages.
pub fn json(sheet: &Sheet) -> String {
    // Text in fields can always be written.
    serde_json::to_string_pretty(sheet).unwrap_or_default() + "\n"
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
