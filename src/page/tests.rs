//! What pages say, told of a small handbook.

use super::sample::{edited, expectations, handbook, nowhere};
use super::view::{Link, Mark};
use super::{Body, Page, Part, Publication, compose, settle};
use crate::handbook::model::{Fact, Handbook, Status, Transition, Way};
use rayon::prelude::ParallelIterator;

/// The page at `address`.
fn page<'a>(pages: &'a [Page], address: &str) -> &'a Page {
    pages.iter().find(|it| it.address.as_str() == address).unwrap()
}

fn composed(handbook: &Handbook, publication: &Publication) -> Vec<Page> {
    compose(handbook, publication, &settle(handbook, publication, None).value).all()
}

fn published(handbook: &Handbook) -> Vec<Page> {
    composed(handbook, &Publication::default())
}

/// The comparisons that have a page, as `from/to`.
fn comparisons(pages: &[Page]) -> Vec<&str> {
    let addresses = pages.iter().map(|it| it.address.as_str());
    let pairs = addresses.filter_map(|it| it.strip_prefix("compare/"));
    pairs.map(|it| it.trim_end_matches('/')).filter(|it| !it.is_empty()).collect()
}

fn texts(links: &[Link]) -> Vec<&str> {
    links.iter().map(|it| it.text.as_str()).collect()
}

#[test]
fn a_small_family_is_compared_crosswise() {
    let pages = published(&handbook(&[("b", "m2"), ("a", "e1"), ("free", ""), ("c", "e3")]));
    let ladder = ["a/b", "a/c", "a/free", "b/a", "b/c", "b/free", "c/a", "c/b", "c/free"];
    let outside = ["free/a", "free/b", "free/c"];
    assert_eq!(comparisons(&pages), [&ladder[..], &outside].concat());
}

#[test]
fn a_large_family_is_compared_along_its_ladders() {
    let slugs: Vec<String> = (0..12).map(|it| format!("x{it:02}")).collect();
    let mut roles: Vec<_> = slugs.iter().map(|it| (it.as_str(), "e1")).collect();
    roles.extend([("a", "e2"), ("b", "m2"), ("c", "m3")]);
    let handbook = edited(&roles, |ids, roles| {
        let (to, way) = (ids[0], Way::StepBack);
        roles[14].transitions.push(Transition { to, way, span: nowhere() });
        // A way to where one is leads nowhere.
        roles[0].transitions.push(Transition { to, way, span: nowhere() });
    });
    let pages = published(&handbook);
    let found = comparisons(&pages);
    // Each neighbour both ways, equivalents both ways, the declared way one way.
    let starting_from = |from| found.iter().filter(|it| it.starts_with(from)).count();
    assert_eq!(starting_from("a/"), 12 + 1);
    assert_eq!(starting_from("x"), 12);
    assert_eq!(found[13..17], ["b/a", "b/c", "c/b", "c/x00"]);
}

#[test]
fn expectations_are_marked_against_the_rung_below() {
    let handbook = edited(&[("a", "e1"), ("b", "e2"), ("m", "m2")], |ids, roles| {
        roles[0].expectations = expectations(ids[0], &[(0, 2)]);
        roles[1].expectations = expectations(ids[1], &[(0, 3), (1, 1)]);
        roles[2].expectations = expectations(ids[2], &[(1, 1)]);
    });
    let pages = published(&handbook);
    let Body::Family(family) = &page(&pages, "families/engineering/").body else { panic!() };
    let ladder = family.ladder.as_ref().unwrap();
    let rows: Vec<Vec<Mark>> = ladder.groups[0]
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|it| it.mark).collect())
        .collect();
    assert_eq!(rows[0], [Mark::None, Mark::Raised, Mark::None]);
    assert_eq!(rows[1], [Mark::None, Mark::New, Mark::None]);
    let cell = &ladder.groups[0].rows[0].cells[1];
    assert_eq!(cell.anchor, "b--coaching");
    assert_eq!(cell.more.as_ref().unwrap().as_str(), "competencies/coaching/#high");
}

