//! Whose word counts on how serious a finding is: the table's, then `rules:` of the handbook,
//! then the command line.

use super::code::{BAD_ATTRIBUTE, BAD_VALUE, Code, DUPLICATE_ANCHOR, UNKNOWN_FIELD, UNKNOWN_LEVEL};
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Policy {
    pub settings: BTreeMap<Code, Setting>,
    /// Every finding that is still a warning becomes an error.
    pub deny_warnings: bool,
}

impl Policy {
    /// What holds for a folder that is no handbook yet, since nobody wrote a `handbook.yml`: its
    /// pages were written for other tools, whose fields and marks are no mistakes.
    pub fn of_adopted() -> Policy {
        let codes = [UNKNOWN_FIELD, BAD_VALUE, BAD_ATTRIBUTE, DUPLICATE_ANCHOR, UNKNOWN_LEVEL];
        Policy {
            settings: codes.map(|it| (it, Setting::Warn)).into_iter().collect(),
            deny_warnings: false,
        }
    }

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
        let code = diagnostic.code;
        let wider = || self.settings.get(&code.wider()?);
        let setting = self.settings.get(&code).or_else(wider).filter(|_| !code.is_fixed());
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::code::{BROKEN_ANCHOR, BROKEN_LINK, MALFORMED_YAML, SYMLINK};
    use crate::diagnostic::{FileId, Span};

    fn policy(allow: &[&str], warn: &[&str], deny: &[&str]) -> Policy {
        let mut policy = Policy::default();
        let lists = [(allow, Setting::Allow), (warn, Setting::Warn), (deny, Setting::Deny)];
        for (list, setting) in lists {
            policy.deny_warnings |= list.contains(&"warnings");
            let codes = list.iter().filter_map(|it| Code::named(it));
            policy.settings.extend(codes.map(|it| (it, setting)));
        }
        policy
    }

    /// The severity that `policy` leaves to a finding of `code`, if it leaves any.
    fn decided(policy: &Policy, code: Code) -> Option<Severity> {
        let found = Diagnostic::new(code, Span::start_of(FileId::of("a.md")), "found");
        policy.apply(vec![found]).first().map(|it| it.severity)
    }

    #[test]
    fn without_settings_the_table_counts() {
        assert_eq!(decided(&Policy::default(), BROKEN_LINK), Some(Severity::Error));
        assert_eq!(decided(&Policy::default(), SYMLINK), Some(Severity::Warning));
    }

    #[test]
    fn a_setting_is_obeyed_unless_the_severity_is_fixed() {
        let lenient = policy(&["symlink"], &["broken-link", "malformed-yaml"], &[]);
        assert_eq!(decided(&lenient, SYMLINK), None);
        assert_eq!(decided(&lenient, BROKEN_LINK), Some(Severity::Warning));
        assert_eq!(decided(&lenient, MALFORMED_YAML), Some(Severity::Error));
        let strict = policy(&[], &[], &["symlink"]);
        assert_eq!(decided(&strict, SYMLINK), Some(Severity::Error));
        let deaf = policy(&["malformed-yaml"], &[], &[]);
        assert_eq!(decided(&deaf, MALFORMED_YAML), Some(Severity::Error));
    }

    #[test]
    fn a_broken_anchor_is_a_broken_link_unless_it_has_its_own_setting() {
        let both = |policy: &Policy| [BROKEN_LINK, BROKEN_ANCHOR].map(|it| decided(policy, it));
        let warning = Some(Severity::Warning);
        assert_eq!(both(&policy(&[], &["broken-link"], &[])), [warning, warning]);
        let strict = policy(&[], &["broken-link"], &["broken-anchor"]);
        assert_eq!(both(&strict), [warning, Some(Severity::Error)]);
    }

    #[test]
    fn denying_warnings_spares_only_what_is_allowed() {
        let policy = policy(&["symlink"], &["broken-link"], &["warnings"]);
        assert_eq!(decided(&policy, SYMLINK), None);
        assert_eq!(decided(&policy, BROKEN_LINK), Some(Severity::Error));
    }

    #[test]
    fn the_command_line_overrides_the_handbook() {
        let handbook = policy(&["broken-link"], &["symlink"], &["warnings"]);
        let command_line = policy(&[], &["broken-link"], &[]);
        let both = handbook.overlaid_by(&command_line);
        assert_eq!(both.settings.get(&BROKEN_LINK), Some(&Setting::Warn));
        assert_eq!(both.settings.get(&SYMLINK), Some(&Setting::Warn));
        assert!(both.deny_warnings);
    }
}
