//! The ledger of addresses as its author meets it: when it is written, what it holds, what merges do
//! to it. What becomes of old addresses is seen in a browser, in `browser/ledger.test.mjs`.

use crate::support::Project;
use proptest::prelude::*;
use rolebook::content::{RelPath, TextFile};
use rolebook::document::kind::{RecordFront, StandingFront};
use rolebook::document::{self, FrontMatter};
use rolebook::page::{LedgerLine, Standing};
use rolebook::site::export::ledger;

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
