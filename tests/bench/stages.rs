//! How long each stage takes over handbooks of 100, 1,000 and 10,000 roles, how much memory a run asks
//! for, and what comes of it.
//!
//! In: numbers of roles (`cargo bench --bench stages -- 1000`), or folders with handbooks. Out: a table
//! for each. Times of one table can be held against each other, and against nothing else.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the disk and the clock")]
#![allow(clippy::print_stdout, reason = "the table is what it is for")]

mod many;

use anyhow::{Context, ensure};
use mimalloc::MiMalloc;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use rolebook::content::{self, Content};
use rolebook::document::{self, Document};
use rolebook::handbook::{self, model::Handbook};
use rolebook::memo::Memo;
use rolebook::page::{self, Pages, Publication};
use rolebook::picture::measure::measured;
use rolebook::site::{self, Dress, OutputFile, Theme};
use rolebook::write::{Output, Writing, Written};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The program's.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// What is measured when nothing is named.
const SIZES: [&str; 2] = ["100", "1000"];
const TODAY: &str = "2026-01-31";
/// What tells this program that it is the one that measures: each table has a process of its own, so that
/// its memory is that of one handbook.
const ALONE: &str = "--alone";

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    if let [mode, project] = &arguments[..]
        && mode == ALONE
    {
        return table(Path::new(project));
    }
    let named: Vec<&str> = match arguments.is_empty() {
        true => SIZES.to_vec(),
        false => arguments.iter().map(String::as_str).collect(),
    };
    for it in named {
        let made = tempfile::tempdir()?;
        match it.parse() {
            Ok(n_roles) => {
                make(n_roles, made.path())?;
                alone(made.path())?;
            }
            Err(_) => alone(Path::new(it))?,
        }
    }
    Ok(())
}

fn make(n_roles: usize, project: &Path) -> anyhow::Result<()> {
    for (path, text) in many::handbook(n_roles) {
        let path = project.join("content").join(path);
        fs::create_dir_all(path.parent().unwrap_or(project))?;
        fs::write(path, text)?;
    }
    Ok(())
}

fn alone(project: &Path) -> anyhow::Result<()> {
    let status = Command::new(std::env::current_exe()?).arg(ALONE).arg(project).status()?;
    ensure!(status.success(), "`{}` could not be measured", project.display());
    Ok(())
}

/// Rows of a table: what was done, and how long it took.
#[derive(Default)]
struct Table(Vec<(&'static str, Duration)>);

impl Table {
    fn time<T>(&mut self, what: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = work();
        self.0.push((what, start.elapsed()));
        done
    }
}

fn table(project: &Path) -> anyhow::Result<()> {
    let mut table = Table::default();
    let out = tempfile::tempdir_in(project)?;
    let content = table.time("content", || content::read(project, out.path()))?;
    let documents = table.time("document", || parsed(&content));
    let handbook = Arc::new(resolved(&mut table, &content, &documents));
    let edition = handbook.settings.editions.public().clone();
    let publication = Publication {
        base_url: handbook.settings.base_url.clone(),
        edition: Some(edition.clone()),
        today: TODAY.to_owned(),
        ..Publication::default()
    };
    let handbook = table.time("handbook: edition", || handbook::seen(&handbook, &edition)).value;
    let handbook = &*handbook.handbook;
    let addresses =
        table.time("page: addresses", || page::settle(handbook, &publication, None)).value;
    let pages = page::compose(handbook, &publication, &addresses);
    let dress = Dress::new(Theme::default(), pages.labels, &publication).ok().context("a theme")?;
    table.time("page", || pages.leaves().for_each(drop));
    table.time("page, site", || {
        site::render(&pages, &[], (&dress, &Memo::forgetful()), &|_: OutputFile| {})
    });
    let output = Output { dir: out.path(), project, force: false };
    let first = table.time("page, site, write", || written((&pages, &dress), output))?;
    let again = table.time("the same again", || written((&pages, &dress), output))?;
    ensure!(again.written == 0, "the second run wrote {} files", again.written);
    print(&table, (handbook.roles.len(), &content), (addresses.n_pages(), &first));
    Ok(())
}

fn parsed(content: &Content) -> Vec<Document> {
    let parsed = content.texts.par_iter().map(document::parse);
    parsed.filter_map(|it| it.unpack(&mut Vec::new())).collect()
}

fn resolved(table: &mut Table, content: &Content, documents: &[Document]) -> Handbook {
    let assets = content.assets.iter().map(|it| {
        let path = it.path.as_str();
        (path.to_owned(), measured(path, &it.bytes))
    });
    let assets = assets.collect();
    let mut said = Vec::new();
    let resolve = || handbook::resolve(documents, assets, &content.history).unpack(&mut said);
    let handbook = table.time("handbook: resolve", resolve);
    table.time("handbook: check", || handbook::check(&handbook, &said, TODAY));
    handbook
}

fn written((pages, dress): (&Pages<'_>, &Dress), output: Output<'_>) -> anyhow::Result<Written> {
    let writing = Writing::begin(output)?;
    site::render(pages, &[], (dress, &Memo::forgetful()), &writing);
    writing.finish(None)
}

fn print(
    table: &Table,
    (n_roles, content): (usize, &Content),
    (n_pages, written): (usize, &Written),
) {
    let sources = content.texts.iter().map(|it| it.text.len()).sum::<usize>();
    let megabytes = |n: u64| n as f64 / 1e6;
    println!("\n### {n_roles} roles: {n_pages} pages, {} files\n", written.written);
    println!("| | ms | µs a role |\n|---|---:|---:|");
    for (what, took) in &table.0 {
        let per_role = took.as_micros() as f64 / n_roles.max(1) as f64;
        println!("| {what} | {:.0} | {per_role:.0} |", took.as_secs_f64() * 1e3);
    }
    let peak = peak().map_or("unknown".to_owned(), |it| format!("{:.0} MB", megabytes(it)));
    println!(
        "\nSources {:.1} MB, output {:.1} MB, peak of memory {peak}.",
        megabytes(sources as u64),
        megabytes(written.bytes)
    );
}

/// The most memory that this process had, in bytes, where the system tells.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").context("no such system").ok()?;
    let line = status.lines().find(|it| it.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? * 1024)
}
