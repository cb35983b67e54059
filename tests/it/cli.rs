//! The program as a person runs it: exit codes, what is said where, and that what it says is true.

use crate::support::{Project, Reply, Run, ask, eventually, get};
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

#[test]
fn help_has_an_example_and_every_command() {
    let run = Project::new().run(&["--help"]).ends_with(0).prints("Examples:");
    for command in ["build", "check", "serve", "new", "explain", "completions"] {
        assert!(run.out.contains(&format!("\n  {command} ")), "{command}");
        Project::new().run(&[command, "--help"]).ends_with(0).prints("Usage: rolebook");
    }
    Project::new().run(&["--version"]).ends_with(0).prints(env!("CARGO_PKG_VERSION"));
}

#[test]
fn usage_is_no_matter_of_content() {
    let project = Project::new();
    project.run(&[]).ends_with(2);
    project.run(&["bild"]).ends_with(2).says("build");
    project.run(&["build", "--port", "1"]).ends_with(2);
    project.run(&["check", "--format", "xml"]).ends_with(2).says("github");
    project
        .run(&["check", "--project", "nowhere"])
        .ends_with(2)
        .says("there is no folder `nowhere`");
}

#[test]
fn a_code_that_does_not_exist_is_a_usage_error_with_a_way_out() {
    let project = Project::new();
    for flag in ["--warn", "--deny", "--allow"] {
        let run = project.run(&["check", flag, "broken-lnk"]).ends_with(2);
        run.says("there is no code `broken-lnk`: did you mean `broken-link`?");
    }
    let run = project.run(&["build", "--warn", "malformed-yaml"]).ends_with(2);
    run.says("`malformed-yaml` stays an error");
}

#[test]
fn a_code_is_explained() {
    let project = Project::new();
    project.run(&["explain", "broken-link"]).ends_with(0).prints("# broken-link");
    let list = project.run(&["explain"]).ends_with(0);
    let list = list
        .prints("broken-link             error\n")
        .prints("not-utf8                always an error\n");
    assert_eq!(list.err, "");
    let run = project.run(&["explain", "brokn-link"]).ends_with(2);
    run.says("there is no code `brokn-link`: did you mean `broken-link`?");
}

#[test]
fn completions_are_printed() {
    Project::new().run(&["completions", "bash"]).ends_with(0).prints("_rolebook()");
}

#[test]
fn a_new_handbook_is_written_once() {
    let project = Project::new();
    let run = project.run(&["new", "handbook"]).ends_with(0);
    run.says("rolebook serve --project handbook --open").says("rolebook build --project handbook");
    let files = project.files();
    for file in ["handbook/.gitignore", "handbook/README.md", "handbook/content/handbook.yml"] {
        assert!(files.iter().any(|it| it == file), "{file} is not among {files:?}");
    }
    project.run(&["new", "handbook"]).ends_with(2).says("`handbook` is not empty");
    assert_eq!(project.files(), files);
    project.run(&["new", "handbook/README.md"]).ends_with(2).says("is a file, not a folder");
}

/// How many files a build says it wrote, left and removed.
fn changes(run: &Run) -> [usize; 3] {
    let line = run.err.lines().find(|it| it.starts_with("built ")).expect("a build");
    let number = |what: &str| {
        let before = line.split(what).next().unwrap_or_default();
        before.rsplit(' ').next().unwrap_or_default().parse().expect(what)
    };
    [" written", " unchanged", " removed"].map(number)
}

