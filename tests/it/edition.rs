//! Editions: what one audience may not see stands in no byte of what is built for it, and in what is
//! built for the other.

use crate::support::Project;
use crate::support::fixture::{TODAY, content};
use rolebook::content::{AssetFile, Content, RelPath};
use rolebook::diagnostic::Diagnostic;
use rolebook::pipeline::{Build, Options, Pipeline};
use rolebook::site::Site;
use std::collections::BTreeMap;

/// Every private value has this word in it, followed by letters of its own.
const CANARY: &str = "quokka";

/// The same, and what no word can be: a date, an amount, the code of a currency.
const PRIVATE: [&str; 4] = [CANARY, "2019-03-07", "731903", "mga"];

fn project() -> Content {
    let files = include_str!("../editions/canary.txt").split("//- ").skip(1);
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
        public.iter().filter(|it| PRIVATE.iter().any(|word| has(word, *it))).collect();
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

/// One private thing alone is enough: nothing else must have been hidden for it to be looked for.
#[test]
fn one_private_thing_alone_is_left_out_and_its_footnote_with_it() {
    let bodies = [
        "## Summary\n\nText.\n\n- Knows quokkaitem[^a] {.internal}\n- Mends\n\n[^a]: Of quokkafootnote.\n",
        "## Summary\n\nText.\n\n## Quokkasection {.internal}\n\nQuokkaprose[^a].\n\n[^a]: Quokkafootnote.\n",
        "## Summary\n\nText.\n\n### Quokkabelow {.internal}\n\n- Quokkaitem[^a]\n\n[^a]: Quokkafootnote.\n",
        "## Summary\n\nText.\n\n## Quokkaover\n\n- Knows quokkaitem {.internal}\n",
        "## Summary\n\n## Quokkahead[^a] {.internal}\n\n[^a]: Quokkafootnote.\n",
    ];
    let head = |more: &str| format!("---\ntitle: Engineer\n{more}---\n\n");
    let owner = head("owner: quokkaowner\nvisibility: { owner: internal }\n") + "Text.\n";
    let page = head("visibility: internal\n") + "Text of quokkapage.\n";
    for text in bodies.map(|it| head("") + it).into_iter().chain([owner, page]) {
        assert_is_left_out(("roles/engineer.md", &text));
    }
    let term =
        "quokkaterm: { title: Quokkatitle, definition: Quokkameaning, visibility: internal }\n";
    assert_is_left_out(("glossary.yml", &format!("okr: {{ definition: A goal }}\n{term}")));
    assert_is_left_out(("glossary.yml", term));
    let steps = [
        "- Delivers quokkastep[^a] {.internal}\n",
        "- Delivers\n- Knows quokkastep[^a] {.internal}\n",
        "- Delivers\n\n### Quokkamore {.internal}\n\n- Knows quokkastep[^a]\n",
        "- Delivers\n\n### More\n\nText.\n\n- Knows quokkastep[^a] {.internal}\n",
    ];
    for step in steps {
        let text = format!("## Working\n\n{step}\n[^a]: Quokkafootnote.\n");
        assert_is_left_out(("competencies/delivery.md", &text));
    }
}

/// That the private words of the only file stand in no byte of the public edition, and in the internal one.
#[track_caller]
fn assert_is_left_out(file: (&str, &str)) {
    let content = content(&[("handbook.yml", "title: Handbook\n"), file]);
    let public = site(&content, None);
    let leaks: Vec<_> = public.iter().filter(|it| has(CANARY, *it)).map(|it| it.0).collect();
    assert_eq!(leaks, [""; 0], "{}", file.1);
    let internal = site(&content, Some("internal"));
    for canary in canaries(&content) {
        assert!(internal.iter().any(|it| has(&canary, it)), "{canary} stands nowhere");
    }
}

/// What stands in a hidden section is hidden where it comes into a section of an heir that is not.
#[test]
fn what_an_heir_has_of_a_hidden_section_is_hidden() {
    let base = "---\ntitle: Base\n---\n## Responsibilities {.internal}\n\n- Knows quokkaitem\n\n### Every day\n\n- Keeps quokkadaily\n";
    let heir = "---\ntitle: Heir\nextends: base\n---\n## Responsibilities\n\n- Mends\n\n### Every day\n\n- Ships\n";
    let content = content(&[
        ("handbook.yml", "title: T\n"),
        ("roles/base.md", base),
        ("roles/heir.md", heir),
    ]);
    let public = site(&content, None);
    let leaks: Vec<_> = public.iter().filter(|it| has(CANARY, *it)).map(|it| it.0).collect();
    assert_eq!(leaks, [""; 0]);
    let internal = site(&content, Some("internal"));
    let page = String::from_utf8_lossy(&internal["roles/heir/index.html"]);
    for said in ["quokkaitem", "Mends", "quokkadaily", "Ships"] {
        assert!(page.contains(said), "{page}");
    }
}

/// A fact is hidden where its role says so, and in every heir; and where an heir says so, in the heir.
#[test]
fn an_inherited_fact_is_shown_where_it_is_said_and_where_it_is_inherited() {
    let hides = "visibility: { scope.teams: internal, expects.delivery: internal }\n";
    for (in_base, in_heir, shown) in
        [("", "", [true, true]), (hides, "", [false, false]), ("", hides, [true, false])]
    {
        let base = format!(
            "---\nscope: {{ teams: two }}\nexpects: {{ delivery: expert }}\n{in_base}---\n"
        );
        let heir = format!("---\nextends: base\n{in_heir}---\n");
        let files = [
            ("handbook.yml", "title: T\n"),
            ("competencies/delivery.md", "# Delivery\n"),
            ("roles/base.md", &*base),
            ("roles/heir.md", &*heir),
        ];
        let public = site(&content(&files), None);
        let of = |role: &str, field: &str| {
            let sheet = &public[&format!("roles/{role}/index.json")];
            let sheet: serde_json::Value = serde_json::from_slice(sheet).unwrap();
            !sheet[field].as_array().unwrap().is_empty()
        };
        for field in ["scope", "competencies"] {
            assert_eq!(
                [of("base", field), of("heir", field)],
                shown,
                "{field}: {in_base}, {in_heir}"
            );
        }
    }
}

/// Who inherits a statement has not said it, whatever else an edition hides.
#[test]
fn a_page_is_mentioned_by_who_says_so_and_not_by_heirs() {
    let base =
        "---\ntitle: Base\n---\n## Responsibilities\n\n- Reads [[how]]\n- Knows {.internal}\n";
    let heir = "---\ntitle: Heir\nextends: base\n---\n";
    let files = [
        ("handbook.yml", "title: T\n"),
        ("guides/how.md", "# How\n"),
        ("roles/base.md", base),
        ("roles/heir.md", heir),
    ];
    for edition in [None, Some("internal")] {
        let site = site(&content(&files), edition);
        let page = String::from_utf8_lossy(&site["guides/how/index.html"]);
        let (_, mentions) = page.split_once("Mentioned by").expect("mentions");
        assert!(mentions.contains(">Base</a>") && !mentions.contains(">Heir</a>"), "{mentions}");
    }
}

/// A number that is missing would tell of a rung that is.
#[test]
fn the_rungs_are_counted_as_if_none_were_hidden() {
    let role = |level: &str, more: &str| {
        format!("---\ntitle: R {level}\nlevel: {level}\n{more}---\n\nText.\n")
    };
    let (low, middle, high) =
        (role("l1", ""), role("l2", "visibility: internal\n"), role("l3", ""));
    let files = [
        ("handbook.yml", "title: Handbook\nlevels: [{ ic: l1 }, { ic: l2 }, { ic: l3 }]\n"),
        ("roles/a.md", &low),
        ("roles/b.md", &middle),
        ("roles/c.md", &high),
    ];
    let content = content(&files);
    let ranks = |edition: Option<&str>| -> Vec<(String, u64)> {
        let sheet: serde_json::Value =
            serde_json::from_slice(&site(&content, edition)["handbook.json"]).unwrap();
        let levels = sheet["levels"].as_array().unwrap().iter();
        levels
            .map(|it| (it["id"].as_str().unwrap().to_owned(), it["rank"].as_u64().unwrap()))
            .collect()
    };
    let at = |id: &str, rank| (id.to_owned(), rank);
    assert_eq!(ranks(None), [at("l1", 1), at("l3", 2)]);
    assert_eq!(ranks(Some("internal")), [at("l1", 1), at("l2", 2), at("l3", 3)]);
}

#[test]
fn a_link_to_the_glossary_stays_as_long_as_it_has_a_term() {
    let term = |id: &str, more: &str| format!("{id}: {{ definition: What it is{more} }}\n");
    let (open, secret) = (term("okr", ""), term("kpi", ", visibility: internal"));
    for (glossary, stays) in [(format!("{open}{secret}"), true), (secret, false)] {
        let guide = "# A\n\nSee [the terms](/glossary.yml).\n";
        let files =
            [("handbook.yml", "title: T\n"), ("guides/a.md", guide), ("glossary.yml", &glossary)];
        let site = site(&content(&files), None);
        let html = String::from_utf8_lossy(&site["guides/a/index.html"]);
        assert_eq!(html.contains(">the terms</a>"), stays, "{html}");
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

#[test]
fn an_heir_of_a_hidden_role_says_only_what_it_says_itself() {
    let content = project();
    let (site, build) = run(&content, None);
    let warned: Vec<&Diagnostic> =
        build.diagnostics.iter().filter(|it| it.code.as_str() == "hidden-base").collect();
    let [warned] = warned[..] else { panic!("{:#?}", build.diagnostics) };
    assert_eq!(warned.message, "Heir inherits from Quokkabase, which the public edition hides");
    let public = files((site, build));
    let heir = String::from_utf8_lossy(&public["roles/heir/index.html"]);
    assert!(heir.contains("Says something itself"), "{heir}");
    let (_, run) = run(&content, Some("internal"));
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
