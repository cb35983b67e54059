//! What Git knows of a handbook, and where it is said: real repositories in temporary folders.

use crate::support::Project;
use crate::support::fixture::TODAY;
use crate::support::site::{Files, broken_links, files};
use std::io::Write;
use std::process::{Command, Stdio};

const ROOT: &str = "\
title: Lighthouse
base_url: https://lighthouse.example/handbook/
repository: { url: https://github.com/lighthouse/handbook, path: content }
review_every: 6 months
tracks: { keeping: { title: Keeping } }
levels:
  - { keeping: k1 }
  - { keeping: k2 }
";

const KEEPER: &str = "---
level: k1
owner: lamp-team
last_reviewed_on: 2026-05-20
---
Keeps the light burning.
";

const HEAD: &str = "---
level: k2
owner: harbour
last_reviewed_on: 2026-10-01
---
Leads those who keep it.
";

/// A repository around a small handbook.
struct Kept {
    project: Project,
}

impl Kept {
    fn new() -> Kept {
        let project = Project::new()
            .file("content/handbook.yml", ROOT)
            .file("content/roles/keeper.md", KEEPER)
            .file("content/roles/head-keeper.md", HEAD)
            .file("content/guides/fog.md", "# Fog\n\nSound the horn.\n");
        let kept = Kept { project };
        kept.git(&["init", "--quiet", "--initial-branch=main"]);
        kept
    }

    fn git_command(&self) -> Command {
        let mut git = Command::new("git");
        git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        git.current_dir(self.project.root());
        git
    }

    fn git(&self, arguments: &[&str]) {
        let told = self.git_command().args(arguments).output().unwrap();
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    }

    /// Commits all there is, at noon of a day two hours east of Greenwich.
    fn commit(&self, day: &str, name: &str) {
        self.git(&["add", "--all"]);
        let date = format!("{day}T12:00:00+02:00");
        let mut git = self.git_command();
        git.env("GIT_AUTHOR_DATE", "2001-01-01T00:00:00Z").env("GIT_COMMITTER_DATE", date);
        for who in ["AUTHOR", "COMMITTER"] {
            git.env(format!("GIT_{who}_NAME"), name)
                .env(format!("GIT_{who}_EMAIL"), "a@mail.example");
        }
        let told = git.args(["commit", "--quiet", "-m", "quokkasubject"]).output().unwrap();
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    }

    fn write(&self, path: &str, text: &str) {
        self.project.write(path, text);
    }

    fn build(&self) -> Files {
        self.project.run(&["build", "--date", TODAY]).ends_with(0);
        files(&self.project.path("public"))
    }
}

fn text<'a>(site: &'a Files, path: &str) -> &'a str {
    std::str::from_utf8(site.get(path).unwrap_or_else(|| panic!("no {path}"))).unwrap()
}

fn changed(site: &Files, path: &str) -> String {
    let said = text(site, path).split("Last changed on ").nth(1).unwrap_or_default();
    said.split(['·', '<']).next().unwrap_or_default().trim().to_owned()
}

#[test]
fn every_page_says_when_it_was_changed_and_by_whom() {
    let kept = Kept::new();
    kept.write("content/index.md", "Who keeps the light.\n");
    kept.commit("2026-09-01", "Ada Lovelace");
    kept.write("content/roles/keeper.md", &KEEPER.replace("burning", "burning at night"));
    kept.commit("2026-10-02", "Bo Diddley");
    // What is not committed changes no day.
    kept.write("content/guides/fog.md", "# Fog\n\nSound the horn twice.\n");
    kept.write("content/guides/new.md", "# New\n\nNobody knows.\n");
    let site = kept.build();
    assert_eq!(
        changed(&site, "roles/keeper/index.html"),
        "2026-10-02 by Bo Diddley and Ada Lovelace"
    );
    assert_eq!(changed(&site, "guides/fog/index.html"), "2026-09-01 by Ada Lovelace");
    assert_eq!(changed(&site, "index.html"), "2026-09-01 by Ada Lovelace", "has no sections");
    assert_eq!(changed(&site, "guides/new/index.html"), "");
    // The family is written by nobody, so that there is nothing to edit.
    assert!(!text(&site, "families/roles/index.html").contains("Edit this page"));
    let page = text(&site, "roles/head-keeper/index.html");
    assert!(page.contains(
        "href=\"https://github.com/lighthouse/handbook/issues/new?title=/roles/head-keeper/\""
    ));
    assert!(text(&site, "roles/keeper/index.json").contains("\"changed_on\":\"2026-10-02\""));
    for (path, bytes) in &site {
        let said = String::from_utf8_lossy(bytes);
        assert!(!said.contains("quokkasubject") && !said.contains("mail.example"), "{path}");
    }
    assert_eq!(broken_links(&site), [""; 0]);
}

