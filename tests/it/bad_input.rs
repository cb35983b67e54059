//! Input nobody would write on purpose: huge, deep, cut off, or not text at all. Whatever it is,
//! the run ends and says something.

use crate::support::fixture::{check, content};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, prop_oneof, proptest};
use proptest::sample::select;
use rolebook::pipeline::Options;

/// What is said of a project of these files, by code.
fn codes(files: &[(&str, &str)]) -> Vec<String> {
    let findings = check(&content(files), &Options::default());
    findings.marks.into_iter().map(|it| it.code).collect()
}

fn role(body: &str) -> Vec<String> {
    let text = format!("---\nlevel: l1\n---\n{body}");
    let handbook = "title: Handbook\nlevels: [{ ic: l1 }]\n";
    codes(&[("handbook.yml", handbook), ("roles/engineer.md", &text)])
}

#[test]
fn a_project_of_nothing_is_no_mistake_of_these_stages() {
    assert_eq!(codes(&[]), [""; 0]);
}

#[test]
fn only_front_matter_is_a_role() {
    assert_eq!(role(""), [""; 0]);
    assert_eq!(codes(&[("handbook.yml", "title: A\n"), ("guides/a.md", "---\n---")]), [""; 0]);
    assert_eq!(codes(&[("handbook.yml", "title: A\n"), ("guides/a.md", "---")]), [""; 0]);
}

#[test]
fn five_megabytes_are_read_to_the_end() {
    let line = "- Settles conflicts of priority between teams, and [says](#engineer) *how*\n";
    let body =
        format!("## Engineer\n\n{}\nTODO [[nowhere]]\n", line.repeat(5_000_000 / line.len()));
    assert_eq!(role(&body), ["unfinished-text", "broken-link"]);
}

/// By the square of their number they would take an hour.
#[test]
fn a_hundred_thousand_headings_have_as_many_anchors() {
    assert_eq!(role(&"## Notes\n\n".repeat(100_000)), [""; 0]);
}

/// Half of them in one text, which is as many as one may have.
#[test]
fn half_a_million_links_are_followed() {
    let line = "[a](#a) ".repeat(20) + "\n";
    let body = "## A\n\n".to_owned() + &line.repeat(25_000) + "\n[a](#b)\n";
    assert_eq!(role(&body), ["broken-anchor"]);
}

#[test]
fn ten_thousand_items_with_one_text_have_ten_thousand_ids() {
    assert_eq!(role(&"- Mends\n".repeat(10_000)), [""; 0]);
    assert_eq!(role(&"- Mends {#mends}\n".repeat(300)).len(), 299);
}

#[test]
fn depth_is_no_danger() {
    let nested =
        |unit: &str| (0..500).map(|it| format!("{}{unit}\n", "  ".repeat(it))).collect::<String>();
    for body in [
        "> ".repeat(10_000) + "deep",
        "- ".repeat(10_000) + "deep",
        nested("- item"),
        nested("1. item"),
        "[".repeat(10_000),
        "![".repeat(10_000),
        "[[".repeat(10_000),
        "*".repeat(10_000) + "a",
        "*a _b ".repeat(5_000),
        "`".repeat(10_000),
        "<div>".repeat(10_000),
        "[a](".repeat(10_000),
        "{#a ".repeat(10_000),
        "| a ".repeat(10_000) + "\n" + &"|---".repeat(10_000) + "\n",
        "[^a]: ".repeat(5_000) + "[^a]",
        "# a\n".repeat(3_000),
        "###### a\n# b\n".repeat(1_000),
    ] {
        role(&body);
    }
}

#[test]
fn depth_of_yaml_is_no_danger() {
    let indented = (0..5_000).map(|it| format!("{}a:\n", " ".repeat(it))).collect::<String>();
    let anchors = "a: &a [x, x]\n".to_owned()
        + &(0..40).map(|it| format!("b{it}: &b{it} [*a, *a]\n")).collect::<String>();
    for yaml in [
        "title: ".to_owned() + &"[".repeat(10_000),
        "title: ".to_owned() + &"[".repeat(10_000) + &"]".repeat(10_000),
        "title: ".to_owned() + &"{a: ".repeat(10_000) + &"}".repeat(10_000),
        "- ".repeat(10_000) + "a",
        "? ".repeat(10_000) + "a",
        indented,
        anchors,
        laughs(),
    ] {
        assert!(!codes(&[("handbook.yml", &yaml)]).is_empty());
        let text = format!("---\n{yaml}\n---\n");
        assert!(!codes(&[("roles/engineer.md", &text)]).is_empty());
    }
}

/// A few lines that stand for a billion.
fn laughs() -> String {
    let first = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    let line = |it: usize| {
        let inner = vec![format!("*a{}", it - 1); 10].join(", ");
        format!("a{it}: &a{it} [{inner}]\n")
    };
    first + &(1..10).map(line).collect::<String>()
}

