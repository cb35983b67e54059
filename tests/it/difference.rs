//! What two roles ask, one against the other: which statement stands for which.

use crate::support::{Project, resolved};
use rolebook::handbook::model::{Handbook, Id, Role, SectionChange, Statement, difference};

/// Three rungs, each an heir of the one below, and one that is nobody's heir.
fn ladder() -> Handbook {
    let role = |extends: &str, list: &str, more: &str| {
        format!("---\n{extends}family: engineering\n---\n\n## Responsibilities\n\n{list}\n{more}")
    };
    let first = "- Reviews designs of the team {#reviews}\n- Takes turns on call {#on-call}\n- Asks {#asks}\n";
    let second = "- Leads reviews of systems {#leads replaces=reviews}\n- Trains others {#trains develops=asks}\n- New {#new}\n";
    let third = "- Decides what is reviewed {#decides replaces=leads}\n- Renews {#new}\n";
    let other = "- Something else {#reviews}\n- Decides what is reviewed {#own}\n";
    let challenge = "## Challenges\n\n- Finds time {#finds-time}\n";
    let project = Project::new()
        .file("content/handbook.yml", "title: T")
        .file("content/roles/one.md", role("", first, challenge))
        .file("content/roles/two.md", role("extends: one\nomits: [on-call]\n", second, ""))
        .file("content/roles/three.md", role("extends: two\n", third, ""))
        .file("content/roles/other.md", role("", other, ""));
    resolved(project.root())
}

fn role(handbook: &Handbook, slug: &str) -> Id<Role> {
    handbook.roles.iter().find(|(_, it)| it.slug == slug).unwrap().0
}

/// `+` comes in, `-` falls away, `=` stays, and `earlier>later` for a rewording.
fn changes(handbook: &Handbook, from: &str, to: &str) -> Vec<String> {
    let difference = difference(handbook, role(handbook, from), role(handbook, to));
    let mark = |sign: &str, all: &[&Statement]| {
        all.iter().map(|it| format!("{sign}{}", it.id)).collect::<Vec<_>>()
    };
    let section = |it: &SectionChange<'_>| {
        let reworded = it.reworded.iter().map(|it| {
            let from: Vec<&str> = it.from.iter().map(|it| it.id.as_str()).collect();
            let to: Vec<&str> = it.to.iter().map(|it| it.id.as_str()).collect();
            format!("{}>{}", from.join(","), to.join(","))
        });
        let reworded = reworded.collect();
        [mark("+", &it.added), reworded, mark("-", &it.dropped), mark("=", &it.kept)].concat()
    };
    difference.sections.iter().flat_map(section).collect()
}

#[test]
fn what_replaces_is_a_rewording_and_what_develops_stands_beside() {
    let handbook = ladder();
    assert_eq!(
        changes(&handbook, "one", "two"),
        ["+trains", "+new", "reviews>leads", "-on-call", "=asks"]
    );
}

#[test]
fn the_same_id_said_anew_is_a_rewording() {
    assert_eq!(
        changes(&ladder(), "two", "three"),
        ["leads>decides", "new>new", "=asks", "=trains"]
    );
}

#[test]
fn a_rewording_is_followed_over_several_rungs_and_back() {
    let handbook = ladder();
    assert_eq!(
        changes(&handbook, "one", "three"),
        ["+trains", "+new", "reviews>decides", "-on-call", "=asks"]
    );
    assert_eq!(
        changes(&handbook, "three", "one"),
        ["+on-call", "decides>reviews", "-trains", "-new", "=asks"]
    );
}

#[test]
fn one_id_in_roles_that_are_no_heirs_is_no_rewording() {
    assert_eq!(
        changes(&ladder(), "one", "other"),
        ["+reviews", "+own", "-reviews", "-on-call", "-asks"]
    );
}

/// What says nearly the same as two others is said anew once, in the words that are closest.
#[test]
fn a_statement_is_said_anew_once() {
    let near = "Agrees a written growth plan with each engineer and revisits it every quarter";
    let (closer, close) = (near.replace("every", "each"), near.replace("every quarter", "twice"));
    let list = |all: &[(&str, &str)]| {
        let items = all.iter().map(|(id, text)| format!("- {text} {{#{id}}}\n"));
        format!("## Responsibilities\n\n{}", items.collect::<String>())
    };
    let project = Project::new()
        .file("content/handbook.yml", "title: T")
        .file("content/roles/one.md", list(&[("a", near)]))
        .file("content/roles/two.md", list(&[("b", &close), ("c", &closer)]));
    let handbook = resolved(project.root());
    assert_eq!(changes(&handbook, "one", "two"), ["+b", "a>c"]);
    assert_eq!(changes(&handbook, "two", "one"), ["c>a", "-b"]);
}

#[test]
fn a_section_that_is_written_twice_is_one() {
    let twice = "## Responsibilities\n\n- Reads {#a}\n\n## Duties\n\n- Writes {#b}\n";
    let project = Project::new()
        .file("content/handbook.yml", "title: T")
        .file("content/roles/one.md", "## Responsibilities\n\n- Sleeps {#c}\n")
        .file("content/roles/two.md", twice);
    assert_eq!(changes(&resolved(project.root()), "one", "two"), ["+a", "+b", "-c"]);
    assert_eq!(changes(&resolved(project.root()), "two", "one"), ["+c", "-a", "-b"]);
}

#[test]
fn what_a_role_is_like_asks_nothing() {
    let handbook = ladder();
    let (one, other) = (role(&handbook, "one"), role(&handbook, "other"));
    let keys: Vec<String> =
        difference(&handbook, other, one).sections.into_iter().map(|it| it.key).collect();
    assert_eq!(keys, ["responsibilities"]);
    assert!(handbook.roles[one].body.known("challenges").is_some());
}

#[test]
fn a_distinction_names_its_role_by_any_name_it_has() {
    let one = "---\ntitle: Engineer\nalso_known_as: [Developer]\n---\n\n## Summary\n\nOne.\n";
    let two = "---\ntitle: Senior Engineer\n---\n\n## Distinctions\n\n\
               ### From the Engineer\n\nA.\n\n### From the Lead\n\nB.\n";
    let three = "---\ntitle: Lead\n---\n\n## Distinctions\n\n\
                 ### From the Senior Engineer\n\nC.\n\n### Compared with a developer\n\nD.\n\n\
                 ### What it takes to be a good engineer\n\nE.\n";
    let project = Project::new()
        .file("content/handbook.yml", "title: T")
        .file("content/roles/one.md", one)
        .file("content/roles/two.md", two)
        .file("content/roles/three.md", three);
    let handbook = resolved(project.root());
    let [one, two, three] = ["one", "two", "three"].map(|it| role(&handbook, it));
    let title = |of, from| handbook.roles[of].body.distinction(from).map(|it| it.title.as_str());
    assert_eq!(title(two, one), Some("From the Engineer"));
    assert_eq!(title(two, three), Some("From the Lead"));
    assert_eq!(title(three, two), Some("From the Senior Engineer"));
    assert_eq!(title(three, one), Some("Compared with a developer"));
    assert_eq!(title(one, two), None);
}
