//! Editions: what one audience may not see stands in no byte of what is built for it, and in what is
//! built for the other.

use crate::support::Project;
use crate::support::fixture::{TODAY, content};
use rolebook::content::{AssetFile, Content, RelPath};
use rolebook::diagnostic::Diagnostic;
use rolebook::pipeline::{Build, Options, Pipeline};
use std::collections::BTreeMap;

/// Every private value has this word in it, followed by letters of its own.
const CANARY: &str = "quokka";

const HANDBOOK: &str = "\
title: Handbook
base_url: https://a.example/
levels:
  - { ic: ic1 }
  - { ic: ic2 }
  - { ic: ic3 }
areas:
  people: { title: People }
  craft: { title: Craft }
";

/// Hides something in every field and every place that the model has.
const ENGINEER: &str = "\
---
title: Engineer
level: ic1
summary: Does quokkasummary.
also_known_as: [quokkaalso]
formerly: [quokkaformerly]
aliases: [/quokkaalias/]
reports_to: reporter
manages: [managed]
works_with: [fellow, other]
scope: { teams: one, quokka_key: quokkascope }
requirements: { years: quokkayears }
codes: { isco: quokkacode }
expects: { delivery: working, coaching: expert }
transitions: [{ to: other, kind: lateral-move }, { to: fellow, kind: promotion }]
vacancies: [{ url: https://quokkavacancy.example, location: quokkaplace, date_posted: 2026-01-02 }]
owner: quokkaowner
last_reviewed_on: 2019-03-07
visibility:
  page: public
  summary: internal
  also_known_as: internal
  formerly: internal
  aliases: internal
  reports_to: internal
  manages: internal
  works_with.other: internal
  scope.quokka_key: internal
  requirements: internal
  codes.isco: internal
  expects.coaching: internal
  transitions.other: internal
  vacancies: internal
  owner: internal
  last_reviewed_on: internal
---
## Summary

Builds things. See [words](#quokkasection), [[secret|other words]] and [a file](open.pdf).

## Responsibilities

- Ships small changes {#ships}
- Knows quokkastatement[^quokkamark] {#quokkaid .internal}

### A group {visibility=internal}

- In the group quokkagroup stands

## Quokkasection {.internal}

Prose quokkaprose *emphasis* `quokkacode` ![quokkaalt](secret.png \"quokkatitle\") and
[link](https://quokkalink.example) and [paper](secret.pdf). More[^quokkanote].

| quokkacell | b |
|---|---|
| c | quokkacellb |

<div title=\"quokkaattribute\">quokkahtml <b>bold</b></div>

```text
quokkablock
```

### Below

- Also quokkabelow

## Distinctions

### From the Secret Quokkarole

It differs.

[^quokkamark]: Told of quokkafootnote.
[^quokkanote]: Also of quokkafootnoteb.
";

const COMPETENCY: &str = "\
---
area: people
summary: It is quokkacompetencysummary.
also_known_as: [quokkacompetencyalso]
aliases: [/quokkacompetencyalias/]
visibility: { summary: internal, also_known_as: internal, aliases: internal }
---
# Delivery

What it is.

## Working

- Delivers
- Delivers quokkastep {.internal}

## Expert {.internal}

- Expert in quokkaexpert
";

fn project() -> Content {
    let plain = |title: &str| format!("---\ntitle: {title}\nlevel: ic2\n---\n\nText.\n");
    let secret = "---\ntitle: Secret Quokkarole\nlevel: ic3\nvisibility: internal\n---\n\nIt is quokkarolebody. See [[engineer]].\n";
    let base = "---\ntitle: Quokkabase\nlevel: ic3\nvisibility: internal\nscope: { quokkabasekey: quokkabasefact }\nexpects: { delivery: expert }\n---\n## Responsibilities\n\n- States quokkabasestatement\n";
    let page = |title: &str, text: &str| {
        format!(
            "---\ntitle: {title}\nsummary: {text}summary\naliases: [/{text}alias/]\nvisibility: {{ summary: internal, aliases: internal }}\n---\n\nOpen.\n\n## {text} {{.internal}}\n\n{text}prose\n"
        )
    };
    let hidden =
        |text: &str| format!("---\ntitle: {text}\nvisibility: internal\n---\n\n{text}prose\n");
    let of_family = "---\ntitle: Quokkaoffamily\nfamily: quokkafamily\n---\n\nText.\n";
    let (open_guide, open_family) =
        (page("Open guide", "quokkaguide"), page("Crafts", "quokkacrafts"));
    let glossary = "okr: { title: OKR, definition: An objective. }\nquokkaterm: { title: quokkatermtitle, also: [quokkatermalso], definition: quokkadefinition, visibility: internal }\n";
    let texts: Vec<(&str, String)> = vec![
        ("handbook.yml", HANDBOOK.to_owned()),
        ("index.md", "---\nvisibility: internal\n---\n# Welcome\n\nquokkahome\n".to_owned()),
        ("roles/engineer.md", ENGINEER.to_owned()),
        ("roles/reporter.md", plain("Reporter")),
        ("roles/managed.md", plain("Managed")),
        ("roles/fellow.md", plain("Fellow")),
        ("roles/other.md", plain("Other")),
        ("roles/secret.md", secret.to_owned()),
        ("roles/quokkabase.md", base.to_owned()),
        ("roles/heir.md", "---\nlevel: ic2\nextends: quokkabase\n---\n## Responsibilities\n\n- Says something itself\n".to_owned()),
        ("roles/quokkaoffamily.md", of_family.to_owned()),
        ("roles/quokkafolder/index.md", hidden("quokkafolder")),
        ("competencies/delivery.md", COMPETENCY.to_owned()),
        ("competencies/coaching.md", "---\narea: people\n---\n# Coaching\n\n## Expert\n\n- Coaches\n".to_owned()),
        ("competencies/quokkacompetency.md", hidden("quokkacompetency")),
        ("families/crafts.md", open_family),
        ("families/quokkafamily.md", hidden("Quokkafamily")),
        ("guides/open.md", open_guide),
        ("guides/quokkahiddenguide.md", hidden("quokkahiddenguide")),
        ("glossary.yml", glossary.to_owned()),
    ];
    let with_family = |(path, text): &(&'static str, String)| {
        let text = match path.starts_with("roles/") && !text.contains("family:") {
            true => text.replacen("---\n", "---\nfamily: crafts\n", 1),
            false => text.clone(),
        };
        (*path, text)
    };
    let texts: Vec<(&str, String)> = texts.iter().map(with_family).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(path, it)| (*path, it.as_str())).collect();
    let mut content = content(&texts);
    for path in [
        "roles/open.pdf",
        "roles/secret.pdf",
        "roles/secret.png",
        "roles/quokkafolder/plan.pdf",
        "roles/nobody.pdf",
    ] {
        let bytes = format!("{path} quokkabytes").into_bytes();
        let bytes = if path.contains("open") || path.contains("nobody") {
            path.as_bytes().to_vec()
        } else {
            bytes
        };
        content.assets.push(AssetFile { path: RelPath::new(path).unwrap(), bytes: bytes.into() });
    }
    content.assets.sort_by(|a, b| a.path.cmp(&b.path));
    content
}

fn run(content: &Content, edition: Option<&str>) -> Build {
    let edition = edition.map(str::to_owned);
    let options = Options { edition, today: TODAY.to_owned(), ..Options::default() };
    Pipeline::default().run(content, &options)
}

type Files = BTreeMap<String, Vec<u8>>;

fn files(build: Build) -> Files {
    let site = build.site.unwrap_or_else(|| panic!("{:#?}", build.diagnostics));
    site.files.into_iter().map(|it| (it.path.to_string(), it.bytes.to_vec())).collect()
}

fn site(content: &Content, edition: Option<&str>) -> Files {
    files(run(content, edition))
}

/// Whether a word stands in a file or in what it is called, whatever its case.
fn has(word: &str, (path, bytes): (&String, &Vec<u8>)) -> bool {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    text.contains(word) || path.to_lowercase().contains(word)
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
    let leaks: Vec<_> =
        public.iter().filter(|it| has(CANARY, *it) || has("2019-03-07", *it)).collect();
    assert_eq!(leaks.iter().map(|it| it.0).collect::<Vec<_>>(), [""; 0]);
    assert!(public.contains_key("roles/engineer/index.html"));
    assert!(!public.contains_key("roles/secret/index.html"));
    assert_eq!(public, site(&content, Some("public")));
}

/// The test above must not pass since nothing is ever published.
#[test]
fn every_private_word_stands_in_the_internal_edition() {
    let content = project();
    let internal = site(&content, Some("internal"));
    // What marks a footnote is its author's. A vacancy is told of in adverts.
    let unseen = ["quokka", "quokkamark", "quokkanote", "quokkavacancy", "quokkaplace"];
    let all = canaries(&content);
    assert!(all.len() > 60, "{all:?}");
    for canary in all.iter().filter(|it| !unseen.contains(&it.as_str())) {
        assert!(internal.iter().any(|it| has(canary, it)), "{canary} stands nowhere");
    }
    for path in ["roles/secret.pdf", "roles/secret.png", "roles/quokkafolder/plan.pdf"] {
        assert!(internal.contains_key(path), "{path}");
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

#[test]
fn an_heir_of_a_hidden_role_says_only_what_it_says_itself() {
    let content = project();
    let build = run(&content, None);
    let warned: Vec<&Diagnostic> =
        build.diagnostics.iter().filter(|it| it.code.as_str() == "hidden-base").collect();
    let [warned] = warned[..] else { panic!("{:#?}", build.diagnostics) };
    assert_eq!(warned.message, "Heir inherits from Quokkabase, which the public edition hides");
    let public = files(build);
    let heir = String::from_utf8_lossy(&public["roles/heir/index.html"]);
    assert!(heir.contains("Says something itself"), "{heir}");
    let run = run(&content, Some("internal"));
    assert!(run.diagnostics.iter().all(|it| it.code.as_str() != "hidden-base"));
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
    let build = run(&content, None);
    assert!(build.site.is_none());
    let found: Vec<_> =
        build.diagnostics.iter().filter(|it| it.code.as_str() == "leaked-text").collect();
    let [found] = found[..] else { panic!("{found:#?}") };
    assert!(found.message.ends_with("publishes it in `roles/people.csv`"), "{}", found.message);
    let text = content.sources();
    let text = rolebook::diagnostic::Sources::text(&text, found.span().file);
    let at = found.span();
    assert!(text[at.start as usize..at.end as usize].starts_with("Knows quokkastatement"));
    assert!(run(&content, Some("internal")).site.is_some());
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
