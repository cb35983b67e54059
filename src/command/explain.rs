//! `rolebook explain`: what a code means, why the rule exists, and what to do.

use super::console::print;
use crate::diagnostic::Severity;
use crate::diagnostic::code::Code;
use crate::diagnostic::suggest::did_you_mean;
use crate::embedded;
use anyhow::{Context, anyhow};

pub(super) fn explain(code: Option<&str>) -> anyhow::Result<()> {
    let text = match code {
        None => list(),
        Some(name) => explanation(name)?.to_owned(),
    };
    print(&text)
}

fn explanation(name: &str) -> anyhow::Result<&'static str> {
    let code = Code::named(name).ok_or_else(|| unknown(name))?;
    embedded::explanation(code.as_str()).context("this code has no explanation yet")
}

fn unknown(name: &str) -> anyhow::Error {
    let hint = did_you_mean(name, Code::all().map(Code::as_str), "");
    anyhow!("there is no code `{name}`: {hint}")
}

/// Every code and how serious it is, in the order of the table.
fn list() -> String {
    let row = |code: Code| {
        let severity = match (code.severity(), code.is_fixed()) {
            (Severity::Error, true) => "always an error",
            (Severity::Error, false) => "error",
            (Severity::Warning, _) => "warning",
        };
        format!("{:24}{severity}\n", code.as_str())
    };
    Code::all().map(row).collect()
}
