//! The arguments that several commands share: what is read, which codes matter, how answers look.
//! In: words. Out: the values a request is made of.

use crate::command::{AdvertNotation, Described, Format, Notation, Schema, Source, Written, today};
use crate::diagnostic::code::Code;
use crate::diagnostic::policy::{Policy, Setting};
use crate::diagnostic::suggest::did_you_mean;
use crate::document::date::is_date;
use crate::pipeline::{Options, Part};
use clap::{Args, ValueEnum};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct SourceArgs {
    /// Where the site will be published, in place of the handbook's `base_url`
    #[arg(long, value_name = "URL", value_parser = web_address)]
    base_url: Option<String>,
    /// The audience to build for, one of the handbook's `editions` [default: public]
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
    /// The theme, in place of the handbook's: `default`, `plain`, or a folder below `themes/`
    #[arg(long, value_name = "NAME", value_parser = folder_name)]
    theme: Option<String>,
    /// The day to build for, `2026-01-31` [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    date: Option<String>,
    /// Report this code as a warning; may be given several times
    #[arg(long, value_name = "CODE", value_parser = adjustable)]
    warn: Vec<Code>,
    /// Report this code, or all `warnings`, as errors; may be given several times
    #[arg(long, value_name = "CODE", value_parser = denied)]
    deny: Vec<Denied>,
    /// Do not report this code; may be given several times
    #[arg(long, value_name = "CODE", value_parser = adjustable)]
    allow: Vec<Code>,
}

/// For commands that make a site; the others speak of the handbook.
#[derive(Args)]
pub(super) struct SiteArgs {
    #[command(flatten)]
    source: SourceArgs,
    /// Leave parts of the site out, as in `search,data`: for a build in a hurry, or a host that wants less
    #[arg(long, value_name = "PARTS", value_delimiter = ',')]
    without: Vec<PartArg>,
}

#[derive(Clone, Copy, ValueEnum)]
enum PartArg {
    /// Its page, its box and its index
    Search,
    /// The pages of what changes between roles, and the one where roles are chosen
    Compare,
    /// JSON and CSV of the handbook, and the downloads beside pages
    Data,
}

