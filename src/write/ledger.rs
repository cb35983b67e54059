//! The ledger of addresses: the one file of a project that is written beside the site. In: its text.
//! Out: the file, in one step; what it held before is in the text already.

use super::replace::replace;
use crate::content::{Content, LEDGER};
use std::path::Path;

/// Writes the ledger of the project that `content` was read from.
pub fn ledger(project: &Path, content: &Content, text: &str) -> anyhow::Result<()> {
    replace(&project.join(&content.prefix).join(LEDGER), text.as_bytes())
}
