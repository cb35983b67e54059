//! What commands that edit the author's files have in common: showing why they do not, and what they
//! would write.

use super::Console;
use super::console::say;
use super::count::Tally;
use crate::content::{Content, Revision};
use crate::edit::diff;
use crate::pipeline::Refusal;
use anyhow::bail;

/// The revision, or `None` once it has been shown what stands against it.
pub(super) fn settled(
    result: Result<Revision, Refusal>,
    console: Console,
) -> anyhow::Result<Option<Revision>> {
    match result {
        Ok(revision) => Ok(Some(revision)),
        Err(Refusal::Asked(why)) => bail!(why),
        Err(Refusal::Found { diagnostics, content }) => {
            console.show(&diagnostics, &content)?;
            say(format_args!("{}: nothing was written", Tally::of(&diagnostics)));
            Ok(None)
        }
    }
}

/// Every line that changes, file by file, and what gets another name.
pub(super) fn changes(content: &Content, revision: &Revision) -> String {
    let mut shown = String::new();
    for file in &revision.files {
        let path = format!("{}{}", content.prefix, file.path);
        shown.push_str(&format!("--- {path}\n+++ {path}\n{}", diff(&file.before, &file.edits)));
    }
    if let Some(it) = &revision.moved {
        let prefix = &content.prefix;
        shown.push_str(&format!("rename from {prefix}{}\nrename to {prefix}{}\n", it.from, it.to));
    }
    shown
}
