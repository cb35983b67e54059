//! The one clock of the program: it tells how long a build took and nothing else.

#![allow(clippy::disallowed_methods, reason = "commands tell the time a build took")]

use super::count::Took;
use std::time::Instant;

pub(super) struct Clock(Instant);

impl Clock {
    pub(super) fn start() -> Clock {
        Clock(Instant::now())
    }

    pub(super) fn took(&self) -> Took {
        Took(self.0.elapsed())
    }
}
