//! Who takes finished files.

use super::OutputFile;

/// Takes files, from several threads and in no order.
pub trait Take: Sync {
    fn take(&self, file: OutputFile);

    /// Whether nothing more is wanted, whatever there is still to come: it may be left unmade then.
    fn is_done(&self) -> bool {
        false
    }
}

impl<F: Fn(OutputFile) + Sync> Take for F {
    fn take(&self, file: OutputFile) {
        self(file);
    }
}
