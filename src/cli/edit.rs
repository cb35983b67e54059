//! The arguments of commands that begin or edit the author's own files. In: words. Out: requests.

use super::arguments::SourceArgs;
use super::folder::folder;
use crate::command::{Console, Request, Wanted};
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Args)]
pub(super) struct FixArgs {
    #[command(flatten)]
    source: SourceArgs,
    #[command(flatten)]
    wanted: WantedArgs,
    /// The files and folders to write into [default: all of them]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Print what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// At least one of them.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct WantedArgs {
    /// Give every statement its id: `- Settles conflicts {#settles-conflicts}`
    #[arg(long)]
    ids: bool,
    /// Give every heading that is no known section its anchor: `## Pay {#pay}`
    #[arg(long)]
    headings: bool,
}

#[derive(Args)]
pub(super) struct NewArgs {
    /// The folder to begin: empty, or not there yet
    #[arg(value_parser = folder())]
    dir: PathBuf,
    /// A folder of Markdown to begin with: it is copied, and stays as it is
    #[arg(long, value_name = "DIR", value_parser = folder())]
    from: Option<PathBuf>,
}

#[derive(Subcommand)]
pub(super) enum Rename {
    /// Rename a role's file, rewrite every reference, and keep the old address
    ///
    /// The title stays. Nothing is written where anything would be lost, and nothing at all on any
    /// error.
    ///
    /// Example: rolebook rename role tech-lead technical-lead --dry-run
    Role {
        #[command(flatten)]
        source: SourceArgs,
        /// The id or title of the role
        role: String,
        /// Its new id, which becomes part of its address
        new: String,
        /// Print what would be written, and write nothing
        #[arg(long)]
        dry_run: bool,
    },
}

impl FixArgs {
    pub(super) fn request(self, project: PathBuf, console: Console) -> Request {
        let FixArgs { source, wanted, paths, dry_run } = self;
        let wanted = Wanted { statements: wanted.ids, headings: wanted.headings };
        Request::Fix { source: source.source(project, None), console, wanted, paths, dry_run }
    }
}

impl NewArgs {
    pub(super) fn request(self, console: Console) -> Request {
        Request::New { dir: self.dir, from: self.from, console }
    }
}

impl Rename {
    pub(super) fn request(self, project: PathBuf, console: Console) -> Request {
        let Rename::Role { source, role, new, dry_run } = self;
        Request::RenameRole { source: source.source(project, None), console, role, new, dry_run }
    }
}
