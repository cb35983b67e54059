//! Runs every project of `tests/diagnostics`: each mark must be found, nothing else may be found,
//! and the report must read as written there. `UPDATE=1` rewrites the reports.

#![allow(clippy::disallowed_methods, reason = "a test that reads and rewrites its expectations")]

use crate::support::fixture::{Mark, Project};
use rolebook::diagnostic::code::Code;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Codes that no text can cause, and why; other tests cause them.
const ELSEWHERE: [(&str, &str); 6] = [
    ("bad-template", "said of a theme when pages are rendered"),
    ("no-content", "said of a folder on disk that has no text in it"),
    ("not-utf8", "a project written as a string is always UTF-8"),
    ("symlink", "said of links on disk"),
    ("too-large", "megabytes are no text to read in a test"),
    ("unportable-name", "said of names on disk"),
];

/// Files that are not about one code, and what they are about.
const TOPICS: [(&str, &str); 3] = [
    ("no-cascade", "one mistake is said once"),
    ("severity", "whose word counts on how serious a finding is"),
    ("together", "all problems of all files are said in one run"),
];

/// The fence around a project. A report has the usual, shorter one.
const PROJECT: &str = "````text";
const REPORT: &str = "```text";

#[test]
fn every_project_has_the_problems_that_are_marked() {
    let mut complaints = String::new();
    for (path, text) in files() {
        let rewritten = rewrite(&text, &path, &mut complaints);
        if rewritten != text {
            match std::env::var_os("UPDATE") {
                Some(_) => fs::write(&path, rewritten).expect("a file that can be written"),
                None => differs(&path, &text, &rewritten, &mut complaints),
            }
        }
    }
    assert!(complaints.is_empty(), "{complaints}\nUPDATE=1 rewrites the reports, not the marks");
}

#[test]
fn every_code_has_a_file_and_is_marked_in_it() {
    let marked: BTreeMap<String, BTreeSet<String>> =
        files().into_iter().map(|(path, text)| (stem(&path), codes(&text))).collect();
    for code in Code::all().map(Code::as_str) {
        let is_elsewhere = ELSEWHERE.iter().any(|(it, _)| *it == code);
        let is_here = marked.get(code).is_some_and(|it| it.contains(code));
        assert!(is_here != is_elsewhere, "tests/diagnostics/{code}.md must mark `{code}`");
        assert!(rolebook::embedded::explanation(code).is_some(), "`{code}` is not explained");
    }
    for name in marked.keys() {
        let is_topic = TOPICS.iter().any(|(it, _)| it == name);
        assert!(is_topic || Code::named(name).is_some(), "tests/diagnostics/{name}.md: no code");
    }
}

#[test]
fn every_file_begins_with_its_name_and_says_what_it_is_about() {
    for (path, text) in files() {
        let mut lines = text.lines();
        let title = lines.next().and_then(|it| it.strip_prefix("# "));
        assert_eq!(title, Some(&*stem(&path)), "{}", path.display());
        let words = lines.find(|it| !it.is_empty()).unwrap_or_default();
        assert!(words.ends_with(['.', ':']) && !words.starts_with('`'), "{}", path.display());
    }
}

fn files() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let entries = fs::read_dir(folder).expect("the folder of the projects");
    let mut paths: Vec<PathBuf> = entries.map(|it| it.expect("an entry").path()).collect();
    paths.sort();
    let text = |it: &PathBuf| fs::read_to_string(it).expect("text");
    paths.iter().map(|it| (it.clone(), text(it))).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// One project of a file, and the rest of the file after it.
struct Block<'a> {
    before: &'a str,
    flags: &'a str,
    project: &'a str,
    after: &'a str,
}

/// The first project of `text`.
fn first_project(text: &str) -> Option<Block<'_>> {
    let fence = text.find(&format!("\n{PROJECT}"))? + 1 + PROJECT.len();
    let (flags, rest) = text[fence..].split_once('\n')?;
    let (project, after) = rest.split_once("\n````\n").expect("a project's fence is closed");
    Some(Block { before: &text[..fence - PROJECT.len()], flags, project, after })
}

/// All codes that are marked in a file.
fn codes(mut text: &str) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    while let Some(block) = first_project(text) {
        let project = Project::new(block.project, block.flags);
        codes.extend(project.marks.into_iter().map(|it| it.code));
        text = block.after;
    }
    codes
}

/// The file as it should be; a project whose marks are not what is found is complained of.
fn rewrite(mut text: &str, path: &Path, complaints: &mut String) -> String {
    let mut out = String::new();
    while let Some(Block { before, flags, project, after }) = first_project(text) {
        let run = Project::new(project, flags);
        let found = run.check();
        compare(path, project, (&run.marks, &found.marks), complaints);
        let _ = write!(out, "{before}{PROJECT}{flags}\n{project}\n````\n\n{REPORT}\n");
        let _ = writeln!(out, "{}```", found.report);
        text = without_report(after);
    }
    out + text
}

/// What follows the report that stands right after a project, if one does.
fn without_report(after: &str) -> &str {
    let report = after.trim_start().strip_prefix(&format!("{REPORT}\n"));
    let end = report.and_then(|it| it.starts_with("```\n").then_some(&it[4..]));
    end.or_else(|| Some(report?.split_once("\n```\n")?.1)).unwrap_or(after)
}

fn compare(path: &Path, project: &str, (marked, found): (&[Mark], &[Mark]), out: &mut String) {
    if marked == found {
        return;
    }
    let first = project.lines().next().unwrap_or_default();
    let _ = writeln!(out, "{}, the project of `{first}`:", path.display());
    for it in marked.iter().filter(|it| !found.contains(it)) {
        let _ = writeln!(out, "  marked, but not found: {it}");
    }
    for it in found.iter().filter(|it| !marked.contains(it)) {
        let _ = writeln!(out, "  found, but not marked: {it}");
    }
    if marked.len() != found.len() {
        let _ = writeln!(out, "  {} marked, {} found", marked.len(), found.len());
    }
}

/// Shows the lines around the first difference.
fn differs(path: &Path, text: &str, rewritten: &str, out: &mut String) {
    let same = text.lines().zip(rewritten.lines()).take_while(|(a, b)| a == b).count();
    let some = |it: &str| it.lines().skip(same).take(9).collect::<Vec<_>>().join("\n    ");
    let (written, actual) = (some(text), some(rewritten));
    let _ = writeln!(out, "{}:{}: the report differs", path.display(), same + 1);
    let _ = writeln!(out, "  written:\n    {written}\n  actual:\n    {actual}");
}
