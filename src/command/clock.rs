//! The one clock of the program: how long a build took, and which day it is.

#![allow(clippy::disallowed_methods, reason = "commands tell the time, stages are told it")]

use super::count::Took;
use crate::document::date;
use std::time::{Instant, SystemTime};

pub(super) struct Clock(Instant);

impl Clock {
    pub(super) fn start() -> Clock {
        Clock(Instant::now())
    }

    pub(super) fn took(&self) -> Took {
        Took(self.0.elapsed())
    }
}

/// The day it is in Greenwich, as in `2026-01-31`: the same on every machine.
pub fn today() -> String {
    date::day_of(SystemTime::now())
}
