//! The ledger of addresses: the one file of a project that is written beside the site. In: its text.
//! Out: the file, in one step; what it held before is in the text already.

#![allow(
    clippy::disallowed_methods,
    reason = "the output end, for what records the author's addresses"
)]

use super::replace::replace;
use crate::content::{Content, LEDGER, edited};
use crate::edit::Edits;
use anyhow::{Context, ensure};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// Writes the ledger of the project that `content` was read from. An error where somebody else has
/// recorded anything since: it would be lost.
pub fn ledger(project: &Path, content: &Content, text: &str) -> anyhow::Result<()> {
    let path = project.join(&content.prefix).join(LEDGER);
    let before = content.texts.iter().find(|it| it.path.as_str() == LEDGER);
    let shown = path.display();
    let is_same = match (fs::read(&path), before) {
        (Ok(now), Some(before)) => edited(&now, &before.text, &Edits::default()).is_some(),
        (Ok(_), None) => false,
        (Err(error), _) if error.kind() == ErrorKind::NotFound => before.is_none(),
        (Err(error), _) => return Err(error).with_context(|| format!("cannot read `{shown}`")),
    };
    ensure!(
        is_same,
        "`{shown}` has changed since it was read: nothing was recorded, run this again"
    );
    replace(&path, text.as_bytes())
}
