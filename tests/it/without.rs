//! `--without`: what is left out is left out wholly, and nothing leads to it.

use crate::support::Project;
use crate::support::fixture::TODAY;
use crate::support::site::{Files, broken_links};
use rolebook::content::{self, Content};
use rolebook::pipeline::{Options, Part, Pipeline};
use std::collections::BTreeSet;
use std::path::Path;

const PARTS: [Part; 3] = [Part::Search, Part::Compare, Part::Data];
const LEDGER: &str = "content/addresses.lock";

/// Every choice of parts, none of them among the choices.
fn choices() -> impl Iterator<Item = BTreeSet<Part>> {
    let chosen = |mask: usize| {
        PARTS.into_iter().enumerate().filter(move |(at, _)| mask >> at & 1 == 1).map(|(_, it)| it)
    };
    (0..8).map(move |mask| chosen(mask).collect())
}

/// Pages with what they say, and all else by name: drawing pictures takes long.
fn site(pipeline: &mut Pipeline, content: &Content, options: &Options) -> Files {
    let (site, build) = pipeline.site(content, options);
    let site = site.unwrap_or_else(|| panic!("{:#?}", build.diagnostics));
    let file = |it: &rolebook::site::OutputFile| {
        let is_page = it.path.as_str().ends_with(".html");
        (it.path.to_string(), if is_page { it.bytes().into_owned() } else { Vec::new() })
    };
    site.files.iter().map(file).collect()
}

/// Whether a file is of that part.
fn is_of(part: Part, path: &str) -> bool {
    let begins = |names: &[&str]| names.iter().any(|it| path.starts_with(it));
    let ends = |names: &[&str]| names.iter().any(|it| path.ends_with(it));
    match part {
        Part::Search => begins(&["search/", "assets/search"]),
        Part::Compare => begins(&["compare/", "assets/compare."]),
        Part::Data => {
            let is_data = ends(&["index.json", "index.csv", "index.md", "handbook.csv"]);
            is_data || path == "handbook.json" || (path.starts_with("roles/") && ends(&[".js"]))
        }
    }
}

fn assert_is_without(parts: &BTreeSet<Part>, files: &Files) {
    assert_eq!(broken_links(files), [""; 0], "without {parts:?}");
    for part in PARTS {
        let of_part = files.keys().filter(|it| is_of(part, it)).count();
        assert_eq!(of_part == 0, parts.contains(&part), "{of_part} files of {part:?}: {parts:?}");
    }
    // Its links start from the root of a host, so they are not looked at above.
    let missing = std::str::from_utf8(&files["404.html"]).unwrap();
    for (part, link) in [(Part::Search, "search/"), (Part::Compare, "compare/")] {
        assert!(!parts.contains(&part) || !missing.contains(link), "{link} without {parts:?}");
    }
    let first = std::str::from_utf8(&files["index.html"]).unwrap();
    assert_eq!(first.contains("search/"), !parts.contains(&Part::Search), "{parts:?}");
    assert_eq!(first.contains("compare/"), !parts.contains(&Part::Compare), "{parts:?}");
}

/// The site of a project in all its forms, built with `options` otherwise.
fn each_form(root: &Path, options: &Options, mut look: impl FnMut(&BTreeSet<Part>, &Files)) {
    let content = content::read(root, &root.join("public")).unwrap();
    let mut pipeline = Pipeline::default();
    for without in choices() {
        let options = Options { without: without.clone(), ..options.clone() };
        look(&without, &site(&mut pipeline, &content, &options));
    }
}

#[test]
fn the_handbook_of_this_repository_has_no_broken_link_without_any_part() {
    let options = Options { today: TODAY.to_owned(), ..Options::default() };
    each_form(Path::new(env!("CARGO_MANIFEST_DIR")), &options, assert_is_without);
}

#[test]
fn a_site_for_a_disk_has_none_either() {
    let options = Options { offline: true, ..Options::default() };
    each_form(Project::of_fixture("sites/small").root(), &options, assert_is_without);
}

#[test]
fn the_theme_without_scripts_has_none_either() {
    let options = Options { theme: Some("plain".to_owned()), ..Options::default() };
    each_form(Project::of_fixture("sites/small").root(), &options, |without, site| {
        assert_eq!(broken_links(site), [""; 0], "without {without:?}");
        let family = std::str::from_utf8(&site["families/engineering/index.html"]).unwrap();
        assert_eq!(family.contains("index.csv"), !without.contains(&Part::Data), "{without:?}");
    });
}

