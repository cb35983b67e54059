//! What an heir's own text and its parent's become together.

use crate::support::fixture::content;
use crate::support::resolved_content;
use rolebook::handbook::model::{Block, Section};

fn group(section: &str, heading: &str, item: &str) -> String {
    format!("## {section}\n\n### {heading}\n\n- {item}\n")
}

/// The groups of the heir's only section, and what each says.
fn groups(base: &str, heir: &str) -> Vec<(String, Vec<String>)> {
    let base = format!("---\ntitle: Base\n---\n{base}");
    groups_of(&base, &format!("---\ntitle: Heir\nextends: base\n---\n{heir}"))
}

fn groups_of(base: &str, heir: &str) -> Vec<(String, Vec<String>)> {
    let handbook = resolved_content(&content(&[
        ("handbook.yml", "title: T\n"),
        ("competencies/mentoring.md", "---\nalso_known_as: [Coaching]\n---\n# Mentoring\n"),
        ("roles/base.md", base),
        ("roles/heir.md", heir),
    ]));
    let (_, heir) = handbook.roles.iter().find(|(_, it)| it.slug == "heir").unwrap();
    let [section] = &heir.body.sections[..] else { panic!("{:#?}", heir.body.sections) };
    section.sections.iter().map(|it| (it.title.clone(), said(it))).collect()
}

fn said(section: &Section) -> Vec<String> {
    section.blocks.iter().flat_map(Block::statements).map(|it| it.id.clone()).collect()
}

#[test]
fn groups_about_one_competency_are_one_whatever_they_are_called() {
    let groups = groups(
        &group("Competencies", "Mentoring", "Pairs"),
        &group("Competencies", "Coaching", "Listens"),
    );
    let [(_, said)] = &groups[..] else { panic!("{groups:#?}") };
    assert_eq!(said[..], ["pairs", "listens"]);
}

#[test]
fn groups_of_one_heading_are_one_and_others_follow() {
    let found = groups(
        &group("Responsibilities", "Every day", "Ships"),
        &group("Responsibilities", "EVERY DAY!", "Mends"),
    );
    assert_eq!(found.iter().map(|it| it.1.len()).collect::<Vec<_>>(), [2]);
    let found = groups(
        &group("Responsibilities", "Every day", "Ships"),
        &group("Responsibilities", "Every week", "Mends"),
    );
    let titles: Vec<_> = found.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(titles, ["Every week", "Every day"]);
}

/// An heir without the section has of it what it did not leave out.
#[test]
fn what_is_left_out_of_a_group_does_not_come_back_with_its_section() {
    let base = "## Responsibilities\n\n### Every day\n\n- Ships {#ships}\n- Mends {#mends}\n";
    let ids = |omits: &str| {
        let heir = format!("---\ntitle: Heir\nextends: base\nomits: [{omits}]\n---\n");
        let groups = groups_of(&format!("---\ntitle: Base\n---\n{base}"), &heir);
        groups.into_iter().flat_map(|it| it.1).collect::<Vec<_>>()
    };
    assert_eq!(ids(""), ["ships", "mends"]);
    assert_eq!(ids("ships"), ["mends"]);
}
