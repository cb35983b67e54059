//! Who may name whom. The tables are the documentation: they allow what is used and nothing else,
//! so that a line nobody needs any more fails as well as one that is missing.
//!
//! Tests inside `src` may name what they like: only what is compiled into the program is read.

#![allow(clippy::disallowed_methods, reason = "a test that reads the source")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A module, and what it may name after `crate::`: modules, or single names of one. The longest
/// module that fits a file counts; naming what is in it is free.
#[rustfmt::skip]
const MODULES: &[(&str, &[&str])] = &[
    // Leaves.
    ("colour", &[]),
    ("diagnostic", &[]),
    ("diagnostic::github", &["diagnostic", "spelling"]),
    ("diagnostic::report", &["diagnostic", "spelling"]),
    ("edit", &["diagnostic"]),
    ("embedded", &[]),
    ("gathering", &[]),
    ("git", &["diagnostic::suggest"]),
    ("labels", &[]),
    ("memo", &[]),
    ("markdown", &["diagnostic", "labels", "spelling::composed"]),
    ("picture", &["colour", "markdown::Html"]),
    ("search", &[]),
    ("spelling", &[]),
    // The stages in order. A path and a span are how a stage says where something is.
    ("content", &["diagnostic", "edit", "git::History", "spelling"]),
    ("document", &["colour", "content::RelPath", "content::TextFile", "diagnostic", "markdown", "spelling"]),
    ("document::built_in", &["diagnostic", "document", "embedded"]),
    ("document::amend", &["content::TextFile", "diagnostic", "document", "edit"]),
    ("handbook", &[]),
    ("handbook::edit", &["content::Move", "content::RelPath", "diagnostic", "document", "edit", "handbook::model",
        "handbook::resolve", "markdown"]),
    ("handbook::model", &["colour", "diagnostic::FileId", "diagnostic::Span", "diagnostic::Spanned", "git::Changed", "labels",
        "markdown::Prose", "picture::measure::Measured"]),
    ("handbook::edition", &["diagnostic", "handbook::model", "markdown", "picture::measure::Measured"]),
    ("handbook::resolve", &["content::RelPath", "diagnostic", "document", "git", "handbook::model", "labels", "markdown",
        "picture::measure::Measured", "spelling"]),
    ("handbook::rules", &["diagnostic", "handbook::model"]),
    ("page", &["diagnostic::FileId", "git::Changed", "handbook::model", "labels", "markdown", "picture", "search::Entry", "spelling"]),
    ("page::prose", &["diagnostic::Span", "handbook::model", "labels::Labels", "markdown", "page", "picture::measure::Measured"]),
    ("page::search", &["handbook::model", "labels::key", "page", "search"]),
    ("page::addresses", &["diagnostic", "handbook::model", "labels::key", "markdown::short_slug", "page"]),
    ("page::problem", &["diagnostic", "handbook::model::Record"]),
    ("site", &["content::AssetFile", "content::RelPath", "diagnostic", "labels", "markdown::Html", "memo", "page",
        "picture::card", "search", "spelling"]),
    ("site::look", &["colour", "diagnostic", "handbook::model::Look", "handbook::model::Token", "picture::icon",
        "site::theme"]),
    ("site::theme", &["content::AssetFile", "diagnostic", "embedded", "site::asset", "site::origin", "site::problem",
        "site::terse"]),
    ("site::docs", &["diagnostic::suggest", "embedded", "page::Page", "site::template", "site::theme"]),
    ("write", &["content::MANIFEST", "content::RelPath", "site"]),
    ("write::writing", &["gathering", "picture::card::Letters", "site", "write"]),
    ("write::ledger", &["content::Content", "content::LEDGER", "content::edited", "edit::Edits", "write"]),
    ("write::sources", &["content", "write::replace"]),
    // What joins them. The proof may not ask the step that it controls.
    ("proof", &["content::AssetFile", "diagnostic", "document", "embedded", "gathering", "handbook::model::Edition",
        "handbook::model::Editions", "labels::Labels", "markdown", "site"]),
    ("pipeline", &["content", "diagnostic", "document", "edit", "gathering", "handbook", "labels", "memo", "page",
        "picture::measure", "proof", "site"]),
    ("command", &["content", "diagnostic", "document::Written", "edit", "git", "handbook::edit::Wanted", "pipeline", "site", "write"]),
    ("command::serve::background", &["command", "content::Content", "diagnostic::report", "gathering", "pipeline", "site"]),
    ("command::changes", &["command", "content", "diagnostic", "git", "pipeline", "site"]),
    ("command::clock", &["command::count", "document::date"]),
    ("command::explain", &["command::console", "diagnostic", "embedded"]),
    ("command::theme::labels", &["command", "content", "diagnostic", "labels", "pipeline"]),
    ("command::new", &["command::console", "command::count", "content::RelPath", "document::Written", "embedded", "write"]),
    ("command::new::adopt", &["command", "content", "diagnostic", "document::is_index", "document::scalar", "pipeline", "write"]),
    ("cli", &["command", "diagnostic", "document::date", "pipeline::Options", "pipeline::Part"]),
    ("main", &["cli", "command"]),
    ("lib", &[]),
];

