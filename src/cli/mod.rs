//! The command line: flags and subcommands, nothing else. In: arguments and the terminal they were
//! typed in. Out: a [`Request`]. The only folder that names the crates which read command lines.

mod arguments;
mod changes;
mod edit;
mod folder;
mod theme;

use crate::command::{Browser, Console, Request};
use arguments::{
    AdvertArg, Color, FormatArg, NotationArg, SchemaArg, SiteArgs, SourceArgs, advert_notation,
    format, notation, schema,
};
use changes::ChangesArgs;
use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use edit::{FixArgs, NewArgs, Rename};
use folder::folder;
use std::path::PathBuf;
use theme::Theme;

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
    #[arg(long, global = true, value_name = "DIR", default_value = ".", value_parser = folder())]
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
        source: SiteArgs,
        /// Who reads the findings
        #[arg(long, value_name = "FORMAT", default_value = "human")]
        format: FormatArg,
        /// Where the site is written [default: `public` in the project folder]
        #[arg(long, value_name = "DIR", value_parser = folder())]
        out: Option<PathBuf>,
        /// Write into a folder that holds files of others, and replace those in the way
        #[arg(long)]
        force: bool,
        /// Spell out `index.html` in links, so that the site opens from a disk
        #[arg(long)]
        offline: bool,
        /// Record every address in the ledger as well, as `rolebook publish` does
        #[arg(long)]
        publish: bool,
    },
    /// Record every address of the site, so that none of them can vanish unnoticed
    ///
    /// Adds to `content/addresses.lock`, which is committed with the handbook. From then on an
    /// address that would vanish is an error that shows the ways out.
    ///
    /// Example: rolebook publish
    Publish {
        #[command(flatten)]
        source: SourceArgs,
        /// Who reads the findings
        #[arg(long, value_name = "FORMAT", default_value = "human")]
        format: FormatArg,
    },
    /// Report every problem without building
    ///
    /// Example: rolebook check --warn broken-link --format github
    Check {
        #[command(flatten)]
        source: SiteArgs,
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
        source: SiteArgs,
        /// The port to listen on [default: the first free one from 4000]
        #[arg(long, value_name = "N")]
        port: Option<u16>,
        /// Open the site in the default browser
        #[arg(long)]
        open: bool,
    },
    /// Say what changes from one role to another
    ///
    /// Roles are named by id or title.
    ///
    /// Example: rolebook compare engineer senior-engineer --format markdown
    Compare {
        #[command(flatten)]
        source: SourceArgs,
        from: String,
        to: String,
        /// How the answer is written down
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: NotationArg,
    },
    /// Say what the work tree does to the ladder, against a Git revision
    ///
    /// It compares with where the work left the revision, as a pull request does: with the last
    /// commit that both go back to. Files may have been moved: ids tell what is the same.
    ///
    /// Example: rolebook changes --since origin/main --format markdown
    Changes(ChangesArgs),
    /// Print what a job advert says of a role, ready to be pasted
    ///
    /// What it is, what it asks and how success shows, with the permanent link. Statements that not
    /// everybody may see are left out, whatever the edition.
    ///
    /// Example: rolebook advert senior-engineer --format html
    Advert {
        #[command(flatten)]
        source: SourceArgs,
        /// The id or title of the role
        role: String,
        /// The one of the role's vacancies to name, counted from 1
        #[arg(long, value_name = "N")]
        vacancy: Option<usize>,
        /// How the advert is written down
        #[arg(long, value_name = "FORMAT", default_value = "markdown")]
        format: AdvertArg,
    },
    /// Count something in the whole handbook
    #[command(subcommand)]
    Report(Report),
    /// Write down in your files what so far comes from their words
    ///
    /// The site stays as it is, address by address. Nothing is written where anything would change,
    /// and nothing at all on any error.
    ///
    /// Example: rolebook fix --ids content/roles
    Fix(FixArgs),
    /// Give something another id, in every file that names it
    #[command(subcommand)]
    Rename(Rename),
    /// See, copy and read about the files of a theme
    #[command(subcommand)]
    Theme(Theme),
    /// Print the JSON Schema of the data that a site publishes, or of what you write
    ///
    /// Each published file says in `version` which version of the format it is. Names that end in
    /// `.md` and `.yml` are files of your own: their front matter, or all of it.
    ///
    /// Example: rolebook schema role.md > .rolebook/schemas/role.json
    Schema {
        #[arg(default_value = "handbook")]
        of: SchemaArg,
    },
    /// Begin a handbook in a new folder, with all that publishes it
    ///
    /// Without `--from` it has two roles, to be written over.
    ///
    /// Example: rolebook new handbook --from old-wiki
    New(NewArgs),
    /// Say what a code means and what to do about it; without a code, list all codes
    ///
    /// Example: rolebook explain broken-link
    Explain { code: Option<String> },
    /// Print a completion script for a shell
    ///
    /// Example: rolebook completions bash > ~/.local/share/bash-completion/completions/rolebook
    Completions { shell: Shell },
}

#[derive(Subcommand)]
enum Report {
    /// How much each rung asks beyond the one below, so that uneven steps show
    ///
    /// Example: rolebook report steps
    Steps {
        #[command(flatten)]
        source: SourceArgs,
        /// How the answer is written down
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: NotationArg,
    },
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
            Command::Build { source, format, out, force, offline, publish } => {
                let mut source = source.source(project, out);
                source.options.offline = offline;
                Request::Build { source, console: console(format), force, publish }
            }
            Command::Publish { source, format } => {
                Request::Publish { source: source.source(project, None), console: console(format) }
            }
            Command::Check { source, format } => {
                Request::Check { source: source.source(project, None), console: console(format) }
            }
            Command::Serve { source, port, open } => {
                let (source, console) = (source.source(project, None), console(FormatArg::Human));
                Request::Serve { source, console, browser: Browser { port, open } }
            }
            Command::Compare { source, from, to, format } => {
                let (source, notation) = (source.source(project, None), notation(format));
                Request::Compare { source, console: console(FormatArg::Human), from, to, notation }
            }
            Command::Changes(it) => it.request(project, console(FormatArg::Human)),
            Command::Advert { source, role, vacancy, format } => {
                let source = source.source(project, None);
                let (console, notation) = (console(FormatArg::Human), advert_notation(format));
                Request::Advert { source, console, role, vacancy, notation }
            }
            Command::Report(Report::Steps { source, format }) => {
                let (source, notation) = (source.source(project, None), notation(format));
                Request::Steps { source, console: console(FormatArg::Human), notation }
            }
            Command::Fix(it) => it.request(project, console(FormatArg::Human)),
            Command::Rename(it) => it.request(project, console(FormatArg::Human)),
            Command::Theme(it) => Request::Theme(it.request(project, console(FormatArg::Human))),
            Command::Schema { of } => Request::Schema { of: schema(of) },
            Command::New(it) => it.request(console(FormatArg::Human)),
            Command::Explain { code } => Request::Explain { code },
            Command::Completions { shell } => Request::Completions { script: script(shell) },
        }
    }
}

fn script(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "rolebook", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
