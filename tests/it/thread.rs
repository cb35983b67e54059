//! Where the thread of a competency stops, and where it forks.

use crate::support::{fixture, resolved_content};
use rolebook::handbook::model::{Handbook, Id, Ladders, Role, by_track, thread};

const HANDBOOK: &str = "title: T
tracks: { ic: { title: Individual contributor }, m: { title: Management } }
levels:
  - { ic: ic1 }
  - { ic: ic2, m: m2 }
  - { ic: ic3, m: m3 }
  - { ic: ic4 }
";

/// Roles by id: level, the step expected if any, and the rest of the front matter.
fn handbook(roles: &[(&str, &str, &str, &str)]) -> Handbook {
    let file = |(id, level, step, more): &(&str, &str, &str, &str)| {
        let level = if level.is_empty() { String::new() } else { format!("level: {level}\n") };
        let expects = match *step {
            "" => String::new(),
            step => format!("expects: {{ coaching: {step} }}\n"),
        };
        (format!("roles/{id}.md"), format!("---\nfamily: engineering\n{level}{expects}{more}---\n"))
    };
    let files: Vec<_> = roles.iter().map(file).collect();
    let mut all = vec![("handbook.yml", HANDBOOK), ("competencies/coaching.md", "# Coaching\n")];
    all.extend(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    resolved_content(&fixture::content(&all))
}

/// Every rung with what is said of it: `a | stops at b, again c | to d raised | not to e`.
fn told(handbook: &Handbook) -> Vec<String> {
    let ladders = Ladders::new(handbook);
    let family = handbook.families.ids().next().unwrap();
    let outside = ladders.outside(family).to_vec();
    let tracks = by_track(handbook, ladders.ranked(family)).into_values();
    let threads = tracks.chain([outside]).flat_map(|roles| {
        let competency = handbook.competencies.ids().next().unwrap();
        thread(handbook, &roles, competency)
    });
    let slugs = |ids: &[Id<Role>]| {
        ids.iter().map(|it| handbook.roles[*it].slug.as_str()).collect::<Vec<_>>().join("+")
    };
    let said = threads.map(|it| {
        let mut said = slugs(&[it.role]);
        if let Some(stop) = it.stop {
            said += &format!(" | stops at {}", slugs(&stop.at));
            if !stop.again.is_empty() {
                said += &format!(", again {}", slugs(&stop.again));
            }
        }
        for fork in it.forks {
            said += &format!(" | to {} {:?}", slugs(&[fork.to]), fork.shift).to_lowercase();
        }
        if !it.ends.is_empty() {
            said += &format!(" | not to {}", slugs(&it.ends));
        }
        said
    });
    said.collect()
}

#[test]
fn it_stops_where_the_next_rung_does_not_expect_it() {
    let handbook = handbook(&[("a", "ic1", "1", ""), ("b", "ic2", "2", ""), ("c", "ic3", "", "")]);
    assert_eq!(told(&handbook), ["a", "b | stops at c", "c"]);
}

#[test]
fn the_top_of_a_track_is_no_stop_and_a_rung_without_roles_is_none() {
    let handbook = handbook(&[("a", "ic1", "1", ""), ("d", "ic4", "1", ""), ("m", "m2", "1", "")]);
    assert_eq!(told(&handbook), ["a", "d", "m"]);
}

#[test]
fn it_may_begin_again_higher_up() {
    let roles =
        [("a", "ic1", "1", ""), ("b", "ic2", "", ""), ("c", "ic3", "", ""), ("d", "ic4", "2", "")];
    assert_eq!(told(&handbook(&roles)), ["a | stops at b, again d", "b", "c", "d"]);
}

#[test]
fn it_forks_to_other_tracks_by_the_declared_ways_that_do_not_lead_back() {
    let ways = "transitions:
  - { to: b, kind: promotion }
  - { to: m, kind: track-switch }
  - { to: n, kind: lateral-move }
  - { to: o, kind: promotion }
";
    let back = "transitions: [{ to: a, kind: step-back }]\n";
    let roles = [
        ("a", "ic1", "2", ways),
        ("b", "ic2", "2", ""),
        ("m", "m2", "1", back),
        // Does not expect it, so that it ends there.
        ("n", "m2", "", ""),
        ("o", "m3", "3", ""),
    ];
    assert_eq!(
        told(&handbook(&roles)),
        ["a | to m lowered | to o raised | not to n", "b", "m", "n", "o"]
    );
}

#[test]
fn it_forks_where_several_roles_stand_on_the_next_rung() {
    let roles = [
        ("a", "ic1", "1", "transitions: [{ to: c, kind: promotion }]\n"),
        ("b", "ic2", "1", ""),
        ("c", "ic2", "2", ""),
        ("d", "ic3", "", ""),
        ("e", "ic3", "2", ""),
    ];
    let told = told(&handbook(&roles));
    // One of two that expects it is the way on, and neither a stop nor a fork.
    assert_eq!(told, ["a | to b same | to c raised", "b", "c", "d", "e"]);
}

#[test]
fn outside_the_ladder_nothing_is_next_but_what_is_declared() {
    let out = "transitions: [{ to: b, kind: lateral-move }, { to: y, kind: lateral-move }]\n";
    let roles = [
        ("b", "ic2", "1", "transitions: [{ to: x, kind: lateral-move }]\n"),
        ("x", "", "2", out),
        ("y", "", "2", ""),
        ("z", "", "", ""),
    ];
    assert_eq!(
        told(&handbook(&roles)),
        ["b | to x raised", "x | to b lowered | to y same", "y", "z"]
    );
}
