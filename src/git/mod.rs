//! What Git knows of a folder, by asking the program `git`.
//!
//! In: a folder. Out: plain values with paths below that folder. Starts another program, changes
//! nothing, and must not know what the files mean.

mod history;
mod snapshot;

pub use history::{Changed, History};
pub use snapshot::{Base, Commit};

use anyhow::{Context, bail};
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder that Git keeps, as a whole or as a part of something larger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    folder: PathBuf,
    /// Where the folder is in the repository, as Git writes it: empty, or ending in `/`.
    prefix: String,
}

/// Why there is nothing to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// The program `git` is not installed.
    Program,
    /// Git does not keep the folder, or nothing was ever committed.
    Repository,
}

impl Repository {
    /// The repository around `folder`. `Err` outside is the machine's fault: a repository that Git
    /// refuses to read.
    pub fn around(folder: &Path) -> anyhow::Result<Result<Repository, Absent>> {
        let asked = ["rev-parse", "--show-prefix", "--verify", "--quiet", "HEAD"];
        let answer = match output(folder, asked) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Err(Absent::Program));
            }
            answer => answer.context("cannot start `git`")?,
        };
        if !answer.status.success() {
            let why = String::from_utf8_lossy(&answer.stderr);
            if why.is_empty() || why.contains("not a git repository") {
                return Ok(Err(Absent::Repository));
            }
            bail!("`git` does not read {}: {}", folder.display(), why.trim());
        }
        let said = String::from_utf8_lossy(&answer.stdout);
        let prefix = said.lines().next().unwrap_or_default().to_owned();
        Ok(Ok(Repository { folder: folder.to_owned(), prefix }))
    }

    /// What `git` writes when it is asked, or what it has to say against it.
    fn ask<I: IntoIterator<Item: AsRef<OsStr>>>(&self, asked: I) -> anyhow::Result<Vec<u8>> {
        let answer = output(&self.folder, asked).context("cannot start `git`")?;
        if !answer.status.success() {
            bail!("`git`: {}", String::from_utf8_lossy(&answer.stderr).trim());
        }
        Ok(answer.stdout)
    }
}

fn output<I: IntoIterator<Item: AsRef<OsStr>>>(folder: &Path, asked: I) -> io::Result<Output> {
    command(folder, asked).output()
}

/// `git`, about to run in `folder`: in English, without locks, and without what a configuration would
/// add to answers or start besides.
fn command<I: IntoIterator<Item: AsRef<OsStr>>>(folder: &Path, asked: I) -> Command {
    let mut command = Command::new("git");
    command
        .env("LC_ALL", "C")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_TERMINAL_PROMPT", "0")
        .current_dir(folder)
        .args(["-c", "core.quotePath=false", "-c", "core.fsmonitor=false"])
        .args(["-c", "log.showSignature=false", "-c", "color.ui=false", "--no-pager"])
        .args(asked);
    command
}