/// Every crate of `[dependencies]`, and the only modules that may name it.
#[rustfmt::skip]
const CRATES: &[(&str, &[&str])] = &[
    ("ab_glyph_rasterizer", &["picture::card::letters"]),
    ("aho_corasick", &["proof::needles", "proof::windows"]),
    ("annotate_snippets", &["diagnostic::report"]),
    ("anyhow", &["command", "content::read", "content::walk", "git", "write"]),
    ("blake3", &["site::asset", "write::manifest", "write::origin"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("color", &["colour"]),
    ("csv", &["site::export::rows"]),
    ("exif", &["picture::measure"]),
    ("fnv", &["handbook::model::difference::words", "search::tally"]),
    ("frostem", &["search::stems"]),
    ("http_body_util", &["command::serve::http"]),
    ("hyper", &["command::serve::http"]),
    ("hyper_util", &["command::serve::http"]),
    ("icu_calendar", &["labels::language"]),
    ("icu_casemap", &["spelling"]),
    ("icu_datetime", &["labels::language"]),
    ("icu_decimal", &["labels::language"]),
    ("icu_list", &["labels::language"]),
    ("icu_locale", &["labels::language"]),
    ("icu_plurals", &["labels::language"]),
    ("icu_properties", &["spelling::disk"]),
    // Not named: it is there for a feature of the ones above.
    ("icu_provider", &[]),
    ("imagesize", &["picture::measure"]),
    ("include_dir", &["embedded"]),
    ("indicatif", &["command::progress"]),
    ("jiff", &["document::date"]),
    ("mimalloc", &["main"]),
    ("minifier", &["site::terse"]),
    ("notify", &["command::serve::watch"]),
    ("notosans", &["picture::card::font"]),
    ("png", &["picture::card::encode"]),
    ("pulldown_cmark", &["markdown"]),
    ("roxmltree", &["picture::measure::svg"]),
    ("rayon", &["handbook", "page", "pipeline", "search", "site", "write::folder"]),
    ("same_file", &["write::lock"]),
    ("schemars", &["markdown::html", "page", "site::docs::schema", "site::export::changes", "site::export::json"]),
    ("serde", &["content::path", "diagnostic::json", "diagnostic::span", "document::yaml", "markdown::html", "page",
        "search", "site::export::changes", "site::export::json", "site::export::structured", "site::template", "write::manifest", "write::origin"]),
    ("serde_json", &["command::serve::view", "diagnostic::json", "document::kind::schema::json", "search", "site::docs::schema", "site::export",
        "write::manifest"]),
    ("serde_yaml", &["document::yaml"]),
    ("similar", &["handbook::model::difference::words"]),
    ("strsim", &["diagnostic::suggest"]),
    ("syntect", &["markdown::highlight"]),
    ("tempfile", &["git::snapshot", "write::replace", "write::staging"]),
    ("tera", &["site::fault", "site::label", "site::template"]),
    ("tokio", &["command::serve::http"]),
    ("ttf_parser", &["picture::card::font", "picture::card::letters", "picture::icon"]),
    ("unicode_normalization", &["search::words", "spelling"]),
    ("unicode_security", &["spelling::looks"]),
    ("walkdir", &["content::link", "content::walk"]),
];

/// What no finished code says.
const UNFINISHED: [&str; 3] = ["todo!(", "unimplemented!(", "dbg!("];

const MOST_LINES: usize = 300;
/// Without blank lines and comments, as clippy's `too_many_lines` counts.
const MOST_LINES_OF_FUNCTION: usize = 40;

/// A file of `src`.
struct Source {
    /// As in `handbook::resolve::role`.
    module: String,
    path: String,
    text: String,
    /// Without comments and tests.
    code: String,
}

#[test]
fn modules_name_only_what_the_table_allows() {
    let (mut offences, mut used) = (Vec::new(), BTreeSet::new());
    for source in sources() {
        let (module, allowed) = row(MODULES, &source.module);
        for name in named(&source) {
            if is_within(&name, module) && !is_other_row(&name, module) {
                continue;
            }
            match allowed.iter().find(|it| is_within(&name, it)) {
                Some(it) => drop(used.insert((module, *it))),
                None => offences.push(format!("{} may not name `{name}`", source.path)),
            }
        }
    }
    let rows = MODULES.iter().flat_map(|(module, names)| names.iter().map(|it| (*module, *it)));
    let unused = rows.filter(|it| !used.contains(it));
    offences.extend(unused.map(|(module, it)| format!("`{module}` no longer names `{it}`")));
    assert!(offences.is_empty(), "{offences:#?}");
}

#[test]
fn crates_are_named_only_where_the_table_allows() {
    let (mut offences, mut used) = (Vec::new(), BTreeSet::new());
    let dependencies = dependencies();
    let fenced: BTreeSet<String> = CRATES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(dependencies, fenced, "Cargo.toml (left) and the table differ");
    for source in sources() {
        for (name, places) in CRATES.iter().filter(|(name, _)| names_crate(&source.code, name)) {
            match places.iter().find(|it| is_within(&source.module, it)) {
                Some(it) => drop(used.insert((*name, *it))),
                None => offences.push(format!("{} may not name `{name}`", source.path)),
            }
        }
    }
    let rows = CRATES.iter().flat_map(|(name, places)| places.iter().map(|it| (*name, *it)));
    let unused = rows.filter(|it| !used.contains(it));
    offences.extend(unused.map(|(name, it)| format!("`{it}` no longer names `{name}`")));
    assert!(offences.is_empty(), "{offences:#?}");
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut offences = Vec::new();
    for Source { path, text, code, .. } in sources() {
        let n_lines = text.lines().count();
        if n_lines > MOST_LINES {
            offences.push(format!("{path} has {n_lines} lines"));
        }
        if !text.starts_with("//! ") {
            offences.push(format!("{path} does not begin with `//!`"));
        }
        for it in UNFINISHED.iter().filter(|it| code.contains(**it)) {
            offences.push(format!("{path} says `{it}…)`"));
        }
    }
    assert!(offences.is_empty(), "{offences:#?}");
}

#[test]
fn functions_are_short() {
    let mut offences = Vec::new();
    for Source { path, text, .. } in sources() {
        let lines: Vec<&str> = text.lines().collect();
        for (index, line) in lines.iter().enumerate().filter(|(_, it)| is_function(it)) {
            let n_lines = body_of(&lines[index..]).iter().filter(is_counted).count();
            if n_lines > MOST_LINES_OF_FUNCTION {
                offences.push(format!("{path}: `{}` has {n_lines} lines", line.trim()));
            }
        }
    }
    assert!(offences.is_empty(), "{offences:#?}");
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    let of_tests: BTreeSet<String> = found.iter().flat_map(test_modules).collect();
    for it in found.iter_mut().filter(|it| of_tests.contains(&it.module)) {
        it.code.clear();
    }
    assert!(found.len() > 100, "the source was not found");
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of source") {
        let path = entry.expect("an entry").path();
        let below = path.strip_prefix(root).expect("below the root").with_extension("");
        let parts: Vec<_> = below.iter().map(|it| it.to_string_lossy().into_owned()).collect();
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).expect("text");
            let module = parts.join("::").trim_end_matches("::mod").to_owned();
            let path = path.strip_prefix(root).expect("below the root").display().to_string();
            found.push(Source { module, path, code: code(&text), text });
        }
    }
}

