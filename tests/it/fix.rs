//! `rolebook fix`: ids that come from words are written down, and no page notices.

use crate::support::fixture::{TODAY, content};
use crate::support::{Project, site::files};
use proptest::prelude::{ProptestConfig, Strategy, prop, prop_assert, prop_assert_eq, proptest};
use rolebook::content::{self, Content, Revision};
use rolebook::diagnostic::code;
use rolebook::diagnostic::policy::{Policy, Setting};
use rolebook::handbook::edit::Wanted;
use rolebook::pipeline::{Options, Pipeline, Refusal};
use std::path::Path;

const HANDBOOK: &str = "title: T\nlevels: [{ ic: l1 }]\n";

const ALL: Wanted = Wanted { statements: true, headings: true };

/// A role, and a statement in each of the ways in which people write one.
const HOSTILE: &str = "---
title: Keeper
level: l1
---

## Responsibilities

- Goes over
  two lines
- Goes on
without being indented
- Ends in `code`
- Ends in [a link](https://a.example)
- Ends in [a reference][r]
- Ends in [[keeper]]
- Ends in *emphasis*
- Ends in **strong _and more_**
- Ends in a picture ![](https://a.example/a.png)
- Ends in <b>HTML</b>
- Ends in a comment <!-- of the author -->
- Ends in a note[^n]
- Ends in two spaces  
- Ends in a backslash\\
- Breaks hard  
  twice\\
  in one
- Is internal {.internal}
- Is internal too
  { .internal}
- Ends in {curly} braces {here}
- Writes \\{#no-id}
- Ends in `{#code}`
- Has an id {#fixed}
- [ ] Is a task
- [x] Is done
- Holds a list
  - of its own
- Holds a paragraph

  below
- Holds a quotation
  > of somebody
- Holds a table

  | a | b |
  |---|---|
  | c | d |
-\tBegins with a tab
- Says it twice
- Says it twice
- Führt Grüße an, 日本語 und snake_case
-
- <div>no words</div>
- ![](https://a.example/b.png)
- > quoted only
- # A heading

1. Counts
2) Counts otherwise

* Loose

* And loose


> - Quoted
> - Quoted too

| a | b |
|---|---|
| c | d |

### A *group* of `its` own ##

Text
-----

- Below a line

<h3 align=\"center\">Of HTML</h3>

- Below HTML

## Free

- Only a list

### Free and below {.internal}

## Success metrics

### Shared

- Is counted

[r]: https://a.example
[^n]: A note.
";

fn hostile() -> Content {
    content(&[
        ("handbook.yml", HANDBOOK),
        ("roles/keeper.md", HOSTILE),
        (
            "roles/chief.md",
            "---\nlevel: l1\nextends: keeper\n---\n## Responsibilities\n\n- Says it twice, and more\n\n### Shared\n\n- Of both\n\n### A group of its own\n\n- Of the chief\n",
        ),
        ("guides/how.md", "# How\n\n## Why\n\n- Because\n"),
        ("index.md", "# Home\n\n## Why\n\nText\n\n## Why\n"),
    ])
}

fn options() -> Options {
    let settings = [(code::BROKEN_ANCHOR, Setting::Warn)].into();
    let policy = Policy { settings, ..Policy::default() };
    Options { policy, today: TODAY.to_owned(), ..Options::default() }
}

fn fixed(content: &Content, wanted: Wanted) -> Revision {
    match Pipeline::default().fix_ids(content, &options(), (wanted, &|_| true)) {
        Ok(revision) => revision,
        Err(Refusal::Asked(why)) => panic!("{why}"),
        Err(Refusal::Found { diagnostics, .. }) => panic!("{diagnostics:#?}"),
    }
}

/// The whole site is the same, byte by byte, and nothing is left to fix.
fn assert_unchanged(before: &Content, wanted: Wanted) -> Revision {
    let revision = fixed(before, wanted);
    let after = before.revised(&revision);
    let site = |content: &Content| Pipeline::default().site(content, &options()).0;
    assert!(site(before).is_some());
    assert_eq!(site(before), site(&after));
    assert_eq!(fixed(&after, wanted), Revision::default());
    revision
}

fn text<'a>(content: &'a Content, path: &str) -> &'a str {
    content.texts.iter().find(|it| it.path.as_str() == path).map_or("", |it| &it.text)
}

#[test]
fn a_statement_gets_its_id_whatever_it_ends_in() {
    let before = hostile();
    let after = before.revised(&assert_unchanged(&before, ALL));
    let after = text(&after, "roles/keeper.md");
    for line in [
        "  two lines {#goes-over-two-lines}\n",
        "without being indented {#goes-on-without-being-indented}\n",
        "- Ends in `code` {#ends-in-code}\n",
        "- Ends in [a link](https://a.example) {#ends-in-a-link}\n",
        "- Ends in [a reference][r] {#ends-in-a-reference}\n",
        "- Ends in a note[^n] {#ends-in-a-note}\n",
        "- Ends in two spaces {#ends-in-two-spaces}  \n",
        "- Ends in a backslash\\ {#ends-in-a-backslash}\n",
        "- Is internal {#is-internal .internal}\n",
        "  {#is-internal-too  .internal}\n",
        "- Has an id {#fixed}\n",
        "- [x] Is done {#is-done}\n",
        "- Holds a list {#holds-a-list}\n  - of its own\n",
        "- Holds a paragraph {#holds-a-paragraph}\n\n  below\n",
        "- Says it twice {#says-it-twice}\n- Says it twice {#says-it-twice-2}\n",
        "- Führt Grüße an, 日本語 und snake_case {#führt-grüße-an-日本語-und-snake_case}\n",
        "-\n- <div>no words</div>\n- ![](https://a.example/b.png)\n- > quoted only\n- # A heading\n",
        "> - Quoted\n",
        "### A *group* of `its` own {#a-group-of-its-own} ##\n",
        "Text {#text}\n-----\n",
        "- Only a list\n",
        "### Free and below {#free-and-below .internal}\n",
    ] {
        assert!(after.contains(line), "{line:?} is not in\n{after}");
    }
    let how = text(&before.revised(&fixed(&before, ALL)), "guides/how.md").to_owned();
    assert_eq!(how, "# How\n\n## Why {#why}\n\n- Because\n");
}

#[test]
fn statements_and_headings_are_asked_for_one_by_one() {
    let before = hostile();
    let n_edits = |wanted| -> usize {
        assert_unchanged(&before, wanted).files.iter().map(|it| it.edits.len()).sum()
    };
    let statements = n_edits(Wanted { statements: true, headings: false });
    let headings = n_edits(Wanted { statements: false, headings: true });
    assert_eq!(headings, 11);
    assert_eq!(n_edits(ALL), statements + headings);
}

/// The handbook of this repository, without the ids and what refers to them.
fn shipped_without_ids() -> Content {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut content = content::read(root, &root.join("public")).unwrap();
    // It guards the very ids that are taken away here.
    content.texts.retain(|it| it.path.as_str() != content::LEDGER);
    for file in &mut content.texts {
        let folder = file.path.segments().next().unwrap();
        if !matches!(folder, "roles" | "competencies") {
            continue;
        }
        let mut text = file.text.to_string();
        if let Some(start) = text.find("\nomits:") {
            let end = start + text[start..].find("]\n").unwrap() + 1;
            text.replace_range(start..end, "");
        }
        let without = text.lines().map(|it| match it.rfind('{') {
            Some(at)
                if it.ends_with('}') && it[at..].contains(['#', '=']) && !it.contains(": {") =>
            {
                it[..at].trim_end()
            }
            _ => it,
        });
        file.text = (without.collect::<Vec<_>>().join("\n") + "\n").into();
    }
    content
}

#[test]
fn the_shipped_handbook_gets_all_its_ids_and_stays_as_it_is() {
    let revision = assert_unchanged(&shipped_without_ids(), ALL);
    let n_ids: usize = revision.files.iter().map(|it| it.edits.len()).sum();
    assert!(n_ids > 1400, "{n_ids}");
}

#[test]
fn what_no_braces_can_say_is_refused_with_a_way_out() {
    let project = Project::new().file("content/handbook.yml", HANDBOOK).file(
        "content/roles/a.md",
        "---\nlevel: l1\n---\n## Scope\n\n- Fine\n- `__init__`-files\n",
    );
    let before = project.text("content/roles/a.md");
    project
        .run(&["fix", "--ids"])
        .ends_with(1)
        .says("error[bad-id]: the id `__init__-files` cannot be written down here")
        .says("content/roles/a.md:7:3")
        .says("1 error: nothing was written");
    assert_eq!(project.text("content/roles/a.md"), before);
}

#[test]
fn a_statement_that_would_silence_an_inherited_one_is_refused() {
    let role = |extends: &str| {
        format!("---\nlevel: l1\n{extends}---\n## Responsibilities\n\n- Acts\n- Acts\n")
    };
    let project = Project::new()
        .file("content/handbook.yml", HANDBOOK)
        .file("content/roles/a.md", role(""))
        .file("content/roles/b.md", role("extends: a\n"));
    project
        .run(&["fix", "--ids"])
        .ends_with(1)
        .says("the id `acts-2-2` cannot be written down here without becoming another");
    assert!(!project.text("content/roles/a.md").contains('{'));
}

#[test]
fn files_keep_their_line_ends_their_mark_and_their_permissions() {
    let role = "\u{feff}---\r\nlevel: l1\r\n---\r\n## Scope\r\n\r\n- One\r\n  line\n- Two\r\n\r\n";
    let project =
        Project::new().file("content/handbook.yml", HANDBOOK).file("content/roles/a.md", role);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let private = std::fs::Permissions::from_mode(0o600);
        std::fs::set_permissions(project.path("content/roles/a.md"), private).unwrap();
    }
    project.run(&["fix", "--ids"]).ends_with(0).says("wrote 2 ids into 1 file");
    assert_eq!(
        project.text("content/roles/a.md"),
        "\u{feff}---\r\nlevel: l1\r\n---\r\n## Scope\r\n\r\n- One\r\n  line {#one-line}\n\
         - Two {#two}\r\n\r\n"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let metadata = std::fs::metadata(project.path("content/roles/a.md")).unwrap();
        assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
    }
    project.run(&["fix", "--ids"]).ends_with(0).says("every id is written down already");
    let names: Vec<String> = files(project.root()).into_keys().collect();
    assert_eq!(names, ["content/handbook.yml", "content/roles/a.md"]);
}

#[test]
fn a_dry_run_shows_every_line_and_writes_none() {
    let project = Project::new()
        .file("content/handbook.yml", HANDBOOK)
        .file("content/roles/a.md", "---\nlevel: l1\n---\n## Scope\n\n- One\n- Two\n");
    let run = project.run(&["fix", "--ids", "--dry-run"]).ends_with(0);
    assert_eq!(
        run.out,
        "--- content/roles/a.md\n+++ content/roles/a.md\n@@ -6 +6 @@\n-- One\n+- One {#one}\n\
         @@ -7 +7 @@\n-- Two\n+- Two {#two}\n"
    );
    assert_eq!(run.err, "would write 2 ids into 1 file\n");
    assert!(!project.text("content/roles/a.md").contains('{'));
}

#[test]
fn paths_say_which_files_are_meant() {
    let role = |title: &str| format!("---\ntitle: {title}\nlevel: l1\n---\n## Scope\n\n- One\n");
    let project = Project::new()
        .file("content/handbook.yml", HANDBOOK)
        .file("content/roles/a.md", role("A"))
        .file("content/roles/b.md", role("B"))
        .file("content/roles/bb/c.md", role("C"));
    let is_fixed = |path: &str| project.text(path).contains("{#one}");
    project.run(&["fix", "--ids", "./content/roles/a.md"]).ends_with(0).says("1 id into 1 file");
    assert!(is_fixed("content/roles/a.md") && !is_fixed("content/roles/b.md"));
    project.run(&["fix", "--ids", "content/roles/bb/"]).ends_with(0).says("1 id into 1 file");
    assert!(is_fixed("content/roles/bb/c.md") && !is_fixed("content/roles/b.md"));
    let root = project.path("content/roles/b.md");
    let from_elsewhere =
        ["fix", "--ids", "--project", project.root().to_str().unwrap(), root.to_str().unwrap()];
    Project::new().run(&from_elsewhere).ends_with(0).says("1 id into 1 file");
    project.run(&["fix", "--ids", "content"]).ends_with(0).says("every id is written down already");
    project
        .run(&["fix", "--ids", "content/rolls"])
        .ends_with(2)
        .says("there is no text at `content/rolls`: name a file or folder of the handbook");
    project.run(&["fix"]).ends_with(2).says("--ids");
}

#[test]
fn a_handbook_with_errors_is_shown_them_and_left_alone() {
    let project = Project::new()
        .file("content/handbook.yml", HANDBOOK)
        .file("content/roles/a.md", "---\nlevel: l9\n---\n## Scope\n\n- One\n");
    project
        .run(&["fix", "--ids"])
        .ends_with(1)
        .says("error[unknown-level]")
        .says("1 error: nothing was written");
    assert!(!project.text("content/roles/a.md").contains('{'));
}

/// The end of an item's first paragraph, as people and programs write it.
const PIECES: [&str; 34] = [
    "word",
    " ",
    "  ",
    "\n",
    "\n  ",
    "\n    ",
    "\n\n  ",
    "\n- ",
    "\n  - ",
    "*",
    "**",
    "_",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "[[",
    "]]",
    "{",
    "}",
    "{.internal}",
    "\\",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "|",
    "\t",
    "[^n]",
    "&amp;",
    "é",
    "#",
];

fn markdown() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(&PIECES[..]), 1..14);
    pieces.prop_map(|it| format!("- {}\n", it.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_page_notices_whatever_the_markdown(items in markdown(), more in markdown()) {
        let role = format!("---\nlevel: l1\n---\n## Scope\n\n{items}\n### Group\n\n{more}\n\n[^n]: Note\n");
        let before = content(&[("handbook.yml", HANDBOOK), ("roles/a.md", &role)]);
        let site = |content: &Content| Pipeline::default().site(content, &options()).0;
        match Pipeline::default().fix_ids(&before, &options(), (ALL, &|_| true)) {
            Ok(revision) => {
                let after = before.revised(&revision);
                prop_assert_eq!(site(&before), site(&after));
                let again = Pipeline::default().fix_ids(&after, &options(), (ALL, &|_| true));
                prop_assert_eq!(again.ok(), Some(Revision::default()));
            }
            // Something is wrong with it anyhow, or it is said what cannot be written.
            Err(Refusal::Found { diagnostics, .. }) => prop_assert!(!diagnostics.is_empty()),
            Err(Refusal::Asked(why)) => prop_assert!(false, "{}", why),
        }
    }
}
