//! `rolebook theme list`: the files of a theme, and whose they are.

use super::of_project;
use crate::command::console::print;
use crate::command::{Console, Outcome, Source};
use crate::content;

pub(super) fn list(source: &Source, console: Console) -> anyhow::Result<Outcome> {
    let content = content::read(&source.project, &source.out)?;
    let Some((theme, _)) = of_project(source, console, &content)? else {
        return Ok(Outcome::Problems);
    };
    print(&theme.listed())?;
    Ok(Outcome::Fine)
}
