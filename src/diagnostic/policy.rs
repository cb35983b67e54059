//! Whose word counts on how serious a finding is: the table's, then `rules:` of the handbook,
//! then the command line.

use super::code::Code;
use super::{Diagnostic, Severity};
use std::collections::BTreeMap;

/// What an author or a command line asks for one code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Setting {
    Allow,
    Warn,
    Deny,
}

impl Setting {
    pub const NAMES: [&str; 3] = ["allow", "warn", "deny"];

    pub fn named(name: &str) -> Option<Setting> {
        match name {
            "allow" => Some(Setting::Allow),
            "warn" => Some(Setting::Warn),
            "deny" => Some(Setting::Deny),
            _ => None,
        }
    }
}

/// The settings of one source; later sources are laid over earlier ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    pub settings: BTreeMap<Code, Setting>,
    /// Every finding that is still a warning becomes an error.
    pub deny_warnings: bool,
}

impl Policy {
    /// This policy, with what `above` says taking precedence.
    pub fn overlaid_by(mut self, above: &Policy) -> Policy {
        self.settings.extend(&above.settings);
        self.deny_warnings |= above.deny_warnings;
        self
    }

    /// The findings that remain, each with the severity it ends up with.
    pub fn apply(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        diagnostics.into_iter().filter_map(|it| self.decide(it)).collect()
    }

    /// As in rustc: denying warnings also denies what was asked to be a warning.
    fn decide(&self, mut diagnostic: Diagnostic) -> Option<Diagnostic> {
        let setting = self.settings.get(&diagnostic.code).filter(|_| !diagnostic.code.is_fixed());
        diagnostic.severity = match setting {
            Some(Setting::Allow) => return None,
            Some(Setting::Warn) => Severity::Warning,
            Some(Setting::Deny) => Severity::Error,
            None => diagnostic.severity,
        };
        if self.deny_warnings {
            diagnostic.severity = Severity::Error;
        }
        Some(diagnostic)
    }
}
