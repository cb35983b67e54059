//! `rolebook build`: read, run, report, write, and record what was written if that is wished.

use super::audience;
use super::clock::Clock;
use super::console::say;
use super::count::{Count, Tally};
use super::progress::Progress;
use super::size::{self, Size};
use super::{Console, Outcome, Source, history, publish};
use crate::content;
use crate::pipeline::{Build, Counts, Pipeline};
use crate::write::{Origin, Output, Writing, Written};
use std::fmt;

pub(super) fn build(
    source: &Source,
    console: Console,
    (force, publish): (bool, bool),
) -> anyhow::Result<Outcome> {
    let clock = Clock::start();
    let progress = Progress::start("building the handbook");
    let content = content::read(&source.project, &source.out)?;
    let history = history::ask(source, &content);
    let content = history.added_to(content);
    let output = Output { dir: &source.out, project: &source.project, force };
    let writing = Writing::begin(output)?;
    let mut pipeline = Pipeline::once();
    let ready = pipeline.ready(&content, &source.options);
    let origin = Origin::of(&(&content, &source.options));
    let unchanged = origin.as_ref().and_then(|it| writing.unchanged(it));
    let build = match &unchanged {
        Some(_) => ready.build(&content),
        None => pipeline.publish(&ready, &content, &writing),
    };
    drop(progress);

    console.show_in_short(&build.diagnostics, &content)?;
    if !build.is_sound {
        say(format_args!("{}: nothing was written", Tally::of(&build.diagnostics)));
        return Ok(Outcome::Problems);
    }
    // What is hidden must not be told by a hash either.
    let is_told = !build.has_faults && build.audience.left_out.is_nothing();
    let origin = origin.filter(|_| is_told);
    let written = unchanged.map_or_else(|| writing.finish(origin), Ok)?;

    tell(&build, &written, (source, &clock));
    if publish {
        publish::record(&mut pipeline, source, &content)?;
    } else {
        publish::hint(build.unrecorded, &content);
    }
    audience::tell(&build.audience);
    history.tell(build.shows_history);
    Ok(Outcome::Fine)
}

fn tell(build: &Build, written: &Written, (source, clock): (&Source, &Clock)) {
    let (built, out, took) = (Built(build.counts), source.out.display(), clock.took());
    let Written { written, unchanged, removed, bytes, largest } = written;
    let changes = format!(
        "{written} written, {unchanged} unchanged, {removed} removed, {} altogether",
        Size(*bytes)
    );
    let tally = Tally::of(&build.diagnostics);
    let warnings = if tally.is_empty() { String::new() } else { format!("; {tally}") };
    say(format_args!("built {built} into {out} in {took}: {changes}{warnings}"));
    size::tell(*bytes, largest);
}

/// What was built: "143 pages (6 roles, 21 competencies)".
pub(super) struct Built(pub(super) Counts);

impl fmt::Display for Built {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pages = Count::of(self.0.pages, "page");
        let roles = Count::of(self.0.roles, "role");
        write!(f, "{pages} ({roles}, {})", Count::of(self.0.competencies, "competency"))
    }
}