#[test]
fn a_renamed_file_keeps_its_authors_and_a_mailmap_counts() {
    let kept = Kept::new();
    kept.write(".mailmap", "Ada King <a@mail.example> Ada <a@mail.example>\n");
    kept.commit("2026-09-01", "Ada");
    kept.git(&["mv", "content/roles/keeper.md", "content/roles/lamp-keeper.md"]);
    kept.commit("2026-10-02", "Bo");
    let site = kept.build();
    assert_eq!(changed(&site, "roles/lamp-keeper/index.html"), "2026-10-02 by Bo and Ada King");
    kept.git(&["checkout", "--quiet", "--detach"]);
    assert_eq!(
        changed(&kept.build(), "roles/lamp-keeper/index.html"),
        "2026-10-02 by Bo and Ada King"
    );
}

#[test]
fn where_git_knows_nothing_nothing_is_said() {
    let without = Kept::new();
    let told = without.project.run(&["build", "--date", TODAY]).ends_with(0);
    assert!(!told.err.contains("no page says"), "{}", told.err);
    let site = files(&without.project.path("public"));
    assert!(!text(&site, "roles/keeper/index.html").contains("Last changed"));
    assert!(!site.contains_key("feed.xml"));

    without.commit("2026-09-01", "Ada");
    let mut command = without.project.command();
    let told = command.args(["build", "--date", TODAY]).env("PATH", "").output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let site = files(&without.project.path("public"));
    assert!(!text(&site, "roles/keeper/index.html").contains("Last changed"));
}

#[test]
fn a_shallow_clone_is_said_to_be_one() {
    let kept = Kept::new();
    kept.commit("2026-09-01", "Ada");
    kept.write("content/guides/fog.md", "# Fog\n\nWait.\n");
    kept.commit("2026-10-02", "Bo");
    let url = format!("file://{}", kept.project.root().display());
    kept.git(&["clone", "--quiet", "--depth=1", &url, "shallow"]);
    let build = ["build", "--project", "shallow", "--date", TODAY];
    let told = kept.project.run(&build).ends_with(0);
    let told = told.says("`git fetch --unshallow`").says("`fetch-depth: 0` in a workflow");
    assert_eq!(told.err.matches("shallow:").count(), 1, "{}", told.err);
    let site = files(&kept.project.path("shallow/public"));
    assert!(!text(&site, "roles/keeper/index.html").contains("Last changed"));

    kept.write("shallow/content/handbook.yml", &format!("{ROOT}history: false\n"));
    let told = kept.project.run(&build).ends_with(0);
    assert!(!told.err.contains("unshallow"), "{}", told.err);
}

#[test]
fn the_handbook_says_what_readers_see() {
    let kept = Kept::new();
    kept.write("content/handbook.yml", &format!("{ROOT}history: {{ authors: false }}\n"));
    kept.commit("2026-09-01", "Ada Lovelace");
    let site = kept.build();
    assert_eq!(changed(&site, "roles/keeper/index.html"), "2026-09-01");
    let says_name =
        |site: &Files| site.values().any(|it| String::from_utf8_lossy(it).contains("Ada"));
    assert!(!says_name(&site) && site.contains_key("feed.xml"));
    kept.write("content/handbook.yml", &format!("{ROOT}history: false\n"));
    let site = kept.build();
    assert_eq!(changed(&site, "roles/keeper/index.html"), "");
    assert!(!says_name(&site) && !site.contains_key("feed.xml"));
}

#[test]
fn an_edition_tells_nothing_of_pages_that_it_hides() {
    let kept = Kept::new();
    kept.write("content/roles/keeper.md", &KEEPER.replace("level", "visibility: internal\nlevel"));
    kept.commit("2026-09-01", "Ada");
    kept.write(
        "content/roles/head-keeper.md",
        &HEAD
            .replace("owner", "visibility: { owner: internal, last_reviewed_on: internal }\nowner"),
    );
    kept.commit("2026-09-02", "Bo");
    kept.write(
        "content/roles/keeper.md",
        &KEEPER.replace("level", "visibility: internal\nlevel").replace("light", "lamp"),
    );
    kept.commit("2026-10-02", "Zebedee");
    let site = kept.build();
    for (path, bytes) in &site {
        let said = String::from_utf8_lossy(bytes);
        assert!(!said.contains("Zebedee") && !said.contains("2026-10-02"), "{path}");
    }
    let page = text(&site, "freshness/index.html");
    assert!(
        page.contains("Head keeper") && !page.contains("harbour") && !page.contains("Next review"),
        "{page}"
    );
}

