//! The arguments of commands about themes. In: words. Out: requests.

use super::arguments::SourceArgs;
use crate::command::{Console, ThemeRequest};
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Subcommand)]
pub(super) enum Theme {
    /// Copy one built-in file into the project, to change it there
    ///
    /// The copy begins with a comment that says which version it is of, so that `rolebook check` can
    /// tell when the original changes. Nothing is ever overwritten.
    ///
    /// Example: rolebook theme eject role.html
    Eject {
        #[command(flatten)]
        source: SourceArgs,
        /// The name of the file, as `rolebook theme list` shows it; its folder may be left out
        file: String,
        /// Where it is written [default: its place below `themes/` of the project]
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
    /// List the files of the theme, and say which of them are yours
    ///
    /// Example: rolebook theme list
    List {
        #[command(flatten)]
        source: SourceArgs,
    },
    /// Print every word that pages say themselves, as a block for `handbook.yml`
    ///
    /// With your own words, where you have some; in English, where a language has none yet.
    ///
    /// Example: rolebook theme labels --language fr
    Labels {
        #[command(flatten)]
        source: SourceArgs,
        /// The language, by its tag [default: that of the handbook]
        #[arg(long, value_name = "TAG")]
        language: Option<String>,
    },
    /// Print, as Markdown, what templates receive and what they may use
    ///
    /// Example: rolebook theme docs role.html
    Docs {
        /// One template [default: all of them]
        template: Option<String>,
    },
}

impl Theme {
    pub(super) fn request(self, project: PathBuf, console: Console) -> ThemeRequest {
        match self {
            Theme::Eject { source, file, to } => {
                ThemeRequest::Eject { source: source.source(project, None), console, file, to }
            }
            Theme::List { source } => {
                ThemeRequest::List { source: source.source(project, None), console }
            }
            Theme::Labels { source, language } => {
                ThemeRequest::Labels { source: source.source(project, None), console, language }
            }
            Theme::Docs { template } => ThemeRequest::Docs { template },
        }
    }
}
