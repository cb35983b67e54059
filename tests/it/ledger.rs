//! The ledger of addresses as its author meets it: when it is written, what it holds, what merges do
//! to it. What becomes of old addresses is seen in a browser, in `browser/ledger.test.mjs`.

use crate::support::{Project, fixture, resolved_content};
use proptest::prelude::*;
use rolebook::content::{self, RelPath, TextFile};
use rolebook::document::kind::{RecordFront, StandingFront};
use rolebook::document::{self, FrontMatter};
use rolebook::page::{LedgerLine, Standing};
use rolebook::site::export::ledger;
use rolebook::write;

const LEDGER: &str = "content/addresses.lock";

fn recorded(project: &Project) -> Vec<String> {
    let text = project.text(LEDGER);
    text.lines().filter(|it| it.starts_with('/')).map(str::to_owned).collect()
}

#[test]
fn a_build_says_how_a_ledger_is_begun_and_when_it_lacks_something() {
    let project = Project::sound();
    project.run(&["build"]).ends_with(0).says("no ledger of addresses yet").says(LEDGER);
    assert!(!project.path(LEDGER).exists(), "a build records nothing by itself");
    project.run(&["publish", "--date", "2026-01-31"]).ends_with(0).says("recorded ");
    let run = project.run(&["build"]).ends_with(0);
    assert!(!run.err.contains("addresses"), "{}", run.err);
    project.write("content/guides/new.md", "# New\n\n## Why\n");
    project.run(&["build"]).ends_with(0).says("2 addresses not recorded yet");
}

#[test]
fn what_is_new_comes_in_with_its_day_and_the_rest_stays() {
    let project = Project::sound();
    project.run(&["publish", "--date", "2026-01-31"]).ends_with(0);
    let before = recorded(&project);
    project.write("content/guides/new.md", "# New\n\n## Why\n");
    project
        .run(&["build", "--publish", "--date", "2026-02-28"])
        .ends_with(0)
        .says("2 new addresses");
    let (old, new): (Vec<_>, Vec<_>) =
        recorded(&project).into_iter().partition(|it| it.contains(" 2026-01-31"));
    assert_eq!(old, before);
    assert_eq!(new, ["/guides/new/ 2026-02-28", "/guides/new/#why 2026-02-28"]);
}

#[test]
fn lines_are_sorted_and_one_address_has_one_line() {
    let project = Project::sound();
    project.run(&["publish", "--date", "2026-01-31"]).ends_with(0);
    let lines = recorded(&project);
    // As two branches may leave it: twice, in any order, and one of them later.
    let mut merged: Vec<String> = lines.iter().rev().cloned().collect();
    merged.extend(lines.iter().map(|it| it.replace("2026-01-31", "2026-02-14")));
    project.write(LEDGER, merged.join("\n"));
    project.run(&["publish", "--date", "2026-03-31"]).ends_with(0).says("recorded 0 new addresses");
    assert_eq!(recorded(&project), lines);
    assert!(lines.is_sorted());
}

#[test]
fn what_somebody_recorded_meanwhile_is_not_lost() {
    let project = Project::sound();
    let read = || content::read(project.root(), &project.path("public")).unwrap();
    let record =
        |content: &content::Content, text: &str| write::ledger(project.root(), content, text);
    let begun = read();
    project.write(LEDGER, "/a/ 2026-01-31\n");
    let error = record(&begun, "").unwrap_err().to_string();
    assert!(error.contains("has changed since it was read"), "{error}");

    let known = read();
    record(&known, "/a/ 2026-01-31\n/b/ 2026-02-28\n").unwrap();
    let error = record(&known, "").unwrap_err().to_string();
    assert!(error.contains("has changed since it was read"), "{error}");
    assert_eq!(recorded(&project).len(), 2);
    project.write(LEDGER, "/a/ 2026-01-31\r\n");
    record(&read(), "").unwrap();

    // What cannot be read may be anything.
    let begun = read();
    std::fs::remove_file(project.path(LEDGER)).unwrap();
    std::fs::create_dir(project.path(LEDGER)).unwrap();
    let error = record(&begun, "").unwrap_err().to_string();
    assert!(error.starts_with("cannot read `"), "{error}");
}