#[test]
fn an_unchanged_handbook_is_not_made_again() {
    let project = Project::sound().file("content/guides/old.md", "# Old\n\nTODO\n");
    let first = project.run(&["build"]).ends_with(0);
    let n_files = changes(&first)[0];
    let again = project.run(&["build"]).ends_with(0);
    assert_eq!(changes(&again), [0, n_files, 0]);
    // But for the time it took and what it did, the same is said.
    let said = |run: &Run| {
        let (of_pages, rest) = run.err.split_once(" in ").unwrap();
        let (_, of_size) = rest.split_once("removed, ").unwrap();
        (of_pages.to_owned(), of_size.to_owned())
    };
    assert!(first.err.contains("warning[unfinished"), "{}", first.err);
    assert_eq!(said(&again), said(&first));

    // Whoever made the page would find that it is another than the manifest says.
    let manifest = project.text("public/.rolebook-manifest.json");
    let at = manifest.find("\"index.html\": [\"").unwrap() + 16;
    let other = format!("{}{}{}", &manifest[..at], "0".repeat(32), &manifest[at + 32..]);
    project.write("public/.rolebook-manifest.json", &other);
    assert_eq!(changes(&project.run(&["build"])), [0, n_files, 0]);
    let next_day = project.run(&["build", "--date", "2031-01-01"]);
    assert!(changes(&next_day)[0] > 0, "{}", next_day.err);
    project.run(&["build"]);

    // Whatever a site depends on.
    std::fs::remove_file(project.path("public/index.html")).unwrap();
    assert_eq!(changes(&project.run(&["build"])), [1, n_files - 1, 0]);
    project.write("public/robots.txt", "Disallow: /");
    assert_eq!(changes(&project.run(&["build"])), [1, n_files - 1, 0]);
    let offline = project.run(&["build", "--offline"]);
    assert!(changes(&offline)[0] > 0, "{}", offline.err);
    assert!(changes(&project.run(&["build"]))[0] > 0);
    project.write("content/guides/old.md", "# Old\n\nNew.\n");
    assert!(changes(&project.run(&["build"]))[0] > 0);
    project.write("themes/default/assets/extra.txt", "more");
    assert_eq!(changes(&project.run(&["build"]))[0], 1);

    // A hash of what is hidden is not told either.
    let origin =
        |it: &Project| it.text("public/.rolebook-manifest.json").contains("\"origin\": \"");
    assert!(origin(&project));
    let secret = "---\nvisibility: internal\n---\n# Pay\n\nMuch.\n";
    let project = project.file("content/guides/pay.md", secret);
    project.run(&["build"]).ends_with(0);
    assert!(!origin(&project));
}

#[test]
fn the_last_of_quick_saves_is_what_is_shown() {
    let project = Project::sound();
    let serving = Serving::start(&project);
    let root = serving.url.trim_end_matches("/book").to_owned();
    let role = project.text("content/roles/engineer.md");
    let save = |title: &str| {
        project.write("content/roles/engineer.md", role.replace("title: Engineer", title));
        // Long enough to be noticed, and much too short to be built.
        std::thread::sleep(std::time::Duration::from_millis(20));
    };
    for round in 0..5 {
        for title in ["title: Builder", "title: [", "title: Maker", "level: none\ntitle: Founder"] {
            save(title);
        }
        save(&format!("title: Author {round}"));
        let page = || get(&root, "/book/roles/engineer/").body;
        eventually("the last title", || page().contains(&format!("Author {round}")).then_some(()));
        // Only the whole site has it.
        eventually("the whole site", || {
            let data = get(&root, "/book/roles/engineer/index.json").body;
            data.contains(&format!("Author {round}")).then_some(())
        });
        let event = "GET /book/__rolebook/events?after=none HTTP/1.1\r\nHost: localhost\r\n";
        let news = Reply::from(ask(&root, event)).body;
        assert!(news.contains("\"report\":null"), "{news}");
    }
}

#[test]
fn a_new_handbook_builds_without_a_warning() {
    let project = Project::sound();
    let run = project.run(&["check", "--deny", "warnings"]).ends_with(0);
    assert_eq!((&*run.out, &*run.err), ("", "no problems in 10 files\n"));
    let run = project.run(&["build"]).ends_with(0);
    assert!(run.err.starts_with("built "), "{}", run.err);
    let run =
        run.says("(2 roles, 3 competencies) into public in ").says(" 0 unchanged, 0 removed, ");
    assert_eq!(run.out, "");
    assert!(project.text("public/roles/engineer/index.html").contains("Engineer"));
    project.run(&["build"]).ends_with(0).says(": 0 written, ");
}

#[test]
fn what_is_built_is_told_to_no_one_else() {
    let project = Project::sound();
    let run = project.run(&["build", "--out", "site", "--base-url", "https://x.example/a/b/"]);
    run.ends_with(0).says("into site in ");
    assert!(!project.path("public").exists());
    assert!(project.text("site/sitemap.xml").contains("https://x.example/a/b/roles/engineer/"));
}

/// A sound handbook with one broken link in it.
fn with_broken_link() -> Project {
    Project::sound().file("content/guides/broken.md", "# Broken\n\nSee [[cto]].\n")
}

#[test]
fn on_an_error_nothing_is_written() {
    let project = with_broken_link();
    let run =
        project.run(&["build"]).ends_with(1).says("error[").says("content/guides/broken.md:3:");
    run.says("1 error: nothing was written\n");
    assert!(!project.path("public").exists());
    project.run(&["check"]).ends_with(1).says("1 error in 11 files\n");
}

