//! `rolebook rename role`: another id, and the same handbook.

use crate::support::Project;
use crate::support::site::{Files, broken_links, files};
use std::collections::BTreeSet;
use std::path::Path;

const HANDBOOK: &str = "title: T\nallow_html: true\nlevels: [{ ic: l1 }, { ic: l2 }, { ic: l3 }]\n";
const DRAWING: &str = "<svg xmlns='http://www.w3.org/2000/svg'/>";

/// Three roles that speak of one another in every way there is.
fn project() -> Project {
    Project::new()
        .file("content/handbook.yml", HANDBOOK)
        .file(
            "content/roles/tech-lead.md",
            "---\ntitle: Tech Lead  # not an id\nlevel: l2\nexpects: { coaching: working }\n\
             transitions: [{ to: chief }]\n---\n## Scope\n\n- Sees [[#scope|itself]] and \
             [[tech-lead]] {#sees}\n- ![it](tech-lead.svg) [plan](../roles/tech-lead.svg)\n",
        )
        .file("content/families/all.md", "# All\n")
        .file("content/roles/tech-lead.svg", DRAWING)
        .file(
            "content/roles/chief.md",
            "---\ntitle: Chief\nlevel: l3\nextends: 'tech-lead' # comment\nreports_to: Tech-Lead\n\
             manages: [tech-lead, engineer]\nworks_with:\n  - engineer\n  - \"tech-lead\"\n\
             transitions:\n  - { to: tech-lead, kind: step-back }\n---\n## Distinctions\n\n\
             ### From the Tech Lead\n\nText\n",
        )
        .file(
            "content/roles/engineer.md",
            "---\ntitle: Engineer\nlevel: l1\nextends: tech-lead\n---\n",
        )
        .file("content/competencies/coaching.md", "## Working\n\n- Coaches\n")
        .file(
            "content/glossary.yml",
            "lead:\n  definition: >\n    See [[tech-lead#sees|a lead]], tech-lead, and\n    \
             [[Tech Lead]] or [more](roles/tech-lead.md#scope)\n",
        )
        .file("content/guides/how.md", HOW)
}

const HOW: &str = "# How\n\n[[tech-lead]] [[ Tech Lead |words]] [[role:tech-lead#sees]] [[tech-lead#scope]]\n\
    [a](../roles/tech-lead.md#scope \"tech-lead.md\") [b](/roles/tech-lead) [c](../roles/Tech%20Lead.html)\n\
    ![d](../roles/tech-lead.svg) [e][lead] [tech-lead][] [f](../families/all.md#tech-lead--coaching)\n\n\
    | a |\n|---|\n| [[tech-lead\\|in a table]] |\n\n<p><a href=\"../roles/tech-lead.md\">g</a></p>\n\n\
    `[[tech-lead]]` tech-lead [[chief]] https://a.example/roles/tech-lead/ [^n]\n\n\
    [lead]: ../roles/tech-lead.md 'tech-lead'\n[tech-lead]: <../roles/tech-lead.md#sees>\n\
    [^n]: [[tech-lead]]\n";

fn built(project: &Project, out: &str) -> Files {
    project
        .run(&["build", "--deny", "warnings", "--out", out, "--date", "2026-11-21"])
        .ends_with(0);
    files(&project.path(out))
}

fn pages(files: &Files) -> BTreeSet<&String> {
    files.keys().filter(|it| it.ends_with(".html")).collect()
}

