//! A folder as it was at a revision. In: a [`Repository`] and words that name a revision. Out: a commit,
//! and its files in a temporary folder, where they are read like any.

#![allow(clippy::disallowed_methods, reason = "writes into a temporary folder of its own")]

use super::{Repository, command};
use crate::diagnostic::suggest::closest;
use anyhow::{Context, ensure};
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Component, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use tempfile::TempDir;

/// Where a project keeps its handbook, if it keeps anything else.
const CONTENT: &str = "content";

/// A commit, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    pub id: String,
    /// As much of the id as tells it from all others.
    pub short: String,
    /// The day of it, `2026-01-31`.
    pub day: String,
    pub subject: String,
}

/// The commit that a revision means for whoever compares with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    pub commit: Commit,
    /// Whether the revision has gone on since: this is where the work left it.
    pub is_fork: bool,
    /// Whether no commit is known that both go back to, so that it is the revision itself.
    pub is_unrelated: bool,
    /// Whether Git was given only the end of the history.
    pub is_shallow: bool,
}

impl Repository {
    /// Where the work left `revision`: the last commit that it and what is checked out go back to; the
    /// revision itself where there is none. `Err` inside: there is no such revision, with the way out.
    pub fn base(&self, revision: &str) -> anyhow::Result<Result<Base, String>> {
        let named = format!("{revision}^{{commit}}");
        let asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", named.as_str()];
        let Some(tip) = self.answer(&asked)? else {
            return Ok(Err(self.unknown(revision)?));
        };
        let fork = self.answer(&["merge-base", "HEAD", &tip])?;
        let commit = self.commit(fork.as_deref().unwrap_or(&tip))?;
        Ok(Ok(Base {
            is_fork: fork.as_ref().is_some_and(|it| *it != tip),
            is_unrelated: fork.is_none(),
            is_shallow: self.is_shallow()?,
            commit,
        }))
    }

    /// Writes the folder as it was at `commit` into a temporary one.
    pub fn snapshot(&self, commit: &Commit) -> anyhow::Result<TempDir> {
        let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
        let listed = self.ask(["ls-tree", "-r", "-z", commit.id.as_str()])?;
        let mut entries: Vec<Entry> = listed.split(|it| *it == 0).filter_map(entry).collect();
        // A project with a folder `content/` is read from there; beside it may lie anything.
        if entries.iter().any(|it| it.path.starts_with(CONTENT)) {
            entries.retain(|it| it.path.starts_with(CONTENT));
        }
        if entries.is_empty() {
            return Ok(folder);
        }
        let mut objects = Objects::new(self)?;
        for Entry { path, object } in entries {
            let path = folder.path().join(path);
            let context = || format!("cannot write `{}`", path.display());
            fs::create_dir_all(path.parent().unwrap_or(&path)).with_context(context)?;
            let mut file = fs::File::create(&path).with_context(context)?;
            objects.copy(&object, &mut file)?;
        }
        objects.end()?;
        Ok(folder)
    }

    /// The one line that Git answers; `None` where it says no.
    fn answer(&self, asked: &[&str]) -> anyhow::Result<Option<String>> {
        let answer = command(&self.folder, asked).output().context("cannot start `git`")?;
        let said = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
        Ok(answer.status.success().then_some(said).filter(|it| !it.is_empty()))
    }

    /// Whether the history ends early, so that every file seems to be as old as its end.
    pub(super) fn is_shallow(&self) -> anyhow::Result<bool> {
        let answer = self.answer(&["rev-parse", "--is-shallow-repository"])?;
        Ok(answer.as_deref() == Some("true"))
    }

    fn commit(&self, id: &str) -> anyhow::Result<Commit> {
        let format = "--format=%H%n%h%n%cs%n%s";
        let said = self.ask(["show", "--no-patch", format, id])?;
        let said = String::from_utf8_lossy(&said);
        let mut lines = said.lines().map(str::to_owned);
        let mut next = || lines.next().unwrap_or_default();
        Ok(Commit { id: next(), short: next(), day: next(), subject: next() })
    }

