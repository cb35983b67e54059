//! Numbers as people say them.

use crate::diagnostic::{Diagnostic, Severity};
use std::fmt;
use std::time::Duration;

/// So many of something: "1 page", "2 competencies".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count {
    n: usize,
    noun: &'static str,
}

impl Count {
    /// `noun` is the singular.
    pub(super) fn of(n: usize, noun: &'static str) -> Count {
        Count { n, noun }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Count { n, noun } = self;
        match (n, noun.strip_suffix('y')) {
            (1, _) => write!(f, "{n} {noun}"),
            (_, Some(stem)) => write!(f, "{n} {stem}ies"),
            (_, None) if noun.ends_with('s') => write!(f, "{n} {noun}es"),
            (_, None) => write!(f, "{n} {noun}s"),
        }
    }
}

/// How many findings of each severity: "2 errors, 1 warning".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tally {
    errors: usize,
    warnings: usize,
}

impl Tally {
    pub(super) fn of(findings: &[Diagnostic]) -> Tally {
        let errors = findings.iter().filter(|it| it.severity == Severity::Error).count();
        Tally { errors, warnings: findings.len() - errors }
    }

    pub(super) fn is_empty(self) -> bool {
        self.errors + self.warnings == 0
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (errors, warnings) =
            (Count::of(self.errors, "error"), Count::of(self.warnings, "warning"));
        match (self.errors, self.warnings) {
            (0, 0) => f.write_str("no problems"),
            (0, _) => write!(f, "{warnings}"),
            (_, 0) => write!(f, "{errors}"),
            _ => write!(f, "{errors}, {warnings}"),
        }
    }
}

/// A time span, as exact as a person wants it: "12 ms", "0.21 s".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Took(pub(super) Duration);

impl fmt::Display for Took {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_millis() {
            ms @ 0..100 => write!(f, "{ms} ms"),
            _ => write!(f, "{:.2} s", self.0.as_secs_f64()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_one_and_more_are_many() {
        let shown = |n| Count::of(n, "competency").to_string();
        assert_eq!(
            [shown(0), shown(1), shown(2)],
            ["0 competencies", "1 competency", "2 competencies"]
        );
        assert_eq!(Count::of(2, "page").to_string(), "2 pages");
        assert_eq!(Count::of(2, "address").to_string(), "2 addresses");
    }

    #[test]
    fn a_tally_leaves_out_what_there_is_none_of() {
        let shown = |errors, warnings| Tally { errors, warnings }.to_string();
        assert_eq!(shown(0, 0), "no problems");
        assert_eq!(shown(0, 1), "1 warning");
        assert_eq!(shown(1, 0), "1 error");
        assert_eq!(shown(2, 1), "2 errors, 1 warning");
    }

    #[test]
    fn short_times_are_not_rounded_away() {
        assert_eq!(Took(Duration::from_millis(12)).to_string(), "12 ms");
        assert_eq!(Took(Duration::from_millis(1210)).to_string(), "1.21 s");
    }
}
