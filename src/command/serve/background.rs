//! The rest of a build, while its pages are shown already: the rules, every page and file, the proof.
//!
//! In: handbooks that are ready. Out: the whole site for the server, or why there is none, and what a
//! person is told. Whatever is newer counts: what is being made of something older is left unmade.

use super::http::{Server, Shown};
use super::telling::Teller;
use crate::command::clock::Clock;
use crate::command::console::say;
use crate::content::Content;
use crate::diagnostic::report::report;
use crate::gathering::Gathering;
use crate::pipeline::{Publisher, Ready};
use crate::site::{OutputFile, Site, Take};
use anyhow::anyhow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

const BROKEN_DOWN: &str = "rolebook itself is at fault: what it made of this handbook broke down";

/// A handbook whose pages are shown.
pub(super) struct Job {
    pub(super) ready: Ready,
    pub(super) content: Arc<Content>,
    /// As what the server shows it.
    pub(super) shown: Shown,
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
    /// The number of the last job.
    number: AtomicU64,
    /// Held while something newer is understood, since that is what somebody waits for.
    gate: RwLock<()>,
}

/// What the thread works with.
pub(super) struct Workplace {
    pub(super) server: Arc<Server>,
    pub(super) teller: Arc<Teller>,
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

    /// Does this job, in place of those before it.
    pub(super) fn add(&mut self, job: Job) -> anyhow::Result<()> {
        self.n_jobs += 1;
        self.newest.number.store(self.n_jobs, Ordering::Relaxed);
        self.jobs.send((self.n_jobs, job)).map_err(|_| anyhow!(BROKEN_DOWN))
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
        for (number, Job { ready, content, shown, clock }) in jobs {
            let gatherer = Gatherer { files: Gathering::default(), number, newest };
            if gatherer.is_done() {
                continue;
            }
            let publish = || publisher.publish(&ready, &content, &gatherer);
            let Ok(build) = catch_unwind(AssertUnwindSafe(publish)) else {
                // What went wrong was said when it did. Browsers wait for an answer.
                self.server.withdraw(shown, BROKEN_DOWN.to_owned());
                continue;
            };
            if gatherer.is_done() {
                continue;
            }
            let is_last = match build.is_sound {
                true => self.server.complete(shown, Site::of(gatherer.files.into_all())),
                false => {
                    let text = report(&build.diagnostics, &content.sources(), false);
                    self.server.withdraw(shown, text)
                }
            };
            if !is_last {
                continue;
            }
            if let Err(error) = self.teller.tell((&build, &content), &clock, number == 1) {
                say(format_args!("error: {error:#}"));
            }
        }
    }
}
