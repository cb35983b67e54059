//! The handbook in `content/` keeps to the rules that its own README states, and its comparisons say
//! what a person has read and found right.

use crate::support::{assert_expected, below_tests, resolved};
use rolebook::handbook::model::{Handbook, Ladders, Section, difference};
use rolebook::page::{Publication, comparison, settle};
use rolebook::site::export::comparison::markdown;
use std::collections::BTreeMap;
use std::path::Path;

/// Every role has all of these.
const SECTIONS: [&str; 10] = [
    "summary",
    "responsibilities",
    "competencies",
    "challenges",
    "success-metrics",
    "requirements",
    "typical-day",
    "distinctions",
    "career-paths",
    "takeaways",
];

/// How much one step of a ladder may ask: less is no step, more is nothing to act on.
const STEP: std::ops::RangeInclusive<usize> = 5..=25;

fn handbook() -> Handbook {
    resolved(Path::new(env!("CARGO_MANIFEST_DIR")))
}

#[test]
fn it_has_two_families_of_complete_roles() {
    let handbook = handbook();
    assert_eq!(handbook.families.len(), 2);
    assert!(handbook.roles.len() >= 16, "{} roles", handbook.roles.len());
    assert!(handbook.competencies.len() >= 24, "{} competencies", handbook.competencies.len());
    for (_, role) in handbook.roles.iter() {
        let is_filled = |it: &Section| {
            !it.blocks.is_empty() || it.sections.iter().any(|it| !it.blocks.is_empty())
        };
        let missing = SECTIONS.iter().filter(|it| !role.body.known(it).is_some_and(is_filled));
        assert_eq!(missing.collect::<Vec<_>>(), [&""; 0], "of {}", role.title);
        assert!(!role.scope.is_empty() && role.owner.is_some(), "{}", role.title);
    }
}

#[test]
fn each_step_of_a_ladder_is_one_that_a_person_can_act_on() {
    let handbook = handbook();
    let steps = Ladders::new(&handbook);
    let asked: Vec<_> = steps
        .steps()
        .map(|(lower, upper)| {
            let difference = difference(&handbook, lower, upper);
            let raised = difference.steps.iter().filter(|it| it.is_up()).count();
            let added: usize = difference.sections.iter().map(|it| it.added.len()).sum();
            (handbook.roles[upper].title.as_str(), raised + added)
        })
        .collect();
    assert!(asked.len() >= 13, "{asked:?}");
    let outside: Vec<_> = asked.iter().filter(|(_, n)| !STEP.contains(n)).collect();
    assert!(outside.is_empty(), "new or raised: {outside:?}, of {asked:?}");
}

#[test]
fn each_rung_says_how_it_differs_from_the_one_below() {
    let handbook = handbook();
    for (lower, upper) in Ladders::new(&handbook).steps() {
        let upper = &handbook.roles[upper];
        assert!(upper.body.distinction(lower).is_some(), "{}", upper.title);
    }
}

#[test]
fn no_statement_stands_twice() {
    let handbook = handbook();
    let mut said: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (id, role) in handbook.roles.iter() {
        for it in role.body.statements().filter(|it| it.stated_by == Some(id)) {
            said.entry(it.text.to_lowercase()).or_default().push(&role.title);
        }
    }
    for (_, competency) in handbook.competencies.iter() {
        for it in competency.descriptors.iter().flat_map(|it| it.section.statements()) {
            said.entry(it.text.to_lowercase()).or_default().push(&competency.title);
        }
    }
    let twice: Vec<_> = said.iter().filter(|(_, places)| places.len() > 1).collect();
    assert!(twice.is_empty(), "{twice:#?}");
    assert!(said.len() > 600, "{} statements", said.len());
}

/// Rungs on both tracks, line by line.
const READ: [[&str; 2]; 8] = [
    ["engineer", "intermediate-engineer"],
    ["intermediate-engineer", "senior-engineer"],
    ["senior-engineer", "staff-engineer"],
    ["staff-engineer", "principal-engineer"],
    ["principal-engineer", "distinguished-engineer"],
    ["engineering-manager", "senior-engineering-manager"],
    ["senior-engineering-manager", "director-of-engineering"],
    ["director-of-engineering", "senior-director-of-engineering"],
];

#[test]
fn a_comparison_is_right_line_by_line() {
    let handbook = handbook();
    let addresses = settle(&handbook, &Publication::default(), None).value;
    let role = |slug| handbook.roles.iter().find(|(_, it)| it.slug == slug).unwrap().0;
    for [from, to] in READ {
        let sheet = comparison(&handbook, &addresses, (role(from), role(to)));
        let text = markdown(&sheet, &handbook.settings.labels);
        assert_expected(&below_tests(&format!("shipped/{from}--{to}.md")), &text);
    }
}
