//! What a person is told of each build while the handbook is served. In: a build, once the server shows what
//! came of it. Out: lines on the terminal.

use super::http::Server;
use crate::command::audience;
use crate::command::build::Built;
use crate::command::clock::Clock;
use crate::command::console::say;
use crate::command::count::Tally;
use crate::command::history::Known;
use crate::command::request::Console;
use crate::content::Content;
use crate::pipeline::Build;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Tells it, whichever thread has built.
pub(super) struct Teller {
    console: Console,
    history: Arc<Known>,
    server: Arc<Server>,
    is_introduced: AtomicBool,
}

impl Teller {
    pub(super) fn new(console: Console, history: Arc<Known>, server: Arc<Server>) -> Teller {
        Teller { console, history, server, is_introduced: AtomicBool::new(false) }
    }

    /// What came of a build, once the server shows it. `is_first` of those that got so far.
    pub(super) fn tell(
        &self,
        (build, content): (&Build, &Content),
        clock: &Clock,
        is_first: bool,
    ) -> anyhow::Result<()> {
        self.console.show(&build.diagnostics, content)?;
        let (tally, took) = (Tally::of(&build.diagnostics), clock.took());
        let warnings = if tally.is_empty() { String::new() } else { format!("; {tally}") };
        match build.is_sound {
            true if is_first => {
                say(format_args!("built {} in {took}{warnings}", Built(build.counts)));
            }
            true => say(format_args!("rebuilt in {took}{warnings}")),
            false if self.server.shows_pages() => {
                say(format_args!("{tally}: the last good site stays up"));
            }
            false => say(format_args!("{tally}: there is nothing to show yet")),
        }
        // Once is enough: what is hidden changes seldom, what `noindex` means never.
        if !self.is_introduced.swap(true, Ordering::Relaxed) {
            audience::tell(&build.audience);
            self.history.tell(build.shows_history);
        }
        Ok(())
    }
}
