//! `rolebook theme`: the files of a theme. In: which command, and its arguments. Out: words, perhaps
//! a file. What a theme is, `site` knows.

mod docs;
mod eject;
mod labels;
mod list;

use super::{Console, Outcome, Source};
use crate::content::Content;
use crate::diagnostic::{Diagnostic, Severity};
use crate::pipeline::Pipeline;
use crate::site::Theme;
use std::path::PathBuf;

/// One of the commands about themes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeRequest {
    /// Copies `file` into the project, or to another place.
    Eject { source: Source, console: Console, file: String, to: Option<PathBuf> },
    /// Which files there are.
    List { source: Source, console: Console },
    /// Every word that pages say themselves; in the language of the handbook where none is named.
    Labels { source: Source, console: Console, language: Option<String> },
    /// What one template receives, or all of them.
    Docs { template: Option<String> },
}

/// Does what was asked for.
pub(super) fn theme(request: &ThemeRequest) -> anyhow::Result<Outcome> {
    match request {
        ThemeRequest::Eject { source, console, file, to } => {
            eject::eject(source, *console, file, to.as_deref())
        }
        ThemeRequest::List { source, console } => list::list(source, *console),
        ThemeRequest::Labels { source, console, language } => {
            labels::labels(source, *console, language.as_deref())
        }
        ThemeRequest::Docs { template } => docs::docs(template.as_deref()),
    }
}

/// The theme of a project, and whether its handbook names it; `None` where the handbook has errors,
/// which are shown.
fn of_project(
    source: &Source,
    console: Console,
    content: &Content,
) -> anyhow::Result<Option<(Theme, bool)>> {
    let (checked, is_written) = Pipeline::default().theme_of(content, &source.options);
    let is_error = |it: &Diagnostic| it.severity == Severity::Error;
    let errors: Vec<Diagnostic> = checked.diagnostics.into_iter().filter(is_error).collect();
    console.show(&errors, content)?;
    Ok(errors.is_empty().then_some((checked.value, is_written)))
}
