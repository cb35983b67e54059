//! Same input, same bytes, whatever the machine: the program itself runs in different surroundings, and
//! every file that it writes is compared, the manifest too.

use crate::support::Project;
use crate::support::site::{Files, files};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What no run may depend on but by its command line.
const DAY: &str = "2026-11-21";

/// Surroundings that a program might look at, and what to call them.
const SURROUNDINGS: [(&str, &[(&str, &str)]); 5] = [
    ("a time zone a day ahead", &[("TZ", "Pacific/Kiritimati")]),
    ("a time zone a day behind", &[("TZ", "Etc/GMT+12")]),
    (
        "another language",
        &[
            ("LANG", "tr_TR.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("LANGUAGE", "de"),
            ("LC_COLLATE", "sv_SE"),
        ],
    ),
    (
        "another user",
        &[
            ("HOME", "/nowhere"),
            ("USER", "somebody"),
            ("LOGNAME", "somebody"),
            ("XDG_CONFIG_HOME", "/x"),
            ("HOSTNAME", "x"),
        ],
    ),
    (
        "variables that other programs read",
        &[
            ("SOURCE_DATE_EPOCH", "1"),
            ("COLUMNS", "9"),
            ("TERM", "dumb"),
            ("CI", "true"),
            ("RUST_LOG", "trace"),
            ("GIT_DIR", "/x"),
        ],
    ),
];

/// A handbook with pictures, cards, search and comparisons, that asks nothing of Git.
fn handbook() -> Vec<(String, Vec<u8>)> {
    let small = Project::of_fixture("sites/small");
    let mut files: Vec<_> = files(&small.path("content")).into_iter().collect();
    let settings = files.iter_mut().find(|(path, _)| path == "handbook.yml").unwrap();
    settings.1.extend(b"history: false\n");
    files
}

/// Writes the handbook's files in the order in which they come.
fn written(project: &Path, files: impl Iterator<Item = (String, Vec<u8>)>) {
    for (path, bytes) in files {
        let path = project.join("content").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

/// What the program writes into a folder `public` beside the content, after `change`.
fn built(project: &Path, change: impl FnOnce(&mut Command)) -> Files {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
    command.current_dir(project).args(["build", "--deny", "warnings", "--date", DAY]);
    change(&mut command);
    let run = command.output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    files(&project.join("public"))
}

/// The site as it is without any change of its surroundings.
fn expected() -> Files {
    let project = Project::new();
    written(project.root(), handbook().into_iter());
    let site = built(project.root(), |_| {});
    assert!(site.len() > 50 && site.contains_key(".rolebook-manifest.json"));
    site
}

/// Fails with the names of the files that are not the same in both, and those in one alone.
fn assert_same(expected: &Files, actual: &Files, what: &str) {
    let paths = expected.keys().chain(actual.keys());
    let differ: Vec<_> = paths.filter(|it| expected.get(*it) != actual.get(*it)).collect();
    assert!(differ.is_empty(), "{what}: {differ:?}");
}

fn with(variables: &[(&str, &str)]) -> impl FnOnce(&mut Command) {
    move |command| {
        command.envs(variables.iter().copied());
    }
}

#[test]
fn the_surroundings_make_no_difference() {
    let expected = expected();
    for (what, variables) in SURROUNDINGS {
        let project = Project::new();
        written(project.root(), handbook().into_iter());
        assert_same(&expected, &built(project.root(), with(variables)), what);
    }
    let project = Project::new();
    written(project.root(), handbook().into_iter());
    // Without `PATH` there is no Git either.
    let bare = built(project.root(), |it| {
        it.env_clear();
    });
    assert_same(&expected, &bare, "no variable at all");
}

#[test]
fn the_number_of_threads_of_the_program_makes_no_difference() {
    let expected = expected();
    for threads in ["1", "2", "9"] {
        let project = Project::new();
        written(project.root(), handbook().into_iter());
        let site = built(project.root(), with(&[("RAYON_NUM_THREADS", threads)]));
        assert_same(&expected, &site, &format!("{threads} threads"));
    }
}

#[test]
fn the_folder_makes_no_difference() {
    let expected = expected();
    let project = Project::new();
    let deep = project.path("a folder/Führung – 日本語/nested/in/others");
    std::fs::create_dir_all(&deep).unwrap();
    // A folder lists its files in the order in which they came, on some disks.
    written(&deep, handbook().into_iter().rev());
    assert_same(&expected, &built(&deep, |_| {}), "another folder");

    let elsewhere = Project::new();
    let named = |it: &mut Command| {
        it.current_dir(elsewhere.root()).arg("--project").arg(&deep);
        it.arg("--out").arg(elsewhere.path("public"));
    };
    built(&deep, named);
    assert_same(&expected, &files(&elsewhere.path("public")), "a folder that is named");
}

/// Front matter, lists of YAML, prose and the ledger, as other editors and Git on Windows write them.
#[test]
fn line_ends_make_no_difference() {
    let is_text = |path: &str| !path.ends_with(".svg");
    let ledger = |files: &mut Vec<(String, Vec<u8>)>| {
        files.push((
            "addresses.lock".to_owned(),
            b"# Addresses\n\n/roles/engineer/ 2026-01-31\n".to_vec(),
        ));
    };
    let [unix, windows, old] = ["\n", "\r\n", "\r"].map(|line_end| {
        let project = Project::new();
        let mut files = handbook();
        ledger(&mut files);
        for (_, bytes) in files.iter_mut().filter(|(path, _)| is_text(path)) {
            let text = String::from_utf8(bytes.clone()).unwrap().replace('\n', line_end);
            let mark = if line_end == "\n" { "" } else { "\u{feff}" };
            *bytes = format!("{mark}{text}").into_bytes();
        }
        written(project.root(), files.into_iter());
        built(project.root(), |_| {})
    });
    assert_same(&unix, &windows, "CRLF");
    assert_same(&unix, &old, "CR");
}

#[test]
fn git_makes_no_difference_where_no_history_is_shown() {
    let expected = expected();
    let project = Project::new();
    written(project.root(), handbook().into_iter());
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=A", "-c", "user.email=a@a.example"];
        let mut git = Command::new("git");
        git.current_dir(project.root()).args(identity).args(arguments);
        assert!(git.output().unwrap().status.success(), "{arguments:?}");
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "All of it"]);
    assert_same(&expected, &built(project.root(), |_| {}), "a repository");
}

#[cfg(unix)]
#[test]
fn who_may_read_new_files_makes_no_difference() {
    let expected = expected();
    let project = Project::new();
    written(project.root(), handbook().into_iter());
    let mut shell = Command::new("sh");
    let program = PathBuf::from(env!("CARGO_BIN_EXE_rolebook"));
    let build = "umask 077 && exec \"$0\" build --deny warnings --date \"$1\"";
    shell.current_dir(project.root()).args(["-c", build]).arg(program).arg(DAY);
    assert!(shell.output().unwrap().status.success());
    assert_same(&expected, &files(&project.path("public")), "another umask");
}
