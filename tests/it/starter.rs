//! What `rolebook new` gives besides texts: the workflow that checks and publishes, and what editors
//! are told. Steps of the workflow are lifted out of it and run.

use crate::support::{Project, Run};
use serde_json::Value;
use std::process::Command;

const SCHEMAS: [&str; 6] =
    ["role.md", "competency.md", "family.md", "guide.md", "handbook.yml", "glossary.yml"];

fn workflow() -> Value {
    let text = Project::sound().text(".github/workflows/handbook.yml");
    serde_yaml::from_str(&text).unwrap()
}

fn steps<'a>(workflow: &'a Value, job: &str) -> Vec<&'a Value> {
    workflow["jobs"][job]["steps"].as_array().unwrap().iter().collect()
}

fn all_steps(workflow: &Value) -> Vec<&Value> {
    ["check", "build", "deploy"].into_iter().flat_map(|it| steps(workflow, it)).collect()
}

/// The script of a step.
fn script(workflow: &Value, job: &str, name: &str) -> String {
    let steps = steps(workflow, job);
    let step = steps.iter().find(|it| it["name"] == name).unwrap_or_else(|| panic!("{name}"));
    step["run"].as_str().unwrap().to_owned()
}

/// Runs a script as a runner does: in the project, with the program where it is looked for.
fn run(project: &Project, script: &str, variables: &[(&str, &str)]) -> Run {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_rolebook")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut command = Command::new("bash");
    command.args(["-e", "-c", script]).current_dir(project.root()).env("PATH", path);
    Run::of(command.envs(variables.iter().copied()).output().unwrap())
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
fn what_others_write_is_no_part_of_a_script() {
    let workflow = workflow();
    let steps = all_steps(&workflow);
    let scripts: Vec<&str> = steps.iter().filter_map(|it| it["run"].as_str()).collect();
    assert!(scripts.len() >= 4);
    for script in scripts {
        assert!(!script.contains("${{"), "{script}");
        let syntax = Command::new("bash").args(["-n", "-c", script]).status().unwrap();
        assert!(syntax.success(), "{script}");
    }
    let used: Vec<&str> = steps.iter().filter_map(|it| it["uses"].as_str()).collect();
    let (checkout, cache) = ("actions/checkout@v7", "actions/cache@v6");
    assert_eq!(
        used,
        [
            checkout,
            cache,
            checkout,
            cache,
            "actions/configure-pages@v6",
            "actions/upload-pages-artifact@v5",
            "actions/deploy-pages@v5",
        ]
    );
    for it in steps.iter().filter(|it| it["uses"] == checkout) {
        assert_eq!(it["with"].to_string(), r#"{"fetch-depth":0,"persist-credentials":false}"#);
    }
}

#[test]
fn a_pull_request_sees_the_line_at_fault() {
    let (workflow, project) = (workflow(), Project::sound());
    run(&project, &script(&workflow, "check", "Install Rolebook"), &[]).ends_with(0);
    let check = script(&workflow, "check", "Check the handbook");
    run(&project, &check, &[]).ends_with(0);
    project.write("content/guides/broken.md", "# Broken\n\nSee [[cto]].\n");
    run(&project, &check, &[]).ends_with(1).prints("::error file=content/guides/broken.md,line=3,");
    let changes = script(&workflow, "check", "Say what changes for whom");
    assert!(changes.starts_with("rolebook changes --since \"origin/$GITHUB_BASE_REF\" "));
}

#[test]
fn the_site_is_built_for_where_it_will_be() {
    let (workflow, project) = (workflow(), Project::sound());
    let build = script(&workflow, "build", "Build the site");
    let found = steps(&workflow, "build");
    let step = found.iter().find(|it| it["name"] == "Build the site").unwrap();
    let asked = found.iter().find(|it| it["uses"] == "actions/configure-pages@v6").unwrap();
    let given = format!("${{{{ steps.{}.outputs.base_url }}}}", asked["id"].as_str().unwrap());
    assert_eq!(step["env"]["BASE_URL"], given);
    // As that action gives it: without a slash at its end.
    run(&project, &build, &[("BASE_URL", "https://x.example/handbook")]).ends_with(0);
    let handed_over = found.iter().find(|it| it["with"]["path"] == "public").unwrap();
    assert_eq!(handed_over["uses"], "actions/upload-pages-artifact@v5");
    let sitemap = project.text("public/sitemap.xml");
    assert!(sitemap.contains("https://x.example/handbook/roles/engineer/"), "{sitemap}");
}
