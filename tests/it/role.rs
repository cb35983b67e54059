//! What a role's document comes to mean, however it is written.

use crate::support::fixture::{Project, content};
use crate::support::resolved_content;
use rolebook::handbook::model::{Handbook, Ladders, Status, Topic, Way};

/// A handbook whose steps are called otherwise than their ids, and two roles with `fields` in one of them.
fn handbook(fields: &str) -> Handbook {
    let settings = "title: T\nlevels: [{ ic: l1 }]\nscale:\n  knows-it: Can explain it.\n  teaches-it: Teaches others.\n";
    let role = format!("---\nlevel: l1\n{fields}---\n");
    resolved_content(&content(&[
        ("handbook.yml", settings),
        ("competencies/delivery.md", "# Delivery\n"),
        ("roles/a.md", &role),
        ("roles/b.md", "---\nlevel: l1\n---\n"),
    ]))
}

#[test]
fn a_step_is_named_by_its_id_or_its_title_or_its_number() {
    for step in ["teaches-it", "TEACHES-IT", "Teaches it", "teaches it", "2", "' teaches-it '"] {
        let handbook = handbook(&format!("expects: {{ delivery: {step} }}\n"));
        let (_, role) = handbook.roles.iter().next().unwrap();
        let asked: Vec<usize> =
            role.expectations.iter().map(|it| it.proficiency.number()).collect();
        assert_eq!(asked, [2], "{step}");
    }
}

#[test]
fn a_move_is_of_the_kind_that_is_said() {
    let kinds = [
        ("kind: promotion", Way::Promotion),
        ("kind: lateral-move", Way::LateralMove),
        ("kind: track-switch", Way::TrackSwitch),
        ("kind: step-back", Way::StepBack),
    ];
    for (said, kind) in kinds {
        let handbook = handbook(&format!("transitions: [{{ to: b, {said} }}]\n"));
        let (_, role) = handbook.roles.iter().next().unwrap();
        let ways: Vec<Way> = role.transitions.iter().map(|it| it.way).collect();
        assert_eq!(ways, [kind]);
    }
}

#[test]
fn a_role_holds_unless_it_says_otherwise() {
    let statuses = [
        ("", Status::Active),
        ("status: active\n", Status::Active),
        ("status: draft\n", Status::Draft),
        ("status: deprecated\n", Status::Deprecated),
        ("status: retired\n", Status::Retired),
    ];
    for (said, status) in statuses {
        let handbook = handbook(said);
        assert_eq!(handbook.roles.iter().next().unwrap().1.status, status, "{said}");
    }
}

/// What each family is called.
fn families(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let settings = [("handbook.yml", "title: T\n")];
    let handbook = resolved_content(&content(&[&settings, files].concat()));
    handbook.families.iter().map(|(_, it)| (it.slug.clone(), it.title.clone())).collect()
}

fn family(slug: &str, title: &str) -> (String, String) {
    (slug.to_owned(), title.to_owned())
}

#[test]
fn what_nobody_wrote_of_a_family_is_said_by_its_folder() {
    let all = families(&[("roles/a.md", "# A\n")]);
    assert_eq!(all, [family("roles", "All roles")]);
    let named = families(&[("roles/a.md", "---\nfamily: data-science\n---\n# A\n")]);
    assert_eq!(named, [family("data-science", "Data science")]);
    let folders = families(&[("roles/Data Science/a.md", "# A\n"), ("roles/ops/b.md", "# B\n")]);
    assert_eq!(folders, [family("data-science", "Data Science"), family("ops", "Ops")]);
}

#[test]
fn a_role_that_names_its_family_makes_none_of_its_folder() {
    let found = families(&[
        ("families/craft.md", "# Craft\n"),
        ("families/sales.md", "# Sales\n"),
        ("roles/backend/a.md", "---\nfamily: craft\n---\n# A\n"),
        ("roles/sales/b.md", "# B\n"),
    ]);
    assert_eq!(found, [family("craft", "Craft"), family("sales", "Sales")]);
}

#[test]
fn an_entry_of_any_list_may_be_hidden_if_it_is_there() {
    let fields = "manages: [b]\nworks_with: [b]\nscope: { teams: 1 }\nrequirements: { years: 5 }\ncodes: { isco: 1 }\nexpects: { delivery: expert }\ntransitions: [{ to: b, kind: promotion }]\n";
    let all = [
        "manages.b",
        "works_with.b",
        "scope.teams",
        "requirements.years",
        "codes.isco",
        "expects.delivery",
        "transitions.b",
    ];
    let report = |entry: &str| {
        let text = format!(
            "//- competencies/delivery.md\n# Delivery\n\n## Expert\n\n- Delivers\n//- roles/b.md\n---\nlevel: l2\nextends: a\n---\n//- roles/a.md\n---\nlevel: l1\n{fields}visibility: {{ {entry}: internal }}\n---\n## Summary\n\nText.\n"
        );
        Project::new(&text, "").check().report
    };
    for entry in all {
        let report_of_known = report(entry);
        assert!(!report_of_known.contains("visibility:"), "{report_of_known}");
        let (field, _) = entry.split_once('.').unwrap();
        let report_of_unknown = report(&format!("{field}.nobody"));
        assert!(report_of_unknown.contains("nobody: internal"), "{report_of_unknown}");
    }
}

/// A heading that ends with the name of a role speaks of that role where roles are told apart, and only there.
#[test]
fn a_heading_is_about_a_role_among_the_distinctions_alone() {
    let topics = |section: &str| -> Vec<Option<String>> {
        let text = format!("# A\n\n## {section}\n\n### From the B\n\nText.\n");
        let files =
            [("handbook.yml", "title: T\n"), ("roles/a.md", &*text), ("roles/b.md", "# B\n")];
        let handbook = resolved_content(&content(&files));
        let (_, role) = handbook.roles.iter().next().unwrap();
        let about = |it: &Topic| match it {
            Topic::Role(id) => Some(handbook.roles[*id].slug.clone()),
            _ => None,
        };
        role.body.sections[0].sections.iter().map(|it| about(&it.topic)).collect()
    };
    assert_eq!(topics("Distinctions"), [Some("b".to_owned())]);
    assert_eq!(topics("Responsibilities"), [None]);
}

/// What a role expected that is no more is asked of nobody.
#[test]
fn a_retired_role_expects_nothing() {
    let role = |more: &str| format!("---\nlevel: l1\nexpects: {{ delivery: expert }}\n{more}---\n");
    let handbook = resolved_content(&content(&[
        ("handbook.yml", "title: T\nlevels: [{ ic: l1 }]\n"),
        ("competencies/delivery.md", "# Delivery\n"),
        ("roles/a.md", &role("")),
        ("roles/b.md", &role("status: retired\n")),
    ]));
    let (delivery, _) = handbook.competencies.iter().next().unwrap();
    let expecting = Ladders::new(&handbook).expecting(delivery).to_vec();
    let slugs: Vec<&str> = expecting.iter().map(|it| handbook.roles[*it].slug.as_str()).collect();
    assert_eq!(slugs, ["a"]);
}
