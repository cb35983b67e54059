//! Folders of plain Markdown as people have them: each builds on the first try, with a page for
//! every file and a short list of what would make it better.
//!
//! The reports stand in `tests/adoption/<name>.txt`; `UPDATE=1` writes them anew.

use crate::support::site::{Files, addresses, broken_links, files};
use crate::support::{Project, assert_expected, below_tests};

/// Builds a fixture as its owner would. Gives the site, after looking through it.
fn adopted(name: &str, n_warnings: usize) -> Files {
    let project = Project::of_fixture(&format!("adoption/{name}"));
    let n_markdown = project.files().iter().filter(|it| it.ends_with(".md")).count();
    let run = project.run(&["build", "--warn", "broken-link"]).ends_with(0);
    assert_expected(&below_tests(&format!("adoption/{name}.txt")), &without_measures(&run.err));

    let run = project.run(&["check", "--warn", "broken-link"]).ends_with(0);
    run.says(&format!("{n_warnings} warning"));
    let site = files(&project.path("public"));
    let n_pages = addresses(&site).len();
    assert!(n_pages >= n_markdown, "{n_pages} pages of {n_markdown} files");
    assert_eq!(broken_links(&site), [""; 0]);
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        assert_eq!(html.matches("<h1").count(), 1, "{path} has one title");
    }
    site
}

/// "in 14 ms" is another time each time, and "149 kB" another size with each theme.
fn without_measures(report: &str) -> String {
    let (before, time) = report.rsplit_once(" in ").unwrap();
    let (_, after) = time.split_once(": ").unwrap();
    let (counts, size) = after.split_once(" removed, ").unwrap();
    let (_, rest) = size.split_once(" altogether").unwrap();
    format!("{before}: {counts} removed{rest}")
}

fn text<'a>(site: &'a Files, path: &str) -> &'a str {
    std::str::from_utf8(site.get(path).unwrap_or_else(|| panic!("{path}"))).unwrap()
}

#[test]
fn levels_as_headings_of_one_page() {
    let site = adopted("one-page", 1);
    assert_eq!(
        addresses(&site),
        ["guides/design/", "guides/engineering/", "guides/promotion/", ""]
    );
    let promotion = text(&site, "guides/promotion/index.html");
    assert!(promotion.contains("<title>How a promotion works"), "{promotion}");
    // The second heading of that name, as code hosts count.
    assert!(promotion.contains("../../guides/engineering/#delivery-2"));
    assert!(!text(&site, "index.html").contains("0 roles"));
}

#[test]
fn a_file_a_level() {
    let site = adopted("level-files", 7);
    assert_eq!(
        addresses(&site),
        [
            "families/engineering/",
            "families/product-management/",
            "guides/_templates-level/",
            "guides/contributing/",
            "",
            "roles/engineering-01-junior/",
            "roles/engineering-02-engineer/",
            "roles/engineering-03-senior/",
            "roles/engineering-04-lead/",
            "roles/product-management-product-manager/",
            "roles/product-management-senior-product-manager/",
        ]
    );
    let home = text(&site, "index.html");
    for title in ["<h1>Kestrel job levels</h1>", ">Senior</a>", ">Lead Engineer</a>"] {
        assert!(home.contains(title), "{title}");
    }
    // A folder without an index, from a link that is written as in an address.
    assert!(home.contains("families/product-management/\">Product management</a>"));
}

#[test]
fn a_folder_a_role() {
    let site = adopted("role-folders", 2);
    assert_eq!(
        addresses(&site),
        [
            "families/roles/",
            "guides/backend-engineer-a-week/",
            "guides/backend-engineer-interview/",
            "guides/engineering-manager-interview/",
            "guides/growth/",
            "guides/roles/",
            "",
            "roles/backend-engineer/",
            "roles/engineering-manager/",
            "roles/qa/",
        ]
    );
}

#[test]
fn an_export_of_a_wiki() {
    let site = adopted("wiki-export", 24);
    assert_eq!(
        addresses(&site),
        [
            "families/engineering/",
            "families/people-culture/",
            "guides/faq/",
            "",
            "roles/engineering-l3-senior-engineer/",
            "roles/engineering-l4-staff-engineer/",
            "roles/people-culture-office-manager/",
            "roles/people-culture-recruiter/",
        ]
    );
    let senior = text(&site, "roles/engineering-l3-senior-engineer/index.html");
    assert!(senior.contains("<img src=\"../../attachments/l3.png\" alt=\"Badge\""));
    assert!(!senior.contains("{:"));
    let link = "&lt;a href=&quot;FAQ.md&quot;&gt;Questions?&lt;/a&gt;";
    assert!(text(&site, "index.html").contains(link), "HTML is shown as it is written");
}

