//! What a person can ask for. In: a [`Request`]. Out: words on the terminal, perhaps files, and an
//! exit code. Asks the pipeline; knows nothing of the stages between the two ends.

mod advert;
mod audience;
mod build;
mod changes;
mod check;
mod clock;
mod compare;
mod console;
mod count;
mod explain;
mod fix;
mod history;
mod new;
mod progress;
mod publish;
mod rename;
mod request;
mod revise;
mod schema;
pub mod serve;
mod size;
mod steps;
mod theme;

pub use crate::document::Written;
pub use crate::handbook::edit::Wanted;
pub use crate::site::export::Schema;
pub use clock::today;
pub use request::{AdvertNotation, Browser, Console, Format, Notation, Request, Source};
pub use schema::Described;
pub use theme::ThemeRequest;

use console::{print, say};

/// How a run ended, if the machine did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Fine,
    /// The content has errors.
    Problems,
}

/// Does what was asked for. 0: fine, 1: the content has errors, 2: the machine or the usage does.
pub fn run(request: &Request) -> u8 {
    match carry_out(request) {
        Ok(Outcome::Fine) => 0,
        Ok(Outcome::Problems) => 1,
        Err(error) => {
            say(format_args!("error: {error:#}"));
            2
        }
    }
}

fn carry_out(request: &Request) -> anyhow::Result<Outcome> {
    match request {
        Request::Build { source, console, force, publish } => {
            return build::build(source, *console, (*force, *publish));
        }
        Request::Publish { source, console } => return publish::publish(source, *console),
        Request::Check { source, console } => return check::check(source, *console),
        Request::Compare { source, console, from, to, notation } => {
            return compare::compare(source, *console, [from, to], *notation);
        }
        Request::Changes { source, console, since, notation } => {
            return changes::changes(source, *console, since, *notation);
        }
        Request::Advert { source, console, role, vacancy, notation } => {
            return advert::advert(source, *console, (role, *vacancy), *notation);
        }
        Request::Steps { source, console, notation } => {
            return steps::steps(source, *console, *notation);
        }
        Request::Fix { source, console, wanted, paths, dry_run } => {
            return fix::fix(source, *console, (*wanted, paths), *dry_run);
        }
        Request::RenameRole { source, console, role, new, dry_run } => {
            return rename::role(source, *console, (role, new), *dry_run);
        }
        Request::New { dir, from: Some(from), console } => {
            return new::from(from, dir, *console);
        }
        Request::Theme(it) => return theme::theme(it),
        Request::Serve { source, console, browser } => serve::serve(source, *console, *browser)?,
        Request::New { dir, from: None, .. } => new::new(dir)?,
        Request::Schema { of } => schema::schema(*of)?,
        Request::Explain { code } => explain::explain(code.as_deref())?,
        Request::Completions { script } => print(script)?,
    }
    Ok(Outcome::Fine)
}
