//! `rolebook serve`: read, understand, show, and make the rest while that is shown. Writes nothing to disk;
//! the last good site stays up.

mod background;
mod http;
mod media;
mod open;
mod view;
mod watch;

pub use http::{Server, Shown};
pub use view::Ahead;
pub use watch::Watch;

use super::clock::Clock;
use super::console::say;
use super::history::{self, Known};
use super::{Browser, Console, Source};
use crate::content::{self, Content};
use crate::diagnostic::report::report;
use crate::pipeline::{Live, Pipeline};
use crate::site::OutputFile;
use background::{Background, Job, Workplace};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// Shows the handbook until the program is ended.
pub(super) fn serve(source: &Source, console: Console, browser: Browser) -> anyhow::Result<()> {
    // The watch begins before the first look, so that no change falls between the two.
    let mut watch = Watch::start(&source.project, &source.out)?;
    let content = content::read(&source.project, &source.out)?;
    let history = Arc::new(history::ask(source, &content));
    let content = history.added_to(content);
    let server = Arc::new(Server::start(browser.port)?);
    let (known, shown_by) = (history.clone(), server.clone());
    let background = Background::start(Workplace { console, history: known, server: shown_by })?;
    let pipeline = Pipeline::default();
    let mut desk = Desk { source, history, server, background, pipeline, shown: None };

    desk.show(content)?;
    say(format_args!("serving {} (Ctrl-C ends it)", desk.server.url()));
    if browser.open {
        open::open(&desk.server.url());
    }
    loop {
        let changed = watch.wait()?;
        desk.look(&changed)?;
    }
}

/// Everything that lives as long as the command.
struct Desk<'a> {
    source: &'a Source,
    /// As it was at the start: what is saved while it runs is not committed.
    history: Arc<Known>,
    server: Arc<Server>,
    background: Background,
    pipeline: Pipeline,
    /// What the browser sees the outcome of; `None` when that could not be read.
    shown: Option<Arc<Content>>,
}

impl Desk<'_> {
    /// Reads again what `changed`, and shows what came of it if anything did.
    fn look(&mut self, changed: &BTreeSet<PathBuf>) -> anyhow::Result<()> {
        let (project, out) = (&self.source.project, &self.source.out);
        let known = self.shown.as_ref().and_then(|it| content::read_again(it, project, changed));
        let read = known
            .map_or_else(|| content::read(project, out).map(|it| self.history.added_to(it)), Ok);
        match read {
            Ok(content) if self.shown.as_deref() == Some(&content) => Ok(()),
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

    /// Shows the pages at once, each made when a browser asks for it; the rest is made meanwhile.
    fn show(&mut self, content: Content) -> anyhow::Result<()> {
        let clock = Clock::start();
        let content = Arc::new(content);
        let pipeline = &mut self.pipeline;
        let understand = || pipeline.ready(&content, &self.source.options);
        let ready = self.background.pause(understand);
        let shown = ready.live().map(|pages| {
            let desk = Pages { pages, content: content.clone() };
            self.server.show(Arc::new(desk), &ready.base_path())
        });
        self.shown = Some(content.clone());
        self.background.add(Job { ready, content, shown, clock })
    }
}

/// Pages, and what their mistakes are shown in.
struct Pages {
    pages: Live,
    content: Arc<Content>,
}

impl Ahead for Pages {
    fn file(&self, path: &str) -> Option<Result<OutputFile, String>> {
        let checked = self.pages.file(path)?;
        let report = || report(&checked.diagnostics, &self.content.sources(), false);
        Some(if checked.diagnostics.is_empty() { Ok(checked.value) } else { Err(report()) })
    }
}