#[test]
fn what_would_vanish_is_recorded_by_nobody_and_nothing_is_written() {
    let project = Project::sound().file("content/guides/old.md", "# Old\n");
    project.run(&["publish", "--date", "2026-01-31"]).ends_with(0);
    let before = project.text(LEDGER);
    std::fs::remove_file(project.path("content/guides/old.md")).unwrap();
    for command in [&["publish"][..], &["build", "--publish"], &["check"]] {
        project.run(command).ends_with(1).says("error[vanished-address]: `/guides/old/`");
    }
    assert_eq!(project.text(LEDGER), before);
    assert!(!project.path("public").exists());
    project.run(&["build", "--warn", "vanished-address"]).ends_with(0).says("warning[vanished");
}

#[test]
fn a_folder_of_plain_markdown_keeps_its_ledger_beside_its_pages() {
    let project = Project::new().file("README.md", "# Home\n").file("eng/l1.md", "# One\n");
    project.run(&["publish"]).ends_with(0).says("in addresses.lock");
    assert!(project.text("addresses.lock").contains("/roles/eng-l1/ "));
    std::fs::rename(project.path("eng/l1.md"), project.path("eng/l2.md")).unwrap();
    project.run(&["check"]).ends_with(1).says("addresses.lock:").says("/roles/eng-l1/");
}

#[test]
fn what_was_public_and_is_hidden_may_lead_elsewhere_or_be_gone() {
    let project = Project::sound()
        .file("content/guides/pay.md", "# Pay\n\n## Bands\n\nText\n")
        .file("content/guides/how.md", "# How\n\n## Hiring {#hiring}\n\nText\n");
    project.run(&["publish", "--date", "2026-01-31"]).ends_with(0);
    let hidden = "---\nvisibility: internal\n---\n# Pay\n\n## Bands\n\nText\n";
    project.write("content/guides/pay.md", hidden);
    project.write("content/guides/how.md", "# How\n\n## Hiring {#hiring .internal}\n\nText\n");
    let run = project.run(&["build"]).ends_with(1);
    assert_eq!(run.err.matches("error[vanished-address]").count(), 2, "{}", run.err);
    let handbook = project.text("content/handbook.yml");
    let gone = "gone:\n  - { address: /guides/pay/, why: Ask your manager. }\n";
    project.write("content/handbook.yml", format!("{handbook}{gone}"));
    let alias = "---\naliases: [{ from: /guides/how/#hiring }]\n---\n";
    project.write(
        "content/guides/how.md",
        format!("{alias}# How\n\n## Hiring {{#hiring .internal}}\n\nText\n"),
    );
    project.run(&["build"]).ends_with(0);
    assert!(project.text("public/guides/pay/index.html").contains("Ask your manager."));
    assert!(project.text("public/guides/how/index.html").contains("<li id=\"hiring\">"));
    // Whoever may see it finds what there is.
    project.run(&["build", "--edition", "internal"]).ends_with(0);
    let page = project.text("public/guides/pay/index.html");
    assert!(page.contains("Bands") && !page.contains("Ask your manager."), "{page}");
    assert!(!project.text("public/guides/how/index.html").contains("<li id=\"hiring\">"));
}

#[test]
fn an_old_address_that_was_led_on_is_not_forgotten_either() {
    let project =
        Project::sound().file("content/guides/how.md", "---\naliases: [/jobs/x]\n---\n# How\n");
    project.run(&["publish", "--date", "2026-01-31"]).ends_with(0);
    assert!(recorded(&project).contains(&"/jobs/x/ 2026-01-31".to_owned()));
    project.write("content/guides/how.md", "# How\n");
    project.run(&["build"]).ends_with(1).says("error[vanished-address]: `/jobs/x/`");
}

