//! `rolebook rename`: another id for a role, in every file that names it.

use super::console::{print, say};
use super::count::Count;
use super::revise::{changes, settled};
use super::{Console, Outcome, Source};
use crate::content;
use crate::pipeline::Pipeline;
use crate::write;

pub(super) fn role(
    source: &Source,
    console: Console,
    (name, new): (&str, &str),
    dry_run: bool,
) -> anyhow::Result<Outcome> {
    let content = content::read(&source.project, &source.out)?;
    let renamed = Pipeline::default().rename_role(&content, &source.options, (name, new));
    let Some(revision) = settled(renamed, console)? else { return Ok(Outcome::Problems) };

    let moved = revision.moved.iter().map(|it| {
        let prefix = &content.prefix;
        format!("`{prefix}{}` to `{prefix}{}`", it.from, it.to)
    });
    let moved: String = moved.collect();
    let files = Count::of(revision.files.len(), "file");
    if dry_run {
        print(&changes(&content, &revision))?;
        say(format_args!("would rename {moved} and edit {files}"));
    } else {
        write::revise(&source.project, &content, &revision)?;
        say(format_args!("renamed {moved} and edited {files}; the old address leads on"));
    }
    Ok(Outcome::Fine)
}
