//! `rolebook new --from`: a handbook that begins with a folder of Markdown. The folder stays as it is, and
//! what would not build clean is said.

use crate::support::site::{addresses, files};
use crate::support::{Project, below_tests};

/// A folder with a copy of a fixture as `old`.
fn with_old(fixture: &str) -> Project {
    let project = Project::new();
    for (path, bytes) in files(&below_tests(&format!("adoption/{fixture}"))) {
        project.write(&format!("old/{path}"), bytes);
    }
    project
}

#[test]
fn every_fixture_becomes_a_handbook_that_builds() {
    for (fixture, title, n_pages) in [
        ("level-files", "Kestrel job levels", 11),
        ("one-page", "Growing at Harbourline", 4),
        ("role-folders", "Tidewater engineering roles", 10),
        ("wiki-export", "Career Wiki", 8),
    ] {
        let project = with_old(fixture);
        let before = files(&project.path("old"));
        project.run(&["new", "h", "--from", "old"]).ends_with(0).says("it builds as it is");
        assert_eq!(files(&project.path("old")), before, "{fixture} was changed");

        let root = project.text("h/content/handbook.yml");
        assert!(root.contains(&format!("\ntitle: {title}\n")), "{fixture}: {root}");
        for (path, bytes) in &before {
            let path = if path == "README.md" { "index.md" } else { path };
            let copy = std::fs::read(project.path(&format!("h/content/{path}")));
            assert_eq!(copy.ok().as_ref(), Some(bytes), "{fixture}: {path}");
        }
        assert!(project.path("h/.github/workflows/handbook.yml").exists());
        assert!(!project.path("h/content/roles/engineer.md").exists());
        // As strict as a handbook is, but for what the root document lets pass.
        project.run(&["build", "--project", "h"]).ends_with(0);
        assert_eq!(addresses(&files(&project.path("h/public"))).len(), n_pages, "{fixture}");
    }
}

#[test]
fn what_is_let_pass_is_what_was_found() {
    let project = with_old("wiki-export");
    project.run(&["new", "h", "--from", "old"]).ends_with(0).says("warning[unknown-field]");
    let root = project.text("h/content/handbook.yml");
    let rules =
        "  bad-value: warn\n  broken-anchor: warn\n  broken-link: warn\n  unknown-field: warn\n\n";
    assert!(root.contains(rules), "{root}");
    let project = with_old("one-page");
    project.run(&["new", "h", "--from", "old"]).ends_with(0).says("no problems");
    assert!(!project.text("h/content/handbook.yml").contains("rules:"));
}

/// What stands there as a comment is a ladder once the signs are gone.
#[test]
fn the_ladder_in_the_comment_can_be_used() {
    let project = with_old("one-page");
    project.run(&["new", "h", "--from", "old"]).ends_with(0);
    let root = project.text("h/content/handbook.yml");
    let (settings, example) = root.split_once("into a role.\n#\n").unwrap();
    let example: String =
        example.lines().map(|it| it.trim_start_matches('#').replacen(' ', "", 1) + "\n").collect();
    project.write("h/content/handbook.yml", format!("{settings}into a role.\n{example}"));
    project.write("h/content/roles/a.md", "---\nlevel: ic2\n---\n\n# A\n\nDoes.\n");
    project.run(&["check", "--project", "h", "--deny", "warnings"]).ends_with(0);
}

#[test]
fn what_cannot_be_understood_is_an_error_and_the_copy_is_there() {
    let project = Project::new().file("old/a.md", "---\ntitle: [\n---\n\n# A\n");
    let run = project.run(&["new", "h", "--from", "old"]).ends_with(1);
    run.says("content/a.md:2:").says("1 error").says("mend the errors");
    assert!(project.path("h/content/handbook.yml").exists());
}

