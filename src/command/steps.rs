//! `rolebook report steps`: how large the steps of the ladders are, so that uneven ones show.

use super::console::print;
use super::request::Notation;
use super::{Console, Outcome, Source};
use crate::content;
use crate::diagnostic::{Checked, has_errors};
use crate::pipeline::Pipeline;
use crate::site::export::steps;

pub(super) fn steps(
    source: &Source,
    console: Console,
    notation: Notation,
) -> anyhow::Result<Outcome> {
    let content = content::read(&source.project, &source.out)?;
    let Checked { value: found, diagnostics } =
        Pipeline::default().steps(&content, &source.options);
    if has_errors(&diagnostics) {
        console.show(&diagnostics, &content)?;
        return Ok(Outcome::Problems);
    }
    print(&match notation {
        Notation::Text => steps::text(&found),
        Notation::Markdown => steps::markdown(&found),
        Notation::Json => steps::json(&found),
    })?;
    Ok(Outcome::Fine)
}