#[test]
fn every_reference_follows_and_nothing_else_changes() {
    let project = project();
    built(&project, "before");
    project
        .run(&["rename", "role", "Tech Lead", "technical-lead"])
        .ends_with(0)
        .says("renamed `content/roles/tech-lead.md` to `content/roles/technical-lead.md`")
        .says("and edited 5 files; the old address leads on");
    let how = HOW
        .replace("[[tech-lead", "[[technical-lead")
        .replace("[[ Tech Lead |", "[[ technical-lead |")
        .replace("[[role:tech-lead", "[[role:technical-lead")
        .replace("roles/tech-lead.md", "roles/technical-lead.md")
        .replace("(/roles/tech-lead)", "(/roles/technical-lead)")
        .replace("Tech%20Lead.html", "technical-lead.html")
        .replace("#tech-lead--coaching", "#technical-lead--coaching")
        .replace("`[[technical-lead]]`", "`[[tech-lead]]`");
    assert_eq!(project.text("content/guides/how.md"), how);
    assert_eq!(
        project.text("content/roles/technical-lead.md"),
        "---\ntitle: Tech Lead  # not an id\naliases: [/roles/tech-lead/]\nlevel: l2\n\
         expects: { coaching: working }\ntransitions: [{ to: chief }]\n---\n## Scope\n\n\
         - Sees [[#scope|itself]] and [[technical-lead]] {#sees}\n\
         - ![it](tech-lead.svg) [plan](../roles/tech-lead.svg)\n"
    );
    let chief = project.text("content/roles/chief.md");
    assert!(chief.contains(
        "extends: 'technical-lead' # comment\nreports_to: technical-lead\n\
         manages: [technical-lead, engineer]\nworks_with:\n  - engineer\n  - \"technical-lead\"\n\
         transitions:\n  - { to: technical-lead, kind: step-back }\n"
    ));
    assert_eq!(
        project.text("content/glossary.yml"),
        "lead:\n  definition: >\n    See [[technical-lead#sees|a lead]], tech-lead, and\n    \
         [[technical-lead]] or [more](roles/technical-lead.md#scope)\n"
    );
    assert!(!project.path("content/roles/tech-lead.md").exists());
}

#[test]
fn every_address_still_answers_and_the_pages_say_the_same() {
    let project = project();
    let before = built(&project, "before");
    project.run(&["rename", "role", "tech-lead", "technical-lead"]).ends_with(0);
    let after = built(&project, "after");
    assert!(pages(&before).is_subset(&pages(&after)), "{:?}", pages(&after));
    assert_eq!(broken_links(&after), [""; 0]);
    let text = |files: &Files, path: &str| String::from_utf8(files[path].clone()).unwrap();
    for (old, new) in [
        ("roles/tech-lead/index.html", "../../roles/technical-lead/"),
        ("compare/chief/tech-lead/index.html", "../../../compare/chief/technical-lead/"),
        ("compare/tech-lead/chief/index.html", "../../../compare/technical-lead/chief/"),
    ] {
        assert!(text(&after, old).contains(&format!("url={new}\"")), "{}", text(&after, old));
    }
    // But for the id, the handbook is the same, and so is every page.
    let in_one_name = |it: String| it.replace("technical-lead", "tech-lead");
    let data = in_one_name(text(&after, "handbook.json"));
    assert_eq!(data, text(&before, "handbook.json"));
    // A description is cut by length, and may quote an id.
    let main = |it: &str| it.split_once("<main").unwrap().1.to_owned();
    let guide = in_one_name(main(&text(&after, "guides/how/index.html")));
    assert_eq!(guide, main(&text(&before, "guides/how/index.html")));
}

#[test]
fn back_again_is_where_it_began() {
    let project = project();
    let before = files(&project.path("content"));
    project.run(&["rename", "role", "tech-lead", "technical-lead"]).ends_with(0);
    project.run(&["rename", "role", "technical-lead", "tl"]).ends_with(0);
    assert!(
        project
            .text("content/roles/tl.md")
            .contains("aliases: [/roles/tech-lead/, /roles/technical-lead/]\n")
    );
    project.run(&["rename", "role", "tl", "tech-lead"]).ends_with(0);
    let lead = project.text("content/roles/tech-lead.md");
    let aliases = "aliases: [/roles/tl/, /roles/technical-lead/]\n";
    assert!(lead.contains(aliases), "{lead}");
    // Only how a name was written is not remembered.
    let plain = |it: &[u8]| {
        let text = String::from_utf8(it.to_owned()).unwrap().replace(aliases, "");
        text.replace("Tech-Lead", "tech-lead")
            .replace("Tech Lead ", "tech-lead ")
            .replace("Tech Lead]]", "tech-lead]]")
            .replace("Tech%20Lead", "tech-lead")
    };
    let after = files(&project.path("content"));
    for (path, bytes) in &before {
        assert_eq!(plain(&after[path]), plain(bytes), "{path}");
    }
    built(&project, "out");
}

