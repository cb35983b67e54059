//! Two handbooks that are built into one folder, and what its readers find there meanwhile.

use super::project::Project;
use super::site::{Files, files};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

pub(crate) const MANIFEST: &str = ".rolebook-manifest.json";

/// Two handbooks whose sites differ in every page, in which pages there are, in the names of what these ask
/// for, and in what is a folder.
pub(crate) struct Pair {
    pub(crate) projects: [Project; 2],
    pub(crate) sites: [Files; 2],
    /// Around the folder that both are written into.
    pub(crate) around: Project,
}

impl Pair {
    pub(crate) fn new() -> Pair {
        let projects = [(); 2].map(|()| Project::of_fixture("sites/small"));
        let other = &projects[1];
        let handbook = other.text("content/handbook.yml");
        let (before, title) = handbook.split_once("title: ").unwrap();
        other.write(
            "content/handbook.yml",
            format!("{before}title: Other {title}accent: \"#7a1f5c\"\n"),
        );
        other.write("content/guides/another.md", "# Another\n\nOnly here.\n");
        projects[0].write("content/guides/one.md", "# One\n\nOnly there.\n");
        other.write("content/guides/img/facts.csv/one.csv", "a file in a folder");
        projects[0].write("content/guides/img/facts.csv", "a file");
        projects[0].write("content/guides/linked.md", "# Linked\n\n[One](img/facts.csv)\n");
        other.write("content/guides/linked.md", "# Linked\n\n[One](img/facts.csv/one.csv)\n");
        let sites = [0, 1].map(|it: usize| {
            let built = build(&projects[it], "public").output().unwrap();
            assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
            site(&projects[it].path("public"))
        });
        Pair { projects, sites, around: Project::new() }
    }

    /// A build of one of them into the folder of both.
    pub(crate) fn start(&self, which: usize) -> Command {
        build(&self.projects[which], self.out().to_str().unwrap())
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.around.path("site")
    }

    /// What is wrong with a file as a reader finds it, if anything is.
    pub(crate) fn fault(&self, path: &str) -> Option<String> {
        let versions = self.sites.each_ref().map(|it| it.get(path));
        let is_always_there = versions.iter().all(Option::is_some);
        match fs::read(self.out().join(path)) {
            Ok(bytes) if versions.contains(&Some(&bytes)) => self.lacking(path, &bytes),
            Ok(bytes) => Some(format!("{path} has {} bytes of neither", bytes.len())),
            Err(error) if is_always_there => Some(format!("{path}: {error}")),
            Err(_) => None,
        }
    }

    /// What a page asks for and does not get.
    fn lacking(&self, path: &str, page: &[u8]) -> Option<String> {
        let page = std::str::from_utf8(page).ok().filter(|_| path.ends_with(".html"))?;
        let names = page.split('"').filter_map(|it| it.rsplit_once("assets/"));
        let mut names = names.map(|(_, name)| format!("assets/{name}"));
        let missing = names.find(|it| !self.out().join(it).exists())?;
        // By now it may be another page.
        let is_same = fs::read(self.out().join(path)).is_ok_and(|it| it == page.as_bytes());
        is_same.then(|| format!("{path} asks for {missing}"))
    }

    /// Reads whatever either site has, again and again, until `is_over`. How often.
    pub(crate) fn read(&self, is_over: &AtomicBool) -> usize {
        let mut n_reads = 0;
        while !is_over.load(Ordering::Relaxed) {
            for path in self.sites.iter().flat_map(Files::keys) {
                assert_eq!(self.fault(path), None);
                n_reads += 1;
            }
        }
        n_reads
    }

    /// Fails unless the folder holds that site and nothing else.
    pub(crate) fn assert_holds(&self, which: usize) {
        let found = site(&self.out());
        let differing: Vec<_> = found
            .keys()
            .chain(self.sites[which].keys())
            .filter(|it| found.get(*it) != self.sites[which].get(*it))
            .collect();
        assert_eq!(differing, [""; 0]);
    }
}

fn build(project: &Project, out: &str) -> Command {
    let mut command = project.command();
    command.args(["build", "--date", "2026-11-21", "--out", out]);
    command.stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

/// What is published; also what only looks like it.
pub(crate) fn site(folder: &Path) -> Files {
    let mut found = files(folder);
    found.remove(MANIFEST);
    found
}
