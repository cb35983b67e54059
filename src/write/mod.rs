//! Stage 6: the site on disk. In: the files of a site and a folder. Out: changed files and nothing
//! else.
//!
//! Lays everything beside its place ([`Writing`]), decides ([`plan`]), then acts. Knows which files are ours, not what they mean. The author's
//! own files are touched by [`revise`] alone, for who asked for it.

mod create;
mod folder;
mod ledger;
mod lock;
mod manifest;
mod obstacle;
mod origin;
mod ours;
mod plan;
mod replace;
mod sources;
mod staging;
mod writing;

pub use create::{add, apart, create};
pub use ledger::ledger;
pub use manifest::{Fingerprint, Manifest};
pub use origin::Origin;
pub use plan::{Change, Plan, Taken, plan};
pub use sources::revise;
pub use writing::Writing;

use crate::content::RelPath;
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
    /// How long all files of the site are together, written or not.
    pub bytes: u64,
    /// The largest files and how long they are, the largest first.
    pub largest: Vec<(u64, RelPath)>,
}
