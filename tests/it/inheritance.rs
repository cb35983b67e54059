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

/// The blocks of the heir's only section: the ids of a list, or that it is prose.
fn shown(base: &str, heir: &str) -> Vec<String> {
    let files = [("handbook.yml", "title: T\n"), ("roles/base.md", base), ("roles/heir.md", heir)];
    let handbook = resolved_content(&content(&files));
    let (_, heir) = handbook.roles.iter().find(|(_, it)| it.slug == "heir").unwrap();
    let ids =
        |it: &Block| it.statements().iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(" ");
    let block = |it: &Block| match it {
        Block::Prose(_) => "prose".to_owned(),
        Block::Statements(_) => ids(it),
    };
    heir.body.sections[0].blocks.iter().map(block).collect()
}

/// What stands behind an heir's first list stays there, and a list of which nothing is left is gone.
#[test]
fn what_is_inherited_comes_before_the_first_list_and_the_rest_follows() {
    let base = "# Base\n\n## Responsibilities\n\n- Ships {#ships}\n- Mends {#mends}\n";
    let heir = "---\ntitle: Heir\nextends: base\n---\n## Responsibilities\n\nFirst.\n\n- Plans {#plans}\n\nThen.\n\n- Ships more {#more replaces=ships}\n\nAt last.\n\n- Rests {#rests}\n";
    assert_eq!(shown(base, heir), ["prose", "more mends plans", "prose", "prose", "rests"]);
}

/// A list that counts goes on counting: nothing is put into it.
#[test]
fn what_is_inherited_is_no_part_of_a_numbered_list() {
    let base = "# Base\n\n## Responsibilities\n\n- Ships {#ships}\n";
    let own = "## Responsibilities\n\n3. Plans {#plans}\n4. Rests {#rests}\n";
    assert_eq!(
        shown(base, &format!("---\ntitle: Heir\nextends: base\n---\n{own}")),
        ["ships", "plans rests"]
    );
}

#[test]
fn an_heir_without_a_track_stands_on_that_of_its_parent() {
    let track = |own: &str| {
        let heir = format!("---\nextends: base\n{own}---\n");
        let files = [
            ("handbook.yml", "title: T\ntracks: { ic: { title: IC }, lead: { title: Lead } }\n"),
            ("roles/base.md", "---\ntrack: ic\n---\n"),
            ("roles/heir.md", &heir),
        ];
        let handbook = resolved_content(&content(&files));
        let (_, heir) = handbook.roles.iter().find(|(_, it)| it.slug == "heir").unwrap();
        heir.track.map(|it| handbook.tracks[it].slug.clone())
    };
    assert_eq!(track(""), Some("ic".to_owned()));
    assert_eq!(track("track: lead\n"), Some("lead".to_owned()));
}
