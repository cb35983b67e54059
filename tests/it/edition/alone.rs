//! One hidden thing and nothing else: it is left out with all that is about it, and nothing tells of it.

use super::{CANARY, canaries, has, leaks, site};
use crate::support::fixture::content;

/// One private thing alone is enough: nothing else must have been hidden for it to be looked for.
#[test]
fn one_private_thing_alone_is_left_out_and_its_footnote_with_it() {
    let bodies = [
        "## Summary\n\nText.\n\n- Knows quokkaitem[^a] {.internal}\n- Mends\n\n[^a]: Of quokkafootnote.\n",
        "## Summary\n\nText.\n\n## Quokkasection {.internal}\n\nQuokkaprose[^a].\n\n[^a]: Quokkafootnote.\n",
        "## Summary\n\nText.\n\n### Quokkabelow {.internal}\n\n- Quokkaitem[^a]\n\n[^a]: Quokkafootnote.\n",
        "## Summary\n\nText.\n\n## Quokkaover\n\n- Knows quokkaitem {.internal}\n",
        "## Summary\n\n## Quokkahead[^a] {.internal}\n\n[^a]: Quokkafootnote.\n",
    ];
    let head = |more: &str| format!("---\ntitle: Engineer\n{more}---\n\n");
    let owner = head("owner: quokkaowner\nvisibility: { owner: internal }\n") + "Text.\n";
    let page = head("visibility: internal\n") + "Text of quokkapage.\n";
    for text in bodies.map(|it| head("") + it).into_iter().chain([owner, page]) {
        assert_is_left_out(("roles/engineer.md", &text));
    }
    let term =
        "quokkaterm: { title: Quokkatitle, definition: Quokkameaning, visibility: internal }\n";
    assert_is_left_out(("glossary.yml", &format!("okr: {{ definition: A goal }}\n{term}")));
    assert_is_left_out(("glossary.yml", term));
    let steps = [
        "- Delivers quokkastep[^a] {.internal}\n",
        "- Delivers\n- Knows quokkastep[^a] {.internal}\n",
        "- Delivers\n\n### Quokkamore {.internal}\n\n- Knows quokkastep[^a]\n",
        "- Delivers\n\n### More\n\nText.\n\n- Knows quokkastep[^a] {.internal}\n",
    ];
    for step in steps {
        let text = format!("## Working\n\n{step}\n[^a]: Quokkafootnote.\n");
        assert_is_left_out(("competencies/delivery.md", &text));
    }
}

/// That the private words of the only file stand in no byte of the public edition, and in the internal one.
#[track_caller]
fn assert_is_left_out(file: (&str, &str)) {
    let content = content(&[("handbook.yml", "title: Handbook\n"), file]);
    let public = site(&content, None);
    assert_eq!(leaks(&public, &[CANARY]), [""; 0], "{}", file.1);
    let internal = site(&content, Some("internal"));
    for canary in canaries(&content) {
        assert!(internal.iter().any(|it| has(&canary, it)), "{canary} stands nowhere");
    }
}

/// A number that is missing would tell of a rung that is.
#[test]
fn the_rungs_are_counted_as_if_none_were_hidden() {
    let role = |level: &str, more: &str| {
        format!("---\ntitle: R {level}\nlevel: {level}\n{more}---\n\nText.\n")
    };
    let (low, middle, high) =
        (role("l1", ""), role("l2", "visibility: internal\n"), role("l3", ""));
    let files = [
        ("handbook.yml", "title: Handbook\nlevels: [{ ic: l1 }, { ic: l2 }, { ic: l3 }]\n"),
        ("roles/a.md", &low),
        ("roles/b.md", &middle),
        ("roles/c.md", &high),
    ];
    let content = content(&files);
    let ranks = |edition: Option<&str>| -> Vec<(String, u64)> {
        let sheet: serde_json::Value =
            serde_json::from_slice(&site(&content, edition)["handbook.json"]).unwrap();
        let levels = sheet["levels"].as_array().unwrap().iter();
        levels
            .map(|it| (it["id"].as_str().unwrap().to_owned(), it["rank"].as_u64().unwrap()))
            .collect()
    };
    let at = |id: &str, rank| (id.to_owned(), rank);
    assert_eq!(ranks(None), [at("l1", 1), at("l3", 2)]);
    assert_eq!(ranks(Some("internal")), [at("l1", 1), at("l2", 2), at("l3", 3)]);
}

#[test]
fn a_link_to_the_glossary_stays_as_long_as_it_has_a_term() {
    let term = |id: &str, more: &str| format!("{id}: {{ definition: What it is{more} }}\n");
    let (open, secret) = (term("okr", ""), term("kpi", ", visibility: internal"));
    for (glossary, stays) in [(format!("{open}{secret}"), true), (secret, false)] {
        let guide = "# A\n\nSee [the terms](/glossary.yml).\n";
        let files =
            [("handbook.yml", "title: T\n"), ("guides/a.md", guide), ("glossary.yml", &glossary)];
        let site = site(&content(&files), None);
        let html = String::from_utf8_lossy(&site["guides/a/index.html"]);
        assert_eq!(html.contains(">the terms</a>"), stays, "{html}");
    }
}
