//! `rolebook check`: read, run, report. No page is made.

use super::audience;
use super::console::say;
use super::count::{Count, Tally};
use super::progress::Progress;
use super::{Console, Outcome, Source, history};
use crate::content;
use crate::diagnostic::has_errors;
use crate::pipeline::Pipeline;

pub(super) fn check(source: &Source, console: Console) -> anyhow::Result<Outcome> {
    let progress = Progress::start("checking the handbook");
    let content = content::read(&source.project, &source.out)?;
    let content = history::ask(source, &content).added_to(content);
    let build = Pipeline::once().check(&content, &source.options);
    let diagnostics = build.diagnostics;
    drop(progress);

    console.show(&diagnostics, &content)?;
    say(format_args!("{} in {}", Tally::of(&diagnostics), Count::of(content.texts.len(), "file")));
    audience::tell(&build.audience);
    Ok(if has_errors(&diagnostics) { Outcome::Problems } else { Outcome::Fine })
}
