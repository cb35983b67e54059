//! A build that is killed, that runs beside another, or that finds no room. At every moment each file of
//! the output folder is the old one or the new one, whole, and the next build repairs the rest.
//!
//! `ROUNDS=500 cargo nextest run interrupted` tries as often; `tests/README.md` says when.

#![allow(clippy::disallowed_methods, reason = "how often is asked for from outside")]
#![allow(clippy::print_stdout, reason = "how often something happened is up to the machine")]

use crate::support::Project;
use crate::support::site::{Files, files};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const MANIFEST: &str = ".rolebook-manifest.json";

/// How often something is tried: as often as the environment says, or `few` times.
fn rounds(few: u64) -> u64 {
    std::env::var("ROUNDS").map_or(few, |it| it.parse().unwrap())
}

/// Two handbooks whose sites differ in every page, in which pages there are, in the names of what these ask
/// for, and in what is a folder.
struct Pair {
    projects: [Project; 2],
    sites: [Files; 2],
    /// Around the folder that both are written into.
    around: Project,
}

impl Pair {
    fn new() -> Pair {
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
    fn start(&self, which: usize) -> Command {
        build(&self.projects[which], self.out().to_str().unwrap())
    }

    fn out(&self) -> PathBuf {
        self.around.path("site")
    }

    /// What is wrong with a file as a reader finds it, if anything is.
    fn fault(&self, path: &str) -> Option<String> {
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
    fn read(&self, is_over: &AtomicBool) -> usize {
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
    fn assert_holds(&self, which: usize) {
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
fn site(folder: &Path) -> Files {
    let mut found = files(folder);
    found.remove(MANIFEST);
    found
}

/// Numbers without a pattern that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u128) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u64::try_from(u128::from(self.0 >> 33) % limit.max(1)).unwrap()
    }
}

/// Waits until files are being moved, which a manifest of another kind precedes.
fn wait_for_claim(pair: &Pair, build: &mut Child) {
    let manifest = || fs::read(pair.out().join(MANIFEST)).ok();
    let before = manifest();
    while manifest() == before && build.try_wait().unwrap().is_none() {}
}

#[test]
fn a_killed_build_leaves_whole_files_and_the_next_one_repairs() {
    let pair = Pair::new();
    let start = Instant::now();
    assert!(pair.start(0).status().unwrap().success());
    let usual = start.elapsed().as_micros();
    let (is_over, mut dice, mut n_killed) = (AtomicBool::new(false), Dice(7), 0);
    let n_reads = thread::scope(|scope| {
        let reader = scope.spawn(|| pair.read(&is_over));
        for round in 1..=rounds(24) {
            let mut build = pair.start(usize::from(round % 2 == 1)).spawn().unwrap();
            let moment = if round % 3 == 0 {
                wait_for_claim(&pair, &mut build);
                dice.below(4_000)
            } else {
                dice.below(usual)
            };
            thread::sleep(Duration::from_micros(moment));
            build.kill().unwrap();
            n_killed += usize::from(!build.wait().unwrap().success());
            if round % 8 == 0 {
                let which = usize::from(round % 16 == 0);
                assert!(pair.start(which).status().unwrap().success(), "the next build repairs");
                pair.assert_holds(which);
            }
        }
        is_over.store(true, Ordering::Relaxed);
        reader.join().unwrap()
    });
    println!("{n_killed} builds were killed, and {n_reads} files read meanwhile");
    assert!(n_killed > 0 && n_reads > 0);
}

#[test]
fn of_two_builds_at_once_one_is_told_to_wait() {
    let pair = Pair::new();
    let mut n_refused = 0;
    for round in 0..rounds(12) {
        // The first round finds no folder at all.
        let both = [0, 1]
            .map(|it: usize| pair.start((it + usize::from(round % 2 == 1)) % 2).spawn().unwrap());
        let said = both.map(|it| it.wait_with_output().unwrap());
        let refused = said.iter().filter(|it| !it.status.success());
        for it in refused {
            let text = String::from_utf8_lossy(&it.stderr);
            assert_eq!(it.status.code(), Some(2), "{text}");
            assert!(text.contains("another build"), "{text}");
            n_refused += 1;
        }
        assert!(said.iter().any(|it| it.status.success()), "one of them gets through");
        let found = site(&pair.out());
        assert!(pair.sites.contains(&found), "nothing is mixed");
        let which = usize::from(found == pair.sites[1]);
        let again = pair.start(which).output().unwrap();
        assert!(String::from_utf8_lossy(&again.stderr).contains("0 written"), "its manifest, too");
    }
    println!("{n_refused} builds were told to wait");
    assert!(n_refused > 0);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;

    /// Runs a build from a shell, which `before` prepares; `"$@"` is the build.
    fn shell(before: &str, build: &Command) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("{before} \"$@\""), "sh"]);
        shell.arg(build.get_program()).args(build.get_args());
        shell.current_dir(build.get_current_dir().unwrap()).env_remove("NO_COLOR");
        shell
    }

