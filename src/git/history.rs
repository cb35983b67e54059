//! When each file of a folder was last changed and by whom, from one pass of `git log`.
//!
//! In: the paths of the files that are there. Out: a [`Changed`] for each that was ever committed. The
//! log is read as a stream, so that what is kept grows with the files and not with the commits. Neither
//! addresses of mail nor messages are asked for: what an edition hides may be told in them.

use super::{Repository, command};
use anyhow::{Context, ensure};
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader};
use std::process::Stdio;

/// Every file that was ever committed, by its path below the folder.
pub type History = BTreeMap<String, Changed>;

/// The last commit that changed a file, and everybody who ever did.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Changed {
    /// The day in Greenwich: `2026-01-31`.
    pub on: String,
    /// The moment there: `2026-01-31T12:00:00Z`.
    pub at: String,
    /// By name, whoever changed it last first.
    pub authors: Vec<String>,
}

/// What begins a commit: no status of a file does.
const COMMIT: char = '@';

/// Parents never come before their children, so that a name is followed back in the order in which it
/// was changed. What a configuration would leave out or write otherwise is asked for by name.
const LOG: [&str; 12] = [
    "-c",
    "log.showRoot=true",
    "log",
    "-z",
    "--no-merges",
    "--date-order",
    "--name-status",
    "--find-renames",
    "--no-relative",
    "--encoding=UTF-8",
    "--date=format-local:%Y-%m-%dT%H:%M:%SZ",
    "--format=@%cd %aN",
];

impl Repository {
    /// The history of `files`, which are paths below the folder. `None` in a shallow clone: there every
    /// file seems to have been written by the oldest commit that was fetched.
    pub fn history<'a>(
        &'a self,
        files: impl Iterator<Item = &'a str>,
    ) -> anyhow::Result<Option<History>> {
        if self.is_shallow()? {
            return Ok(None);
        }
        let mut log = command(&self.folder, LOG);
        log.env("TZ", "UTC").args(["--", "."]);
        log.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut running = log.spawn().context("cannot start `git`")?;
        let output = running.stdout.take().context("`git log` writes nothing")?;
        let read = Pass::new(&self.prefix, files).read(BufReader::new(output));
        let status = running.wait().context("`git log` does not end")?;
        ensure!(status.success(), "`git log` failed: {status}");
        Ok(Some(read.context("cannot read what `git log` writes")?))
    }
}

/// One way through a log, from the newest commit to the oldest.
struct Pass<'a> {
    /// Where the folder is in the repository.
    prefix: &'a str,
    /// The files that are there, by the name that each has where the pass has come to.
    names: BTreeMap<String, Vec<&'a str>>,
    found: History,
}

/// When and by whom.
struct Commit {
    at: String,
    author: String,
}

impl<'a> Pass<'a> {
    fn new(prefix: &'a str, files: impl Iterator<Item = &'a str>) -> Pass<'a> {
        let names = files.map(|it| (it.to_owned(), vec![it])).collect();
        Pass { prefix, names, found: History::new() }
    }

    fn read(mut self, mut log: impl BufRead) -> io::Result<History> {
        let mut commit = None;
        while let Some(word) = next(&mut log)? {
            let word = word.trim_start_matches('\n');
            if let Some(head) = word.strip_prefix(COMMIT) {
                commit = Commit::of(head);
                continue;
            }
            let Some(path) = next(&mut log)? else { break };
            let status = word.chars().next();
            let has_two = matches!(status, Some('R' | 'C'));
            let to = if has_two { next(&mut log)? } else { None };
            if let (Some(commit), true) = (&commit, has_two == to.is_some()) {
                self.change(commit, status, [Some(&path), to.as_ref()]);
            }
        }
        Ok(self.found)
    }

    /// `paths` are that of the file and, where it got another, the new one.
    fn change(&mut self, commit: &Commit, status: Option<char>, paths: [Option<&String>; 2]) {
        let [from, to] = paths.map(|it| it.and_then(|it| it.strip_prefix(self.prefix)));
        match (status, from, to) {
            // What is there all the same was never committed since.
            (Some('D'), Some(path), _) => drop(self.names.remove(path)),
            // Whatever had the name before was another file.
            (Some('A'), Some(path), _) | (Some('C'), _, Some(path)) => {
                self.note(commit, path);
                self.names.remove(path);
            }
            (Some('R'), from, Some(to)) => {
                self.note(commit, to);
                let files = self.names.remove(to).unwrap_or_default();
                if let Some(from) = from.filter(|_| !files.is_empty()) {
                    self.names.entry(from.to_owned()).or_default().extend(files);
                }
            }
            (_, Some(path), _) => self.note(commit, path),
            _ => {}
        }
    }

    /// Somebody has changed what is called `path` at this point.
    fn note(&mut self, commit: &Commit, path: &str) {
        for file in self.names.get(path).into_iter().flatten() {
            let changed = self.found.entry((*file).to_owned()).or_insert_with(|| Changed {
                on: commit.at.split('T').next().unwrap_or_default().to_owned(),
                at: commit.at.clone(),
                authors: Vec::new(),
            });
            if !commit.author.is_empty() && !changed.authors.contains(&commit.author) {
                changed.authors.push(commit.author.clone());
            }
        }
    }
}

