//! Handbooks as large as a family gets, made in memory. In: nothing. Out: content, the same in
//! every run: words are picked from lists by arithmetic.

use rolebook::content::{Content, RelPath, TextFile};

/// On each of the two tracks.
pub(crate) const N_RUNGS: usize = 6;
pub(crate) const N_COMPETENCIES: usize = 40;
pub(crate) const N_STATEMENTS: usize = 150;

/// The other statements stand one in each competency.
const N_RESPONSIBILITIES: usize = N_STATEMENTS - N_COMPETENCIES;
const N_AREAS: usize = 5;

const VERBS: [&str; 16] = [
    "Reviews",
    "Plans",
    "Measures",
    "Describes",
    "Orders",
    "Repairs",
    "Checks",
    "Prepares",
    "Explains",
    "Decides",
    "Follows",
    "Collects",
    "Defends",
    "Simplifies",
    "Publishes",
    "Compares",
];
const KINDS: [&str; 12] = [
    "lasting", "costly", "open", "shared", "risky", "small", "late", "planned", "hidden", "new",
    "urgent", "common",
];
const THINGS: [&str; 20] = [
    "designs",
    "incidents",
    "interfaces",
    "estimates",
    "goals",
    "budgets",
    "interviews",
    "releases",
    "tests",
    "decisions",
    "dependencies",
    "standards",
    "reports",
    "roadmaps",
    "alarms",
    "contracts",
    "handovers",
    "documents",
    "experiments",
    "promises",
];
const OWNERS: [&str; 10] = [
    "one team",
    "two teams",
    "the area",
    "the product",
    "every newcomer",
    "the department",
    "a customer",
    "the platform",
    "the company",
    "neighbouring teams",
];
const PARTNERS: [&str; 10] = [
    "an architect",
    "the product manager",
    "a senior engineer",
    "the people partner",
    "a designer",
    "the finance team",
    "other managers",
    "the on-call engineer",
    "a mentor",
    "the legal team",
];
const TIMES: [&str; 8] = [
    "every week",
    "twice a year",
    "before each release",
    "every quarter",
    "within two days",
    "once a month",
    "after every incident",
    "at the end of an iteration",
];

/// Two tracks of six rungs. One track is a chain of `extends`; on the other every role says all of
/// it again, so that only the words can tell what stands for what.
pub(crate) fn family() -> Content {
    let tracks = [("heir", 0), ("loner", 1_000)];
    let roles = tracks.iter().flat_map(|(name, seed)| {
        let mut rungs = vec![first(*seed)];
        for rung in 1..N_RUNGS {
            rungs.push(next(&rungs[rung - 1], rung, *seed));
        }
        let is_heir = *name == "heir";
        let texts = (0..N_RUNGS).map(move |rung| match rung.checked_sub(1) {
            Some(below) if is_heir => heir(name, rung, &rungs[rung], &rungs[below]),
            _ => role(name, rung, "", &rungs[rung].iter().map(Said::item).collect::<Vec<_>>()),
        });
        texts.collect::<Vec<_>>()
    });
    content(roles.collect())
}

/// Two roles that have not one statement in common and inherit nothing, all in one section.
pub(crate) fn strangers() -> Content {
    let role = |name: &str, seed| {
        let all = (0..N_STATEMENTS).map(|it| format!("- {}\n", sentence(seed + it, 0)));
        let list: String = all.collect();
        let text = format!("{}---\n\n## Responsibilities\n\n{list}", head(name, 0));
        (format!("roles/{name}-1.md"), text)
    };
    content(vec![role("heir", 10_000), role("loner", 20_000)])
}

/// A statement of a role.
#[derive(Clone)]
struct Said {
    /// Which of the role's statements it is; decides where it stands.
    place: usize,
    /// The rung that said it first.
    rung: usize,
    text: String,
    /// Whether its author says that it follows the one of its place on the rung below.
    is_named: bool,
}

impl Said {
    fn id(&self) -> String {
        format!("s{}-{}", self.place, self.rung)
    }

    fn item(&self) -> (usize, String) {
        (self.place, format!("- {} {{#{}}}\n", self.text, self.id()))
    }
}

fn first(seed: usize) -> Vec<Said> {
    let said = |place| Said { place, rung: 0, text: sentence(seed + place, 0), is_named: false };
    (0..N_STATEMENTS).map(said).collect()
}

/// Of ten statements six stay, two are replaced, one is reworded and one makes way for another.
fn next(below: &[Said], rung: usize, seed: usize) -> Vec<Said> {
    let said = |it: &Said| {
        let new = sentence(seed + it.place + rung * N_STATEMENTS, 0);
        let text = match (it.place + rung * 3) % 10 {
            0..6 => return it.clone(),
            6..9 => new,
            _ => reworded(&it.text, rung),
        };
        let is_named = (it.place + rung * 3) % 10 < 8;
        Said { rung, text, is_named, ..it.clone() }
    };
    below.iter().map(said).collect()
}

