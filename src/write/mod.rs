//! Stage 6: the site on disk. In: a [`Site`] and a folder. Out: changed files and nothing else.
//!
//! Decides first ([`plan`]), then acts. Knows which files are ours, not what they mean. The author's
//! own files are touched by [`revise`] alone, for who asked for it.

mod create;
mod folder;
mod ledger;
mod manifest;
mod obstacle;
mod plan;
mod replace;
mod sources;

pub use create::{add, apart, create};
pub use ledger::ledger;
pub use manifest::{Fingerprint, Manifest};
pub use plan::{Change, Plan, plan};
pub use sources::revise;

use crate::site::Site;
use folder::Folder;
use std::path::Path;

/// Where a site goes.
#[derive(Clone, Copy, Debug)]
pub struct Output<'a> {
    pub dir: &'a Path,
    /// The folder the site is made from, which must stay as it is.
    pub project: &'a Path,
    /// Whether files that are not ours may be replaced.
    pub force: bool,
}

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
    /// How long all files of the site are together, written or not.
    pub bytes: u64,
}

/// Makes the folder hold the site. Files of others stay; ours that the site lacks are removed.
pub fn apply(site: &Site, output: Output<'_>) -> anyhow::Result<Written> {
    let folder = Folder::open(output)?;
    let plan = plan(site, &folder.still_there(site));
    obstacle::check(&folder, &plan)?;
    folder.carry_out(&plan)?;
    let Plan { ref write, kept, ref remove, bytes, .. } = plan;
    Ok(Written { written: write.len(), unchanged: kept, removed: remove.len(), bytes })
}