/// A role that is a folder.
fn folder() -> Project {
    Project::new()
        .file("content/handbook.yml", "title: T\nlevels: [{ ic: l1 }]\n")
        .file(
            "content/roles/lead/index.md",
            "---\nlevel: l1\n---\n![it](plan.svg) [[lead-interview]]\n",
        )
        .file("content/roles/lead/plan.svg", DRAWING)
        .file("content/roles/lead/notes.txt", "not content")
        .file(
            "content/roles/lead/interview.md",
            "# Interview\n\n[up](../lead/index.md) [on](index.md)\n",
        )
        .file(
            "content/guides/a.md",
            "# A\n\n[[lead]] [[guide:lead-interview]] ![it](../roles/lead/plan.svg)\n",
        )
}

#[test]
fn a_folder_goes_with_its_role_and_so_do_the_pages_in_it() {
    let project = folder();
    project.run(&["rename", "role", "lead", "chief"]).ends_with(0);
    let names: Vec<String> = project.files();
    assert_eq!(
        names,
        [
            "content/guides/a.md",
            "content/handbook.yml",
            "content/roles/chief/index.md",
            "content/roles/chief/interview.md",
            "content/roles/chief/notes.txt",
            "content/roles/chief/plan.svg",
        ]
    );
    assert_eq!(
        project.text("content/roles/chief/index.md"),
        "---\ntitle: Lead\naliases: [/roles/lead/]\nlevel: l1\n---\n![it](plan.svg) [[chief-interview]]\n"
    );
    assert_eq!(
        project.text("content/roles/chief/interview.md"),
        "---\naliases: [/guides/lead-interview/]\n---\n\n# Interview\n\n[up](../chief/index.md) [on](index.md)\n"
    );
    assert_eq!(
        project.text("content/guides/a.md"),
        "# A\n\n[[chief]] [[guide:chief-interview]] ![it](../roles/chief/plan.svg)\n"
    );
    let site = built(&project, "out");
    assert!(site.contains_key("guides/lead-interview/index.html"));
}

#[test]
fn in_a_folder_of_markdown_a_role_is_renamed_where_it_stands() {
    let project = Project::new()
        .file("Engineering/L1 Junior.md", "# Junior\n\nSee [senior](L2.md).\n")
        .file("Engineering/L2.md", "# Senior\n\nSee [[L1 Junior]] or [junior](<L1 Junior.md>).\n");
    project
        .run(&["rename", "role", "engineering-l1-junior", "junior"])
        .ends_with(2)
        .says("no file beside `Engineering/L1 Junior.md` can have the id `junior`");
    project.run(&["rename", "role", "junior", "engineering-l1"]).ends_with(0);
    assert_eq!(
        project.text("Engineering/l1.md"),
        "---\naliases: [/roles/engineering-l1-junior/]\n---\n\n# Junior\n\nSee [senior](L2.md).\n"
    );
    assert_eq!(
        project.text("Engineering/L2.md"),
        "# Senior\n\nSee [[engineering-l1]] or [junior](<l1.md>).\n"
    );
}

#[test]
fn a_dry_run_shows_what_would_happen() {
    let project = project();
    let before = files(project.root());
    let run = project.run(&["rename", "role", "tech-lead", "tl", "--dry-run"]).ends_with(0);
    let run = run.says(
        "would rename `content/roles/tech-lead.md` to `content/roles/tl.md` and edit 5 files",
    );
    for text in [
        "--- content/roles/tech-lead.md\n+++ content/roles/tech-lead.md\n@@ -2,0 +3 @@\n+aliases: [/roles/tech-lead/]\n",
        "-    See [[tech-lead#sees|a lead]], tech-lead, and\n",
        "\nrename from content/roles/tech-lead.md\nrename to content/roles/tl.md\n",
    ] {
        assert!(run.out.contains(text), "{text}\n{}", run.out);
    }
    assert_eq!(files(project.root()), before);
}

