//! `rolebook compare`: what changes from one role to another, on the terminal.

use super::console::print;
use super::request::Notation;
use super::{Console, Outcome, Source};
use crate::content;
use crate::diagnostic::{Checked, has_errors};
use crate::pipeline::Pipeline;
use crate::site::export::{comparison, json};
use anyhow::anyhow;

pub(super) fn compare(
    source: &Source,
    console: Console,
    names: [&str; 2],
    notation: Notation,
) -> anyhow::Result<Outcome> {
    let content = content::read(&source.project, &source.out)?;
    let Checked { value: sheet, diagnostics } =
        Pipeline::default().compare(&content, &source.options, names);
    // A handbook with errors may lack what is asked for, or say something else than is meant.
    if has_errors(&diagnostics) {
        console.show(&diagnostics, &content)?;
        return Ok(Outcome::Problems);
    }
    let (sheet, labels) = sheet.map_err(|it| anyhow!(it))?;
    print(&match notation {
        Notation::Text => comparison::text(&sheet),
        Notation::Markdown => comparison::markdown(&sheet, &labels),
        Notation::Json => json(&sheet),
    })?;
    Ok(Outcome::Fine)
}
