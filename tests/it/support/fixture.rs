//! A project written as one string, and marks below its lines that say what is wrong there.
//!
//! ```text
//! //- roles/staff-engineer.md
//! ---
//! title: Staff engineer
//! expects:
//!   mentorng: expert
//! # ^^^^^^^^ unknown-competency
//! ```
//!
//! `//- path` begins a file below `content/`, and `//- /themes/…` one of a theme. A mark is a line of carets, with or without a `#`,
//! and the name of a code; it speaks of the line above it and is taken out before the project is
//! run. A `#` right before the carets counts as one of them. A mark before the first file is about
//! what stands in none. Files that are neither Markdown nor YAML are assets.

use rolebook::content::{AssetFile, Content, RelPath, TextFile};
use rolebook::diagnostic::code::Code;
use rolebook::diagnostic::policy::Setting;
use rolebook::diagnostic::{Diagnostic, Position, Sources, report::report};
use rolebook::pipeline::{Options, Pipeline};
use std::fmt;

/// What stands in for `handbook.yml` where a project has none. It gives no reason to complain.
const HANDBOOK: &str = "\
title: Handbook
tracks:
  ic: { title: Individual contributor, short: IC }
  management: { title: Management, short: M }
levels:
  - { ic: l1 }
  - { ic: l2 }
  - { ic: l3, management: m1 }
  - { ic: l4, management: m2 }
areas:
  people: { title: People }
  technical: { title: Technical }
";

/// How a file of a theme is told from one below `content/`.
const THEMES: &str = "/themes/";

/// A finding's code and place, as marked or as found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mark {
    /// `None`: in no file.
    pub(crate) path: Option<String>,
    pub(crate) line: usize,
    pub(crate) column: usize,
    /// In characters. What is empty is drawn with one caret, so it counts as one.
    pub(crate) width: usize,
    pub(crate) code: String,
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Mark { path, line, column, width, code } = self;
        match path {
            Some(path) => write!(f, "{path}:{line}:{column}, {width} wide: {code}"),
            None => write!(f, "in no file: {code}"),
        }
    }
}

/// A project in memory, and what is expected to be wrong with it.
pub(crate) struct Project {
    content: Content,
    options: Options,
    /// Sorted.
    pub(crate) marks: Vec<Mark>,
}

/// What a run said.
pub(crate) struct Findings {
    /// Sorted.
    pub(crate) marks: Vec<Mark>,
    /// As a person would see it.
    pub(crate) report: String,
}

impl Project {
    /// Reads a project. `flags` are words after the name of the fence: `--deny warnings`,
    /// `--edition NAME`, and `--bare` for a project that is given no `handbook.yml`.
    pub(crate) fn new(text: &str, flags: &str) -> Project {
        let (mut files, mut marks) = (Vec::<(&str, String)>::new(), Vec::new());
        for line in text.lines() {
            if let Some(path) = line.strip_prefix("//- ") {
                files.push((path, String::new()));
            } else if let Some(mark) = mark(line, files.last()) {
                marks.push(mark);
            } else {
                let (_, text) = files.last_mut().expect("a project begins with `//- path`");
                text.push_str(line);
                text.push('\n');
            }
        }
        marks.sort();
        let is_bare = flags.contains("--bare");
        if !is_bare && !files.iter().any(|(path, _)| *path == "handbook.yml") {
            files.push(("handbook.yml", HANDBOOK.to_owned()));
        }
        let files: Vec<_> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let (themes, files): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|(path, _)| path.starts_with(THEMES));
        let mut content = content(&files);
        content.themes = themes.iter().map(theme_file).collect();
        content.themes.sort_by(|a, b| a.path.cmp(&b.path));
        Project { content, options: options(flags), marks }
    }

    pub(crate) fn check(&self) -> Findings {
        check(&self.content, &self.options)
    }
}

fn theme_file((path, text): &(&str, &str)) -> AssetFile {
    let path = RelPath::new(&path[THEMES.len()..]).expect("a path below the folder of themes");
    AssetFile { path, bytes: text.as_bytes().into() }
}

/// The content that files below `content/` would be read as.
pub(crate) fn content(files: &[(&str, &str)]) -> Content {
    let mut content = Content { prefix: "content/".to_owned(), ..Content::default() };
    for (path, text) in files {
        let path = RelPath::new(path).expect("a path below the content folder");
        match path.extension() {
            "md" | "yml" | "lock" => content.texts.push(TextFile::new(path, *text)),
            _ => content.assets.push(AssetFile { path, bytes: text.as_bytes().into() }),
        }
    }
    content.texts.sort_by(|a, b| a.path.cmp(&b.path));
    content.assets.sort_by(|a, b| a.path.cmp(&b.path));
    content
}