/// What two branches recorded of one anchor: what leads on counts most, then what an author wrote.
#[test]
fn what_two_branches_say_of_an_anchor_is_what_stands_firmer() {
    let kept = |one: &str, other: &str| {
        let line = |standing: &str| format!("/guides/how/#when 2026-01-31{standing}\n");
        let ledger = line(one) + &line(other);
        let files = [("handbook.yml", "title: T\n"), ("addresses.lock", ledger.as_str())];
        let handbook = resolved_content(&fixture::content(&files));
        let Some([record]) = handbook.ledger.as_deref() else { panic!("{:#?}", handbook.ledger) };
        record.standing.clone()
    };
    let (part, to) = (Standing::In("mends".to_owned()), Standing::To("mends".to_owned()));
    for (one, other, firmer) in [
        ("", " in #mends", Standing::Firm),
        ("", " to #mends", to.clone()),
        (" in #mends", " to #mends", to),
        (" in #mends", " in #mends", part),
    ] {
        assert_eq!(kept(one, other), firmer, "{one}, {other}");
        assert_eq!(kept(other, one), firmer, "{other}, {one}");
    }
}

/// Two branches recorded one page, each in an edition of its own.
#[test]
fn an_address_that_two_branches_recorded_belongs_to_the_editions_of_both() {
    let project = Project::sound();
    for (other, both) in [(" only board", " only board,internal"), ("", "")] {
        let line = "/guides/levels/ 2026-01-31";
        project.write(LEDGER, format!("{line} only internal\n{line}{other}\n"));
        let recorded = || recorded(&project);
        project.write("content/guides/levels.md", "---\nvisibility: internal\n---\n# Levels\n");
        project
            .run(&["publish", "--date", "2026-03-31", "--warn", "vanished-address"])
            .ends_with(0);
        assert!(recorded().contains(&format!("{line}{both}")), "{:#?}", recorded());
    }
}

#[test]
fn an_address_belongs_to_every_edition_that_it_was_published_in() {
    let editions = "editions:\n  internal: { shows: [public, internal] }\n  board: { shows: [public, internal, board] }\n";
    let project =
        Project::sound().file("content/guides/pay.md", "---\nvisibility: internal\n---\n# Pay\n");
    project.write("content/handbook.yml", project.text("content/handbook.yml") + editions);
    for edition in ["internal", "board", "internal"] {
        project.run(&["publish", "--edition", edition, "--date", "2026-01-31"]).ends_with(0);
    }
    assert!(recorded(&project).contains(&"/guides/pay/ 2026-01-31 only board,internal".to_owned()));
    std::fs::remove_file(project.path("content/guides/pay.md")).unwrap();
    for edition in ["internal", "board"] {
        project.run(&["build", "--edition", edition]).ends_with(1).says("`/guides/pay/`");
    }
    project.run(&["build"]).ends_with(0);
}

#[test]
fn a_list_that_was_published_stays_when_nothing_is_on_it() {
    let project = Project::new()
        .file("content/handbook.yml", "title: Handbook\n")
        .file("content/guides/only.md", "# Only\n")
        .file("content/roles/a.md", "# A\n")
        .file("content/roles/b.md", "# B\n");
    project.run(&["publish", "--date", "2026-01-31"]).ends_with(0);
    for path in ["content/guides/only.md", "content/roles/b.md"] {
        std::fs::remove_file(project.path(path)).unwrap();
    }
    let gone = "gone:\n  - { address: /guides/only/, why: It said little. }\n  - { address: /roles/b/, why: A does it. }\n";
    project.write("content/handbook.yml", format!("title: Handbook\n{gone}"));
    project.run(&["build"]).ends_with(0);
    for page in ["guides/index.html", "compare/index.html"] {
        assert!(project.path("public").join(page).exists(), "{page}");
    }
}

