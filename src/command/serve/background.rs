//! The rest of a build, while its pages are shown already: the rules, every page and file, the proof.
//!
//! In: handbooks that are ready. Out: the whole site for the server, or why there is none, and what a
//! person is told. Whatever is newer counts: what is being made of something older is left unmade.

use super::http::{Server, Shown};
use crate::command::audience;
use crate::command::build::Built;
use crate::command::clock::Clock;
use crate::command::console::say;
use crate::command::count::Tally;
use crate::command::history::Known;
use crate::command::request::Console;
use crate::content::Content;
use crate::diagnostic::report::report;
use crate::gathering::Gathering;
use crate::pipeline::{Build, Publisher, Ready};
use crate::site::{OutputFile, Site, Take};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

/// A handbook whose pages are shown, if they can be.
pub(super) struct Job {
    pub(super) ready: Ready,
    pub(super) content: Arc<Content>,
    /// As what the server shows it; `None` where there are errors already.
    pub(super) shown: Option<Shown>,
    pub(super) clock: Clock,
}

/// A thread that does one job after the other.
pub(super) struct Background {
    jobs: Sender<(u64, Job)>,
    newest: Arc<Newest>,
    n_jobs: u64,
}

/// What those who do a job have to heed.
#[derive(Default)]
struct Newest {
    /// The number of the last job that puts an end to those before it.
    number: AtomicU64,
    /// Held while something newer is understood, since that is what somebody waits for.
    gate: RwLock<()>,
}

/// What the thread works with.
pub(super) struct Workplace {
    pub(super) console: Console,
    pub(super) history: Arc<Known>,
    pub(super) server: Arc<Server>,
}

impl Background {
    pub(super) fn start(workplace: Workplace) -> anyhow::Result<Background> {
        let (jobs, waiting) = mpsc::channel();
        let newest = Arc::<Newest>::default();
        let publisher = Publisher::apart()?;
        let seen = newest.clone();
        thread::spawn(move || workplace.work(&waiting, &seen, publisher));
        Ok(Background { jobs, newest, n_jobs: 0 })
    }

    /// Lets whatever is being made wait while `work` is done.
    pub(super) fn pause<T>(&self, work: impl FnOnce() -> T) -> T {
        let _closed = self.newest.gate.write().unwrap_or_else(PoisonError::into_inner);
        work()
    }

    /// Does this job next. One that shows pages takes the place of those before it, which are not needed
    /// any more; after one with errors they still are.
    pub(super) fn add(&mut self, job: Job) -> anyhow::Result<()> {
        self.n_jobs += 1;
        if job.shown.is_some() {
            self.newest.number.store(self.n_jobs, Ordering::Relaxed);
        }
        self.jobs.send((self.n_jobs, job)).map_err(|_| anyhow::anyhow!("the build has broken down"))
    }
}

/// Files of a job, as long as there is none newer.
struct Gatherer<'a> {
    files: Gathering<OutputFile>,
    number: u64,
    newest: &'a Newest,
}

impl Take for Gatherer<'_> {
    fn take(&self, file: OutputFile) {
        self.files.add(file);
    }

    fn is_done(&self) -> bool {
        drop(self.newest.gate.read());
        self.number < self.newest.number.load(Ordering::Relaxed)
    }
}

impl Workplace {
    fn work(self, jobs: &Receiver<(u64, Job)>, newest: &Newest, mut publisher: Publisher) {
        let mut is_introduced = false;
        for (number, job) in jobs {
            let gatherer = Gatherer { files: Gathering::default(), number, newest };
            if gatherer.is_done() {
                continue;
            }
            let build = publisher.publish(&job.ready, &job.content, &gatherer);
            if gatherer.is_done() {
                continue;
            }
            if let Err(error) = self.console.show(&build.diagnostics, &job.content) {
                say(format_args!("error: {error:#}"));
            }
            self.show(&build, &job, gatherer.files);
            self.tell(&build, &job.clock, number == 1);
            // Once is enough: what is hidden changes seldom, what `noindex` means never.
            if !std::mem::replace(&mut is_introduced, true) {
                audience::tell(&build.audience);
                self.history.tell(build.shows_history);
            }
        }
    }

    fn tell(&self, build: &Build, clock: &Clock, is_first: bool) {
        let (tally, took) = (Tally::of(&build.diagnostics), clock.took());
        let warnings = if tally.is_empty() { String::new() } else { format!("; {tally}") };
        match build.is_sound {
            true if is_first => {
                say(format_args!("built {} in {took}{warnings}", Built(build.counts)))
            }
            true => say(format_args!("rebuilt in {took}{warnings}")),
            false if self.server.shows_pages() => {
                say(format_args!("{tally}: the last good site stays up"));
            }
            false => say(format_args!("{tally}: there is nothing to show yet")),
        }
    }

    fn show(&self, build: &Build, job: &Job, files: Gathering<OutputFile>) {
        let text = || report(&build.diagnostics, &job.content.sources(), false);
        match job.shown {
            Some(shown) if build.is_sound => {
                self.server.complete(shown, Site::of(files.into_all()));
            }
            Some(shown) => self.server.withdraw(shown, text()),
            None => self.server.report(text()),
        }
    }
}
