//! What is said, and to whom: standard output is for what a program may read, standard error for
//! what a person is told.

use super::request::{Console, Format};
use crate::content::Content;
use crate::diagnostic::fold::folded;
use crate::diagnostic::github::github;
use crate::diagnostic::json::json;
use crate::diagnostic::report::report;
use crate::diagnostic::{Diagnostic, Sources};
use anyhow::Context;
use std::fmt::Display;
use std::io::{self, ErrorKind, Write};

impl Console {
    /// Shows what a person has to know of the findings; to a program, all of them.
    pub(super) fn show_in_short(
        self,
        findings: &[Diagnostic],
        content: &Content,
    ) -> anyhow::Result<()> {
        match self.format {
            Format::Human => self.show(&folded(findings), content),
            Format::Json | Format::Github => self.show(findings, content),
        }
    }

    /// Shows all findings in the format that was asked for.
    pub(super) fn show(self, findings: &[Diagnostic], content: &Content) -> anyhow::Result<()> {
        let files: &dyn Sources = &content.sources();
        match self.format {
            Format::Human => say_all(&report(findings, files, self.color)),
            Format::Json => return print(&json(findings, files)),
            Format::Github => return print(&github(findings, files)),
        }
        Ok(())
    }
}

/// Puts `text` on standard output. Whoever reads it may stop early; that is no failure.
pub(super) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done.context("cannot write to standard output"),
    }
}

/// Tells a person one line.
pub(super) fn say(line: impl Display) {
    // There is nobody left to tell that nothing can be told.
    let _ = writeln!(io::stderr().lock(), "{line}");
}

fn say_all(text: &str) {
    if !text.is_empty() {
        say(text);
    }
}