/// Everything that is wrong with `content`.
pub(crate) fn check(content: &Content, options: &Options) -> Findings {
    let diagnostics = Pipeline::default().check(content, options).diagnostics;
    let sources = content.sources();
    let mut marks: Vec<Mark> = diagnostics.iter().map(|it| found(it, &sources)).collect();
    marks.sort();
    let report = report(&diagnostics, &sources, false);
    Findings { marks, report }
}

/// The day on which tests run, whatever the calendar says.
pub(crate) const TODAY: &str = "2026-11-21";

fn options(flags: &str) -> Options {
    let mut options = Options { today: TODAY.to_owned(), ..Options::default() };
    let mut words = flags.split_whitespace();
    while let Some(flag) = words.next() {
        let mut value = || words.next().unwrap_or_else(|| panic!("`{flag}` needs a value"));
        let policy = &mut options.policy;
        match flag {
            "--bare" => {}
            "--warn" => drop(policy.settings.insert(code(value()), Setting::Warn)),
            "--allow" => drop(policy.settings.insert(code(value()), Setting::Allow)),
            "--deny" => match value() {
                "warnings" => policy.deny_warnings = true,
                name => drop(policy.settings.insert(code(name), Setting::Deny)),
            },
            "--theme" => options.theme = Some(value().to_owned()),
            "--edition" => options.edition = Some(value().to_owned()),
            other => panic!("a project has no flag `{other}`"),
        }
    }
    options
}

fn code(name: &str) -> Code {
    Code::named(name).unwrap_or_else(|| panic!("there is no code `{name}`"))
}

/// The mark that a line is, if it is one. `file` is what the project has so far.
fn mark(line: &str, file: Option<&(&str, String)>) -> Option<Mark> {
    let signs = line.trim_start_matches([' ', '#']);
    let code = signs.trim_start_matches('^').strip_prefix(' ')?.trim();
    let is_code =
        code.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-');
    if !signs.starts_with('^') || !is_code {
        return None;
    }
    let carets = signs.find(' ')?;
    let before = &line[..line.len() - signs.len()];
    let counts = usize::from(before.ends_with('#'));
    let (path, line) = match file {
        Some((path, text)) => (Some(shown(path)), text.lines().count().max(1)),
        None => return Some(nowhere(code)),
    };
    let (column, width) = (before.len() - counts + 1, carets + counts);
    Some(Mark { path, line, column, width, code: code.to_owned() })
}

/// A path of the project as a report shows it.
fn shown(path: &str) -> String {
    path.strip_prefix('/').map_or_else(|| format!("content/{path}"), str::to_owned)
}

fn nowhere(code: &str) -> Mark {
    Mark { path: None, line: 1, column: 1, width: 1, code: code.to_owned() }
}

fn found(diagnostic: &Diagnostic, sources: &dyn Sources) -> Mark {
    let (span, code) = (diagnostic.span(), diagnostic.code.as_str());
    let Some(path) = sources.path(span.file) else { return nowhere(code) };
    let text = sources.text(span.file);
    let Position { line, column } = Position::of(text, span.start);
    let marked = text.get(span.start as usize..span.end as usize).unwrap_or_default();
    let width = marked.lines().next().unwrap_or_default().chars().count().max(1);
    Mark { path: Some(path.to_owned()), line, column, width, code: code.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_speak_of_the_line_above() {
        let text = "^ no-content\n//- a.md\n# ^ is no mark\nåb: c\n#^ bad-value\n  # ^^ bad-id\n";
        let project = Project::new(text, "--bare");
        let [file] = &project.content.texts[..] else { panic!("one file") };
        assert_eq!(&*file.text, "# ^ is no mark\nåb: c\n");
        let marks: Vec<String> = project.marks.iter().map(Mark::to_string).collect();
        assert_eq!(
            marks,
            [
                "in no file: no-content",
                "content/a.md:2:1, 2 wide: bad-value",
                "content/a.md:2:5, 2 wide: bad-id"
            ]
        );
    }

    #[test]
    fn the_default_handbook_is_quiet() {
        assert_eq!(Project::new("//- guides/a.md\n# A\n", "").check().report, "");
    }
}
