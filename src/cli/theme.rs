//! `rolebook theme …`: what a theme of one's own begins with.

use super::arguments::SourceArgs;
use crate::command::{Console, Request};
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Subcommand)]
pub(super) enum Theme {
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
}

impl Theme {
    pub(super) fn request(self, project: PathBuf, console: Console) -> Request {
        match self {
            Theme::Labels { source, language } => {
                Request::Labels { source: source.source(project, None), console, language }
            }
        }
    }
}
