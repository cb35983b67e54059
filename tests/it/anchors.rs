//! Anchors of one page: what its author wrote stays, and everything else gives way to it.

use crate::support::{fixture, resolved_content};
use rolebook::handbook::model::{Block, Body, Section};

const BASE: &str = "---
title: Base
---
## Responsibilities

- Ships {#ships}

### Of the team {#team}

- Pairs {#pairs}
";

/// Every anchor of the page of a role that extends the base, in the order of the page.
fn anchors(own: &str) -> Vec<String> {
    let heir = format!("---\ntitle: Heir\nextends: base\n---\n{own}");
    let files = [("handbook.yml", "title: T\n"), ("roles/base.md", BASE), ("roles/heir.md", &heir)];
    let handbook = resolved_content(&fixture::content(&files));
    let heir = handbook.roles.iter().find(|(_, it)| it.slug == "heir").unwrap().1;
    let mut found = Vec::new();
    note_body(&heir.body, &mut found);
    found
}

fn note_body(body: &Body, found: &mut Vec<String>) {
    note_blocks(&body.opening, found);
    body.sections.iter().for_each(|it| note_section(it, found));
}

fn note_section(section: &Section, found: &mut Vec<String>) {
    found.push(section.anchor.clone());
    note_blocks(&section.blocks, found);
    section.sections.iter().for_each(|it| note_section(it, found));
}

fn note_blocks(blocks: &[Block], found: &mut Vec<String>) {
    found.extend(blocks.iter().flat_map(Block::statements).map(|it| it.id.clone()));
}

#[test]
fn what_is_inherited_keeps_its_anchors() {
    assert_eq!(anchors(""), ["responsibilities", "ships", "team", "pairs"]);
}

#[test]
fn what_comes_from_words_gives_way() {
    let own = "## Notes\n\n## Notes\n\n## Others {#notes}\n\n- Plans {#notes-2}\n";
    let page = ["notes-3", "notes-4", "notes", "notes-2"];
    assert_eq!(anchors(own)[..4], page);
}

#[test]
fn what_is_inherited_gives_way_to_what_an_heir_writes() {
    let own = "## People {#team}\n\n## Two at a desk {#pairs}\n\n- Sails {#ships}\n";
    let page = ["team", "pairs", "ships", "responsibilities", "team-2", "pairs-2"];
    assert_eq!(anchors(own), page);
    let page = ["team", "pairs", "responsibilities", "ships", "team-2", "pairs-2"];
    assert_eq!(anchors("## Team\n\n## Pairs\n"), page);
}

/// A role without a level is no column of a table, and a retired one is no longer.
#[test]
fn only_a_column_of_the_table_has_cells() {
    let role = |head: &str| {
        format!("---\nfamily: craft\nexpects: {{ delivery: expert }}\n{head}---\n# Role\n")
    };
    let guide = "# A\n\n[a](../families/craft.md#a--delivery) [b](../families/craft.md#b--delivery) [c](../families/craft.md#c--delivery)\n";
    let content = fixture::content(&[
        ("handbook.yml", "title: T\nlevels: [{ ic: l1 }, { ic: l2 }]\n"),
        ("competencies/delivery.md", "# Delivery\n"),
        ("families/craft.md", "# Craft\n"),
        ("guides/a.md", guide),
        ("roles/a.md", &role("level: l1\n")),
        ("roles/b.md", &role("")),
        ("roles/c.md", &role("level: l2\nstatus: retired\n")),
    ]);
    let report = fixture::check(&content, &rolebook::pipeline::Options::default()).report;
    let has_no = |cell: &str| report.contains(&format!("Craft has no anchor `#{cell}--delivery`"));
    assert_eq!([has_no("a"), has_no("b"), has_no("c")], [false, true, true], "{report}");
}
