//! Pages become files, and every file is looked at before it is handed out.
//!
//! In: a handbook that is ready. Out: files, to whoever takes them, and what is to be said of them.

use super::{Build, Ready, audience, sorted};
use crate::content::Content;
use crate::diagnostic::{Diagnostic, has_errors};
use crate::memo::Memo;
use crate::proof::Proof;
use crate::site::{self, Dress, OutputFile, Rendered, Take, Version};
use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};
use std::sync::Arc;

/// The last stages, and the pages that they remember between runs.
#[derive(Default)]
pub struct Publisher {
    rendered: Memo<Version, Rendered>,
    /// What `rendered` was rendered with.
    dress: Option<Arc<Dress>>,
    /// Threads of its own, so that others need not wait for it.
    threads: Option<ThreadPool>,
}

impl Publisher {
    /// One for a single run, which remembers nothing.
    pub(super) fn once() -> Publisher {
        Publisher { rendered: Memo::forgetful(), ..Publisher::default() }
    }

    /// One that may work while something else is done. An error where the machine has no threads left.
    pub fn apart() -> Result<Publisher, ThreadPoolBuildError> {
        let threads = Some(ThreadPoolBuilder::new().build()?);
        Ok(Publisher { threads, ..Publisher::default() })
    }

    /// Hands the files out, if there is no error before. What comes of it is only whole if `take` wanted
    /// all of them.
    pub fn publish(&mut self, ready: &Ready, content: &Content, take: &dyn Take) -> Build {
        let threads = self.threads.take();
        let mut publish = || self.published(ready, content, take);
        let build = match &threads {
            Some(it) => it.install(publish),
            None => publish(),
        };
        self.threads = threads;
        build
    }

    fn published(&mut self, ready: &Ready, content: &Content, take: &dyn Take) -> Build {
        let build = ready.build(content);
        let Some(dress) = ready.dress.as_ref().filter(|_| build.is_sound) else { return build };
        // With another theme, or with other labels, nothing that was rendered holds any more.
        if !self.dress.as_ref().is_some_and(|it| Arc::ptr_eq(it, dress)) {
            self.rendered.forget();
            self.dress = Some(dress.clone());
        }
        let faults = self.faults((ready, dress), content, take);
        // Only here: neither a mistake nor a newer save must cost what was rendered before.
        if !take.is_done() {
            self.rendered.sweep();
        }
        let (has_faults, mut diagnostics) = (!faults.is_empty(), build.diagnostics);
        diagnostics.extend(ready.understood.policy.apply(faults));
        let is_sound = !has_errors(&diagnostics);
        Build { is_sound, has_faults, diagnostics: sorted(diagnostics, content), ..build }
    }

    /// What is wrong with the pages.
    fn faults(
        &self,
        (ready, dress): (&Ready, &Dress),
        content: &Content,
        take: &dyn Take,
    ) -> Vec<Diagnostic> {
        let pages = ready.understood.scene.pages();
        let dress = (dress, &self.rendered);
        let Some(proof) = audience::proof(&ready.understood, content) else {
            return site::render(&pages, &ready.assets, dress, take);
        };
        let proved = Proved { proof: &proof, take };
        let mut faults = site::render(&pages, &ready.assets, dress, &proved);
        faults.extend(proof.finish());
        faults
    }
}

/// Looks into each file before it passes it on.
struct Proved<'a> {
    proof: &'a Proof,
    take: &'a dyn Take,
}

impl Take for Proved<'_> {
    fn take(&self, file: OutputFile) {
        self.proof.look(&file);
        self.take.take(file);
    }

    fn is_done(&self) -> bool {
        self.take.is_done()
    }
}
