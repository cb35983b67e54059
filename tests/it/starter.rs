//! What `rolebook new` gives besides texts: the workflow that checks and publishes, and what editors
//! are told. That its steps do what they say is seen in `tests/browser/publish.test.mjs`.

use crate::support::Project;
use serde_json::Value;

const SCHEMAS: [&str; 6] =
    ["role.md", "competency.md", "family.md", "guide.md", "handbook.yml", "glossary.yml"];

fn workflow() -> Value {
    let text = Project::sound().text(".github/workflows/handbook.yml");
    serde_yaml::from_str(&text).unwrap()
}

fn steps<'a>(workflow: &'a Value, job: &str) -> Vec<&'a Value> {
    workflow["jobs"][job]["steps"].as_array().unwrap().iter().collect()
}

#[test]
fn all_that_is_around_the_texts_is_there() {
    let files = Project::sound().files();
    let around: Vec<&str> =
        files.iter().map(String::as_str).filter(|it| !it.starts_with("content/")).collect();
    assert_eq!(
        around,
        [
            ".gitattributes",
            ".github/workflows/handbook.yml",
            ".gitignore",
            ".rolebook/README.md",
            ".rolebook/schemas/competency.json",
            ".rolebook/schemas/family.json",
            ".rolebook/schemas/glossary.json",
            ".rolebook/schemas/guide.json",
            ".rolebook/schemas/handbook.json",
            ".rolebook/schemas/role.json",
            ".vscode/extensions.json",
            ".vscode/settings.json",
            "README.md",
        ]
    );
}

#[test]
fn schemas_are_those_that_the_program_prints() {
    let project = Project::sound();
    let mentioned = project.text(".rolebook/README.md");
    for name in SCHEMAS {
        let kind = name.split('.').next().unwrap();
        let printed = project.run(&["schema", name]).ends_with(0).out;
        assert_eq!(project.text(&format!(".rolebook/schemas/{kind}.json")), printed);
        assert!(mentioned.contains(name), "{name}");
    }
    for (path, kind) in [("handbook.yml", "handbook"), ("glossary.yml", "glossary")] {
        let line = format!("# yaml-language-server: $schema=../.rolebook/schemas/{kind}.json\n");
        assert!(project.text(&format!("content/{path}")).starts_with(&line), "{path}");
    }
}

#[test]
fn a_repository_may_be_there_already() {
    let project = Project::new().file(".git/HEAD", "ref: refs/heads/main\n");
    project.run(&["new", "."]).ends_with(0);
    assert_eq!(project.text(".git/HEAD"), "ref: refs/heads/main\n");
    project.run(&["new", "."]).ends_with(2).says("is not empty");
}

#[test]
fn no_day_makes_a_new_handbook_wrong() {
    for day in ["2026-11-21", "2031-01-01", "2099-12-31"] {
        let project = Project::sound();
        project.run(&["check", "--deny", "warnings", "--date", day]).ends_with(0);
    }
}

#[test]
fn the_workflow_may_do_what_it_needs_and_no_more() {
    let workflow = workflow();
    let permissions = |job: &str| workflow["jobs"][job]["permissions"].to_string();
    assert_eq!(workflow["permissions"].to_string(), r#"{"contents":"read"}"#);
    assert_eq!(permissions("check"), "null");
    assert_eq!(permissions("build"), r#"{"contents":"read","pages":"read"}"#);
    assert_eq!(permissions("deploy"), r#"{"id-token":"write","pages":"write"}"#);
    let deploy = &workflow["jobs"]["deploy"];
    assert_eq!(
        deploy["concurrency"].to_string(),
        r#"{"cancel-in-progress":false,"group":"pages"}"#
    );
    assert_eq!(deploy["environment"]["name"], "github-pages");
    assert_eq!(deploy["needs"], "build");
    // Whoever publishes runs nothing but what publishes.
    assert!(steps(&workflow, "deploy").iter().all(|it| it.get("run").is_none()));
    assert_eq!(workflow["env"]["ROLEBOOK_VERSION"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn checkouts_have_all_of_the_history_and_keep_no_key() {
    let workflow = workflow();
    let jobs = ["check", "build"].map(|it| steps(&workflow, it));
    for steps in jobs {
        let checkout = steps.iter().find(|it| it["uses"] == "actions/checkout@v7").unwrap();
        assert_eq!(
            checkout["with"].to_string(),
            r#"{"fetch-depth":0,"persist-credentials":false}"#
        );
    }
}
