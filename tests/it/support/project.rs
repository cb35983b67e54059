//! A project in a temporary folder, and runs of the program in it.

use super::expected::below_tests;
use super::site::files;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder with files, gone when it is dropped.
pub(crate) struct Project {
    dir: TempDir,
}

impl Project {
    /// An empty folder.
    pub(crate) fn new() -> Project {
        Project { dir: TempDir::new().unwrap() }
    }

    /// A role and the handbook around it: what builds without a warning.
    pub(crate) fn sound() -> Project {
        let project = Project::new();
        assert_eq!(project.run(&["new", "."]).code, 0);
        project
    }

    pub(crate) fn file(self, path: &str, text: impl AsRef<[u8]>) -> Project {
        self.write(path, text);
        self
    }

    /// Writes a file, in place of one that may be there.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub(crate) fn root(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A copy of a folder below `tests/`.
    pub(crate) fn of_fixture(path: &str) -> Project {
        let project = Project::new();
        for (path, bytes) in files(&below_tests(path)) {
            project.write(&path, bytes);
        }
        project
    }

    /// Every file below the project, sorted, as paths with forward slashes.
    pub(crate) fn files(&self) -> Vec<String> {
        files(self.root()).into_keys().collect()
    }

    /// Runs the program in this folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command().args(arguments).output().unwrap())
    }

    /// The program, about to start in this folder.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
        command.current_dir(self.root()).env_remove("NO_COLOR");
        command
    }
}

/// How the program ended, and what it said.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    fn of(output: Output) -> Run {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let code = output.status.code().unwrap();
        Run { code, out: text(output.stdout), err: text(output.stderr) }
    }

    /// Fails with everything that was said unless the program ended with `code`.
    pub(crate) fn ends_with(self, code: i32) -> Run {
        assert_eq!(self.code, code, "\n{}\n{}", self.out, self.err);
        self
    }

    /// Fails unless standard error has `text` in it.
    pub(crate) fn says(self, text: &str) -> Run {
        assert!(self.err.contains(text), "not said: {text}\n{}", self.err);
        self
    }

    /// Fails unless standard output has `text` in it.
    pub(crate) fn prints(self, text: &str) -> Run {
        assert!(self.out.contains(text), "not printed: {text}\n{}", self.out);
        self
    }
}
