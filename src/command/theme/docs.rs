//! `rolebook theme docs`: what templates receive and may use.

use crate::command::Outcome;
use crate::command::console::print;
use crate::site::docs;
use anyhow::anyhow;

/// About one template, or all of them.
pub(super) fn docs(template: Option<&str>) -> anyhow::Result<Outcome> {
    let text = match template {
        None => docs::all(),
        Some(name) => docs::of_template(name).map_err(|it| anyhow!(it))?,
    };
    print(&text)?;
    Ok(Outcome::Fine)
}
