//! `rolebook serve`: read, run, show, wait. Writes nothing to disk; the last good site stays up.

mod http;
mod media;
mod open;
mod view;
mod watch;

pub use http::Server;
pub use watch::Watch;

use super::audience;
use super::build::Built;
use super::clock::Clock;
use super::console::say;
use super::count::Tally;
use super::history::{self, Known};
use super::{Browser, Console, Source};
use crate::content::{self, Content};
use crate::diagnostic::report::report;
use crate::pipeline::{Build, Pipeline};

/// Shows the handbook until the program is ended.
pub(super) fn serve(source: &Source, console: Console, browser: Browser) -> anyhow::Result<()> {
    // The watch begins before the first look, so that no change falls between the two.
    let mut watch = Watch::start(&source.project, &source.out)?;
    let content = content::read(&source.project, &source.out)?;
    let history = history::ask(source, &content);
    let content = history.added_to(content);
    let server = Server::start(browser.port)?;
    let pipeline = Pipeline::default();
    let (shown, is_introduced) = (None, false);
    let mut desk = Desk { source, console, history, server, pipeline, shown, is_introduced };

    desk.show(content)?;
    say(format_args!("serving {} (Ctrl-C ends it)", desk.server.url()));
    if browser.open {
        open::open(&desk.server.url());
    }
    loop {
        watch.wait()?;
        desk.look()?;
    }
}

/// Everything that lives as long as the command.
struct Desk<'a> {
    source: &'a Source,
    console: Console,
    /// As it was at the start: what is saved while it runs is not committed.
    history: Known,
    server: Server,
    pipeline: Pipeline,
    /// What the browser sees the outcome of; `None` when that could not be read.
    shown: Option<Content>,
    /// Whether a person has been told of the edition.
    is_introduced: bool,
}

impl Desk<'_> {
    /// Reads again, and shows what came of it if anything changed.
    fn look(&mut self) -> anyhow::Result<()> {
        let read = content::read(&self.source.project, &self.source.out);
        match read.map(|it| self.history.added_to(it)) {
            Ok(content) if self.shown.as_ref() == Some(&content) => Ok(()),
            Ok(content) => self.show(content),
            // An editor may be half-way through saving; the next change tries again.
            Err(error) => {
                let text = format!("error: {error:#}");
                say(&text);
                self.server.report(text);
                self.shown = None;
                Ok(())
            }
        }
    }

    fn show(&mut self, content: Content) -> anyhow::Result<()> {
        let clock = Clock::start();
        let (site, build) = self.pipeline.site(&content, &self.source.options);
        self.console.show(&build.diagnostics, &content)?;
        self.tell(&build, &clock);
        // Once is enough: what is hidden changes seldom, what `noindex` means never.
        if !std::mem::replace(&mut self.is_introduced, true) {
            audience::tell(&build.audience);
            self.history.tell(build.shows_history);
        }
        match site {
            Some(site) => self.server.show(site, &build.base_path),
            None => self.server.report(report(&build.diagnostics, &content.sources(), false)),
        }
        self.shown = Some(content);
        Ok(())
    }

    fn tell(&self, build: &Build, clock: &Clock) {
        let (tally, took) = (Tally::of(&build.diagnostics), clock.took());
        let warnings = if tally.is_empty() { String::new() } else { format!("; {tally}") };
        match (build.is_sound, &self.shown) {
            (true, None) => say(format_args!("built {} in {took}{warnings}", Built(build.counts))),
            (true, Some(_)) => say(format_args!("rebuilt in {took}{warnings}")),
            (false, None) => say(format_args!("{tally}: there is nothing to show yet")),
            (false, Some(_)) => say(format_args!("{tally}: the last good site stays up")),
        }
    }
}
