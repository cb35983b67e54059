//! `rolebook fix`: writes down what so far only the program knows.

use super::console::{print, say};
use super::count::Count;
use super::revise::{changes, settled};
use super::{Console, Outcome, Source};
use crate::content::{self, Content};
use crate::handbook::edit::Wanted;
use crate::pipeline::Pipeline;
use crate::write;
use anyhow::bail;
use std::path::{Component, Path, PathBuf};

/// Gives every statement that `wanted` speaks of its id in writing, in `paths` or everywhere.
pub(super) fn fix(
    source: &Source,
    console: Console,
    (wanted, paths): (Wanted, &[PathBuf]),
    dry_run: bool,
) -> anyhow::Result<Outcome> {
    let content = content::read(&source.project, &source.out)?;
    let meant = paths.iter().map(|it| below_content(it, source, &content));
    let meant = meant.collect::<anyhow::Result<Vec<String>>>()?;
    let is_meant = |path: &str| meant.is_empty() || meant.iter().any(|it| is_within(path, it));
    let fixed = Pipeline::default().fix_ids(&content, &source.options, (wanted, &is_meant));
    let Some(revision) = settled(fixed, console)? else { return Ok(Outcome::Problems) };

    let n_ids: usize = revision.files.iter().map(|it| it.edits.len()).sum();
    let (ids, files) = (Count::of(n_ids, "id"), Count::of(revision.files.len(), "file"));
    match (n_ids, dry_run) {
        (0, _) => say("every id is written down already"),
        (_, true) => {
            print(&changes(&content, &revision))?;
            say(format_args!("would write {ids} into {files}"));
        }
        (_, false) => {
            write::revise(&source.project, &content, &revision)?;
            say(format_args!("wrote {ids} into {files}"));
        }
    }
    Ok(Outcome::Fine)
}

/// A path as somebody typed it, counted from the content folder; empty for all of it. It may count
/// from the project folder, or from where the program was started.
fn below_content(path: &Path, source: &Source, content: &Content) -> anyhow::Result<String> {
    let below = path.strip_prefix(&source.project).unwrap_or(path);
    let names = below.components().filter(|it| *it != Component::CurDir);
    let names: Vec<_> = names.map(|it| it.as_os_str().to_string_lossy()).collect();
    let shown = names.join("/");
    let folder = content.prefix.trim_end_matches('/');
    let below = match shown.strip_prefix(&content.prefix) {
        _ if shown == folder => String::new(),
        below => below.unwrap_or(&shown).to_owned(),
    };
    if !content.texts.iter().any(|it| is_within(it.path.as_str(), &below)) {
        bail!("there is no text at `{}`: name a file or folder of the handbook", path.display());
    }
    Ok(below)
}

fn is_within(path: &str, folder: &str) -> bool {
    let below = path.strip_prefix(folder);
    below.is_some_and(|it| folder.is_empty() || it.is_empty() || it.starts_with('/'))
}
