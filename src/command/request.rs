//! What a person asked for, freed of how it is written on a command line.

use super::schema::Described;
use super::theme::ThemeRequest;
use crate::handbook::edit::Wanted;
use crate::pipeline::Options;
use std::path::PathBuf;

/// One run of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    Build {
        source: Source,
        console: Console,
        force: bool,
        /// Whether the ledger of addresses is written too.
        publish: bool,
    },
    /// Records every address.
    Publish {
        source: Source,
        console: Console,
    },
    Check {
        source: Source,
        console: Console,
    },
    Serve {
        source: Source,
        console: Console,
        browser: Browser,
    },
    /// `from` and `to` are ids or titles of roles.
    Compare {
        source: Source,
        console: Console,
        from: String,
        to: String,
        notation: Notation,
    },
    /// `since` is a revision, as Git knows it.
    Changes {
        source: Source,
        console: Console,
        since: String,
        notation: Notation,
    },
    /// `role` is an id or a title; vacancies are counted from 1.
    Advert {
        source: Source,
        console: Console,
        role: String,
        vacancy: Option<usize>,
        notation: AdvertNotation,
    },
    /// How large the steps of the ladders are.
    Steps {
        source: Source,
        console: Console,
        notation: Notation,
    },
    /// Write ids down, in `paths` or everywhere.
    Fix {
        source: Source,
        console: Console,
        wanted: Wanted,
        paths: Vec<PathBuf>,
        dry_run: bool,
    },
    /// `role` is an id or a title, `new` an id.
    RenameRole {
        source: Source,
        console: Console,
        role: String,
        new: String,
        dry_run: bool,
    },
    /// About the files of a theme.
    Theme(ThemeRequest),
    /// `from` is a folder of Markdown to begin with.
    New {
        dir: PathBuf,
        from: Option<PathBuf>,
        console: Console,
    },
    /// The description of what is published or written, which is only printed.
    Schema {
        of: Described,
    },
    /// `None` asks for the list of all codes.
    Explain {
        code: Option<String>,
    },
    /// A script for a shell, which is only printed.
    Completions {
        script: String,
    },
}

/// What is built, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The folder that holds `content/`.
    pub project: PathBuf,
    /// Where the site is written, or would be: it is never read as content.
    pub out: PathBuf,
    pub options: Options,
}

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Console {
    pub format: Format,
    pub color: bool,
}

/// Who reads the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Human,
    Json,
    Github,
}

/// How an answer is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    Text,
    Markdown,
    Json,
}

/// How an advert is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdvertNotation {
    Text,
    Markdown,
    Html,
}

/// How the browser comes to the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Browser {
    /// `None`: the first free port of a few.
    pub port: Option<u16>,
    /// Whether to open it.
    pub open: bool,
}
