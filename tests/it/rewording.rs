//! When two statements are one said anew: real text on both sides of the threshold, and what must
//! hold of every difference.

use crate::support::{fixture::content, resolved_content};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert_eq, proptest};
use proptest::sample::select;
use rolebook::handbook::model::{
    COPIED, Difference, Handbook, Id, REWORDED, Role, SectionChange, Shift, Statement, Words,
    difference,
};
use std::collections::{BTreeMap, BTreeSet};

/// One statement said anew, as authors do from rung to rung.
const REWORDINGS: [(&str, &str); 3] = [
    (
        "Brings four or more years of professional software engineering",
        "Brings seven or more years of professional software engineering in at least two teams",
    ),
    (
        "Holds a one-to-one with every direct report at least every two weeks",
        "Holds a one-to-one with every manager who reports to the role at least every two weeks",
    ),
    (
        "Agrees a written growth plan with each engineer and revisits it every quarter",
        "Agrees a written growth plan with each manager and revisits it twice a year",
    ),
];

/// As close as two statements of the shipped handbook come that mean different things.
const DIFFERENT: [(&str, &str); 5] = [
    (
        "Finds the team's backlog and says who decides its order",
        "Describes how a defect reaches the team and who decides its order",
    ),
    (
        "Has led managers of teams for at least three years",
        "Has led the technical side of a project with at least three other engineers",
    ),
    (
        "Announces a release to those who will feel it, before they feel it",
        "Announces a moved date to everyone who counts on it before they have to ask",
    ),
    (
        "Explains how the main products are built and what limits each of them today",
        "Explains how the team's services are built, deployed and monitored",
    ),
    (
        "Lowers the cost of a typical change in the department from year to year",
        "Lowers the number of teams that a typical change must involve, counted twice a year",
    ),
];

/// Copies in which one word was changed.
const COPIES: [(&str, &str); 3] = [
    (
        "Reviews the team's larger designs for fit with published standards before work starts",
        "Reviews the larger designs of all teams for fit with published standards before work starts",
    ),
    (
        "Settles the order of the team's backlog with its product manager every iteration",
        "Settles the order of the teams' backlogs with its product manager every iteration",
    ),
    (
        "Tells a person about a performance problem before it appears in any document",
        "Tells a manager about a performance problem before it appears in any document",
    ),
];

#[test]
fn real_text_stands_on_the_right_side_of_the_threshold() {
    let of = |pairs: &[(&str, &str)]| -> Vec<f32> {
        let similarity = |(a, b): &(&str, &str)| Words::of(a).similarity(&Words::of(b), 0.0);
        pairs.iter().filter_map(similarity).collect()
    };
    let (same, different, copies) = (of(&REWORDINGS), of(&DIFFERENT), of(&COPIES));
    assert!(same.iter().all(|it| (REWORDED..COPIED).contains(it)), "{same:?}");
    assert!(different.iter().all(|it| (0.4..REWORDED).contains(it)), "{different:?}");
    assert!(copies.iter().all(|it| *it >= COPIED), "{copies:?}");
}

const WORDS: [&str; 8] =
    ["reviews", "designs", "with", "teams", "before", "work", "starts", "well"];

/// One role of a chain, each an heir of the one before: what it says, replaces, leaves out, asks.
#[derive(Clone, Debug)]
struct Rung {
    statements: Vec<(Vec<&'static str>, Option<usize>)>,
    omits: Vec<usize>,
    extends: bool,
    steps: Vec<(usize, usize)>,
    teams: Option<usize>,
}

fn rung() -> impl Strategy<Value = Rung> {
    let statement = (vec(select(&WORDS[..]), 1..9), proptest::option::of(0_usize..12));
    let parts = (
        vec(statement, 0..6),
        vec(0_usize..12, 0..3),
        any::<bool>(),
        vec((0_usize..3, 0_usize..4), 0..4),
        proptest::option::of(1_usize..4),
    );
    parts.prop_map(|(statements, omits, extends, steps, teams)| Rung {
        statements,
        omits,
        extends,
        steps,
        teams,
    })
}

const STEPS: [&str; 4] = ["awareness", "working", "practitioner", "expert"];

/// A rung as an author would write it. Ids are numbers, so that they often meet.
fn text(number: usize, rung: &Rung) -> String {
    let mut front = format!("title: R{number}\n");
    if rung.extends && number > 0 {
        let omits: Vec<String> = rung.omits.iter().map(|it| format!("s{it}")).collect();
        front += &format!("extends: r{}\nomits: [{}]\n", number - 1, omits.join(", "));
    }
    let steps: BTreeMap<_, _> = rung.steps.iter().copied().collect();
    let steps = steps.iter().map(|(c, step)| format!("c{c}: {}", STEPS[*step]));
    front += &format!("expects: {{ {} }}\n", steps.collect::<Vec<_>>().join(", "));
    if let Some(teams) = rung.teams {
        front += &format!("scope: {{ teams: {teams} }}\n");
    }
    let statements = rung.statements.iter().enumerate().map(|(index, (words, replaces))| {
        let replaces = replaces.map_or(String::new(), |it| format!(" replaces=s{it}"));
        format!("- {} {{#s{}{replaces}}}\n", words.join(" "), number * 4 + index)
    });
    format!("---\n{front}---\n\n## Responsibilities\n\n{}", statements.collect::<String>())
}

fn handbook(rungs: &[Rung]) -> Handbook {
    let roles: Vec<(String, String)> = rungs
        .iter()
        .enumerate()
        .map(|(index, it)| (format!("roles/r{index}.md"), text(index, it)))
        .collect();
    let competencies = (0..3).map(|it| (format!("competencies/c{it}.md"), "# C\n".to_owned()));
    let files: Vec<(String, String)> = roles.into_iter().chain(competencies).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    resolved_content(&content(&files))
}

fn texts<'a>(statements: impl IntoIterator<Item = &'a Statement>) -> BTreeSet<&'a str> {
    statements.into_iter().map(|it| it.text.as_str()).collect()
}