impl Commit {
    fn of(head: &str) -> Option<Commit> {
        let (at, author) = head.split_once(' ')?;
        Some(Commit { at: at.to_owned(), author: author.trim().to_owned() })
    }
}

/// What stands before the next NUL, which is in no name and no path.
fn next(log: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if log.read_until(0, &mut bytes)? == 0 {
        return Ok(None);
    }
    let word = bytes.strip_suffix(&[0]).unwrap_or(&bytes);
    Ok(Some(String::from_utf8_lossy(word).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::Pass;

    /// What a log tells of `files` below `content/`: the day of each, and its authors. Days stand for
    /// moments, and `|` for NUL.
    fn told(files: &[&str], log: &str) -> Vec<String> {
        let log = log.replace('|', "\0");
        let pass = Pass::new("content/", files.iter().copied());
        let found = pass.read(log.as_bytes()).unwrap();
        let line = |(path, it): (&String, &super::Changed)| {
            format!("{path} {} {}", it.on, it.authors.join(", "))
        };
        found.iter().map(line).collect()
    }

    #[test]
    fn the_newest_commit_counts_and_authors_are_named_once_from_the_newest_on() {
        let log = "@3T Ada Lovelace|\nM|content/a.md|@2T Bo|\nM|content/a.md|M|content/b.md|\
                   @1T Ada Lovelace|\nA|content/a.md|A|content/b.md|A|other.md|";
        assert_eq!(
            told(&["a.md", "b.md", "c.md"], log),
            ["a.md 3 Ada Lovelace, Bo", "b.md 2 Bo, Ada Lovelace"]
        );
    }

    #[test]
    fn a_file_is_followed_through_its_names_and_not_beyond_its_beginning() {
        let log = "@5T Eve|\nA|content/old.md|@4T Di|\nR100|content/mid.md|content/new.md|\
                   @3T Cy|\nR080|content/old.md|content/mid.md|@2T Bo|\nM|content/old.md|\
                   @1T Ada|\nA|content/old.md|@0T Zoe|\nD|content/old.md|";
        assert_eq!(told(&["new.md", "old.md"], log), ["new.md 4 Di, Cy, Bo, Ada", "old.md 5 Eve"]);
    }

    #[test]
    fn a_file_that_came_from_elsewhere_begins_where_it_came_in() {
        let log = "@2T Bo|\nR100|docs/a.md|content/a.md|@1T Ada|\nM|content/a.md|";
        assert_eq!(told(&["a.md"], log), ["a.md 2 Bo"]);
    }

    #[test]
    fn what_was_deleted_and_stands_there_again_has_no_history() {
        assert_eq!(told(&["a.md"], "@2T Bo|\nD|content/a.md|@1T Ada|\nA|content/a.md|"), [""; 0]);
    }

    #[test]
    fn odd_names_are_names() {
        let log = "@2T @home M|\nM|content/@x\n.md|@1T |\nM|content/A|M|content/é|";
        assert_eq!(told(&["@x\n.md", "A", "é"], log), ["@x\n.md 2 @home M", "A 1 ", "é 1 "]);
    }

    #[test]
    fn a_log_that_is_cut_off_tells_what_it_has() {
        for log in ["", "@2T Bo", "@2T Bo|\nM", "@2T Bo|\nR100|content/a.md", "M|content/a.md|"] {
            assert_eq!(told(&["a.md"], log), [""; 0], "{log}");
        }
    }
}
