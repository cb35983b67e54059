//! `rolebook new`: a small handbook to begin with, which builds without a warning.

use super::console::say;
use super::count::Count;
use crate::content::RelPath;
use crate::{embedded, write};
use std::path::Path;

pub(super) fn new(dir: &Path) -> anyhow::Result<()> {
    let starter =
        embedded::starter().filter_map(|(path, bytes)| Some((RelPath::new(path)?, bytes)));
    let files: Vec<_> = starter.collect();
    write::create(dir, &files)?;

    let (count, dir) = (Count::of(files.len(), "file"), dir.display());
    say(format_args!("wrote {count} into {dir}; two commands lead on:\n"));
    say(format_args!("  rolebook serve --project {dir} --open    shows it while you write"));
    say(format_args!(
        "  rolebook build --project {dir}           writes the site into {dir}/public"
    ));
    Ok(())
}