#[test]
fn a_long_chain_of_roles_that_extend_one_another_has_an_end() {
    let name = |it: usize| format!("roles/r{it}.md");
    let text = |it: usize| format!("---\ntitle: R{it}\nextends: r{}\n---\n- Mends\n", it + 1);
    let files: Vec<(String, String)> = (0..500).map(|it| (name(it), text(it))).collect();
    let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let said = codes(&files);
    assert_eq!(said.iter().filter(|it| *it == "unknown-role").count(), 1);
}

#[test]
fn no_character_is_too_odd() {
    let odd = "\0 \u{feff} \u{202e} \u{7f} \u{1b}[31m é 🎉 \r \u{2028}";
    role(&format!("# {odd}\n\n- {odd} {{#{odd}}}\n- [[{odd}]] [a]({odd})\n"));
    let yaml = format!("---\ntitle: \"{odd}\"\nlevel: {odd}\nextends: '{odd}'\n---\n");
    codes(&[("roles/engineer.md", &yaml), ("handbook.yml", odd), ("glossary.yml", odd)]);
}

#[test]
fn no_name_is_too_odd() {
    let names = [
        "roles/Senior EM 🎉.md",
        "roles/a b/c d.md",
        "roles/100% remote?.md",
        "roles/#1.md",
        "roles/..md",
        "roles/.md.md",
        "roles/README.md",
        "roles/index.md/index.md",
        "🎉/🎉.md",
        "guides/[[a]].md",
        "guides/%2e%2e.md",
        "guides/ ä.md",
        "ROLES/a.md",
    ];
    let files: Vec<_> = names.iter().map(|it| (*it, "# A\n\n[a](</guides/ ä.md>)\n")).collect();
    assert!(!codes(&files).contains(&"broken-link".to_owned()));
}

/// Pieces of front matter, of Markdown and of a root document, sound and broken.
#[rustfmt::skip]
const PIECES: [&str; 54] = [
    "---\n", "...\n", "title: A\n", "title: [\n", "title: \"a\n", "level: l1\n", "level: l2\n", "level: [l1]\n",
    "track: ic\n", "extends: a\n", "extends: b\n", "extends: c\n", "omits: [x, y]\n", "family: a\n",
    "expects: { a: expert, b: 1 }\n", "expects:\n  c: working\n", "expects: { a: { core: true } }\n",
    "transitions: [{ to: b, kind: promotion }]\n", "aliases: [/a/]\n", "visibility: internal\n",
    "levels: [{ ic: l1 }, { ic: l2, m: m1 }]\n", "levels:\n  - ic: l1\n", "tracks: { ic: { title: I } }\n",
    "scale: { low: L, high: H }\n", "areas: { a: { title: A } }\n", "area: a\n", "rules: { broken-link: warn }\n",
    "sections: { summary: { also: [A] } }\n", "editions: { public: { shows: [public] } }\n", "okr: { definition: \"[[a]]\" }\n",
    "# A\n", "## Responsibilities\n", "## Working\n", "## low\n", "### Group {#g}\n", "## Competencies\n",
    "- x {#x}\n", "- y {replaces=x}\n", "- z {develops=x .internal}\n", "  - nested\n", "1. one\n",
    "[[a]] [[b#x]] [[term:okr]]\n", "[a](a.md#x) ![b](b.png)\n", "| a |\n|---|\n| [[a|b]] |\n", "[^1]\n", "[^1]: note\n",
    "> [!NOTE]\n> x\n", "```\nTODO\n```\n", "TODO\n", "<div>\n", "\n", "\0", "\t", "é🎉",
];

const PATHS: [&str; 14] = [
    "handbook.yml",
    "glossary.yml",
    "roles/a.md",
    "roles/b.md",
    "roles/x/c.md",
    "roles/A.md",
    "competencies/a.md",
    "competencies/b.md",
    "families/a.md",
    "guides/a.md",
    "README.md",
    "team/l1.md",
    "team/README.md",
    "guides/+.md",
];

fn text() -> impl Strategy<Value = String> {
    let front = vec(select(PIECES.as_slice()), 0..8).prop_map(|it| it.concat());
    let rest = vec(select(PIECES.as_slice()), 0..10).prop_map(|it| it.concat());
    let page = (front.clone(), rest.clone()).prop_map(|(a, b)| format!("---\n{a}---\n{b}"));
    prop_oneof![4 => page, 2 => front, 1 => rest, 1 => "[ -~\n]{0,40}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_project_is_checked_and_reported(texts in vec(text(), PATHS.len()), n in 1..=PATHS.len()) {
        let files: Vec<_> = PATHS.iter().copied().zip(texts.iter().map(String::as_str)).collect();
        check(&content(&files[..n]), &Options::default());
    }
}
