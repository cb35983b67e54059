//! What `rolebook advert` prints of a role.

use crate::support::Project;

const HANDBOOK: &str = "title: T\norganisation: { name: Lighthouse }\n\
                        base_url: https://lighthouse.example/handbook/\n\
                        levels: [{ ic: l1 }]\n";

const ROLE: &str = "---
title: Keeper <& Co>
level: l1
vacancies:
  - { url: \"https://jobs.example/1?a=1&b=2\", valid_through: 2026-12-31, location: Skye }
---
## Summary

Keeps the *light*.

Sees [[keeper|itself]].

## Challenges

### Fog

- Blows the horn

## Success metrics

- No ship is lost

## Responsibilities

- Trims the wick

### At night

- Counts ships | *all* of them
- Knows the code of the safe {.internal}
";

fn project() -> Project {
    Project::new().file("content/handbook.yml", HANDBOOK).file("content/roles/keeper.md", ROLE)
}

#[test]
fn an_advert_says_what_the_role_is_what_it_asks_and_where_it_stands() {
    let run = project().run(&["advert", "keeper"]).ends_with(0);
    let expected = "# Keeper \\<\\& Co\\>\n\nLighthouse\n\nKeeps the light.\n\nSees itself.\n\n\
                    ## Responsibilities\n\n- Trims the wick\n\n### At night\n\n\
                    - Counts ships \\| all of them\n\n## Success metrics\n\n- No ship is lost\n\n\
                    The role in full, and what changes at the next rung: \
                    <https://lighthouse.example/handbook/roles/keeper/>\n";
    assert_eq!(run.out, expected);
    assert_eq!(run.err, "");
}

#[test]
fn a_vacancy_adds_place_date_and_where_to_apply() {
    let text = project().run(&["advert", "KEEPER", "--vacancy", "1", "--format", "text"]);
    let text = text.ends_with(0).out;
    assert!(text.starts_with("Keeper <& Co>\n\nLighthouse, Skye\n\nKeeps the light.\n"), "{text}");
    assert!(text.ends_with("\n\nApply by 2026-12-31: https://jobs.example/1?a=1&b=2\n"), "{text}");
    assert!(
        text.contains("\nRESPONSIBILITIES\n\n- Trims the wick\n\nAt night:\n- Counts"),
        "{text}"
    );
    let html = project().run(&["advert", "keeper", "--vacancy", "1", "--format", "html"]);
    let html = html.ends_with(0).out;
    assert!(
        html.starts_with("<h1>Keeper &lt;&amp; Co&gt;</h1>\n<p>Lighthouse, Skye</p>\n"),
        "{html}"
    );
    let link = "<p><a href=\"https://jobs.example/1?a=1&amp;b=2\">Apply by 2026-12-31</a></p>\n";
    assert!(html.ends_with(link), "{html}");
}

#[test]
fn a_section_that_is_written_twice_is_one() {
    let twice = ROLE.replace("### At night", "## Duties {#duties}");
    let project = Project::new()
        .file("content/handbook.yml", HANDBOOK)
        .file("content/roles/keeper.md", &twice);
    let out = project.run(&["advert", "keeper"]).ends_with(0).out;
    assert!(out.contains("- Trims the wick") && out.contains("- Counts ships"), "{out}");
}

#[test]
fn what_is_internal_stays_inside() {
    for format in ["text", "markdown", "html"] {
        let out = project().run(&["advert", "keeper", "--format", format]).ends_with(0).out;
        assert!(!out.contains("safe"), "{out}");
    }
}

#[test]
fn what_there_is_not_is_said_with_a_way_out() {
    let project = project();
    let says = |args: &[&str], words: &str| drop(project.run(args).ends_with(2).says(words));
    says(&["advert", "keper"], "there is no role `keper`: did you mean `keeper`?");
    says(&["advert", "keeper", "--vacancy", "2"], "has one vacancy: ask for `--vacancy 1`");
    says(&["advert", "keeper", "--vacancy", "0"], "has one vacancy: ask for `--vacancy 1`");
    let bare = Project::new().file("content/roles/keeper.md", "# Keeper\n");
    let run = bare.run(&["advert", "keeper"]).ends_with(0);
    run.says("the advert has no link: set `base_url`");
    let run = bare.run(&["advert", "keeper", "--vacancy", "1"]).ends_with(2);
    run.says("Keeper has no vacancies: write one below `vacancies`");
    let elsewhere = ["advert", "keeper", "--base-url", "https://x.example/"];
    bare.run(&elsewhere).ends_with(0).prints("<https://x.example/roles/keeper/>");
}
