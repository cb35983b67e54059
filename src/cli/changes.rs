//! The flags of `rolebook changes`.

use super::arguments::{NotationArg, SourceArgs, notation};
use crate::command::{Console, Request};
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub(super) struct ChangesArgs {
    #[command(flatten)]
    source: SourceArgs,
    /// The branch, tag or commit to compare with
    #[arg(long, value_name = "REV")]
    since: String,
    /// How the answer is written down
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: NotationArg,
}

impl ChangesArgs {
    pub(super) fn request(self, project: PathBuf, console: Console) -> Request {
        let ChangesArgs { source, since, format } = self;
        let (source, notation) = (source.source(project, None), notation(format));
        Request::Changes { source, console, since, notation }
    }
}
