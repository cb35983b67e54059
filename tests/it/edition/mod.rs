//! Editions: what one audience may not see stands in no byte of what is built for it, and in what is
//! built for the other.

mod alone;
mod heirs;

use crate::support::Project;
use crate::support::fixture::{TODAY, content};
use rolebook::content::{AssetFile, Content, RelPath};
use rolebook::pipeline::{Build, Options, Pipeline};
use rolebook::site::Site;
use std::collections::BTreeMap;

/// Every private value has this word in it, followed by letters of its own.
const CANARY: &str = "quokka";

/// The same, and what no word can be: a date, an amount, the code of a currency.
const PRIVATE: [&str; 4] = [CANARY, "2019-03-07", "731903", "mga"];

fn project() -> Content {
    let files = include_str!("../../editions/canary.txt").split("//- ").skip(1);
    let files: Vec<(&str, &str)> = files.filter_map(|it| it.split_once('\n')).collect();
    content(&files)
}

fn run(content: &Content, edition: Option<&str>) -> (Option<Site>, Build) {
    let edition = edition.map(str::to_owned);
    let options = Options { edition, today: TODAY.to_owned(), ..Options::default() };
    Pipeline::default().site(content, &options)
}

type Files = BTreeMap<String, Vec<u8>>;

fn files((site, build): (Option<Site>, Build)) -> Files {
    let site = site.unwrap_or_else(|| panic!("{:#?}", build.diagnostics));
    site.files.into_iter().map(|it| (it.path.to_string(), it.bytes().to_vec())).collect()
}

fn site(content: &Content, edition: Option<&str>) -> Files {
    files(run(content, edition))
}

/// Whether a word stands in a file or in what it is called, whatever its case.
fn has(word: &str, (path, bytes): (&String, &Vec<u8>)) -> bool {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    text.contains(word) || path.to_lowercase().contains(word)
}

/// The files in which any of the words stands.
fn leaks<'a>(files: &'a Files, words: &[&str]) -> Vec<&'a String> {
    let has_any = |it: &(&String, &Vec<u8>)| words.iter().any(|word| has(word, *it));
    files.iter().filter(has_any).map(|it| it.0).collect()
}

/// Every private word of a project, as written.
fn canaries(content: &Content) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in content.texts.iter().map(|it| it.text.to_lowercase()) {
        for (at, _) in text.match_indices(CANARY) {
            let rest = &text[at..];
            let end = rest.find(|it: char| !it.is_ascii_alphabetic()).unwrap_or(rest.len());
            found.push(rest[..end].to_owned());
        }
    }
    found.sort();
    found.dedup();
    found
}

#[test]
fn no_private_word_stands_in_any_byte_of_the_public_edition() {
    let content = project();
    let public = site(&content, None);
    assert_eq!(leaks(&public, &PRIVATE), [""; 0]);
    assert!(public.contains_key("roles/engineer/index.html"));
    assert!(!public.contains_key("roles/secret/index.html"));
    assert_eq!(public, site(&content, Some("public")));
}

/// The test above must not pass since nothing is ever published.
#[test]
fn every_private_word_stands_in_the_internal_edition() {
    let content = project();
    let internal = site(&content, Some("internal"));
    // What marks a footnote is its author's.
    let unseen = ["quokka", "quokkamark", "quokkanote"];
    let all = canaries(&content);
    assert!(all.len() > 60, "{all:?}");
    for canary in all.iter().filter(|it| !unseen.contains(&it.as_str())) {
        assert!(internal.iter().any(|it| has(canary, it)), "{canary} stands nowhere");
    }
    for path in ["roles/secret.pdf", "roles/secret.png", "roles/quokkafolder/plan.pdf"] {
        assert!(internal.contains_key(path), "{path}");
    }
}

/// What not everybody may see is nothing for crawlers, unless it is said.
#[test]
fn an_edition_that_is_written_asks_crawlers_to_pass_when_it_shows_more() {
    let handbook = "title: T\neditions:\n  public: { shows: [public] }\n  board: { shows: [public, board] }\n  open: { shows: [public, board], noindex: false }\n";
    let content = content(&[("handbook.yml", handbook), ("guides/a.md", "# A\n")]);
    for (edition, is_passed_by) in [("public", false), ("board", true), ("open", false)] {
        let site = site(&content, Some(edition));
        let html = String::from_utf8_lossy(&site["guides/a/index.html"]);
        assert_eq!(html.contains("content=\"noindex\""), is_passed_by, "{edition}: {html}");
    }
}