fn all<'a>(
    difference: &Difference<'a>,
    part: impl Fn(&SectionChange<'a>) -> Vec<&'a Statement>,
) -> BTreeSet<&'a str> {
    texts(difference.sections.iter().flat_map(part))
}

fn from<'a>(it: &SectionChange<'a>) -> Vec<&'a Statement> {
    it.reworded.iter().flat_map(|it| it.from.clone()).collect()
}

fn to<'a>(it: &SectionChange<'a>) -> Vec<&'a Statement> {
    it.reworded.iter().flat_map(|it| it.to.clone()).collect()
}

fn asked(handbook: &Handbook, role: Id<Role>) -> BTreeMap<usize, String> {
    let expectations = handbook.roles[role].expectations.iter();
    expectations.map(|it| (it.competency.index(), format!("{:?}", it.proficiency))).collect()
}

#[test]
fn lists_without_end_are_not_held_against_each_other() {
    let role = |id: &str, level: &str, n: usize, who: &str| {
        let items: String =
            (0..n).map(|it| format!("- Decides thing {it} of {who} alone\n")).collect();
        let text = format!("---\nlevel: {level}\n---\n## Responsibilities\n\n{items}");
        (format!("roles/{id}.md"), text)
    };
    let reworded = |n: usize| {
        let handbook_yml = "title: H\nlevels: [{ ic: l1 }, { ic: l2 }]\n";
        let [one, other] = [role("a", "l1", n, "the team"), role("b", "l2", n, "the teams")];
        let files = [("handbook.yml", handbook_yml), (&*one.0, &*one.1), (&*other.0, &*other.1)];
        let handbook = resolved_content(&content(&files));
        let ids: Vec<_> = handbook.roles.ids().collect();
        difference(&handbook, ids[0], ids[1])
            .sections
            .iter()
            .map(|it| it.reworded.len())
            .sum::<usize>()
    };
    assert_eq!(reworded(20), 20);
    // More pairs than anybody looks at.
    assert_eq!(reworded(2_001), 0);
}

#[test]
fn marks_and_capitals_are_no_words() {
    let (one, other) = (Words::of("Ships, (and) mends!"), Words::of("ships and “Mends”"));
    assert_eq!(one.similarity(&other, 1.0), Some(1.0));
    assert_eq!(one.similarity(&Words::of("plans, (or) rests!"), 0.01), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_differs_from_itself(rungs in vec(rung(), 1..4)) {
        let handbook = handbook(&rungs);
        for id in handbook.roles.ids() {
            let difference = difference(&handbook, id, id);
            prop_assert_eq!(difference.facts.iter().filter(|it| it.from != it.to).count(), 0);
            prop_assert_eq!(difference.steps.iter().filter(|it| it.shift() != Shift::Same).count(), 0);
            let is_kept = |it: &SectionChange<'_>| {
                it.added.is_empty() && it.dropped.is_empty() && it.reworded.is_empty()
            };
            prop_assert_eq!(difference.sections.iter().all(is_kept), true);
        }
    }

    #[test]
    fn a_difference_leads_from_the_one_to_the_other(rungs in vec(rung(), 2..4)) {
        let handbook = handbook(&rungs);
        for (a, lower) in handbook.roles.iter() {
            for (b, upper) in handbook.roles.iter() {
                let difference = difference(&handbook, a, b);
                let (mut said, said_by_b) = (texts(lower.body.statements()), texts(upper.body.statements()));
                let gone = &all(&difference, |it| it.dropped.clone()) | &all(&difference, from);
                prop_assert_eq!(gone.is_subset(&said), true);
                said.retain(|it| !gone.contains(it));
                said.extend(all(&difference, |it| it.added.clone()));
                said.extend(all(&difference, to));
                prop_assert_eq!(said, said_by_b);
                let mut steps = asked(&handbook, a);
                for it in &difference.steps {
                    match it.to {
                        Some(step) => drop(steps.insert(it.competency.index(), format!("{step:?}"))),
                        None => drop(steps.remove(&it.competency.index())),
                    }
                }
                prop_assert_eq!(steps, asked(&handbook, b));
            }
        }
    }

    #[test]
    fn the_way_back_is_the_way_turned_round(rungs in vec(rung(), 2..4)) {
        let handbook = handbook(&rungs);
        for a in handbook.roles.ids() {
            for b in handbook.roles.ids() {
                let (there, back) = (difference(&handbook, a, b), difference(&handbook, b, a));
                prop_assert_eq!(all(&there, |it| it.added.clone()), all(&back, |it| it.dropped.clone()));
                prop_assert_eq!(all(&there, |it| it.kept.clone()), all(&back, |it| it.kept.clone()));
                prop_assert_eq!(all(&there, from), all(&back, to));
                let count = |it: &Difference<'_>, shift| it.steps.iter().filter(|it| it.shift() == shift).count();
                prop_assert_eq!(count(&there, Shift::Raised), count(&back, Shift::Lowered));
                prop_assert_eq!(count(&there, Shift::New), count(&back, Shift::Dropped));
                prop_assert_eq!(there.facts.len(), back.facts.len());
            }
        }
    }
}
