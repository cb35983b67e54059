//! Where finished files gather, whoever finishes them first. In: files, from several threads. Out: a
//! [`Site`], in its order.

use super::{OutputFile, Site};
use std::sync::{Mutex, PoisonError};

/// The files so far.
#[derive(Debug, Default)]
pub struct Gathering(Mutex<Vec<OutputFile>>);

impl Gathering {
    pub fn take(&self, file: OutputFile) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(file);
    }

    /// The site of all of them.
    pub fn finish(self) -> Site {
        let mut files = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        files.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        Site { files }
    }
}