/// The files that a module declares for its tests only.
fn test_modules(source: &Source) -> Vec<String> {
    let declared = source.text.split("#[cfg(test)]\nmod ").skip(1);
    let names = declared.filter_map(|it| it.split_once(";\n").map(|(name, _)| name));
    let names = names.filter(|it| it.chars().all(is_word));
    names.map(|it| format!("{}::{it}", source.module)).collect()
}

/// The text without comments and without modules of tests, as `rustfmt` leaves them.
fn code(text: &str) -> String {
    let (mut kept, mut lines) = (String::new(), text.lines());
    while let Some(line) = lines.next() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        if line == "#[cfg(test)]" {
            let is_open = lines.next().is_some_and(|it| it.ends_with('{'));
            let _ = is_open && lines.any(|it| it == "}");
            continue;
        }
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

/// The row of the longest module that `module` is in.
fn row(table: &'static [(&str, &[&str])], module: &str) -> (&'static str, &'static [&'static str]) {
    let rows = table.iter().filter(|(name, _)| is_within(module, name));
    let longest = rows.max_by_key(|(name, _)| name.len());
    *longest.unwrap_or_else(|| panic!("`{module}` needs a row in the table"))
}

/// Whether `name` is `module` or in it.
fn is_within(name: &str, module: &str) -> bool {
    name.strip_prefix(module).is_some_and(|it| it.is_empty() || it.starts_with("::"))
}