    /// Why there is no such revision, and what to do.
    fn unknown(&self, revision: &str) -> anyhow::Result<String> {
        let message = format!("Git knows no commit `{revision}`");
        if self.is_shallow()? {
            return Ok(format!(
                "{message}: this clone has only the end of the history. `git fetch --unshallow` brings the rest; in a workflow, set `fetch-depth: 0` for `actions/checkout`"
            ));
        }
        let remote = format!("origin/{revision}^{{commit}}");
        let asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", remote.as_str()];
        if self.answer(&asked)?.is_some() {
            return Ok(format!("{message}: did you mean `origin/{revision}`?"));
        }
        let names = self.ask(["for-each-ref", "--format=%(refname:short)"])?;
        let names = String::from_utf8_lossy(&names).into_owned();
        Ok(match closest(revision, names.lines()) {
            Some(name) => format!("{message}: did you mean `{name}`?"),
            None => format!(
                "{message}: name a branch, a tag or a commit that `git log` shows; `git fetch` brings what is new elsewhere"
            ),
        })
    }
}

/// A file of a commit.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    path: PathBuf,
    object: String,
}

/// A line of `git ls-tree`: mode, kind and object, a tab, and the path. `None` for what is no plain
/// file: links, other repositories; and for a path that no folder of ours can have.
fn entry(line: &[u8]) -> Option<Entry> {
    let line = std::str::from_utf8(line).ok()?;
    let (about, path) = line.split_once('\t')?;
    let [mode, "blob", object] = about.split(' ').collect::<Vec<_>>()[..] else { return None };
    let is_plain = |it: Component<'_>| matches!(it, Component::Normal(_));
    let path = PathBuf::from(path);
    let is_file = mode.starts_with("100") && path.components().all(is_plain);
    is_file.then(|| Entry { path, object: object.to_owned() })
}

/// `git cat-file`, which is asked for one object after the other.
struct Objects {
    process: Child,
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Objects {
    fn new(repository: &Repository) -> anyhow::Result<Objects> {
        let mut process = command(&repository.folder, ["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start `git`")?;
        let (asks, answers) = process.stdin.take().zip(process.stdout.take()).context(CLOSED)?;
        Ok(Objects { process, asks, answers: BufReader::new(answers) })
    }

    /// Copies an object as it is.
    fn copy(&mut self, object: &str, into: &mut impl Write) -> anyhow::Result<()> {
        writeln!(self.asks, "{object}").context(CLOSED)?;
        let mut head = String::new();
        self.answers.read_line(&mut head).context(CLOSED)?;
        let size = head.trim_end().rsplit(' ').next().and_then(|it| it.parse().ok());
        let size: u64 = size.with_context(|| format!("`git` does not give {}", head.trim()))?;
        let copied = io::copy(&mut (&mut self.answers).take(size), into).context(CLOSED)?;
        ensure!(copied == size, CLOSED);
        // Each object ends a line.
        self.answers.read_exact(&mut [0]).context(CLOSED)
    }

    /// Waits for the process, which ends when nobody asks any more.
    fn end(self) -> anyhow::Result<()> {
        let Objects { mut process, asks, answers: _ } = self;
        drop(asks);
        process.wait().context(CLOSED)?;
        Ok(())
    }
}

const CLOSED: &str = "`git` ended too early";

#[cfg(test)]
mod tests {
    use super::entry;

    #[test]
    fn only_plain_files_below_the_folder_are_taken() {
        let path = |line: &str| entry(line.as_bytes()).map(|it| it.path.display().to_string());
        let taken = path("100644 blob 0a1b\tcontent/roles/a b – ü.md");
        assert_eq!(taken.as_deref(), Some("content/roles/a b – ü.md"));
        assert!(path("100755 blob 0a1b\ta.md").is_some());
        for line in [
            "120000 blob 0a1b\tlink.md",
            "160000 commit 0a1b\tmodule",
            "100644 blob 0a1b\t../a.md",
            "100644 blob 0a1b\ta/../../b.md",
            "100644 blob 0a1b\t/etc/passwd",
            "100644 blob 0a1b",
            "",
        ] {
            assert_eq!(path(line), None, "{line}");
        }
    }
}