#[test]
fn what_is_expected_below_only_is_dropped() {
    let fact = |ids: &[_], value: &str| Fact {
        key: "teams".to_owned(),
        title: "Teams".to_owned(),
        value: value.to_owned(),
        stated_by: ids[0],
        span: nowhere(),
    };
    let handbook = edited(&[("a", "e1"), ("b", "e2"), ("c", "e3")], |ids, roles| {
        roles[0].expectations = expectations(ids[0], &[(0, 2)]);
        roles[0].scope = vec![fact(ids, "1")];
        roles[1].scope = vec![fact(ids, "2")];
    });
    let pages = published(&handbook);
    let Body::Family(family) = &page(&pages, "families/engineering/").body else { panic!() };
    let ladder = family.ladder.as_ref().unwrap();
    let cells = &ladder.groups[0].rows[0].cells;
    let marks: Vec<_> = cells.iter().map(|it| (it.mark, it.step.is_some())).collect();
    assert_eq!(marks, [(Mark::None, true), (Mark::Dropped, false), (Mark::None, false)]);
    let facts: Vec<_> = ladder.facts[0].cells.iter().map(|it| it.mark).collect();
    assert_eq!(facts, [Mark::None, Mark::Changed, Mark::Dropped]);
}

#[test]
fn a_role_knows_its_neighbours_and_the_way_to_them() {
    let pages = published(&handbook(&[("a", "e1"), ("b", "e2"), ("m", "m2")]));
    let role = page(&pages, "roles/b/");
    assert_eq!(role.root, "../../");
    assert_eq!(texts(&role.breadcrumbs), ["Home", "Engineering"]);
    let Body::Role(body) = &role.body else { panic!() };
    let previous = body.previous.as_ref().unwrap();
    let compare = previous.compare.as_ref().unwrap();
    assert_eq!(compare.address.as_str(), "compare/a/b/");
    assert_eq!(compare.text, "What changes from A to B");
    assert_eq!(body.next, None);
    assert_eq!(texts(&body.comparisons), ["A", "M"]);
    let details: Vec<_> =
        body.details.iter().map(|it| (it.title.as_str(), it.text.as_str())).collect();
    let expected = [("Equivalent to", "M")];
    assert_eq!(details, expected);
    let place =
        "B: E2, Engineer, Engineering: what the role asks, and what changes at the next rung.";
    assert_eq!(role.description, place);
}

#[test]
fn a_comparison_says_how_its_roles_stand_to_each_other() {
    let handbook = edited(&[("a", "e1"), ("b", "e2"), ("m", "m2"), ("n", "m3")], |ids, roles| {
        let (to, way) = (ids[3], Way::TrackSwitch);
        roles[1].transitions.push(Transition { to, way, span: nowhere() });
    });
    let pages = published(&handbook);
    let relation = |address: &str| match &page(&pages, address).body {
        Body::Compare(it) => it.relation.clone(),
        _ => panic!(),
    };
    assert_eq!(relation("compare/a/b/"), "the next rung on the engineer track");
    assert_eq!(relation("compare/b/a/"), "the rung below on the engineer track");
    assert_eq!(relation("compare/b/m/"), "the same rank on the manager track");
    assert_eq!(relation("compare/b/n/"), "a track switch");
    assert_eq!(relation("compare/a/n/"), "");
}

#[test]
fn what_is_not_in_force_is_not_indexed() {
    let handbook = edited(&[("a", "e1"), ("b", "e2")], |_, roles| roles[0].status = Status::Draft);
    let pages = published(&handbook);
    let hidden: Vec<_> =
        pages.iter().filter(|it| it.noindex).map(|it| it.address.as_str()).collect();
    assert_eq!(hidden, ["404.html", "compare/a/b/", "compare/b/a/", "roles/a/", "search/"]);
}

#[test]
fn addresses_follow_the_publication() {
    let handbook = handbook(&[("a", "e1")]);
    let base_url = Some("https://x.example/handbook".to_owned());
    let online =
        composed(&handbook, &Publication { base_url: base_url.clone(), ..Publication::default() });
    assert_eq!(page(&online, "404.html").root, "/handbook/");
    let canonical = page(&online, "roles/a/").canonical.as_deref();
    assert_eq!(canonical, Some("https://x.example/handbook/roles/a/"));
    let offline =
        composed(&handbook, &Publication { base_url, offline: true, ..Publication::default() });
    let role = page(&offline, "roles/a/index.html");
    assert_eq!(role.canonical.as_deref(), canonical);
    assert_eq!(role.breadcrumbs[0].address.as_str(), "index.html");
    assert_eq!(page(&offline, "404.html").root, "./");
}

#[test]
fn pages_are_in_the_order_of_their_addresses() {
    let pages = published(&handbook(&[("b", "e2"), ("a", "e1")]));
    assert!(pages.is_sorted_by(|one, other| one.address < other.address));
}