/// What is private has no influence on what is public: neither counts nor order nor numbers tell.
#[test]
fn the_public_edition_is_the_same_whatever_is_hidden() {
    let content = project();
    let mut other = content.clone();
    for file in &mut other.texts {
        let text = file.text.replace("quokka", "aardvark").replace("Quokka", "Aardvark");
        let path = RelPath::new(&file.path.as_str().replace("quokka", "aardvark")).unwrap();
        *file = rolebook::content::TextFile::new(path, text);
    }
    for file in &mut other.assets {
        file.path = RelPath::new(&file.path.as_str().replace("quokka", "aardvark")).unwrap();
    }
    other.texts.sort_by(|a, b| a.path.cmp(&b.path));
    other.assets.sort_by(|a, b| a.path.cmp(&b.path));
    assert_eq!(site(&content, None), site(&other, None));
    // And without what is hidden as a whole.
    let mut less = content.clone();
    let gone = |path: &RelPath| path.as_str().contains("quokka");
    less.texts.retain(|it| !gone(&it.path) || it.path.as_str() == "roles/quokkabase.md");
    less.assets.retain(|it| !gone(&it.path));
    assert_eq!(site(&content, None), site(&less, None));
}

#[test]
fn what_is_left_names_nothing_that_is_not() {
    let content = project();
    let public = site(&content, None);
    let text = |path: &str| String::from_utf8(public[path].clone()).unwrap();
    let role = text("roles/engineer/index.html");
    assert!(role.contains("See words, other words and"), "{role}");
    let sheet: serde_json::Value =
        serde_json::from_str(&text("roles/engineer/index.json")).unwrap();
    let ids = |it: &serde_json::Value, key: &str| -> Vec<String> {
        let all = it.as_array().unwrap().iter();
        all.map(|it| it.as_str().or(it[key].as_str()).unwrap().to_owned()).collect()
    };
    assert_eq!(sheet["reports_to"], serde_json::Value::Null);
    assert_eq!(ids(&sheet["manages"], "id"), [""; 0]);
    assert_eq!(ids(&sheet["works_with"], "id"), ["fellow"]);
    assert_eq!(ids(&sheet["scope"], "id"), ["teams"]);
    assert_eq!(ids(&sheet["competencies"], "id"), ["delivery"]);
    assert_eq!(ids(&sheet["transitions"], "to"), ["fellow"]);
    let whole: serde_json::Value = serde_json::from_str(&text("handbook.json")).unwrap();
    // Only hidden roles stand on the third.
    assert_eq!(ids(&whole["levels"], "id"), ["ic1", "ic2"]);
    assert_eq!(whole["areas"].as_array().unwrap().len(), 2);
    // A role that mentions it is hidden, and so is the mention.
    assert!(!role.contains("Mentioned by"), "{role}");
    assert!(public.contains_key("roles/open.pdf") && public.contains_key("roles/nobody.pdf"));
    for path in ["roles/secret.pdf", "roles/secret.png", "roles/quokkafolder/plan.pdf"] {
        assert!(!public.contains_key(path), "{path}");
    }
}

/// An asset is published as it is, so nothing but the proof stands between it and a reader.
#[test]
fn the_proof_finds_what_nothing_else_kept_back() {
    let mut content = project();
    let leak = AssetFile {
        path: RelPath::new("roles/people.csv").unwrap(),
        bytes: (*b"name,note\nx,\"Knows QUOKKA-statement!\"\n").into(),
    };
    content.assets.insert(0, leak);
    let (site, build) = run(&content, None);
    assert!(site.is_none());
    let found: Vec<_> =
        build.diagnostics.iter().filter(|it| it.code.as_str() == "leaked-text").collect();
    let [found] = found[..] else { panic!("{found:#?}") };
    assert!(found.message.ends_with("publishes it in `roles/people.csv`"), "{}", found.message);
    let text = content.sources();
    let text = rolebook::diagnostic::Sources::text(&text, found.span().file);
    let at = found.span();
    assert!(text[at.start as usize..at.end as usize].starts_with("Knows quokkastatement"));
    assert!(run(&content, Some("internal")).0.is_some());
}

#[test]
fn an_internal_site_asks_to_be_passed_by_where_crawlers_can_read_it() {
    let internal = site(&project(), Some("internal"));
    let pages = internal.iter().filter(|(path, _)| path.ends_with(".html"));
    for (path, bytes) in pages {
        let html = String::from_utf8_lossy(bytes);
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
    }
    assert_eq!(internal["robots.txt"], b"User-agent: *\nAllow: /\n");
    assert!(!internal.contains_key("sitemap.xml"));
    let public = site(&project(), None);
    assert!(public.contains_key("sitemap.xml"));
    assert!(String::from_utf8_lossy(&public["robots.txt"]).contains("Sitemap: "));
    let html = String::from_utf8_lossy(&public["index.html"]).into_owned();
    assert!(!html.contains("noindex") && !html.contains("Edition:"), "{html}");
}

