//! Copies of built-in files: where they come from, that they change nothing, that nothing is lost.

use crate::support::Project;
use std::collections::BTreeMap;

/// Every file of the site that a build writes.
#[track_caller]
fn site(project: &Project) -> BTreeMap<String, Vec<u8>> {
    project.run(&["build", "--deny", "warnings"]).ends_with(0);
    let paths = project.files().into_iter().filter(|it| it.starts_with("public/"));
    let paths = paths.filter(|it| !it.contains("/."));
    paths.map(|it| (it.clone(), std::fs::read(project.path(&it)).unwrap())).collect()
}

/// The built-in files of a theme, as the program lists them.
fn listed(project: &Project, theme: &str) -> Vec<String> {
    let list = project.run(&["theme", "list", "--theme", theme]).ends_with(0).out;
    list.lines().filter_map(|it| it.split_whitespace().next().map(str::to_owned)).collect()
}

#[test]
fn copies_of_all_files_change_nothing() {
    let project = Project::sound();
    let before = site(&project);
    for path in listed(&project, "default") {
        project.run(&["theme", "eject", &path]).ends_with(0);
    }
    assert_eq!(site(&project), before);
    let list = project.run(&["theme", "list"]).ends_with(0);
    assert!(!list.out.lines().any(|it| it.ends_with("default")), "{}", list.out);
    list.prints("templates/role.html             default, copied and not changed");
}

/// As Git writes them on Windows, where `core.autocrlf` is on, and as old editors did.
#[test]
fn line_ends_of_copies_change_nothing() {
    let project = Project::sound();
    let before = site(&project);
    let listed = listed(&project, "default");
    for path in &listed {
        project.run(&["theme", "eject", path]).ends_with(0);
    }
    for line_end in ["\r\n", "\r"] {
        for path in &listed {
            let path = format!("themes/default/{path}");
            let text = project.text(&path).trim_start_matches('\u{feff}').replace("\r\n", "\n");
            let text = text.replace(['\r', '\n'], line_end);
            project.write(&path, format!("\u{feff}{text}"));
        }
        assert_eq!(site(&project), before, "{line_end:?}");
        project.run(&["theme", "list"]).prints("default, copied and not changed");
    }
}

#[test]
fn a_copy_begins_with_where_it_came_from() {
    let project = Project::sound();
    let said = format!("theme `default` of Rolebook {}", env!("CARGO_PKG_VERSION"));
    project.run(&["theme", "eject", "role.html"]).ends_with(0).says(&said);
    project.run(&["theme", "eject", "assets/site.css"]).ends_with(0);
    let begins = |path: &str, with: &str| {
        let text = project.text(&format!("themes/default/{path}"));
        assert!(text.starts_with(with), "{text}");
    };
    begins("templates/role.html", "{#- Copy of default/templates/role.html, Rolebook ");
    begins("assets/site.css", "/* Copy of default/assets/site.css, Rolebook ");

    let copy = project.text("themes/default/templates/role.html");
    project
        .write("themes/default/templates/role.html", copy.replace("<h1>", "<h1 class=\"ours\">"));
    project.run(&["check", "--deny", "warnings"]).ends_with(0);
    project
        .run(&["theme", "list"])
        .prints("templates/role.html             yours, from default of ");
}

#[test]
fn nothing_is_overwritten_and_another_place_may_be_named() {
    let project = Project::sound().file("themes/default/templates/role.html", "mine");
    project.run(&["theme", "eject", "role.html"]).ends_with(2).says("is there already");
    assert_eq!(project.text("themes/default/templates/role.html"), "mine");
    project.run(&["theme", "eject", "role.html", "--to", "new/role.html"]).ends_with(0);
    assert!(project.text("new/role.html").starts_with("{#- Copy of default/"));
}

#[test]
fn what_is_no_file_of_the_theme_is_said_with_a_way_out() {
    let project = Project::sound();
    let eject = |name: &str| project.run(&["theme", "eject", name]).ends_with(2);
    eject("rol.html")
        .says("there is no file `rol.html` in the theme `default`: did you mean `role.html`?");
    eject("assets/sit.css").says("did you mean `assets/site.css`?");
    let plain = project.run(&["theme", "eject", "search.js", "--theme", "plain"]).ends_with(2);
    plain.says("there is no file `search.js` in the theme `plain`");
}

#[test]
fn a_theme_begins_with_its_first_file() {
    let project = Project::sound();
    let named = ["--theme", "acme"];
    project.run(&["check", named[0], named[1]]).ends_with(1).says("error[unknown-theme]");
    let ejected = project.run(&["theme", "eject", "missing.html", named[0], named[1]]).ends_with(0);
    ejected.says("write `theme: acme` into the handbook.yml");
    assert!(project.text("themes/acme/templates/missing.html").starts_with("{#- Copy of default/"));
    project.run(&["check", named[0], named[1]]).ends_with(0);
    project.run(&["check", "--theme", "../acme"]).ends_with(2).says("without a path");
}

#[test]
fn a_handbook_with_errors_is_mended_first() {
    let project = Project::sound().file("content/handbook.yml", "title: [");
    project.run(&["theme", "eject", "role.html"]).ends_with(1).says("error[malformed-yaml]");
    assert!(!project.files().iter().any(|it| it.starts_with("themes/")));
}
