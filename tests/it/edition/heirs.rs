//! What is hidden where it is said is hidden in every heir, and the other way round only there.

use super::{CANARY, files, leaks, project, run, site};
use crate::support::fixture::content;
use rolebook::diagnostic::Diagnostic;

/// What stands in a hidden section is hidden where it comes into a section of an heir that is not.
#[test]
fn what_an_heir_has_of_a_hidden_section_is_hidden() {
    let base = "---\ntitle: Base\n---\n## Responsibilities {.internal}\n\n- Knows quokkaitem\n\n### Every day\n\n- Keeps quokkadaily\n";
    let heir = "---\ntitle: Heir\nextends: base\n---\n## Responsibilities\n\n- Mends\n\n### Every day\n\n- Ships\n";
    let content = content(&[
        ("handbook.yml", "title: T\n"),
        ("roles/base.md", base),
        ("roles/heir.md", heir),
    ]);
    assert_eq!(leaks(&site(&content, None), &[CANARY]), [""; 0]);
    let internal = site(&content, Some("internal"));
    let page = String::from_utf8_lossy(&internal["roles/heir/index.html"]);
    for said in ["quokkaitem", "Mends", "quokkadaily", "Ships"] {
        assert!(page.contains(said), "{page}");
    }
}

/// A fact is hidden where its role says so, and in every heir; and where an heir says so, in the heir.
#[test]
fn an_inherited_fact_is_shown_where_it_is_said_and_where_it_is_inherited() {
    let hides = "visibility: { scope.teams: internal, expects.delivery: internal }\n";
    for (in_base, in_heir, shown) in
        [("", "", [true, true]), (hides, "", [false, false]), ("", hides, [true, false])]
    {
        let base = format!(
            "---\nscope: {{ teams: two }}\nexpects: {{ delivery: expert }}\n{in_base}---\n"
        );
        let heir = format!("---\nextends: base\n{in_heir}---\n");
        let files = [
            ("handbook.yml", "title: T\n"),
            ("competencies/delivery.md", "# Delivery\n"),
            ("roles/base.md", &*base),
            ("roles/heir.md", &*heir),
        ];
        let public = site(&content(&files), None);
        let of = |role: &str, field: &str| {
            let sheet = &public[&format!("roles/{role}/index.json")];
            let sheet: serde_json::Value = serde_json::from_slice(sheet).unwrap();
            !sheet[field].as_array().unwrap().is_empty()
        };
        for field in ["scope", "competencies"] {
            assert_eq!(
                [of("base", field), of("heir", field)],
                shown,
                "{field}: {in_base}, {in_heir}"
            );
        }
    }
}

/// Who inherits a statement has not said it, whatever else an edition hides.
#[test]
fn a_page_is_mentioned_by_who_says_so_and_not_by_heirs() {
    let base =
        "---\ntitle: Base\n---\n## Responsibilities\n\n- Reads [[how]]\n- Knows {.internal}\n";
    let heir = "---\ntitle: Heir\nextends: base\n---\n";
    let files = [
        ("handbook.yml", "title: T\n"),
        ("guides/how.md", "# How\n"),
        ("roles/base.md", base),
        ("roles/heir.md", heir),
    ];
    for edition in [None, Some("internal")] {
        let site = site(&content(&files), edition);
        let page = String::from_utf8_lossy(&site["guides/how/index.html"]);
        let (_, mentions) = page.split_once("Mentioned by").expect("mentions");
        assert!(mentions.contains(">Base</a>") && !mentions.contains(">Heir</a>"), "{mentions}");
    }
}

#[test]
fn an_heir_of_a_hidden_role_says_only_what_it_says_itself() {
    let content = project();
    let (site, build) = run(&content, None);
    let warned: Vec<&Diagnostic> =
        build.diagnostics.iter().filter(|it| it.code.as_str() == "hidden-base").collect();
    let [warned] = warned[..] else { panic!("{:#?}", build.diagnostics) };
    assert_eq!(warned.message, "Heir inherits from Quokkabase, which the public edition hides");
    let public = files((site, build));
    let heir = String::from_utf8_lossy(&public["roles/heir/index.html"]);
    assert!(heir.contains("Says something itself"), "{heir}");
    let (_, run) = run(&content, Some("internal"));
    assert!(run.diagnostics.iter().all(|it| it.code.as_str() != "hidden-base"));
}