#[test]
fn severity_is_the_authors_to_set() {
    let project = with_broken_link();
    let run = project.run(&["build", "--warn", "broken-link"]).ends_with(0);
    run.says("warning[broken-link]").says("; 1 warning\n");
    let run = project.run(&["check", "--allow", "broken-link", "--deny", "warnings"]).ends_with(0);
    run.says("no problems in 11 files");
    project.run(&["check", "--warn", "broken-link", "--deny", "warnings"]).ends_with(1);
}

#[test]
fn findings_can_be_read_by_programs() {
    let project = with_broken_link();
    let run = project.run(&["check", "--format", "json"]).ends_with(1);
    let findings: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(findings[0]["file"], "content/guides/broken.md");
    assert_eq!(run.err, "1 error in 11 files\n");
    let run = project.run(&["check", "--format", "github"]).ends_with(1);
    run.prints("::error file=content/guides/broken.md,line=3,");
}

#[test]
fn colour_is_for_terminals_and_for_who_asks() {
    let project = with_broken_link();
    let escape = '\u{1b}';
    assert!(!project.run(&["check"]).err.contains(escape));
    assert!(project.run(&["check", "--color", "always"]).err.contains(escape));
    assert!(!project.run(&["check", "--format", "json", "--color", "always"]).out.contains(escape));
}

#[test]
fn an_empty_folder_is_told_how_to_begin() {
    let run = Project::new().run(&["build"]).ends_with(1).says("error[no-content]");
    run.says("rolebook new DIR");
}

#[test]
fn the_machine_has_a_code_of_its_own() {
    let project = Project::sound().file("public/thesis.txt", "years of work");
    project.run(&["build"]).ends_with(2).says("error: `public` is not empty");
    project.run(&["build", "--force"]).ends_with(0);
    assert_eq!(project.text("public/thesis.txt"), "years of work");
}

/// A running `serve`, ended with the test.
struct Serving {
    child: Child,
    said: BufReader<std::process::ChildStderr>,
    url: String,
}

impl Serving {
    fn start(project: &Project) -> Serving {
        let mut command = project.command();
        command.args(["serve", "--port", "0", "--base-url", "https://x.example/book/"]);
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let said = BufReader::new(child.stderr.take().unwrap());
        let mut serving = Serving { child, said, url: String::new() };
        let line = serving.hears("serving ");
        serving.url = line.split(' ').nth(1).unwrap().trim_end_matches('/').to_owned();
        serving
    }