#[test]
fn what_cannot_be_is_said_and_nothing_is_written() {
    let project = project().file(
        "content/roles/boss.md",
        "---\ntitle: Boss\nlevel: l3\naliases: [/Roles/Leader]\n---\n",
    );
    let before = files(project.root());
    for (role, new, said) in [
        ("tech-led", "tl", "there is no role `tech-led`: did you mean `tech-lead`?"),
        ("tech-lead", "Tech Lead!", "`Tech Lead!` cannot be the id of a role: write `tech-lead`"),
        ("tech-lead", "!", "`!` cannot be the id of a role: an id needs a letter or a digit"),
        ("tech-lead", "tech-lead", "the role has the id `tech-lead` already"),
        ("tech-lead", "chief", "there is a role `chief` already, Chief: choose another id"),
        ("tech-lead", "leader", "`/roles/leader/` is an old address of Boss: choose another id"),
        ("tech-lead", "index", "no file beside `roles/tech-lead.md` can have the id `index`"),
    ] {
        project.run(&["rename", "role", role, new]).ends_with(2).says(said);
    }
    project.write("content/guides/broken.md", "# B\n\n[[nowhere]]\n");
    project
        .run(&["rename", "role", "tech-lead", "tl"])
        .ends_with(1)
        .says("error[broken-link]")
        .says("1 error: nothing was written");
    std::fs::remove_file(project.path("content/guides/broken.md")).unwrap();
    assert_eq!(files(project.root()), before);
}

#[test]
fn what_would_be_lost_is_named() {
    // A heading names the role by its id, and a link is escaped.
    let heading =
        "---\ntitle: Engineer\nlevel: l1\n---\n## Distinctions\n\n### From the TL\n\nText\n";
    let project = project()
        .file("content/roles/engineer.md", heading)
        .file("content/roles/tl.md", "---\ntitle: Leading Engineer\nlevel: l2\n---\n");
    project
        .run(&["rename", "role", "tl", "lead"])
        .ends_with(2)
        .says("this would no longer hold: the heading `From the TL` of `engineer` is about `lead`");
    assert!(project.path("content/roles/tl.md").exists());

    let escaped = "# E\n\n[x](../roles/tech\\-lead.md)\n";
    let project = self::project().file("content/guides/e.md", escaped);
    project
        .run(&["rename", "role", "tech-lead", "tl"])
        .ends_with(1)
        .says("the link `../roles/tech-lead.md` leads nowhere")
        .says("content/guides/e.md:3:1");
    project
        .run(&["rename", "role", "tech-lead", "tl", "--warn", "broken-link"])
        .ends_with(2)
        .says("this would no longer hold: link 1 of `guides/e.md` leads to `tl`");
    assert_eq!(project.text("content/guides/e.md"), escaped);
    assert!(project.path("content/roles/tech-lead.md").exists());
}

#[test]
fn a_file_that_is_no_content_is_not_overwritten() {
    let project = project();
    // Read as content are files only.
    std::fs::create_dir_all(project.path("content/roles/tl.md")).unwrap();
    project
        .run(&["rename", "role", "tech-lead", "tl"])
        .ends_with(2)
        .says("`roles/tl.md` is there already: nothing was written");
    assert!(project.text("content/guides/how.md").contains("[[tech-lead]]"));
}

#[test]
fn roles_of_the_shipped_handbook_go_and_come_back() {
    let project = Project::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (path, bytes) in files(&root.join("content")) {
        project.write(&format!("content/{path}"), bytes);
    }
    let before = files(&project.path("content"));
    let ids = ["engineering-manager", "product-manager"];
    let names = ids.map(|it| (it, format!("new-{it}")));
    let there = names.iter().map(|(old, new)| (*old, new.as_str()));
    let back = names.iter().rev().map(|(old, new)| (new.as_str(), *old));
    for (old, new) in there.chain(back) {
        project.run(&["rename", "role", old, new, "--deny", "warnings"]).ends_with(0);
    }
    let differing = files(&project.path("content")).into_iter().filter(|it| before[&it.0] != it.1);
    let differing: Vec<String> = differing.map(|(path, _)| path).collect();
    assert_eq!(differing, ids.map(|it| format!("roles/{it}.md")));
}

/// An anchor that is written in another way cannot be followed, and is not cut in pieces.
#[test]
fn a_cell_that_is_named_in_another_way_is_told_of() {
    let escaped = "# E\n\n[f](../families/all.md#%74ech-lead--coaching)\n";
    let project = project().file("content/guides/e.md", escaped);
    let rename = ["rename", "role", "tech-lead", "tl"];
    project.run(&rename).ends_with(1).says("has no anchor `#tech-lead--coaching`");
    project
        .run(&[&rename[..], &["--warn", "broken-anchor"]].concat())
        .ends_with(2)
        .says("this would no longer hold: link 1 of `guides/e.md` leads to `all`#tl--coaching");
    assert_eq!(project.text("content/guides/e.md"), escaped);
}
