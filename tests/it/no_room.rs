//! A build that finds no room, or may not write, or not read: what was there stays, whole, and the next build
//! repairs the rest.

#![allow(clippy::print_stdout, reason = "whether a disk may be mounted is up to the machine")]

use crate::support::Project;
use crate::support::pair::{Pair, site};
use crate::support::site::Files;
use std::fs;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

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

#[test]
fn what_may_not_be_read_is_not_taken_for_gone() {
    let pair = Pair::new();
    said(as_a_person(&pair, pair.start(0)), 0);
    let roles = pair.projects[1].path("content/roles");
    fs::set_permissions(&roles, Permissions::from_mode(0o000)).unwrap();
    let text = said(as_a_person(&pair, pair.start(1)), 2);
    assert!(text.contains("cannot read `content/roles`") && text.contains("denied"), "{text}");
    pair.assert_holds(0);
    lock(&roles, false);
    said(as_a_person(&pair, pair.start(1)), 0);
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
