//! `rolebook publish`: read, run, report, and record every address, so that none of them can vanish
//! unnoticed from then on.

use super::console::say;
use super::count::{Count, Tally};
use super::{Console, Outcome, Source, history};
use crate::content::{self, Content, LEDGER};
use crate::diagnostic::has_errors;
use crate::pipeline::{Ledger, Pipeline};
use crate::write;

pub(super) fn publish(source: &Source, console: Console) -> anyhow::Result<Outcome> {
    let content = content::read(&source.project, &source.out)?;
    let content = history::ask(source, &content).added_to(content);
    let mut pipeline = Pipeline::default();
    let build = pipeline.check(&content, &source.options);
    console.show_in_short(&build.diagnostics, &content)?;
    if has_errors(&build.diagnostics) {
        say(format_args!("{}: nothing was recorded", Tally::of(&build.diagnostics)));
        return Ok(Outcome::Problems);
    }
    record(&mut pipeline, source, &content)?;
    Ok(Outcome::Fine)
}

/// Writes the ledger of a handbook without errors, which the pipeline has just run on.
pub(super) fn record(
    pipeline: &mut Pipeline,
    source: &Source,
    content: &Content,
) -> anyhow::Result<()> {
    let ledger = pipeline.ledger(content, &source.options).value;
    let Ledger { text, n_all, n_new } = ledger;
    write::ledger(&source.project, content, &text)?;
    let (new, all) = (Count::of(n_new, "new address"), Count::of(n_all, "address"));
    say(format_args!("recorded {new} in {}{LEDGER}, which has {all}; commit it", content.prefix));
    Ok(())
}

/// What a person should know of the ledger after a build that did not touch it.
pub(super) fn hint(unrecorded: Option<usize>, content: &Content) {
    match unrecorded {
        Some(0) => {}
        Some(n) => {
            let addresses = Count::of(n, "address");
            say(format_args!(
                "{addresses} not recorded yet: `rolebook publish` does, once the site is public"
            ));
        }
        None => say(format_args!(
            "no ledger of addresses yet: once the site is public, run `rolebook publish` and commit \
             {}{LEDGER}, so that no link to it can break unnoticed",
            content.prefix
        )),
    }
}