/// Whether `name` is in a module that has a row of its own, below `module`: `handbook` may hold
/// `handbook::model`, but what is in it goes by that row. A parent may name its children.
fn is_other_row(name: &str, module: &str) -> bool {
    row(MODULES, name).0 != module && !is_within(row(MODULES, name).0, module)
}

/// Every path the source names from the crate's root on, whatever way it is written.
fn named(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    let (start, root) = match source.module.as_str() {
        "main" => ("rolebook::", ""),
        _ => ("crate::", ""),
    };
    for (at, _) in source.code.match_indices(start) {
        let before = &source.code[..at];
        if !before.ends_with("pub(in ") && !before.ends_with(is_word) {
            expand(root, &source.code[at + start.len()..], &mut found);
        }
    }
    for (at, _) in source.code.match_indices("super::") {
        if !source.code[..at].ends_with([':', '_']) && !source.code[..at].ends_with("pub(in ") {
            let (above, rest) = climb(source, &source.code[at..]);
            expand(&above, rest, &mut found);
        }
    }
    found
}

/// What `super::super::` means in `source`, and what stands after it.
fn climb<'a>(source: &Source, mut text: &'a str) -> (String, &'a str) {
    let mut module = source.module.as_str();
    while let Some(rest) = text.strip_prefix("super::") {
        module = module.rsplit_once("::").map_or("", |(above, _)| above);
        text = rest;
    }
    (module.to_owned(), text)
}

/// Adds the paths that `text` begins with: `a::b`, or each of `a::{b, c::{d, e}}`. Gives what
/// stands behind them.
fn expand<'a>(prefix: &str, text: &'a str, found: &mut Vec<String>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = expand(prefix, rest, found).trim_start();
            rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
            match rest.strip_prefix('}') {
                Some(rest) => return rest,
                None if rest.is_empty() => return rest,
                None => {}
            }
        }
    }
    let end = text.find(|it| !is_word(it)).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let path = match (prefix, word) {
        ("", word) => word.to_owned(),
        (prefix, "self" | "") => prefix.to_owned(),
        (prefix, word) => format!("{prefix}::{word}"),
    };
    match rest.strip_prefix("::") {
        Some(rest) if rest.starts_with('{') || rest.starts_with(is_word) => {
            expand(&path, rest, found)
        }
        _ => {
            found.push(path);
            without_other_name(rest)
        }
    }
}

/// What follows `as name`, or everything.
fn without_other_name(rest: &str) -> &str {
    rest.strip_prefix(" as ").map_or(rest, |it| it.trim_start_matches(is_word))
}

fn is_word(it: char) -> bool {
    it.is_alphanumeric() || it == '_'
}

/// The crates of `[dependencies]` by the names they have in code.
fn dependencies() -> BTreeSet<String> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let text = fs::read_to_string(manifest).expect("the manifest");
    let after = text.split_once("\n[dependencies]\n").expect("dependencies").1;
    let lines = after.lines().take_while(|it| !it.starts_with('['));
    let names = lines.filter_map(|it| it.split_once(" = ")).filter(|it| !it.0.starts_with('#'));
    names.map(|(name, _)| name.trim().replace('-', "_")).collect()
}

fn names_crate(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + name.len()..]);
        let is_first = !before.ends_with(is_word) && !before.ends_with("::");
        let is_imported = before.ends_with("use ") && after.starts_with([';', ' ']);
        is_first && (after.starts_with("::") || is_imported)
    })
}

fn is_function(line: &str) -> bool {
    let words = line.trim_start();
    !words.starts_with("//")
        && words.split(['(', '<']).next().is_some_and(|it| it.split(' ').rev().nth(1) == Some("fn"))
}

