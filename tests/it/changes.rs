//! What became of a handbook since a commit: real repositories in temporary folders, what is said of
//! them in each notation (`changes/`), and what must hold of any two states.

use crate::support::fixture::{TODAY, content};
use crate::support::{Project, assert_expected, below_tests, resolved_content};
use proptest::collection::{btree_map, vec};
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use rolebook::handbook::model::Handbook;
use rolebook::page::{ChangesSheet, Publication, Shown, changes, settle};
use std::fs;
use std::process::Command;

/// Before: one file after the other.
const BEFORE: &str = include_str!("../changes/before.txt");
/// What is written over it. An empty file is removed.
const NOW: &str = include_str!("../changes/now.txt");

/// A file of a fixture begins with `//- path`.
fn files(text: &str) -> Vec<(&str, &str)> {
    text.split("//- ").skip(1).filter_map(|it| it.split_once('\n')).collect()
}

/// Git, as if nobody had configured anything, on a day of its own.
fn git(project: &Project, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    for who in ["AUTHOR", "COMMITTER"] {
        command
            .env(format!("GIT_{who}_NAME"), "Ada")
            .env(format!("GIT_{who}_EMAIL"), "a@x.example");
        command.env(format!("GIT_{who}_DATE"), "2026-11-20T12:00:00+00:00");
    }
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let output = command.current_dir(project.root()).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn commit(project: &Project, subject: &str) {
    git(project, &["add", "--all"]);
    git(project, &["commit", "--quiet", "--allow-empty", "--message", subject]);
}

fn write(project: &Project, text: &str) {
    for (path, text) in files(text) {
        match text.trim() {
            "" => fs::remove_file(project.path(path)).unwrap(),
            _ => project.write(path, text),
        }
    }
}

fn begun(text: &str) -> Project {
    let project = Project::new();
    git(&project, &["init", "--quiet", "--initial-branch", "main"]);
    write(&project, text);
    commit(&project, "Begin *the* <harbour>");
    project
}

/// Two roles, one the heir of the other.
const SMALL: &str = "\
//- content/handbook.yml
title: Small
tracks: { ic: { title: Craft } }
levels: [{ ic: l1 }, { ic: l2 }]
//- content/roles/engineer.md
---
title: Engineer
level: l1
---

## Responsibilities

- Reviews designs of the team {#reviews}
//- content/roles/senior.md
---
title: Senior
level: l2
extends: engineer
---

## Responsibilities

- Leads {#leads}
";

fn say(project: &Project, since: &str) -> String {
    project.run(&["changes", "--since", since, "--date", TODAY]).ends_with(0).out
}

#[test]
fn a_review_reads_what_changed() {
    let project = begun(BEFORE);
    write(&project, NOW);
    for (format, file) in
        [("text", "text.txt"), ("markdown", "markdown.md"), ("json", "changes.json")]
    {
        let run = project.run(&["changes", "--since", "main", "--date", TODAY, "--format", format]);
        let run = run.ends_with(0);
        assert_eq!(run.err, "");
        assert_expected(&below_tests(&format!("changes/{file}")), &run.out);
    }
}

#[test]
fn what_is_hidden_is_not_told() {
    let project = begun(BEFORE);
    write(&project, NOW);
    for format in ["text", "markdown", "json"] {
        let run = project.run(&["changes", "--since", "main", "--format", format]).ends_with(0);
        assert!(!run.out.contains("cellar"), "{}", run.out);
        let run = project.run(&[
            "changes",
            "--since",
            "main",
            "--format",
            format,
            "--edition",
            "internal",
        ]);
        run.ends_with(0).prints("cellar");
    }
}

#[test]
fn nothing_changed_is_one_sentence() {
    let families = SMALL.replace("level: l", "family: crew\nlevel: l");
    let project = begun(&format!("{families}//- content/families/crew.md\n# Crew\n\nAll.\n"));
    // Where a file is and how it ends its lines is nothing to a reader.
    git(&project, &["mv", "content/roles/senior.md", "content/senior.md"]);
    git(&project, &["mv", "content/roles/engineer.md", "content/roles/engineer.old"]);
    fs::create_dir_all(project.path("content/roles/below")).unwrap();
    let text = project.text("content/roles/engineer.old").replace('\n', "\r\n");
    project.write("content/roles/below/engineer.md", text);
    fs::remove_file(project.path("content/roles/engineer.old")).unwrap();
    fs::rename(project.path("content/senior.md"), project.path("content/roles/below/senior.md"))
        .unwrap();
    let said = say(&project, "HEAD");
    assert!(said.starts_with("Nothing that the public edition shows has changed since "), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    let json = project.run(&["changes", "--since", "HEAD", "--format", "json"]).ends_with(0).out;
    assert!(json.contains("\"families\": []"), "{json}");
}

#[test]
fn it_compares_with_where_the_work_left_the_branch() {
    let project = begun(SMALL);
    git(&project, &["switch", "--quiet", "--create", "work"]);
    project.write("content/guides/mine.md", "# Mine\n\nText.\n");
    commit(&project, "Mine");
    git(&project, &["switch", "--quiet", "main"]);
    project.write("content/guides/theirs.md", "# Theirs\n\nText.\n");
    commit(&project, "Theirs");
    // A pull request is checked out without a branch.
    git(&project, &["switch", "--quiet", "--detach", "work"]);
    let said = say(&project, "main");
    assert!(said.contains("where this work left main"), "{said}");
    assert!(said.contains("guide Mine: new") && !said.contains("Theirs"), "{said}");
    assert!(say(&project, "HEAD~1").contains("which is HEAD~1"));
    let commit = git(&project, &["rev-parse", "--short", "HEAD~1"]);
    let said = say(&project, commit.trim());
    assert!(!said.contains("which is"), "{said}");
}

#[test]
fn without_a_common_ancestor_it_compares_with_the_revision() {
    let project = begun(SMALL);
    git(&project, &["switch", "--quiet", "--orphan", "other"]);
    write(&project, SMALL);
    project.write("content/guides/mine.md", "# Mine\n\nText.\n");
    commit(&project, "Begin anew");
    let said = say(&project, "main");
    assert!(
        said.contains("Note: No commit is known that `main` and the work go back to"),
        "{said}"
    );
    assert!(said.contains("guide Mine: new"), "{said}");
}

#[test]
fn a_shallow_clone_is_told_how_to_get_the_rest() {
    let origin = begun(SMALL);
    commit(&origin, "Second");
    let clone = Project::new();
    let from = format!("file://{}", origin.root().display());
    git(&clone, &["clone", "--quiet", "--depth", "1", &from, "."]);
    assert!(say(&clone, "HEAD").starts_with("Nothing"));
    let run = clone.run(&["changes", "--since", "HEAD~1"]).ends_with(2);
    run.says("Git knows no commit `HEAD~1`").says("git fetch --unshallow").says("fetch-depth: 0");
}

#[test]
fn a_revision_that_there_is_none_of_is_an_error_with_a_way_out() {
    let project = begun(SMALL);
    project.run(&["changes", "--since", "mian"]).ends_with(2).says("did you mean `main`?");
    project.run(&["changes", "--since", "v9"]).ends_with(2).says("`git log` shows");
    project.run(&["changes", "--since=--all"]).ends_with(2).says("Git knows no commit `--all`");
    project.run(&["changes"]).ends_with(2).says("--since");
    let clone = Project::new();
    git(&clone, &["clone", "--quiet", &project.root().display().to_string(), "."]);
    git(&clone, &["switch", "--quiet", "--detach"]);
    git(&clone, &["branch", "--quiet", "--delete", "--force", "main"]);
    clone.run(&["changes", "--since", "main"]).ends_with(2).says("did you mean `origin/main`?");
}

#[test]
fn without_git_or_a_repository_it_says_so() {
    let project = Project::new();
    write(&project, SMALL);
    let run = project.run(&["changes", "--since", "main"]).ends_with(2);
    run.says("has no history that could be compared with");
    let mut command = project.command();
    let output = command.args(["changes", "--since", "main"]).env("PATH", "").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("the program `git` is not there: install it"), "{said}");
}

#[test]
fn a_handbook_may_lie_below_its_repository() {
    let project = Project::new();
    git(&project, &["init", "--quiet", "--initial-branch", "main"]);
    for (path, text) in files(SMALL) {
        project.write(&format!("docs/hand büch/{path}"), text);
    }
    project.write("docs/hand büch/content/guides/Über uns.md", "# Über uns\n\nText.\n");
    project.write("content/guides/not-ours.md", "# Not ours\n\nText.\n");
    commit(&project, "Begin");
    project.write("docs/hand büch/content/guides/Über uns.md", "# Über uns\n\nAnderer Text.\n");
    project.write("content/guides/not-ours.md", "# Not ours at all\n\nText.\n");
    let run =
        project.run(&["changes", "--since", "main", "--project", "docs/hand büch"]).ends_with(0);
    let run = run.prints("guide Über uns: changed");
    assert!(!run.out.contains("ours at all"), "{}", run.out);
}

#[test]
fn what_was_broken_then_is_nobodys_concern() {
    let broken =
        SMALL.replace("level: l2", "level: l9").replace("- Leads", "- See [[nobody]], leads");
    let project = begun(&broken);
    write(&project, SMALL);
    let said = say(&project, "main");
    assert!(said.contains("Note: At that commit the handbook had 2 errors"), "{said}");
    assert!(said.contains("Senior (L2): moved") || said.contains("Level: none →"), "{said}");
}

#[test]
fn what_is_broken_now_is_shown_as_check_shows_it() {
    let project = begun(SMALL);
    project.write("content/guides/broken.md", "# Broken\n\nSee [[cto]].\n");
    let run = project.run(&["changes", "--since", "main"]).ends_with(1);
    assert_eq!(run.out, "");
    run.says("error[broken-link]").says("content/guides/broken.md:3:");
}

#[test]
fn before_the_first_handbook_everything_is_new() {
    let project = begun("//- README.md\nText.\n");
    git(&project, &["rm", "--quiet", "README.md"]);
    commit(&project, "Empty");
    write(&project, SMALL);
    let said = say(&project, "main");
    assert!(said.contains("Note: There was no handbook at that commit"), "{said}");
    assert!(
        said.contains("+ Engineer (L1): new") || said.contains("+ Engineer (l1): new"),
        "{said}"
    );
}

#[cfg(unix)]
#[test]
fn links_to_other_files_are_left_out_of_the_old_state() {
    let project = begun(SMALL);
    project.write("content/guides/first.md", "# First\n\nText.\n");
    std::os::unix::fs::symlink("first.md", project.path("content/guides/linked.md")).unwrap();
    commit(&project, "Link");
    let said = say(&project, "HEAD");
    assert_eq!(said.matches("guide First: new").count(), 1, "{said}");
}

/// What changes between two handbooks that everybody sees.
fn between(before: &Handbook, now: &Handbook) -> ChangesSheet {
    let publication = Publication { today: TODAY.to_owned(), ..Publication::default() };
    let [old, new] = [before, now].map(|it| settle(it, &publication, None).value);
    let shown = |handbook, addresses| Shown { handbook, publication: &publication, addresses };
    changes(shown(before, &old), shown(now, &new), now)
}

const STEPS: [&str; 4] = ["awareness", "working", "practitioner", "expert"];

/// Of a role: statements by their ids, and steps of competencies.
type Rung = (
    std::collections::BTreeMap<usize, Vec<&'static str>>,
    std::collections::BTreeMap<usize, usize>,
);

fn rung() -> impl Strategy<Value = Rung> {
    let words =
        vec(proptest::sample::select(vec!["reviews", "leads", "designs", "teams", "trains"]), 1..5);
    (btree_map(0_usize..5, words, 0..4), btree_map(0_usize..3, 0_usize..4, 0..3))
}

/// Each role is the heir of the one before.
fn ladder(rungs: &[Rung]) -> Handbook {
    let role = |(number, (statements, steps)): (usize, &Rung)| {
        let extends =
            if number > 0 { format!("extends: r{}\n", number - 1) } else { String::new() };
        let steps = steps.iter().map(|(c, step)| format!("c{c}: {}", STEPS[*step]));
        let expects = steps.collect::<Vec<_>>().join(", ");
        let list =
            statements.iter().map(|(id, words)| format!("- {} {{#s{id}}}\n", words.join(" ")));
        let list: String = list.collect();
        let text = format!(
            "---\ntitle: R{number}\n{extends}expects: {{ {expects} }}\n---\n\n## Responsibilities\n\n{list}"
        );
        (format!("roles/r{number}.md"), text)
    };
    let mut files: Vec<(String, String)> = rungs.iter().enumerate().map(role).collect();
    files.extend((0..3).map(|it| (format!("competencies/c{it}.md"), "# C\n".to_owned())));
    let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    resolved_content(&content(&files))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_handbook_is_as_it_is(rungs in vec(rung(), 1..4)) {
        let handbook = ladder(&rungs);
        let sheet = between(&handbook, &handbook);
        prop_assert!(sheet.is_empty(), "{:?}", sheet);
    }

    #[test]
    fn the_way_back_is_the_way_turned_round(before in vec(rung(), 1..4), now in vec(rung(), 1..4)) {
        let (before, now) = (ladder(&before), ladder(&now));
        let (there, back) = (between(&before, &now).totals, between(&now, &before).totals);
        prop_assert_eq!(there.roles_added, back.roles_removed);
        prop_assert_eq!(there.expectations_added, back.expectations_dropped);
        prop_assert_eq!(there.expectations_raised, back.expectations_lowered);
        prop_assert_eq!(there.statements_added, back.statements_dropped);
        prop_assert_eq!(there.statements_reworded, back.statements_reworded);
        prop_assert_eq!(there.addresses_added, back.addresses_broken - broken_places(&between(&now, &before)));
    }
}

/// Places are broken one by one, and come in by number.
fn broken_places(sheet: &ChangesSheet) -> usize {
    sheet.addresses.broken.iter().filter(|it| it.contains('#')).count()
}
