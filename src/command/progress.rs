//! A sign of life while a person waits. The only file that names the crate which draws it.

use indicatif::ProgressBar;
use std::time::Duration;

/// Turns until it is dropped; draws nothing where standard error is no terminal.
pub(super) struct Progress(ProgressBar);

impl Progress {
    pub(super) fn start(message: &'static str) -> Progress {
        let bar = ProgressBar::new_spinner().with_message(message);
        bar.enable_steady_tick(Duration::from_millis(100));
        Progress(bar)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