/// The lines between the braces of the function that `lines` begins with.
fn body_of<'a>(lines: &'a [&'a str]) -> &'a [&'a str] {
    let indent = &lines[0][..lines[0].len() - lines[0].trim_start().len()];
    let start = lines.iter().position(|it| it.ends_with('{')).unwrap_or(0) + 1;
    let is_end = |it: &&str| it.strip_prefix(indent) == Some("}");
    let one_line = lines[0].ends_with([';', '}']);
    let end = lines.iter().position(is_end).filter(|_| !one_line).unwrap_or(0);
    lines.get(start..end).unwrap_or_default()
}

fn is_counted(line: &&&str) -> bool {
    !line.trim().is_empty() && !line.trim_start().starts_with("//")
}

mod tests {
    use super::*;

    fn paths(module: &str, code: &str) -> Vec<String> {
        let (path, text) = (String::new(), String::new());
        named(&Source { module: module.to_owned(), path, text, code: code.to_owned() })
    }

    #[test]
    fn every_way_to_name_a_module_is_seen() {
        for (code, expected) in [
            ("use crate::content;", vec!["content"]),
            ("use crate::{a, b::C};", vec!["a", "b::C"]),
            ("use crate::a::{self, B, c::{D as E, F}};", vec!["a", "a::B", "a::c::D", "a::c::F"]),
            ("let x: Vec<crate::a::B<C>> = crate::d::e();", vec!["a::B", "d::e"]),
            ("use super::super::page::Page;", vec!["page::Page"]),
            (
                "use super::names::{\n    A,\n    B,\n};",
                vec!["handbook::names::A", "handbook::names::B"],
            ),
            ("pub(in crate::handbook) fn x() {}", vec![]),
        ] {
            assert_eq!(paths("handbook::x", code), expected, "{code}");
        }
    }

    #[test]
    fn offences_are_offences() {
        let allows = |module: &str, name: &str| {
            let (module, allowed) = row(MODULES, module);
            let is_own = is_within(name, module) && !is_other_row(name, module);
            is_own || allowed.iter().any(|it| is_within(name, it))
        };
        assert!(allows("document::kind::role", "document::fields"));
        assert!(allows("handbook", "handbook::resolve::resolve"));
        assert!(allows("site::theme", "embedded::theme"));
        for (module, name) in [
            ("document::yaml", "content::read"),
            ("diagnostic::json", "embedded"),
            ("handbook::model::role", "handbook::resolve::x"),
            ("handbook::model::role", "diagnostic::Diagnostic"),
            ("handbook::rules::x", "document::Document"),
            ("handbook::rules::x", "handbook::resolve::y"),
            ("handbook::resolve::x", "handbook::rules"),
            ("page::role", "document::Document"),
            ("site::export", "handbook::model"),
            ("site::export", "embedded"),
            ("content::walk", "document"),
            ("command::build", "embedded"),
            ("command::build", "cli"),
            ("pipeline", "command"),
            ("main", "pipeline"),
        ] {
            assert!(!allows(module, name), "{module} names {name}");
        }
    }

    #[test]
    fn tests_and_comments_are_no_code() {
        let text =
            "//! use crate::a;\nuse b;\n#[cfg(test)]\nmod tests {\n    use c;\n}\nfn d() {}\n";
        assert_eq!(code(text), "use b;\nfn d() {}\n");
        assert_eq!(code("#[cfg(test)]\nmod tests;\nfn d() {}\n"), "fn d() {}\n");
    }

    #[test]
    fn crates_are_told_from_other_words() {
        assert!(names_crate("use tera::Tera;", "tera"));
        assert!(names_crate("fn x() -> anyhow::Result<()>", "anyhow"));
        assert!(names_crate("use serde_yaml as yaml;", "serde_yaml"));
        assert!(!names_crate("use serde_json::x;", "serde"));
        assert!(!names_crate("use crate::notify::x; a.notify(); literate::x", "notify"));
        assert!(!names_crate("literate::x", "tera"));
    }

    #[test]
    fn functions_are_counted_by_the_lines_in_them() {
        let text = "    fn a(\n        b: C,\n    ) {\n        d();\n\n        // e\n        f();\n    }\n";
        let lines: Vec<&str> = text.lines().collect();
        assert!(is_function(lines[0]) && !is_function(lines[3]));
        assert_eq!(body_of(&lines).iter().filter(is_counted).count(), 2);
        assert!(body_of(&["fn a() -> B { c() }", "}"]).is_empty());
    }
}