#[test]
fn the_console_says_what_is_left_out_and_what_noindex_is_not() {
    let project = Project::sound();
    assert!(!project.run(&["build"]).ends_with(0).err.contains("edition"));
    let role = project.text("content/roles/engineer.md");
    project.write(
        "content/roles/engineer.md",
        role.replace("{#small-changes}", "{#small-changes .internal}"),
    );
    let said = "the public edition leaves out 1 statement: `--edition internal` shows it\n";
    project.run(&["build"]).ends_with(0).says(said);
    project.run(&["check"]).ends_with(0).says(said);
    let run = project.run(&["build", "--edition", "internal"]).ends_with(0);
    assert!(!run.err.contains("leaves out"), "{}", run.err);
    run.says("the internal edition asks search engines to pass it by; that keeps nobody out: put it behind a login\n");
}

#[test]
fn every_command_acts_on_the_edition() {
    let project = Project::sound();
    let role = project.text("content/roles/engineer.md");
    let secret = role.replace("title: Engineer", "title: Secret Engineer\nvisibility: internal");
    project.write("content/roles/secret.md", secret);
    let compare = ["compare", "engineer", "secret"];
    let inside = ["--edition", "internal"];
    project
        .run(&compare)
        .ends_with(2)
        .says("this edition leaves out 1 page, `--edition internal` does not");
    project.run(&[&compare[..], &inside].concat()).ends_with(0).prints("Secret Engineer");
    project.run(&["advert", "secret"]).ends_with(2).says("there is no role `secret`");
    project
        .run(&[&["advert", "secret"][..], &inside].concat())
        .ends_with(0)
        .prints("Secret Engineer");
    let steps = project.run(&["report", "steps"]).ends_with(0);
    assert!(!steps.out.contains("Secret"), "{}", steps.out);
}

/// Three rungs, of which one is retired, and two roles that do not hold yet.
fn ladder() -> Content {
    let role = |title: &str, level: &str, more: &str| {
        format!("---\ntitle: {title}\nlevel: {level}\n{more}---\n\nText of {title}.\n")
    };
    let files = [
        (
            "handbook.yml",
            "title: Handbook\nlevels: [{ ic: ic1 }, { ic: ic2 }, { ic: ic3 }]\n".to_owned(),
        ),
        ("roles/junior.md", role("Junior", "ic1", "")),
        ("roles/middle.md", role("Middle", "ic2", "status: retired\n")),
        ("roles/senior.md", role("Senior", "ic3", "effective_from: 2027-01-01\n")),
        ("roles/fresh.md", role("Fresh", "ic3", "status: draft\neffective_from: 2026-11-21\n")),
    ];
    content(&files.each_ref().map(|(path, text)| (*path, text.as_str())))
}

#[test]
fn a_retired_role_is_no_rung_and_keeps_its_page() {
    let content = ladder();
    let site = site(&content, None);
    let text = |path: &str| String::from_utf8(site[path].clone()).unwrap();
    let sheet = |role: &str| -> serde_json::Value {
        serde_json::from_str(&text(&format!("roles/{role}/index.json"))).unwrap()
    };
    assert_eq!(sheet("junior")["above"], "fresh");
    assert_eq!(sheet("senior")["below"], "junior");
    assert_eq!(
        (&sheet("middle")["below"], &sheet("middle")["above"]),
        (&serde_json::Value::Null, &serde_json::Value::Null)
    );
    assert_eq!(sheet("middle")["status"], "retired");
    let family = text("families/roles/index.html");
    let (table, retired) = family.split_once("Retired roles").unwrap();
    assert!(!table.contains(">Middle<"), "{table}");
    assert!(retired.contains(">Middle</a> <span class=\"where\">retired</span>"), "{retired}");
    assert!(text("index.html").contains("IC2 · Ic · retired"), "{}", text("index.html"));
    assert!(site.contains_key("roles/middle/index.html"));
    assert!(site.contains_key("compare/middle/junior/index.html"));
    assert!(run(&content, None).1.diagnostics.iter().all(|it| it.code.as_str() != "skipped-rung"));
}

#[test]
fn what_does_not_hold_yet_says_so_wherever_it_is_listed() {
    let site = site(&ladder(), None);
    let text = |path: &str| String::from_utf8(site[path].clone()).unwrap();
    assert!(
        text("roles/senior/index.html")
            .contains("<p class=\"notice\">This role takes effect on 1 January 2027.</p>")
    );
    let draft = text("roles/fresh/index.html");
    assert!(draft.contains("This role is a draft") && !draft.contains("takes effect"), "{draft}");
    let family = text("families/roles/index.html");
    // In the overview, the picture and the head of the table.
    assert_eq!(family.matches("from 2027-01-01").count(), 3, "{family}");
    assert!(family.contains("IC3 · Ic · draft"), "{family}");
    assert!(text("index/index.html").contains("Role, from 2027-01-01"));
    assert!(text("index/index.html").contains("Role, draft"));
    assert!(text("index.html").contains("IC3 · Ic · from 2027-01-01"));
    let first = site.keys().find(|it| it.starts_with("assets/search/first.")).expect("an index");
    assert!(text(first).contains("IC3 · from 2027-01-01"));
}