#[test]
fn what_stood_in_a_section_that_is_gone_is_gone_with_it() {
    let role =
        |more: &str| format!("---\nlevel: ic1\n---\n## Responsibilities\n\n- Builds\n{more}");
    let project = Project::sound().file(
        "content/roles/smith.md",
        role("\n## Metal {#metal}\n\n### Requirements\n\n- Bends iron bars every day\n"),
    );
    project.run(&["publish", "--date", "2026-01-31"]).ends_with(0);
    project.write("content/roles/smith.md", role(""));
    let lost: Vec<String> =
        recorded(&project).into_iter().filter(|it| it.starts_with("/roles/smith/#")).collect();
    let handbook = project.text("content/handbook.yml");
    let gone = |it: &str| format!("  - {{ address: \"/roles/smith/#{it}\", why: Iron is out. }}\n");
    let entries: String = ["metal", "requirements"].map(gone).concat();
    project.write("content/handbook.yml", format!("{handbook}gone:\n{entries}"));
    project.run(&["build"]).ends_with(0);
    let page = project.text("public/roles/smith/index.html");
    for address in lost {
        let anchor = address.split(['#', ' ']).nth(1).unwrap();
        assert!(page.contains(&format!("id=\"{anchor}\"")), "{address}: {page}");
    }
}

fn line() -> impl Strategy<Value = LedgerLine> {
    let standing = prop_oneof![
        Just(Standing::Firm),
        "[a-zé-]{0,8}".prop_map(Standing::In),
        "[a-zé-]{1,8}".prop_map(Standing::To),
    ];
    let only = proptest::option::of("[a-z]{1,8}");
    ("/([a-zé0-9-]{1,8}/){0,3}(#[a-zé0-9-]{1,8})?", 1..29u8, standing, only).prop_map(
        |(address, day, standing, only)| LedgerLine {
            since: format!("2026-02-{day:02}"),
            is_new: false,
            address,
            standing,
            only,
        },
    )
}

#[test]
fn words_that_changed_too_often_lead_to_where_their_page_begins() {
    let project =
        Project::sound().file("content/guides/how.md", "# How\n\n## Why\n\n- Text {#last}\n");
    let line = |it: usize| format!("/guides/how/#was-{it} 2026-01-31 to #was-{}\n", it + 1);
    let lines: String = (0..69).map(line).collect();
    let project = project.file(LEDGER, format!("{lines}/guides/how/#was-69 2026-01-31 to #last\n"));
    project.run(&["build"]).ends_with(0);
    let page = project.text("public/guides/how/index.html");
    let place = |id: &str| page.find(&format!("id=\"{id}\"")).unwrap();
    assert!(place("was-69") > place("last") && place("was-30") > place("last"));
    assert!(place("was-0") < place("why"), "a ledger may be as long as it likes, and builds end");
}

proptest! {
    #[test]
    fn what_is_written_is_read(lines in proptest::collection::vec(line(), 0..20)) {
        let file = TextFile::new(RelPath::new("addresses.lock").unwrap(), ledger(&lines));
        let read = document::parse(&file);
        prop_assert!(read.diagnostics.is_empty(), "{:?}", read.diagnostics);
        let FrontMatter::Ledger(front) = read.value.unwrap().front else { panic!("no ledger") };
        let line = |it: RecordFront| LedgerLine {
            address: it.address.value,
            since: it.since,
            standing: match it.standing {
                StandingFront::Firm => Standing::Firm,
                StandingFront::In(anchor) => Standing::In(anchor),
                StandingFront::To(anchor) => Standing::To(anchor),
            },
            only: it.only,
            is_new: false,
        };
        prop_assert_eq!(front.records.into_iter().map(line).collect::<Vec<_>>(), lines);
    }
}