#[test]
fn the_feed_names_the_roles_that_changed_last_first() {
    let kept = Kept::new();
    kept.commit("2026-09-01", "Ada");
    kept.write("content/roles/head-keeper.md", &HEAD.replace("Leads", "Leads & feeds"));
    kept.commit("2026-10-02", "Bo");
    let site = kept.build();
    let feed = text(&site, "feed.xml");
    let updated: Vec<&str> =
        feed.split("<updated>").skip(1).filter_map(|it| it.split('<').next()).collect();
    assert_eq!(updated, ["2026-10-02T10:00:00Z", "2026-10-02T10:00:00Z", "2026-09-01T10:00:00Z"]);
    assert!(
        feed.contains("<id>https://lighthouse.example/handbook/roles/head-keeper/</id>"),
        "{feed}"
    );
    assert!(feed.contains("<summary>Leads &amp; feeds those who keep it.</summary>"), "{feed}");
    let link = "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"./feed.xml\"";
    assert!(text(&site, "index.html").contains(link));
    assert!(!text(&site, "roles/keeper/index.html").contains("atom+xml"));
    assert_eq!(kept.build(), site);
    kept.project.run(&["build", "--offline", "--date", TODAY]).ends_with(0);
    assert!(!kept.project.path("public/feed.xml").exists());
}

#[test]
fn what_is_overdue_stands_first_on_the_page_of_freshness() {
    let kept = Kept::new();
    let site = kept.build();
    let page = text(&site, "freshness/index.html");
    let (keeper, head) = (page.find(">Keeper<").unwrap(), page.find(">Head keeper<").unwrap());
    assert!(keeper < head && !page.contains("Last changed") && !page.contains(">Fog<"), "{page}");
    assert!(page.contains("<strong>2026-11-20, overdue</strong>"), "{page}");
    assert!(page.contains("lamp-team") && page.contains("<td>2027-04-01"), "{page}");
    assert!(text(&site, "index/index.html").contains("href=\"../freshness/\">Freshness<"));
    assert!(
        text(&site, "roles/keeper/index.html").contains("<dt>Next review<dd>2026-11-20, overdue")
    );
    assert!(text(&site, "roles/head-keeper/index.html").contains("<dt>Next review<dd>2027-04-01<"));
    assert!(text(&site, "sitemap.xml").contains("/freshness/</loc>"));
    // Without Git the address stays, once everybody could know it.
    kept.commit("2026-09-01", "Ada");
    kept.project.run(&["publish", "--date", TODAY]).ends_with(0);
    assert!(kept.project.text("content/addresses.lock").contains("/freshness/ 2026-11-21\n"));
    for path in ["keeper", "head-keeper"] {
        kept.write(&format!("content/roles/{path}.md"), "---\nlevel: k1\n---\nKeeps.\n");
    }
    std::fs::remove_dir_all(kept.project.path(".git")).unwrap();
    assert!(text(&kept.build(), "freshness/index.html").contains("<tbody>\n</table>"));
}

/// Thousands of commits by many people, each to another of many files, quickly.
#[test]
fn a_long_history_is_read_in_one_pass() {
    let kept = Kept::new();
    let (n_commits, n_files) = (4_000, 400);
    let mut stream = String::new();
    for at in 0..n_commits {
        let day = 1_700_000_000 + at * 3_600;
        let text = format!("# Page {}\n\nVersion {at}.\n", at % n_files);
        stream.push_str(&format!(
            "commit refs/heads/main\ncommitter P{:02} <p@x.example> {day} +0000\ndata 1\nx\n\
             M 100644 inline content/guides/page-{}.md\ndata {}\n{text}\n",
            at % 10,
            at % n_files,
            text.len(),
        ));
    }
    let mut importing = kept.git_command();
    importing.args(["fast-import", "--quiet"]).stdin(Stdio::piped());
    let mut importing = importing.spawn().unwrap();
    importing.stdin.take().unwrap().write_all(stream.as_bytes()).unwrap();
    assert!(importing.wait().unwrap().success());
    kept.git(&["checkout", "--quiet", "-f", "main"]);
    let site = kept.build();
    // The last commit of all changed the last file: 3999 hours after the first.
    assert_eq!(changed(&site, "guides/page-399/index.html"), "2024-04-29 by P09");
    assert_eq!(changed(&site, "guides/page-0/index.html"), "2024-04-12 by P00");
}