#[test]
fn a_long_list_is_short() {
    let project = Project::new();
    for number in 0..40 {
        let text = format!("# Role {number}\n\n[Gone](gone.md) and [gone](#too).\n");
        project.write(&format!("engineering/role-{number:02}.md"), text);
    }
    let run = project.run(&["build", "--warn", "broken-link"]).ends_with(0);
    let run = run.says("40 roles have no level, so there is no ladder: `Role 0`, `Role 1`");
    let run = run.says("37 more of these, in 37 files").says("; 82 warnings\n");
    assert!(run.err.lines().count() < 80, "{}", run.err);
    let run = project.run(&["check", "--warn", "broken-link"]).ends_with(0);
    assert_eq!(run.err.matches("warning[broken-link]").count(), 40);
}

#[test]
fn without_leniency_the_broken_links_are_errors_and_nothing_else() {
    let project = Project::of_fixture("adoption/wiki-export");
    let run = project.run(&["build"]).ends_with(1).says("error[broken-link]");
    let errors = run.err.lines().filter(|it| it.starts_with("error["));
    let others =
        errors.filter(|it| !it.contains("[broken-link]") && !it.contains("[broken-anchor]"));
    assert_eq!(others.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn a_folder_that_becomes_a_handbook_becomes_strict() {
    let project = Project::of_fixture("adoption/wiki-export");
    project.write("handbook.yml", "title: Career wiki\n");
    let run = project.run(&["build", "--warn", "broken-link"]).ends_with(1);
    run.says("error[unknown-field]: a guide has no field `layout`");
}

#[test]
fn two_front_pages_are_two_pages() {
    let project = Project::new().file("index.md", "# Site\n").file("README.md", "# Repository\n");
    project.write("docs/README.md", "# Docs\n");
    project.run(&["build"]).ends_with(0);
    let site = files(&project.path("public"));
    assert_eq!(addresses(&site), ["guides/docs/", "guides/index/", ""]);
    assert!(text(&site, "index.html").contains("<h1>Repository</h1>"));
}

#[test]
fn a_folder_in_a_repository_may_have_links_from_its_root() {
    let project = Project::new().file("docs/a.md", "# A\n\n[B](/docs/b.md), [B](/handbook/b.md)\n");
    project.write("docs/b.md", "# B\n");
    let run = project.run(&["build", "--project", "docs"]).ends_with(0);
    assert!(!run.err.contains("leads nowhere"), "{}", run.err);
}

#[test]
fn roles_may_stand_in_folders_of_their_family() {
    let project = Project::new()
        .file("roles/engineering/README.md", "# All engineers\n")
        .file("roles/engineering/junior/README.md", "# Junior\n\n[Notes](notes.md)\n")
        .file("roles/engineering/junior/notes.md", "# Notes\n")
        .file("roles/cto.md", "# CTO\n");
    project.run(&["build"]).ends_with(0);
    let site = files(&project.path("public"));
    // The only family that somebody wrote of has the roles outside of it as well.
    assert_eq!(
        addresses(&site),
        ["families/engineering/", "guides/junior-notes/", "", "roles/cto/", "roles/junior/"]
    );
    assert!(text(&site, "families/engineering/index.html").contains("<h1>All engineers</h1>"));
}

/// What says that it is a role is one, wherever it stands, and so is what cannot be read.
#[test]
fn what_has_fields_of_a_role_is_no_page_of_another() {
    let project = Project::new()
        .file("families/craft.md", "# Craft\n")
        .file("roles/junior/README.md", "# Junior\n")
        .file("roles/junior/senior.md", "---\nalso_known_as: [Lead]\n---\n# Senior\n")
        .file("roles/junior/notes.md", "---\nsummary: Of the day.\n---\n# Notes\n")
        .file("roles/junior/week.md", "---\ntitle: A week\n---\nMonday.\n")
        .file("roles/junior/pay.md", "---\nvisibility: internal\n---\n# Pay\n");
    project.run(&["build", "--edition", "internal"]).ends_with(0);
    assert!(project.path("public/guides/junior-pay/index.html").exists());
    project.run(&["build"]).ends_with(0);
    let site = files(&project.path("public"));
    // Where one family is written, folders arrange its roles and name nothing.
    let roles = ["roles/junior/", "roles/senior/"];
    let pages = ["families/craft/", "guides/junior-notes/", "guides/junior-week/", ""];
    assert_eq!(addresses(&site)[..4], pages);
    assert_eq!(addresses(&site)[4..], roles);
    let broken = "---\nsummary: [\n---\n# Broken\n";
    project.write("roles/junior/broken.md", broken);
    let run = project.run(&["build"]).ends_with(1);
    assert!(run.err.contains("roles/junior/broken.md:2"), "{}", run.err);
}