#[derive(Clone, Copy)]
pub(super) enum Denied {
    Warnings,
    One(Code),
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum FormatArg {
    /// For people, with the text in question
    Human,
    /// For editors and scripts
    Json,
    /// Workflow annotations of GitHub
    Github,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum NotationArg {
    /// For the terminal
    Text,
    /// For a review, an issue or a wiki
    Markdown,
    /// For scripts
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum AdvertArg {
    /// For forms that take nothing else
    Text,
    /// For most job boards
    Markdown,
    /// For a page that brings its own look
    Html,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum SchemaArg {
    /// `handbook.json`
    Handbook,
    /// `roles/<id>/index.json`
    Role,
    /// `compare/<id>/<id>/index.json`, and what `compare --format json` prints
    Comparison,
    /// `families/<id>/index.json`
    Ladder,
    /// What `changes --format json` prints
    Changes,
    /// What you write: the front matter of a role
    #[value(name = "role.md")]
    WrittenRole,
    /// The front matter of a competency
    #[value(name = "competency.md")]
    WrittenCompetency,
    /// The front matter of a job family
    #[value(name = "family.md")]
    WrittenFamily,
    /// The front matter of a guide
    #[value(name = "guide.md")]
    WrittenGuide,
    /// The root document
    #[value(name = "handbook.yml")]
    WrittenHandbook,
    /// The terms
    #[value(name = "glossary.yml")]
    WrittenGlossary,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

impl SourceArgs {
    pub(super) fn source(self, project: PathBuf, out: Option<PathBuf>) -> Source {
        let in_project = || match project == Path::new(".") {
            true => PathBuf::from("public"),
            false => project.join("public"),
        };
        let out = out.unwrap_or_else(in_project);
        let policy = policy(&self);
        let SourceArgs { base_url, edition, theme, date, .. } = self;
        let today = date.unwrap_or_else(today);
        let options = Options { base_url, edition, policy, theme, today, ..Options::default() };
        Source { project, out, options }
    }
}

impl SiteArgs {
    pub(super) fn source(self, project: PathBuf, out: Option<PathBuf>) -> Source {
        let mut source = self.source.source(project, out);
        source.options.without = self.without.into_iter().map(part).collect();
        source
    }
}

fn part(part: PartArg) -> Part {
    match part {
        PartArg::Search => Part::Search,
        PartArg::Compare => Part::Compare,
        PartArg::Data => Part::Data,
    }
}

/// Where one code is named twice, the stricter word counts.
fn policy(args: &SourceArgs) -> Policy {
    let mut policy = Policy::default();
    policy.settings.extend(args.allow.iter().map(|&code| (code, Setting::Allow)));
    policy.settings.extend(args.warn.iter().map(|&code| (code, Setting::Warn)));
    for denied in &args.deny {
        match *denied {
            Denied::Warnings => policy.deny_warnings = true,
            Denied::One(code) => drop(policy.settings.insert(code, Setting::Deny)),
        }
    }
    policy
}

pub(super) fn format(format: FormatArg) -> Format {
    match format {
        FormatArg::Human => Format::Human,
        FormatArg::Json => Format::Json,
        FormatArg::Github => Format::Github,
    }
}

pub(super) fn notation(notation: NotationArg) -> Notation {
    match notation {
        NotationArg::Text => Notation::Text,
        NotationArg::Markdown => Notation::Markdown,
        NotationArg::Json => Notation::Json,
    }
}

pub(super) fn advert_notation(notation: AdvertArg) -> AdvertNotation {
    match notation {
        AdvertArg::Text => AdvertNotation::Text,
        AdvertArg::Markdown => AdvertNotation::Markdown,
        AdvertArg::Html => AdvertNotation::Html,
    }
}

pub(super) fn schema(of: SchemaArg) -> Described {
    match of {
        SchemaArg::Handbook => Described::Published(Schema::Handbook),
        SchemaArg::Role => Described::Published(Schema::Role),
        SchemaArg::Comparison => Described::Published(Schema::Comparison),
        SchemaArg::Ladder => Described::Published(Schema::Ladder),
        SchemaArg::Changes => Described::Published(Schema::Changes),
        SchemaArg::WrittenRole => Described::Written(Written::Role),
        SchemaArg::WrittenCompetency => Described::Written(Written::Competency),
        SchemaArg::WrittenFamily => Described::Written(Written::Family),
        SchemaArg::WrittenGuide => Described::Written(Written::Guide),
        SchemaArg::WrittenHandbook => Described::Written(Written::Handbook),
        SchemaArg::WrittenGlossary => Described::Written(Written::Glossary),
    }
}

impl Color {
    /// Findings go to standard error; <https://no-color.org> asks for none anywhere.
    pub(super) fn wanted(self) -> bool {
        let refused = || std::env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty());
        match self {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => io::stderr().is_terminal() && !refused(),
        }
    }
}

fn web_address(url: &str) -> Result<String, String> {
    let host = url.strip_prefix("https://").or(url.strip_prefix("http://"));
    match host.filter(|it| !it.is_empty() && !it.contains(char::is_whitespace)) {
        Some(_) => Ok(url.to_owned()),
        None => Err("write it whole, from `https://` on, without spaces".to_owned()),
    }
}

fn folder_name(name: &str) -> Result<String, String> {
    match name.contains(['/', '\\']) || name.starts_with('.') || name.is_empty() {
        true => Err("write the name of a theme alone, without a path".to_owned()),
        false => Ok(name.to_owned()),
    }
}

fn day(text: &str) -> Result<String, String> {
    match is_date(text) {
        true => Ok(text.to_owned()),
        false => Err("write a day of the calendar as year-month-day: `2026-01-31`".to_owned()),
    }
}

fn known(name: &str) -> Result<Code, String> {
    let hint = || did_you_mean(name, Code::all().map(Code::as_str), "");
    Code::named(name).ok_or_else(|| format!("there is no code `{name}`: {}", hint()))
}

fn adjustable(name: &str) -> Result<Code, String> {
    match known(name)? {
        code if code.is_fixed() => {
            Err(format!("`{code}` stays an error: it is about what cannot be understood at all"))
        }
        code => Ok(code),
    }
}

fn denied(name: &str) -> Result<Denied, String> {
    match name {
        "warnings" => Ok(Denied::Warnings),
        name => known(name).map(Denied::One),
    }
}
