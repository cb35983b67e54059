//! What can be wrong with somebody's content, as data, and how it is shown.
//!
//! Problems of the machine (a full disk, a missing folder) are not diagnostics: they are
//! `anyhow::Error` and end the run. This folder knows no stage.

pub mod code;
mod excerpt;
pub mod fold;
pub mod github;
pub mod json;
mod order;
mod place;
pub mod policy;
pub mod report;
mod span;
pub mod suggest;

pub use order::sort;
pub use span::{FileId, Position, Span, Spanned};

use code::Code;

/// Whether the site may be published in spite of the finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Error,
    Warning,
}

/// A place, and what is to be said about it (empty: the place says it all).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    pub span: Span,
    pub text: String,
}

/// One thing an author can mend: what is wrong, where, and a way out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    pub code: Code,
    pub severity: Severity,
    pub message: String,
    /// The first is the place; the rest explain.
    pub labels: Vec<Label>,
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding at `at`, with the severity that the table of codes gives it.
    pub fn new(code: Code, at: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            code,
            severity: code.severity(),
            message: message.into(),
            labels: vec![Label { span: at, text: String::new() }],
            help: None,
        }
    }

    pub fn label(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// The place the finding is about.
    pub fn span(&self) -> Span {
        self.labels[0].span
    }
}

pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|it| it.severity == Severity::Error)
}

/// The text behind a span, for whoever shows diagnostics.
pub trait Sources {
    /// The path to print, or `None` for a file that does not exist (a command-line argument).
    fn path(&self, file: FileId) -> Option<&str>;
    /// The file's whole text; empty when there is none.
    fn text(&self, file: FileId) -> &str;
}

/// A stage's best effort, and everything it noticed on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked<T> {
    pub value: T,
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value of which there is nothing to say.
    pub fn fine(value: T) -> Checked<T> {
        Checked { value, diagnostics: Vec::new() }
    }

    /// Another value of which the same is to be said.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Checked<U> {
        Checked { value: make(self.value), diagnostics: self.diagnostics }
    }

    /// The value; what was noticed is added to `into`.
    pub fn unpack(self, into: &mut Vec<Diagnostic>) -> T {
        into.extend(self.diagnostics);
        self.value
    }
}
