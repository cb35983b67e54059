//! Everything that needs a process, a disk or a whole project, in one binary.

#![allow(clippy::unwrap_used, reason = "a test may fail in any line")]
#![allow(clippy::disallowed_methods, reason = "tests prepare and inspect folders")]

mod adoption;
mod advert;
mod anchors;
mod architecture;
mod bad_input;
mod begin;
mod changes;
mod cli;
mod content;
mod data;
mod determinism;
mod diagnostics;
mod difference;
mod edition;
mod fix;
mod fuzz;
mod history;
mod inheritance;
mod interrupted;
mod labels;
mod ledger;
mod links;
mod look;
mod names;
#[cfg(unix)]
mod no_room;
mod pipeline;
mod rename;
mod rewording;
mod role;
mod serve;
mod serve_limits;
mod shipped;
mod sites;
mod starter;
mod supply;
mod support;
mod theme;
mod theme_contract;
mod theme_files;
mod thread;
mod vacancy;
mod without;
mod write;
