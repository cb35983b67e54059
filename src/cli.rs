//! The command line: flags and subcommands, nothing else. In: arguments and the terminal they were
//! typed in. Out: a [`Request`]. The only file that names the crates which read command lines.

use crate::command::{Browser, Console, Format, Request, Source};
use crate::diagnostic::code::Code;
use crate::diagnostic::policy::{Policy, Setting};
use crate::diagnostic::suggest::did_you_mean;
use crate::pipeline::Options;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  rolebook new handbook                 begin with a small handbook
  rolebook serve --open                 write, and watch the site change
  rolebook check --deny warnings        what a pull request must pass
  rolebook build --base-url https://example.org/handbook/";

/// Turns role definitions written as Markdown into a cross-linked, searchable handbook.
#[derive(Parser)]
#[command(name = "rolebook", version, after_help = EXAMPLES, disable_help_subcommand = true)]
struct Cli {
    /// The folder that holds `content/`, or a folder of plain Markdown
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    project: PathBuf,
    /// When findings are coloured
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: Color,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write the site into a folder
    ///
    /// Files that did not change are not touched, files of others stay, and on any error nothing is
    /// written.
    ///
    /// Example: rolebook build --out public --deny warnings
    Build {
        #[command(flatten)]
        source: SourceArgs,
        /// Who reads the findings
        #[arg(long, value_name = "FORMAT", default_value = "human")]
        format: FormatArg,
        /// Where the site is written [default: `public` in the project folder]
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        /// Write into a folder that holds files of others, and replace those in the way
        #[arg(long)]
        force: bool,
        /// Spell out `index.html` in links, so that the site opens from a disk
        #[arg(long)]
        offline: bool,
    },
    /// Report every problem without building
    ///
    /// Example: rolebook check --warn broken-link --format github
    Check {
        #[command(flatten)]
        source: SourceArgs,
        /// Who reads the findings
        #[arg(long, value_name = "FORMAT", default_value = "human")]
        format: FormatArg,
    },
    /// Show the site in a browser and keep it up to date while you write
    ///
    /// Answers this machine only and writes nothing to disk.
    ///
    /// Example: rolebook serve --open
    Serve {
        #[command(flatten)]
        source: SourceArgs,
        /// The port to listen on [default: the first free one from 4000]
        #[arg(long, value_name = "N")]
        port: Option<u16>,
        /// Open the site in the default browser
        #[arg(long)]
        open: bool,
    },
    /// Begin a small handbook in a new folder
    ///
    /// Example: rolebook new handbook
    New { dir: PathBuf },
    /// Say what a code means and what to do about it; without a code, list all codes
    ///
    /// Example: rolebook explain broken-link
    Explain { code: Option<String> },
    /// Print a completion script for a shell
    ///
    /// Example: rolebook completions bash > ~/.local/share/bash-completion/completions/rolebook
    Completions { shell: Shell },
}

#[derive(Args)]
struct SourceArgs {
    /// Where the site will be published, in place of the handbook's `base_url`
    #[arg(long, value_name = "URL", value_parser = web_address)]
    base_url: Option<String>,
    /// The audience to build for, one of the handbook's `editions`
    #[arg(long, value_name = "NAME")]
    edition: Option<String>,
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

#[derive(Clone, Copy)]
enum Denied {
    Warnings,
    One(Code),
}

#[derive(Clone, Copy, ValueEnum)]
enum FormatArg {
    /// For people, with the text in question
    Human,
    /// For editors and scripts
    Json,
    /// Workflow annotations of GitHub
    Github,
}

#[derive(Clone, Copy, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

/// Reads the command line. `Err` is an exit code: help was asked for, or something is not
/// understood, and either has been said.
pub fn parse() -> Result<Request, u8> {
    Cli::try_parse().map(Cli::request).map_err(|error| {
        // There is nobody left to tell when the terminal is gone.
        let _ = error.print();
        u8::try_from(error.exit_code()).unwrap_or(2)
    })
}

impl Cli {
    fn request(self) -> Request {
        let Cli { project, color, command } = self;
        let console = |it| Console { format: format(it), color: color.wanted() };
        match command {
            Command::Build { source, format, out, force, offline } => {
                let mut source = source.source(project, out);
                source.options.offline = offline;
                Request::Build { source, console: console(format), force }
            }
            Command::Check { source, format } => {
                Request::Check { source: source.source(project, None), console: console(format) }
            }
            Command::Serve { source, port, open } => {
                let (source, console) = (source.source(project, None), console(FormatArg::Human));
                Request::Serve { source, console, browser: Browser { port, open } }
            }
            Command::New { dir } => Request::New { dir },
            Command::Explain { code } => Request::Explain { code },
            Command::Completions { shell } => Request::Completions { script: script(shell) },
        }
    }
}

impl SourceArgs {
    fn source(self, project: PathBuf, out: Option<PathBuf>) -> Source {
        let in_project = || match project == Path::new(".") {
            true => PathBuf::from("public"),
            false => project.join("public"),
        };
        let out = out.unwrap_or_else(in_project);
        let policy = policy(&self);
        let SourceArgs { base_url, edition, .. } = self;
        Source { project, out, options: Options { base_url, edition, policy, offline: false } }
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

fn format(format: FormatArg) -> Format {
    match format {
        FormatArg::Human => Format::Human,
        FormatArg::Json => Format::Json,
        FormatArg::Github => Format::Github,
    }
}

impl Color {
    /// Findings go to standard error; <https://no-color.org> asks for none anywhere.
    fn wanted(self) -> bool {
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

fn script(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "rolebook", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
