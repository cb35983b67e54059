//! Small projects with the site they should give, file by file: `tests/sites/<name>/expected/`.
//! `UPDATE=1` writes it anew, to be read like code.
//!
//! The theme's styles and scripts are tested where they work, so their fingerprints are written
//! `HASH` and their contents are not compared; of the comparisons of pairs two are enough.

use crate::support::fixture::TODAY;
use crate::support::indent::indented;
use crate::support::site::{Files, broken_links, files};
use crate::support::{Project, assert_expected, below_tests, is_update};
use std::fs;

#[test]
fn small() {
    whole("small");
}

#[test]
fn german() {
    whole("german");
}

#[test]
fn arabic() {
    whole("arabic");
}

fn whole(name: &str) {
    let project = Project::of_fixture(&format!("sites/{name}"));
    project.run(&["build", "--deny", "warnings", "--date", TODAY]).ends_with(0);
    let site = files(&project.path("public"));
    assert_eq!(broken_links(&site), [""; 0]);
    compare(name, &site);
}

/// Of the site with everything that Markdown makes, the pages whose text is an author's.
#[test]
fn markdown() {
    let project = Project::of_fixture("sites/markdown");
    project.run(&["build", "--deny", "warnings", "--date", TODAY]).ends_with(0);
    let mut site = files(&project.path("public"));
    assert_eq!(broken_links(&site), [""; 0]);
    let pages = ["index.html", "guides/everything/index.html", "roles/keeper/index.html"];
    site.retain(|path, _| pages.contains(&path.as_str()));
    compare("markdown", &site);
}

fn compare(name: &str, site: &Files) {
    let folder = below_tests(&format!("sites/{name}/expected"));
    let normal = |path: &str| without_fingerprints(path);
    let list: String = site.keys().map(|it| normal(it) + "\n").collect();
    if is_update() && folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    assert_expected(&folder.join("files.txt"), &list);
    let compared: Vec<&String> = site.keys().filter(|it| is_compared(it)).collect();
    for path in &compared {
        let text = String::from_utf8(site[*path].clone()).unwrap();
        let text = if path.ends_with(".json") { indented(&text) } else { text };
        assert_expected(&folder.join(path), &without_fingerprints(&text));
    }
    let expected = files(&folder).into_keys().filter(|it| it != "files.txt");
    assert!(expected.eq(compared.into_iter().cloned()), "files that are no longer written");
}

fn is_compared(path: &str) -> bool {
    let is_pair = path.starts_with("compare/") && path.split('/').count() == 4;
    let pairs = [
        "compare/engineer/senior-engineer/",
        "compare/senior-engineer/staff-engineer/",
        "compare/staff-engineer/engineering-manager/",
    ];
    let kinds = [".html", ".json", ".csv", ".md", ".xml", ".txt"];
    let is_ours = kinds.iter().any(|it| path.ends_with(it)) && !path.starts_with('.');
    // The data of a role stands in the handbook's as well.
    let is_twice = path.starts_with("roles/") && path.ends_with(".json");
    is_ours && !is_twice && (!is_pair || pairs.iter().any(|it| path.starts_with(it)))
}

/// `site.bd199b40.css` is `site.HASH.css`.
fn without_fingerprints(text: &str) -> String {
    let is_fingerprint =
        |it: &str| [6, 8].contains(&it.len()) && it.bytes().all(|it| it.is_ascii_hexdigit());
    let parts: Vec<&str> = text.split('.').collect();
    let normal = |(index, part): (usize, &&str)| {
        let next = parts.get(index + 1).copied().unwrap_or_default();
        let is_asset = next.starts_with("css") || next.starts_with("js");
        if is_asset && is_fingerprint(part) { "HASH".to_owned() } else { (*part).to_owned() }
    };
    let text = parts.iter().enumerate().map(normal).collect::<Vec<_>>().join(".");
    // Two scripts are named by nothing else: `data-with="bd199b40 0a1b2c3d"`.
    match text.split_once(" data-with=\"") {
        Some((before, rest)) => format!("{before} data-with=\"HASH HASH{}", &rest[17..]),
        None => text,
    }
}
