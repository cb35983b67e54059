//! The table of all codes: what each is called and how serious it is unless the author says
//! otherwise. What a code means stands in `codes/<code>.md`, which `rolebook explain` prints.

use super::Severity::{self, Error, Warning};
use std::fmt;

/// The name of a kind of finding, in kebab case: `unknown-competency`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static str);

impl Code {
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// The code of that name, if there is one.
    pub fn named(name: &str) -> Option<Code> {
        TABLE.iter().map(|row| row.code).find(|it| it.0 == name)
    }

    /// How serious a finding is as long as nobody said otherwise.
    pub fn severity(self) -> Severity {
        self.row().map_or(Error, |row| row.severity)
    }

    /// Whether an author may change the severity. What cannot be understood at all stays an error.
    pub fn is_fixed(self) -> bool {
        self.row().is_none_or(|row| row.fixed)
    }

    /// The code whose setting counts where this one has none: a broken anchor is a broken link.
    pub(super) fn wider(self) -> Option<Code> {
        (self == BROKEN_ANCHOR).then_some(BROKEN_LINK)
    }

    /// Every code, in the order of the table.
    pub fn all() -> impl Iterator<Item = Code> {
        TABLE.iter().map(|row| row.code)
    }

    fn row(self) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.code == self)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

struct Row {
    code: Code,
    severity: Severity,
    fixed: bool,
}

/// Declares a constant per code and the table of them. `fixed` marks what no setting can change.
macro_rules! codes {
    ($($name:ident = $text:literal $severity:ident $($fixed:ident)?;)*) => {
        $(pub const $name: Code = Code($text);)*
        const TABLE: &[Row] = &[
            $(Row {
                code: $name,
                severity: $severity,
                fixed: codes!(@fixed $($fixed)?),
            },)*
        ];
    };
    (@fixed fixed) => { true };
    (@fixed) => { false };
}

codes! {
    // Files: what the project folder may hold.
    NOT_UTF8 = "not-utf8" Error fixed;
    TOO_LARGE = "too-large" Error fixed;
    SYMLINK = "symlink" Warning;
    BAD_NAME = "bad-name" Error fixed;
    UNPORTABLE_NAME = "unportable-name" Warning;
    NO_HANDBOOK = "no-handbook" Warning;
    NO_CONTENT = "no-content" Error fixed;

    // One document: front matter and Markdown.
    EMPTY_FILE = "empty-file" Warning;
    UNCLOSED_FRONT_MATTER = "unclosed-front-matter" Error fixed;
    FOREIGN_FRONT_MATTER = "foreign-front-matter" Warning;
    MALFORMED_YAML = "malformed-yaml" Error fixed;
    WRONG_TYPE = "wrong-type" Error fixed;
    MISSING_FIELD = "missing-field" Error fixed;
    UNKNOWN_FIELD = "unknown-field" Error;
    BAD_VALUE = "bad-value" Error;
    BAD_ID = "bad-id" Error fixed;
    BAD_ATTRIBUTE = "bad-attribute" Error;
    UNESCAPED_PIPE = "unescaped-pipe" Warning;
    MISSING_ALT = "missing-alt" Warning;
    RAW_HTML = "raw-html" Warning;
    MALFORMED_LEDGER = "malformed-ledger" Error fixed;

    // Names that lead nowhere, or to two places.
    DUPLICATE_ID = "duplicate-id" Error fixed;
    LOOKALIKE_ID = "lookalike-id" Warning;
    DUPLICATE_ANCHOR = "duplicate-anchor" Error;
    DUPLICATE_ADDRESS = "duplicate-address" Error fixed;
    UNKNOWN_ROLE = "unknown-role" Error;
    UNKNOWN_COMPETENCY = "unknown-competency" Error;
    UNKNOWN_FAMILY = "unknown-family" Error;
    UNKNOWN_TRACK = "unknown-track" Error;
    UNKNOWN_LEVEL = "unknown-level" Error;
    UNKNOWN_AREA = "unknown-area" Error;
    UNKNOWN_STEP = "unknown-step" Error;
    UNKNOWN_STATEMENT = "unknown-statement" Error;
    UNKNOWN_VISIBILITY = "unknown-visibility" Error;
    UNKNOWN_EDITION = "unknown-edition" Error fixed;
    HIDDEN_LINK = "hidden-link" Error fixed;
    HIDDEN_BASE = "hidden-base" Warning;
    LEAKED_TEXT = "leaked-text" Error fixed;
    UNKNOWN_RULE = "unknown-rule" Error;
    BAD_LANGUAGE = "bad-language" Error;
    UNKNOWN_LABEL = "unknown-label" Error;
    BAD_LABEL = "bad-label" Error;
    UNTRANSLATED_LABELS = "untranslated-labels" Warning;
    EXTENDS_CYCLE = "extends-cycle" Error fixed;
    MISSING_LEVEL = "missing-level" Warning;
    BROKEN_LINK = "broken-link" Error;
    UNSAFE_LINK = "unsafe-link" Error fixed;
    BROKEN_ANCHOR = "broken-anchor" Error;
    BROKEN_IMAGE = "broken-image" Warning;
    ACTIVE_PICTURE = "active-picture" Error;
    REMOTE_IMAGE = "remote-image" Warning;
    VANISHED_ADDRESS = "vanished-address" Error;
    ADDRESS_CYCLE = "address-cycle" Error fixed;
    MISSPELT_HEADING = "misspelt-heading" Warning;

    // What is sound but not good: one file in `handbook/rules` each.
    LOWERED_EXPECTATION = "lowered-expectation" Warning;
    VANISHED_COMPETENCY = "vanished-competency" Warning;
    SKIPPED_RUNG = "skipped-rung" Warning;
    UNUSED_COMPETENCY = "unused-competency" Warning;
    UNDESCRIBED_STEP = "undescribed-step" Warning;
    REPEATED_TITLE = "repeated-title" Warning;
    COPIED_STATEMENT = "copied-statement" Warning;
    OVERDUE_REVIEW = "overdue-review" Warning;
    INCOMPLETE_VACANCY = "incomplete-vacancy" Warning;
    CLOSED_VACANCY = "closed-vacancy" Warning;
    UNFINISHED_TEXT = "unfinished-text" Warning;

    // The theme.
    ACCENT_CONTRAST = "accent-contrast" Warning;
    LOW_CONTRAST = "low-contrast" Error;
    BAD_TEMPLATE = "bad-template" Error fixed;
    UNKNOWN_THEME = "unknown-theme" Error fixed;
    OUTDATED_THEME_FILE = "outdated-theme-file" Warning;
}