    fn said(mut build: Command, code: i32) -> String {
        let output = build.output().unwrap();
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{text}");
        text
    }

    #[test]
    fn a_file_that_cannot_be_written_to_its_end_changes_nothing() {
        let pair = Pair::new();
        said(pair.start(0), 0);
        // Files may have 4 kB, as if the disk were full in the middle of one.
        let text = said(shell("trap '' XFSZ; ulimit -f 8;", &pair.start(1)), 2);
        assert!(text.contains("cannot write into"), "{text}");
        pair.assert_holds(0);
        said(pair.start(1), 0);
        pair.assert_holds(1);
    }

    /// As an ordinary person, who cannot write where nobody may: tests are run by root, too.
    fn as_a_person(pair: &Pair, mut build: Command) -> Command {
        let program = pair.around.path("rolebook");
        if !program.exists() {
            fs::copy(build.get_program(), &program).unwrap();
            for it in pair.projects.iter().chain([&pair.around]) {
                fs::set_permissions(it.root(), Permissions::from_mode(0o777)).unwrap();
            }
        }
        let arguments: Vec<_> = build.get_args().map(ToOwned::to_owned).collect();
        let folder = build.get_current_dir().unwrap().to_owned();
        build = Command::new(program);
        build.args(arguments).current_dir(folder);
        let person = "[ \"$(id -u)\" != 0 ] || set -- setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\";";
        shell(person, &build)
    }

    /// Takes away, or gives back, the right to change what is in a folder.
    fn lock(folder: &Path, is_locked: bool) {
        let mode = if is_locked { 0o555 } else { 0o777 };
        fs::set_permissions(folder, Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn what_may_not_be_written_stays_whole_and_is_written_later() {
        let pair = Pair::new();
        let other = || as_a_person(&pair, pair.start(1));
        said(as_a_person(&pair, pair.start(0)), 0);
        lock(&pair.out(), true);
        let text = said(other(), 2);
        assert!(text.contains("cannot write into") && text.contains("denied"), "{text}");
        pair.assert_holds(0);

        // One folder within: by the time it is found, others have been written.
        lock(&pair.out(), false);
        lock(&pair.out().join("roles/engineer"), true);
        let text = said(other(), 2);
        assert!(text.contains("cannot write") && text.contains("roles/engineer/"), "{text}");
        for path in pair.sites.iter().flat_map(Files::keys) {
            assert_eq!(pair.fault(path), None);
        }
        lock(&pair.out().join("roles/engineer"), false);
        said(other(), 0);
        pair.assert_holds(1);
    }

    /// Mounts a disk that has room for one site and no second, fills it, and makes it larger.
    #[cfg(target_os = "linux")]
    const SMALL_DISK: &str = r#"
        disk=$1 copies=$2 room=$3 program=$4 one=$5 other=$6; mkdir "$disk" "$copies"
        mount -t tmpfs -o "size=$room" none "$disk" || exit 77
        build() { (cd "$1" && "$program" build --date 2026-11-21 --out "$disk/site"); }
        build "$one" || exit 1
        if build "$other" 2>"$copies/said"; then exit 1; fi
        cp -R "$disk/site" "$copies/full"
        mount -o remount,size=64m "$disk" || exit 1
        build "$other" || exit 1
        cp -R "$disk/site" "$copies/mended"
    "#;

    #[test]
    #[cfg(target_os = "linux")]
    fn a_full_disk_changes_nothing() {
        let pair = Pair::new();
        let copies = pair.around.path("copies");
        let blocks = |it: &Vec<u8>| it.len().next_multiple_of(4096);
        let room: usize = pair.sites[0].values().map(blocks).sum();
        let mut run = Command::new("unshare");
        run.args(["--map-root-user", "--mount", "sh", "-c", SMALL_DISK, "sh"]);
        run.arg(pair.around.path("disk")).arg(&copies).arg((room + 40_000).to_string());
        run.arg(pair.start(0).get_program()).args(pair.projects.each_ref().map(Project::root));
        let output = run.output().unwrap();
        let text = String::from_utf8_lossy(&output.stderr);
        if text.contains("unshare failed") || output.status.code() == Some(77) {
            println!("nobody may mount a disk here: not tried");
            return;
        }
        assert!(output.status.success(), "{text}");
        let said = fs::read_to_string(copies.join("said")).unwrap();
        assert!(said.contains("cannot write into") && said.contains("No space left"), "{said}");
        assert!(site(&copies.join("full")) == pair.sites[0], "the old site is whole");
        assert!(site(&copies.join("mended")) == pair.sites[1], "the next build repairs");
    }
}