/// A role that says what is new and inherits the rest.
fn heir(name: &str, rung: usize, all: &[Said], below: &[Said]) -> (String, String) {
    let (mut omits, mut items) = (Vec::new(), Vec::new());
    for (it, was) in all.iter().zip(below).filter(|(it, _)| it.rung == rung) {
        let (id, old) = (it.id(), was.id());
        if it.is_named {
            items.push((it.place, format!("- {} {{#{id} replaces={old}}}\n", it.text)));
        } else {
            items.push(it.item());
            omits.push(old);
        }
    }
    let more = format!("extends: {name}-{rung}\nomits: [{}]\n", omits.join(", "));
    role(name, rung, &more, &items)
}

fn role(name: &str, rung: usize, more: &str, items: &[(usize, String)]) -> (String, String) {
    let mut text = format!("{}{more}expects:\n", head(name, rung));
    for it in 0..N_COMPETENCIES {
        // Two in three rise on the way up, at different rungs.
        let step = ["awareness", "working", "practitioner", "expert"][(rung + it % 3) / 2];
        text.push_str(&format!("  competency-{it}: {step}\n"));
    }
    text.push_str("---\n\n## Responsibilities\n\n");
    for area in 0..N_AREAS {
        let is_here = |place: usize| place < N_RESPONSIBILITIES && place % N_AREAS == area;
        text.push_str(&list(&format!("Area {area}"), items, is_here));
    }
    text.push_str("## Competencies\n\n");
    for it in 0..N_COMPETENCIES {
        let is_here = |place: usize| place == N_RESPONSIBILITIES + it;
        text.push_str(&list(&format!("Competency {it}"), items, is_here));
    }
    (format!("roles/{name}-{}.md", rung + 1), text)
}

fn head(name: &str, rung: usize) -> String {
    let number = rung + 1;
    format!(
        "---\ntitle: The {name} {number}\nfamily: family\ntrack: {name}\nlevel: {name}{number}\n\
         scope:\n  teams: {number} to {}\n  budget: {number}0,000 a year\n",
        number * 2
    )
}

/// The statements of some places under a heading, or nothing where there are none.
fn list(heading: &str, items: &[(usize, String)], is_here: impl Fn(usize) -> bool) -> String {
    let items: String =
        items.iter().filter(|(place, _)| is_here(*place)).map(|(_, it)| it.as_str()).collect();
    if items.is_empty() { items } else { format!("### {heading}\n\n{items}\n") }
}

fn content(mut files: Vec<(String, String)>) -> Content {
    files.push(("handbook.yml".to_owned(), handbook()));
    files.push(("families/family.md".to_owned(), "# Family\n".to_owned()));
    for it in 0..N_COMPETENCIES {
        let (area, text) = (it % N_AREAS, sentence(30_000 + it, 0));
        let steps =
            "## Awareness\n\nA.\n\n## Working\n\nB.\n\n## Practitioner\n\nC.\n\n## Expert\n\nD.\n";
        let text =
            format!("---\ntitle: Competency {it}\narea: area-{area}\n---\n\n{text}.\n\n{steps}");
        files.push((format!("competencies/competency-{it}.md"), text));
    }
    files.sort();
    let file = |(path, text): (String, String)| {
        TextFile::new(RelPath::new(&path).expect("a path without `..`"), text)
    };
    Content { texts: files.into_iter().map(file).collect(), ..Content::default() }
}

fn handbook() -> String {
    let levels = (1..=N_RUNGS).map(|it| format!("  - {{ heir: heir{it}, loner: loner{it} }}\n"));
    let areas = (0..N_AREAS).map(|it| format!("  area-{it}: {{ title: Area {it} }}\n"));
    format!(
        "title: Large\nscale: {{ awareness: A, working: B, practitioner: C, expert: D }}\n\
         tracks:\n  heir: {{ title: Heir }}\n  loner: {{ title: Loner }}\n\
         levels:\n{}areas:\n{}",
        levels.collect::<String>(),
        areas.collect::<String>()
    )
}

/// Fifteen words or so. Sentences share what holds them together, as those of people do.
fn sentence(seed: usize, twist: usize) -> String {
    let pick = |list: &[&'static str], salt| list[(scattered(seed, salt) + twist) % list.len()];
    let (verb, kind, thing) = (pick(&VERBS, 1), pick(&KINDS, 2), pick(&THINGS, 3));
    let (owner, partner, time) = (pick(&OWNERS, 4), pick(&PARTNERS, 5), pick(&TIMES, 6));
    let other = pick(&THINGS, 7);
    match seed % 4 {
        0 => format!(
            "{verb} the {kind} {thing} of {owner} with {partner} and reports the {other} {time}"
        ),
        1 => format!(
            "{verb} {thing} that are {kind} for {owner} {time} and asks {partner} about {other}"
        ),
        2 => format!(
            "{verb} {time} with {partner} which {thing} of {owner} are {kind} and what {other} they need"
        ),
        _ => format!(
            "{verb} how the {thing} and the {other} of {owner} become less {kind}, {time}, beside {partner}"
        ),
    }
}

/// The same with two words changed.
fn reworded(text: &str, rung: usize) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    for at in [1, words.len() / 2] {
        words[at] = KINDS[(rung * 5 + words[at].len() + at) % KINDS.len()];
    }
    words.join(" ")
}

/// A number that tells nothing of those it comes from, so that lists are not gone through in step.
fn scattered(seed: usize, salt: usize) -> usize {
    let mixed = (seed * 31 + salt).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 33
}
