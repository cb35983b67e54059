//! `rolebook theme eject`: one built-in file becomes the project's own.

use super::of_project;
use crate::command::console::say;
use crate::command::{Console, Outcome, Source};
use crate::{content, write};
use anyhow::{anyhow, ensure};
use std::path::Path;

/// Copies the file that `name` means to its place in the project, or to `to`.
pub(super) fn eject(
    source: &Source,
    console: Console,
    name: &str,
    to: Option<&Path>,
) -> anyhow::Result<Outcome> {
    let content = content::read(&source.project, &source.out)?;
    let Some((theme, is_written)) = of_project(source, console, &content)? else {
        return Ok(Outcome::Problems);
    };
    let (copied, called) = (theme.copied(name).map_err(|it| anyhow!(it))?, theme.name());
    let is_name = !called.contains(['/', '\\']) && !called.starts_with('.');
    ensure!(
        is_name,
        "`{called}` is no name for a theme: a folder below `themes/` is called like it"
    );

    let place = || source.project.join("themes").join(&copied.path);
    let path = to.map_or_else(place, Path::to_owned);
    write::add(&path, &copied.bytes)?;
    say(format_args!("wrote {}, as it is in the {}", path.display(), copied.source));
    if to.is_none() && !is_written {
        say(format_args!("write `theme: {called}` into the handbook.yml to build with it"));
    }
    Ok(Outcome::Fine)
}
