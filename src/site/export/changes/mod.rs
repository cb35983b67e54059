//! What became of a handbook, for whoever reviews it. In: a [`ChangesReport`]. Out: the same for a
//! terminal and as Markdown. Must not know where the text goes.

mod markdown;
mod markdown_role;
mod phrase;
mod text;

pub use markdown::markdown;
pub use text::text;

use crate::page::ChangesSheet;
use schemars::JsonSchema;
use serde::Serialize;

/// What changed, and against what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangesReport {
    pub since: Since,
    /// Whose readers are told: `public`.
    pub edition: String,
    /// What to keep in mind while reading, in whole sentences.
    pub remarks: Vec<String>,
    #[serde(flatten)]
    pub changes: ChangesSheet,
}

/// The commit that the handbook is compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Since {
    /// As it was asked for: `origin/main`.
    pub revision: String,
    pub commit: String,
    /// As much of it as tells it from all others.
    pub short: String,
    /// `2026-01-31`
    pub day: String,
    /// The first line of its message.
    pub subject: String,
    /// Whether the revision has gone on since, and this is where the work left it.
    pub is_fork: bool,
}

impl Since {
    /// `1a2b3c4 (2026-01-31, Raise coaching)`
    fn in_full(&self) -> String {
        format!("{} ({}, {})", self.short, self.day, self.subject)
    }

    /// What the commit is to the revision that was asked for; nothing where that is how it is called.
    fn relation(&self, revision: &str) -> String {
        match self.is_fork {
            true => format!(", where this work left {revision}"),
            false if self.commit.starts_with(&self.revision) => String::new(),
            false => format!(", which is {revision}"),
        }
    }
}
