//! Names that cannot be told apart, cannot be addresses, are too long, or are taken.

use crate::support::Project;

fn handbook() -> Project {
    Project::new().file("content/handbook.yml", "title: Handbook\n")
}

fn role(title: &str, more: &str) -> String {
    format!("---\ntitle: {title}\n{more}---\nText.\n")
}

#[test]
fn names_that_differ_by_case_are_one_name() {
    let project = handbook().file("content/roles/cto.md", role("CTO", ""));
    project.write("content/roles/CTO.md", role("Chief", ""));
    let run = project.run(&["build"]).ends_with(1).says("error[duplicate-id]");
    run.says("two roles have the id `cto`: `roles/CTO.md` and `roles/cto.md`");
    assert!(!project.path("public").exists());
}

#[test]
fn spaces_and_signs_become_hyphens() {
    let project = handbook().file("content/roles/Senior  Engineer (new).md", role("Senior", ""));
    project.write("content/roles/..hidden..md", role("Dots", ""));
    project.write("content/guides/a..b.md", "# A to B\n");
    project.run(&["build"]).ends_with(0);
    assert!(project.path("public/roles/senior-engineer-new/index.html").exists());
    assert!(project.path("public/guides/ab/index.html").exists());
    assert!(!project.path("public/roles/hidden/index.html").exists(), "it begins with a dot");
}

#[cfg(unix)]
#[test]
fn a_backslash_cannot_be_in_an_address() {
    let project = handbook().file("content/roles/a\\b.md", role("A", ""));
    let run = project.run(&["build"]).ends_with(1).says("error[bad-name]");
    run.says("this name cannot become an address").says("content/roles/a\\b.md");
}

#[test]
fn a_name_of_signs_gives_no_id() {
    let project = handbook().file("content/roles/🎉.md", role("Party", ""));
    project.run(&["build"]).ends_with(1).says("error[bad-name]").says("gives no id");
}

#[test]
fn an_address_belongs_to_one_page() {
    let project = handbook()
        .file("content/roles/a.md", role("A", "aliases: [/roles/B, /jobs/x/, /guides/, /]\n"))
        .file("content/roles/b.md", role("B", "aliases: [/Jobs/X/, /roles/b/]\n"));
    for command in ["build", "check"] {
        let run = project.run(&[command]).ends_with(1);
        let run = run.says("error[duplicate-address]: `/roles/B` is the address of B");
        let run = run.says("it is said twice where `/Jobs/X/` leads").says("the first");
        let run = run.says("`/guides/` is a page that every handbook has");
        let run = run.says("`/` is the address of Handbook");
        run.says("`/roles/b/` is this page's own address").says("content/roles/a.md:3:11");
    }
}

#[test]
fn a_file_cannot_take_the_place_of_a_page() {
    let project = handbook().file("content/roles/a.md", role("A", ""));
    project.write("content/assets/Icon.SVG", "<svg/>");
    let run = project.run(&["build"]).ends_with(1).says("error[duplicate-address]");
    run.says("a file of the theme and the file `assets/Icon.SVG` would both be written to");
    assert!(!project.path("public").exists());
}

/// Every field that names a file, and a few ways to leave the folder.
#[test]
fn nothing_outside_of_the_content_can_be_named() {
    for secret in
        ["../secret.png", "../../../../../../etc/passwd", "/etc/passwd", "%2e%2e/secret.png"]
    {
        let project = handbook().file("secret.png", "secret");
        let handbook = format!(
            "title: T\nlogo: {{ light: '{secret}', dark: '{secret}' }}\nfavicon: '{secret}'\n"
        );
        project.write("content/handbook.yml", handbook);
        project.write("content/a.md", format!("# A\n\n![picture]({secret}) [file]({secret})\n"));
        project.write("content/roles/b.md", role("B", &format!("picture: '{secret}'\n")));
        let run = project.run(&["build"]).ends_with(1).says("error[broken-link]");
        assert_eq!(run.err.matches("error[broken-link]").count(), 5, "{}", run.err);
        assert!(!project.path("public").exists());
    }
}

#[test]
fn a_theme_is_a_name_and_no_path() {
    let project = Project::sound().file("elsewhere/assets/site.css", "a{}");
    for theme in ["../elsewhere", "../../etc", "/etc", "C:\\themes", "default/../../elsewhere"] {
        project.run(&["build", "--theme", theme]).ends_with(2).says("name of a theme alone");
        let handbook = format!("title: T\nbase_url: https://a.example/\ntheme: '{theme}'\n");
        let other = Project::sound().file("content/handbook.yml", handbook);
        other.run(&["build"]).ends_with(1).says("error[unknown-theme]");
    }
}

#[test]
fn ids_that_are_one_folder_on_some_disk_are_one_id() {
    let project = handbook().file("content/roles/straße.md", role("Street", ""));
    project.write("content/roles/STRASSE.md", role("The same", ""));
    project.run(&["check"]).ends_with(1).says("error[duplicate-id]");
}

/// Two hundred bytes, so that a folder of that name may stand on every disk.
#[test]
fn an_id_is_as_long_as_a_folder_may_be_called() {
    let project = handbook().file(&format!("content/roles/{}.md", "a".repeat(200)), role("A", ""));
    project.run(&["check"]).ends_with(0);
    for n in [201, 220] {
        let project =
            handbook().file(&format!("content/roles/{}.md", "a".repeat(n)), role("A", ""));
        let run = project.run(&["check"]).ends_with(1).says("error[bad-name]");
        run.says("it has more than 200 bytes");
    }
}