    /// The next line that begins like this.
    fn hears(&mut self, beginning: &str) -> String {
        let lines = (&mut self.said).lines().map(Result::unwrap);
        let mut found = lines.skip_while(|it| !it.starts_with(beginning));
        found.next().unwrap_or_else(|| panic!("not said: {beginning}"))
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[test]
fn a_served_handbook_follows_its_files() {
    let project = Project::sound();
    let mut serving = Serving::start(&project);
    assert!(serving.url.ends_with("/book"), "{}", serving.url);
    let root = serving.url.trim_end_matches("/book").to_owned();
    let page = || get(&root, "/book/roles/engineer/").body;
    assert!(page().contains("Engineer"));

    let role = project.text("content/roles/engineer.md");
    project.write("content/roles/engineer.md", role.replace("title: Engineer", "title: Builder"));
    serving.hears("rebuilt in ");
    eventually("the new title", || page().contains("Builder").then_some(()));

    let lines = "GET /book/__rolebook/events?after=none HTTP/1.1\r\nHost: localhost\r\n";
    project.write("content/roles/engineer.md", role.replace("level: ic1", "level: ic7"));
    serving.hears("1 error: the last good site stays up");
    let report = eventually("the report", || {
        let body = Reply::from(ask(&root, lines)).body;
        body.contains("unknown-level").then_some(body)
    });
    assert!(report.contains("content/roles/engineer.md"), "{report}");
    assert!(page().contains("Builder"), "the last good site stays up");

    project.write("content/roles/engineer.md", role);
    serving.hears("rebuilt in ");
    eventually("the old title", || (!page().contains("Builder")).then_some(()));
    assert!(!project.path("public").exists(), "nothing is written to disk");
}

#[test]
fn a_base_url_is_written_whole() {
    let run = Project::sound().run(&["build", "--base-url", "example.org"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("from `https://` on"), "{}", run.err);
}

#[test]
fn a_day_is_one_of_the_calendar() {
    let project = Project::sound();
    project.run(&["check", "--date", "2026-02-30"]).ends_with(2).says("day of the calendar");
    project.run(&["check", "--date", "2028-02-29"]).ends_with(0);
}

/// The role that the README shows, as a newcomer would paste it.
#[test]
fn the_readmes_role_fits_the_handbook_that_new_makes() {
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once("```markdown\n").unwrap();
    let (role, _) = rest.split_once("\n```").unwrap();
    let project = Project::sound().file("content/roles/staff-engineer.md", role);
    project.run(&["check", "--deny", "warnings"]).ends_with(0);
}

#[test]
fn a_check_sees_the_mistakes_of_a_theme_too() {
    let project = Project::sound().file("themes/default/templates/role.html", "{{ page.nope");
    let run = project.run(&["check"]).ends_with(1);
    assert!(run.err.contains("error[bad-template]"), "{}", run.err);
}

fn ladder() -> Project {
    let role = |title: &str, level: &str, more: &str, list: &str| {
        format!("---\ntitle: {title}\nlevel: {level}\n{more}---\n\n## Responsibilities\n\n{list}")
    };
    Project::new()
        .file(
            "content/handbook.yml",
            "title: T\ntracks: { ic: { title: Engineer } }\nlevels: [{ ic: l1 }, { ic: l2 }]\n",
        )
        .file(
            "content/roles/one.md",
            role("One", "l1", "scope: { teams: 1 }\n", "- Builds *it* {#b}\n"),
        )
        .file(
            "content/roles/two.md",
            role("Number Two", "l2", "extends: one\n", "- Reads [[one]] {#r replaces=b}\n- New\n"),
        )
}

#[test]
fn two_roles_are_compared_by_id_or_title() {
    let project = ladder();
    let text = "From One (L1) to Number Two (L2)\n(the next rung on the engineer track)\n\n\
                Scope\n  = the same: Teams\n\n\
                Responsibilities\n  + New\n  ~ Reads One\n    instead of: Builds it\n";
    project.run(&["compare", "one", "number two"]).ends_with(0).prints(text);
    let markdown = project.run(&["compare", "ONE", "two", "--format", "markdown"]).ends_with(0);
    assert!(markdown.out.contains("- Reads One (instead of: Builds it)\n"), "{}", markdown.out);
    let json = project.run(&["compare", "one", "two", "--format", "json"]).ends_with(0);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["sections"][0]["reworded"][0]["to"][0]["id"], "r");
    let run = project.run(&["compare", "one", "tow"]).ends_with(2);
    run.says("there is no role `tow`: did you mean `two`?");
}

#[test]
fn what_has_errors_is_not_compared() {
    let project = ladder().file("content/roles/three.md", "---\nlevel: l9\n---\n");
    let run = project.run(&["compare", "one", "two"]).ends_with(1).says("error[unknown-level]");
    assert_eq!(run.out, "");
    let run = project.run(&["report", "steps"]).ends_with(1).says("error[unknown-level]");
    assert_eq!(run.out, "");
}

#[test]
fn an_adopted_folder_is_compared_in_spite_of_its_broken_links() {
    let project = ladder().file("content/guides/old.md", "# Old\n\n[Gone](gone.md)\n");
    project.run(&["compare", "one", "two"]).ends_with(1).says("error[broken-link]");
    let run = project.run(&["compare", "one", "two", "--warn", "broken-link"]);
    run.ends_with(0).prints("From One (L1)");
    project.run(&["report", "steps", "--warn", "broken-link"]).ends_with(0).prints("Number Two");
}

#[test]
fn the_sizes_of_steps_are_reported() {
    let project = ladder();
    let run = project.run(&["report", "steps"]).ends_with(0);
    let line = run.out.lines().nth(1).unwrap();
    let words: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(words, ["One", "(L1)", "to", "Number", "Two", "(L2)", "1", "0", "1", "1", "0", "0"]);
    let run = project.run(&["report", "steps", "--format", "markdown"]).ends_with(0);
    assert!(run.out.contains("| One (L1) to Number Two (L2) | 1 | 0 | 1 | 1 | 0 | 0 |\n"));
    let run = project.run(&["report", "steps", "--format", "json"]).ends_with(0);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&json[0]["to"]["id"], &json[0]["size"]), (&"two".into(), &1.into()));
}

#[cfg(unix)]
#[test]
fn folders_as_windows_writes_them_are_told() {
    let project = Project::sound();
    project.run(&["build", "--out", "public\\site"]).ends_with(2).says("`public/site`");
    project.run(&["check", "--project", "C:\\handbook"]).ends_with(2).says("path of Windows");
    assert!(!project.path("public\\site").exists());
    std::fs::create_dir(project.path("a\\b")).unwrap();
    project.run(&["build", "--out", "a\\b"]).ends_with(0);
}