#[test]
fn a_thread_tells_where_it_stops_and_what_stands_outside() {
    let roles = [("a", "e1"), ("b", "e2"), ("c", "e3"), ("m", "m2"), ("free", "")];
    let handbook = edited(&roles, |ids, roles| {
        for (role, step) in [(0, 1), (2, 2), (4, 3)] {
            roles[role].expectations = expectations(ids[role], &[(0, step)]);
        }
        let (to, way) = (ids[2], Way::LateralMove);
        roles[4].transitions.push(Transition { to, way, span: nowhere() });
    });
    let pages = published(&handbook);
    let Body::Competency(it) = &page(&pages, "competencies/coaching/").body else { panic!() };
    let [ladder] = &it.ladders[..] else { panic!("one family") };
    let titles: Vec<&str> = ladder.threads.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["Engineer", "Outside the ladder"]);
    let stop = ladder.threads[0].rungs[0].stop.as_ref().unwrap();
    assert_eq!((texts(&stop.at), texts(&stop.again)), (vec!["B"], vec!["C"]));
    let [free] = &ladder.threads[1].rungs[..] else { panic!("those who expect it") };
    assert_eq!((free.mark, free.forks[0].mark), (Mark::None, Mark::Lowered));
    // Every role on the ladder has a cell, and only these.
    assert_eq!(ladder.strip.matches("<a href=").count(), 4);
    assert!(ladder.strip.contains("<title>M, M2: not expected</title>"), "{}", ladder.strip);
}

#[test]
fn a_profile_shows_what_only_the_rung_below_expects() {
    let handbook = edited(&[("a", "e1"), ("b", "e2")], |ids, roles| {
        roles[0].expectations = expectations(ids[0], &[(0, 2), (1, 1)]);
        roles[1].expectations = expectations(ids[1], &[(1, 3)]);
    });
    let pages = published(&handbook);
    let Body::Role(role) = &page(&pages, "roles/b/").body else { panic!() };
    let profile = role.profile.as_ref().unwrap();
    let rows = profile.groups[0].expectations.iter();
    let rows: Vec<_> = rows.map(|it| (it.competency.text.as_str(), it.mark)).collect();
    assert_eq!(rows, [("design", Mark::Raised), ("coaching", Mark::Dropped)]);
    let counts: Vec<_> = profile.counts.iter().map(|it| (it.mark, it.n)).collect();
    assert_eq!(counts, [(Mark::Raised, 1), (Mark::Dropped, 1)]);
    assert_eq!(profile.picture.matches("<path").count(), 4);
}

#[test]
fn what_is_left_out_is_not_made_and_nothing_names_it() {
    let handbook = edited(&[("a", "e1"), ("b", "e2"), ("c", "m2")], |ids, roles| {
        let (to, way) = (ids[2], Way::TrackSwitch);
        roles[0].transitions.push(Transition { to, way, span: nowhere() });
    });
    let without = [Part::Search, Part::Compare, Part::Data].into();
    let publication = Publication { without, ..Publication::default() };
    let addresses = settle(&handbook, &publication, None).value;
    let pages = compose(&handbook, &publication, &addresses);
    assert!(pages.leaves().all(|it| it.sheet.is_none()) && !pages.has_choice());
    let pages = pages.all();
    let left_out = |it: &&Page| it.address.part().is_some();
    assert_eq!(pages.iter().filter(left_out).count(), 0);
    let Page { body: Body::Role(role), frame, .. } = page(&pages, "roles/a/") else {
        panic!("a role")
    };
    assert!(frame.search.is_none() && !frame.has_data);
    assert!(role.comparisons.is_empty() && role.compare.is_none());
    let next = role.next.as_ref().unwrap();
    assert_eq!((next.role.text.as_str(), &next.compare), ("B", &None));
    // A way to another role is there, whatever is compared.
    assert_eq!(
        (role.transitions[0].role.text.as_str(), &role.transitions[0].compare),
        ("C", &None)
    );
}

#[test]
fn roles_are_chosen_from_data_and_without_it_there_is_no_choice() {
    let handbook = handbook(&[("a", "e1"), ("b", "e2")]);
    let without = [Part::Data].into();
    let pages = composed(&handbook, &Publication { without, ..Publication::default() });
    assert_eq!(comparisons(&pages), ["a/b", "b/a"]);
    let Body::Role(role) = &page(&pages, "roles/a/").body else { panic!("a role") };
    assert!(role.compare.is_none() && role.next.as_ref().unwrap().compare.is_some());
    let Body::Comparisons(list) = &page(&pages, "compare/").body else { panic!("the list") };
    assert!(list.choices.is_empty() && list.groups.len() == 2);
}
