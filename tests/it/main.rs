//! Everything that needs a process or a disk, in one binary.

#![allow(clippy::unwrap_used, reason = "a test may fail in any line")]
#![allow(clippy::disallowed_methods, reason = "tests prepare and inspect folders")]

mod adoption;
mod cli;
mod content;
mod names;
mod pipeline;
mod serve;
mod sites;
mod support;
mod write;