#[test]
fn parts_are_named_with_commas_or_one_by_one_and_no_other_word_is_one() {
    let project = Project::of_fixture("sites/small");
    project.run(&["build", "--without", "search,compare", "--without", "data"]).ends_with(0);
    let files = project.files();
    assert!(files.contains(&"public/roles/senior-engineer/index.html".to_owned()), "{files:?}");
    let of_parts = |it: &&String| {
        it.strip_prefix("public/").is_some_and(|it| PARTS.iter().any(|part| is_of(*part, it)))
    };
    assert_eq!(files.iter().filter(of_parts).collect::<Vec<_>>(), [""; 0]);
    let page = project.text("public/roles/senior-engineer/index.html");
    assert!(!page.contains("compare/") && !page.contains("search"), "{page}");
    // What was left out comes back.
    project.run(&["build"]).ends_with(0);
    assert!(project.path("public/handbook.json").exists());
    project
        .run(&["build", "--without", "pictures"])
        .ends_with(2)
        .says("[possible values: search, compare, data]");
    project.run(&["check", "--without", "data"]).ends_with(0);
}

#[test]
fn what_is_left_out_has_not_vanished_and_stays_recorded() {
    let project = Project::of_fixture("sites/small");
    project.run(&["publish", "--date", "2026-01-31"]).ends_with(0);
    let before = project.text(LEDGER);
    assert!(before.contains("\n/search/ ") && before.contains("\n/compare/"), "{before}");
    let run = project.run(&["build", "--without", "search,compare,data"]).ends_with(0);
    assert!(!run.err.contains("addresses"), "{}", run.err);
    let partial = ["build", "--publish", "--without", "search,compare,data"];
    project.run(&partial).ends_with(0).says("recorded 0 new addresses");
    assert_eq!(project.text(LEDGER), before);
}

#[test]
fn a_ledger_holds_what_was_published_and_the_rest_comes_in_later() {
    let project = Project::of_fixture("sites/small");
    project.run(&["build", "--publish", "--without", "search,compare"]).ends_with(0);
    let ledger = project.text(LEDGER);
    assert!(ledger.contains("\n/roles/senior-engineer/ "), "{ledger}");
    assert!(!ledger.contains("\n/compare/") && !ledger.contains("\n/search/"), "{ledger}");
    project.run(&["build"]).ends_with(0).says("addresses not recorded yet");
    project.run(&["publish"]).ends_with(0);
    assert!(project.text(LEDGER).contains("\n/compare/"));
}

/// Old addresses lead to comparisons too.
#[test]
fn nothing_old_leads_to_what_is_left_out() {
    let project = Project::of_fixture("sites/small");
    let handbook = project.text("content/handbook.yml");
    let gone =
        "gone:\n  - { address: /old/, why: It is gone., see: [/compare/, /search/, /index/] }\n";
    project.write("content/handbook.yml", format!("{handbook}{gone}"));
    project.run(&["build"]).ends_with(0);
    let whole = project.text("public/old/index.html");
    assert!(whole.contains("compare/") && whole.contains("search/"), "{whole}");
    project.run(&["build", "--without", "search,compare"]).ends_with(0);
    let page = project.text("public/old/index.html");
    assert!(!page.contains("compare/") && !page.contains("search/"), "{page}");
    assert!(page.contains("../index/"), "{page}");
}

#[test]
fn roles_that_nothing_compares_are_looked_for_in_the_list_where_none_can_be_chosen() {
    let role = |title: &str, family: &str| format!("---\ntitle: {title}\nfamily: {family}\n---\n");
    let project = Project::new()
        .file("content/handbook.yml", "title: Handbook\n")
        .file("content/families/one.md", "# One\n")
        .file("content/families/other.md", "# Other\n")
        .file("content/roles/a.md", role("A", "one"))
        .file("content/roles/b.md", role("B", "other"))
        .file(LEDGER, "/compare/a/b/ 2026-01-31\n");
    project.run(&["build"]).ends_with(0);
    assert!(project.text("public/compare/a/b/index.html").contains("../../../compare/?roles=a,b"));
    project.run(&["build", "--without", "data"]).ends_with(0);
    let page = project.text("public/compare/a/b/index.html");
    assert!(page.contains("\"../../../compare/\"") && !page.contains("?roles="), "{page}");
}