#[test]
fn a_handbook_is_copied_as_one() {
    let old = Project::sound();
    let old =
        old.file("themes/default/assets/extra.txt", "x").file("content/README.md", "# Authors\n");
    let dir = Project::new();
    let from = old.root().to_str().unwrap();
    dir.run(&["new", "h", "--from", from]).ends_with(0).says("no problems");
    let root = old.text("content/handbook.yml");
    assert_eq!(dir.text("h/content/handbook.yml"), root);
    assert_eq!(dir.text("h/content/README.md"), "# Authors\n");
    assert_eq!(dir.text("h/themes/default/assets/extra.txt"), "x");

    // A front page is made of no README that speaks to authors, be there no other.
    let old = Project::new().file("old/content/README.md", "# Authors\n");
    old.write("old/content/guides/a.md", "# A\n");
    old.run(&["new", "h", "--from", "old"]).ends_with(0);
    assert_eq!(old.text("h/content/README.md"), "# Authors\n");

    // Settings beside plain Markdown count too.
    let old = Project::new().file("old/handbook.yml", "title: Ours\n").file("old/a.md", "# A\n");
    old.run(&["new", "h", "--from", "old"]).ends_with(0);
    assert_eq!(old.text("h/content/handbook.yml"), "title: Ours\n");
}

#[test]
fn only_what_is_content_is_copied() {
    let project = Project::new()
        .file("old/README.md", "# Ours\n\n[A](docs/a.md) and [a plan](plan.pdf)\n")
        .file("old/docs/a.md", "# A\r\n\r\n[Home](../README.md), caf\u{e9}\r\n")
        .file("old/plan.pdf", "%PDF")
        .file("old/.git/config", "secret")
        .file("old/node_modules/x/README.md", "# X\n")
        .file("old/site/.rolebook-manifest.json", "{}")
        .file("old/site/a.md", "# Built\n")
        .file("old/mkdocs.yml", "site_name: x\n")
        .file("old/build.sh", "exit\n");
    project
        .run(&["new", "h", "--from", "old"])
        .ends_with(0)
        .says("copied 3 files")
        .says("no problems");
    let all = project.files();
    let content: Vec<&str> = all.iter().filter_map(|it| it.strip_prefix("h/content/")).collect();
    assert_eq!(content, ["docs/a.md", "handbook.yml", "index.md", "plan.pdf"]);
    assert_eq!(project.text("h/content/docs/a.md"), project.text("old/docs/a.md"));
}

#[test]
fn two_front_pages_keep_their_names() {
    let project =
        Project::new().file("old/README.md", "# Repository\n").file("old/index.md", "# Site\n");
    project.run(&["new", "h", "--from", "old"]).ends_with(0);
    assert_eq!(project.text("h/content/index.md"), "# Site\n");
    assert_eq!(project.text("h/content/README.md"), "# Repository\n");
}

#[test]
fn nothing_is_copied_into_itself_or_over_anything() {
    let project = Project::new().file("old/a.md", "# A\n").file("full/b.md", "# B\n");
    project.write("empty/x.txt", "");
    let before = project.files();
    for (dir, from, why) in [
        ("old/h", "old", "`old/h` lies in `old`: name a folder beside it"),
        ("old", "old", "`old` lies in `old`"),
        (".", "old", "`old` lies in `.`"),
        ("full", "old", "`full` is not empty"),
        ("h", "missing", "there is no folder `missing`"),
        ("h", "empty", "there is no Markdown in `empty`"),
        ("h", "old/a.md", "`old/a.md` is a file, not a folder"),
    ] {
        project.run(&["new", dir, "--from", from]).ends_with(2).says(why);
        assert_eq!(project.files(), before, "{dir} from {from}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_left_out_and_said() {
    let project = Project::new().file("old/a.md", "# A\n").file("secret.md", "# Secret\n");
    std::os::unix::fs::symlink(project.path("secret.md"), project.path("old/b.md")).unwrap();
    let run = project.run(&["new", "h", "--from", "old"]).ends_with(0);
    run.says("warning[symlink]").says("b.md").says("copied 1 file ");
    assert!(!project.path("h/content/b.md").exists());
}
