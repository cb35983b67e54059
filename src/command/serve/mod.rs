//! `rolebook serve`: read, understand, show, and make the rest while that is shown. Writes nothing to disk;
//! the last good site stays up.

mod background;
mod http;
mod media;
mod open;
mod telling;
mod view;
mod watch;

pub use http::{Limits, Server, Shown};
pub use view::Ahead;
pub use watch::Watch;

use super::clock::Clock;
use super::console::say;
use super::history::{self, Known};
use super::{Browser, Console, Source};
use crate::content::{self, Content, RelPath};
use crate::diagnostic::report::report;
use crate::pipeline::{Live, Pipeline};
use crate::site::OutputFile;
use background::{Background, Job, Workplace};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use telling::Teller;

/// Shows the handbook until the program is ended.
pub(super) fn serve(source: &Source, console: Console, browser: Browser) -> anyhow::Result<()> {
    // The watch begins before the first look, so that no change falls between the two.
    let mut watch = Watch::start(&source.project, &source.out)?;
    let content = content::read(&source.project, &source.out)?;
    let history = Arc::new(history::ask(source, &content));
    let content = history.added_to(content);
    let server = Arc::new(Server::start(browser.port)?);
    let teller = Arc::new(Teller::new(console, history.clone(), server.clone()));
    let workplace = Workplace { server: server.clone(), teller: teller.clone() };
    let background = Background::start(workplace)?;
    let pipeline = Pipeline::default();
    let mut desk = Desk { source, history, server, teller, background, pipeline, shown: None };

    desk.show(content, &mut watch)?;
    say(format_args!("serving {} (Ctrl-C ends it)", desk.server.url()));
    if browser.open {
        open::open(&desk.server.url());
    }
    loop {
        let changed = watch.wait()?;
        desk.look(&changed, &mut watch)?;
    }
}

/// Everything that lives as long as the command.
struct Desk<'a> {
    source: &'a Source,
    /// As it was at the start: what is saved while it runs is not committed.
    history: Arc<Known>,
    server: Arc<Server>,
    teller: Arc<Teller>,
    background: Background,
    pipeline: Pipeline,
    /// What the browser sees the outcome of; `None` when that could not be read.
    shown: Option<Arc<Content>>,
}

impl Desk<'_> {
    /// Reads again what `changed`, and shows what came of it if anything did.
    fn look(&mut self, changed: &BTreeSet<PathBuf>, watch: &mut Watch) -> anyhow::Result<()> {
        let (project, out) = (&self.source.project, &self.source.out);
        let known = self.shown.as_ref().and_then(|it| content::read_again(it, project, changed));
        let read = known
            .map_or_else(|| content::read(project, out).map(|it| self.history.added_to(it)), Ok);
        match read {
            Ok(content) if self.shown.as_deref() == Some(&content) => Ok(()),
            // Many programs empty a file before they write it again.
            Ok(content) if is_emptied(&content, self.shown.as_deref()) && !watch.is_calm() => {
                self.shown = None;
                Ok(())
            }
            Ok(content) => self.show(content, watch),
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

    /// Shows the pages at once, each made when a browser asks for it; the rest is made meanwhile. Where
    /// there are errors already, all that is wrong is told at once, unless more is being saved.
    fn show(&mut self, content: Content, watch: &mut Watch) -> anyhow::Result<()> {
        let clock = Clock::start();
        let content = Arc::new(content);
        self.shown = Some(content.clone());
        let (pipeline, options) = (&mut self.pipeline, &self.source.options);
        let ready = self.background.pause(|| pipeline.ready(&content, options));
        let Some(live) = ready.live() else {
            if !watch.is_calm() {
                self.shown = None;
                return Ok(());
            }
            let build = ready.build(&content);
            self.server.report(report(&build.diagnostics, &content.sources(), false));
            return self.teller.tell((&build, &content), &clock, false);
        };
        let pages = Pages { live, content: content.clone() };
        let shown = self.server.show(Arc::new(pages), &ready.base_path());
        self.background.add(Job { ready, content, shown, clock })
    }
}

/// Pages, and what their mistakes are shown in.
struct Pages {
    live: Live,
    content: Arc<Content>,
}

impl Ahead for Pages {
    fn file(&self, path: &str) -> Option<Result<OutputFile, String>> {
        let checked = self.live.file(path)?;
        let report = || report(&checked.diagnostics, &self.content.sources(), false);
        Some(if checked.diagnostics.is_empty() { Ok(checked.value) } else { Err(report()) })
    }
}

/// Whether a text has no words that had some in what is shown, as far as that is known.
fn is_emptied(content: &Content, shown: Option<&Content>) -> bool {
    let was_empty = |path: &RelPath| {
        let texts = shown.iter().flat_map(|it| &it.texts);
        texts.filter(|it| it.path == *path).any(|it| it.text.is_empty())
    };
    content.texts.iter().any(|it| it.text.is_empty() && !was_empty(&it.path))
}

#[cfg(test)]
mod tests {
    use super::is_emptied;
    use crate::content::{Content, RelPath, TextFile};

    fn content(texts: [&str; 2]) -> Content {
        let paths = ["a.md", "b.md"].map(|it| RelPath::new(it).unwrap());
        let texts = paths.into_iter().zip(texts).map(|(path, it)| TextFile::new(path, it));
        Content { texts: texts.collect(), ..Content::default() }
    }

    #[test]
    fn a_text_is_emptied_that_had_words() {
        let shown = content(["# A", ""]);
        assert!(!is_emptied(&content(["# Other", ""]), Some(&shown)), "it was empty before");
        assert!(is_emptied(&content(["", ""]), Some(&shown)));
        assert!(is_emptied(&content(["", "# B"]), Some(&shown)));
        assert!(is_emptied(&content(["# A", ""]), None), "nobody knows what it was");
        assert!(!is_emptied(&content(["# A", "# B"]), None));
    }
}
