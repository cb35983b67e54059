//! Content after a few of its files were saved. In: what was read, and which files changed. Out: the same as
//! reading everything again, for the price of these files; or nothing, where more may have changed.

#![allow(clippy::disallowed_methods, reason = "the input end of the pipeline")]

use super::decode::decode;
use super::read::Folder;
use super::{Content, RelPath, TextFile};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The content once the files at the paths `changed` have other words. `None` where anything else may have
/// become of it, or something is wrong: then all of it is to be read.
pub fn read_again(known: &Content, project: &Path, changed: &BTreeSet<PathBuf>) -> Option<Content> {
    let folder = Folder::open(project).ok()?;
    if folder.prefix != known.prefix || !known.unread.is_empty() || !known.diagnostics.is_empty() {
        return None;
    }
    let root = folder.boundary.join(folder.prefix);
    let real = root.canonicalize().ok()?;
    let mut content = known.clone();
    for disk in changed {
        let below = disk.strip_prefix(&root).ok()?;
        // A folder on the way may have become a link.
        if disk.canonicalize().ok()? != real.join(below) {
            return None;
        }
        let path = path(below)?;
        let at = content.texts.iter().position(|it| it.path == path)?;
        let old = &content.texts[at].text;
        // Another text with the same words may be a link to this one.
        if known.texts.iter().filter(|it| it.text == *old).count() > 1 {
            return None;
        }
        content.texts[at] = TextFile::new(path, text(disk)?);
    }
    Some(content)
}

fn path(below: &Path) -> Option<RelPath> {
    let names = below.iter().map(|it| it.to_str()).collect::<Option<Vec<_>>>()?;
    RelPath::new(&names.join("/"))
}

/// What a file says, if it is one of words and no link.
fn text(disk: &Path) -> Option<String> {
    let found = fs::symlink_metadata(disk).ok().filter(|it| it.is_file())?;
    if found.len() > super::read::LARGEST_TEXT {
        return None;
    }
    let decoded = decode(fs::read(disk).ok()?);
    decoded.broken_at.is_none().then_some(decoded.text)
}
