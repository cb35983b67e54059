//! The output end: what is written, what is left alone, and what is refused.

use crate::support::Project;
use rolebook::content::RelPath;
use rolebook::picture::card::{Card, Poster};
use rolebook::site::{OutputFile, Payload, Site, Take};
use rolebook::write::{self, Origin, Output, Writing, Written};
use std::fs;
use std::path::Path;
use std::sync::Arc;

const MANIFEST: &str = "public/.rolebook-manifest.json";

fn site(files: &[(&str, &str)]) -> Site {
    let file = |&(path, text): &(&str, &str)| OutputFile {
        path: RelPath::new(path).unwrap(),
        payload: Payload::from(text.to_owned()),
    };
    let mut files: Vec<_> = files.iter().map(file).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Site { files }
}

/// A project whose site goes to `public`.
fn project() -> Project {
    Project::new().file("content/a.md", "# A")
}

fn apply_to(
    project: &Project,
    out: &str,
    files: &[(&str, &str)],
    force: bool,
) -> anyhow::Result<Written> {
    let dir = project.path(out);
    write(site(files), Output { dir: &dir, project: project.root(), force })
}

fn write(site: Site, output: Output<'_>) -> anyhow::Result<Written> {
    let writing = Writing::begin(output)?;
    site.files.into_iter().for_each(|it| writing.take(it));
    writing.finish(None)
}

fn apply(project: &Project, files: &[(&str, &str)]) -> [usize; 3] {
    counts(apply_to(project, "public", files, false).unwrap())
}

/// What a careful and a forced run say to the same trouble.
fn refusal(project: &Project, files: &[(&str, &str)], force: bool) -> String {
    let before = project.files();
    let error = apply_to(project, "public", files, force).unwrap_err();
    assert_eq!(project.files(), before, "a refused run changes nothing");
    format!("{error:#}")
}

/// How many files were written, left as they were, and removed.
fn counts(it: Written) -> [usize; 3] {
    [it.written, it.unchanged, it.removed]
}

#[test]
fn a_site_is_written_with_its_folders_and_a_manifest() {
    let project = project();
    let files = [("index.html", "home"), ("roles/a/index.html", "a")];
    assert_eq!(apply(&project, &files), [2, 0, 0]);
    let expected = [MANIFEST, "public/index.html", "public/roles/a/index.html"];
    assert_eq!(project.files()[1..], expected);
    assert_eq!(project.text("public/roles/a/index.html"), "a");
}

#[test]
fn only_what_changed_is_touched() {
    let project = project();
    apply(&project, &[("a.html", "a"), ("b.html", "b")]);
    let state = |path: &str| identity(&fs::metadata(project.path(path)).unwrap());
    let (same, changed, manifest) =
        (state("public/a.html"), state("public/b.html"), state(MANIFEST));

    assert_eq!(apply(&project, &[("a.html", "a"), ("b.html", "b")]), [0, 2, 0]);
    assert_eq!(state(MANIFEST), manifest, "an unchanged site leaves even the manifest alone");

    assert_eq!(apply(&project, &[("a.html", "a"), ("b.html", "c")]), [1, 1, 0]);
    assert_eq!(state("public/a.html"), same);
    assert_ne!(state("public/b.html"), changed, "a new file took its place");
}

/// What differs as soon as a file was written again.
#[cfg(unix)]
fn identity(file: &fs::Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (file.ino(), file.mtime(), file.mtime_nsec())
}

#[cfg(not(unix))]
fn identity(file: &fs::Metadata) -> std::time::SystemTime {
    file.modified().unwrap()
}

#[test]
fn stale_files_go_with_their_folders_and_foreign_files_stay() {
    let project = project();
    apply(&project, &[("index.html", ""), ("roles/a/index.html", ""), ("roles/b/index.html", "")]);
    project.write("public/CNAME", "example.org");
    project.write("public/roles/b/notes.txt", "mine");
    assert_eq!(apply(&project, &[("index.html", "")]), [0, 1, 2]);
    let expected = [MANIFEST, "public/CNAME", "public/index.html", "public/roles/b/notes.txt"];
    assert_eq!(project.files()[1..], expected);
    assert!(!project.path("public/roles/a").exists());
}

#[test]
fn what_somebody_deleted_or_edited_is_written_again() {
    let project = project();
    let files = [("a.html", "a"), ("b.html", "b"), ("c.html", "c")];
    apply(&project, &files);
    fs::remove_file(project.path("public/a.html")).unwrap();
    project.write("public/b.html", "edited");
    assert_eq!(apply(&project, &files), [2, 1, 0]);
    assert_eq!(project.text("public/a.html"), "a");
    assert_eq!(project.text("public/b.html"), "b");

    fs::remove_file(project.path("public/a.html")).unwrap();
    assert_eq!(apply(&project, &files[1..]), [0, 2, 0], "gone already");
}

#[test]
fn a_picture_is_drawn_again_when_it_is_not_what_it_was() {
    let project = project();
    let card = Card { title: "Engineer".to_owned(), ..Card::default() };
    let payload = Payload::Card(Arc::new(Poster::new(&card)));
    let path = RelPath::new("card.png").unwrap();
    let site = Site { files: vec![OutputFile { path, payload }] };
    let dir = project.path("public");
    let output = Output { dir: &dir, project: project.root(), force: false };
    let apply = || counts(write(site.clone(), output).unwrap());
    let card = project.path("public/card.png");

    assert_eq!(apply(), [1, 0, 0]);
    let drawn = fs::read(&card).unwrap();
    assert!(drawn.starts_with(b"\x89PNG"));
    assert_eq!(apply(), [0, 1, 0]);

    fs::remove_file(&card).unwrap();
    assert_eq!(apply(), [1, 0, 0], "somebody deleted it");
    project.write("public/card.png", "edited");
    assert_eq!(apply(), [1, 0, 0], "somebody edited it");
    assert_eq!(fs::read(&card).unwrap(), drawn);
}

#[test]
fn nothing_changes_before_everything_is_there() {
    let project = project();
    apply(&project, &[("a.html", "old"), ("b.html", "old")]);
    let before = project.files();
    let dir = project.path("public");
    let new = site(&[("a.html", "new"), ("c/d.html", "new")]);
    let writing =
        Writing::begin(Output { dir: &dir, project: project.root(), force: false }).unwrap();
    new.files.into_iter().for_each(|it| writing.take(it));
    assert_eq!(project.text("public/a.html"), "old");
    // A build that is not sound ends here.
    drop(writing);
    assert_eq!((project.files(), project.text("public/a.html")), (before, "old".to_owned()));

    let elsewhere = project.path("x/y");
    let writing =
        Writing::begin(Output { dir: &elsewhere, project: project.root(), force: false }).unwrap();
    site(&[("a.html", "")]).files.into_iter().for_each(|it| writing.take(it));
    assert!(elsewhere.exists());
    drop(writing);
    assert!(!project.path("x").exists(), "folders that were made for it are gone too");
}

#[test]
fn what_a_killed_run_has_left_is_cleared_away() {
    let project = project();
    apply(&project, &[("a.html", "a")]);
    let before = project.files();
    project.write("public/.rolebook-x1.tmp/0", "half a site");
    project.write("public/.rolebook-x2.tmp", "half a manifest");
    project.write("public/.rolebook-mine", "somebody's");
    assert_eq!(apply(&project, &[("a.html", "a")]), [0, 1, 0]);
    let mine = "public/.rolebook-mine".to_owned();
    let left: Vec<_> = project.files().into_iter().filter(|it| *it != mine).collect();
    assert_eq!(left, before);
    assert_eq!(project.text(&mine), "somebody's");
}

#[test]
fn folders_that_a_killed_run_left_empty_make_way_for_files() {
    let project = project();
    apply(&project, &[("a/b.csv/c/d.csv", "in folders")]);
    fs::remove_file(project.path("public/a/b.csv/c/d.csv")).unwrap();
    assert_eq!(apply(&project, &[("a/b.csv", "a file")]), [1, 0, 0]);
    assert_eq!(project.text("public/a/b.csv"), "a file");
    // One of them was left, and the other was not.
    apply(&project, &[("a/b.csv/one.csv", "in a folder")]);
    fs::create_dir_all(project.path("public/a/b.csv/two")).unwrap();
    assert_eq!(apply(&project, &[("a/b.csv", "a file")]), [1, 0, 1]);
    // What somebody put there stays, and so does all else.
    apply(&project, &[("a/b.csv/one.csv", "in a folder")]);
    project.write("public/a/b.csv/mine.csv", "mine");
    let said = refusal(&project, &[("a/b.csv", "a file")], false);
    assert!(said.contains("must be a file and is a folder"), "{said}");
}

#[test]
fn a_first_run_that_was_killed_does_not_lock_the_next_one_out() {
    let project = project().file("public/.rolebook-x1.tmp/0", "half a site");
    project.write("public/.rolebook-lock.tmp", "");
    assert_eq!(apply(&project, &[("a.html", "a")]), [1, 0, 0]);
    assert_eq!(project.files()[1..], [MANIFEST, "public/a.html"]);
}

#[test]
fn what_was_decided_before_another_build_is_not_done_after_it() {
    let project = project();
    apply(&project, &[("a.html", "old"), ("b.html", "old")]);
    let dir = project.path("public");
    let output = Output { dir: &dir, project: project.root(), force: false };
    let late = Writing::begin(output).unwrap();
    apply(&project, &[("a.html", "new"), ("b.html", "new")]);
    // The first is as it was when the build began, and is not any more.
    site(&[("a.html", "old"), ("b.html", "newer")]).files.into_iter().for_each(|it| late.take(it));
    let error = late.finish(None).unwrap_err().to_string();
    assert!(error.contains("another build has written into"), "{error}");
    assert_eq!([project.text("public/a.html"), project.text("public/b.html")], ["new", "new"]);
    assert_eq!(project.files()[1..], [MANIFEST, "public/a.html", "public/b.html"]);
}

#[test]
fn the_second_of_two_builds_at_once_gives_up() {
    let project = project();
    let dir = project.path("public");
    let begin =
        || Writing::begin(Output { dir: &dir, project: project.root(), force: false }).unwrap();
    let take = |it: &Writing<'_>, text| it.take(site(&[("a.html", text)]).files.remove(0));
    let [first, second] = [begin(), begin()];
    take(&first, "first");
    assert!(!first.is_done() && !second.is_done());
    take(&second, "second");
    assert!(second.is_done(), "nobody need make more for it");
    let error = second.finish(None).unwrap_err().to_string();
    assert!(error.contains("another build is writing into"), "{error}");
    first.finish(None).unwrap();
    assert_eq!(project.text("public/a.html"), "first");
    assert_eq!(project.files()[1..], [MANIFEST, "public/a.html"]);
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let project = project().file("public/thesis.txt", "years of work");
    let error = refusal(&project, &[("index.html", "")], false);
    assert!(error.contains("not empty") && error.contains("--out") && error.contains("--force"));

    apply_to(&project, "public", &[("index.html", "")], true).unwrap();
    assert_eq!(project.text("public/thesis.txt"), "years of work");
    assert_eq!(apply(&project, &[("index.html", "")]), [0, 1, 0], "from now on it is ours");
}

#[test]
fn a_broken_manifest_makes_a_folder_somebody_elses() {
    let project = project();
    apply(&project, &[("index.html", "")]);
    project.write(MANIFEST, "<<<<<<< HEAD");
    assert!(refusal(&project, &[("index.html", "")], false).contains("--force"));
    assert_eq!(
        counts(apply_to(&project, "public", &[("index.html", "")], true).unwrap()),
        [1, 0, 0]
    );
}

#[test]
fn a_foreign_file_in_the_way_is_replaced_only_by_force() {
    let project = project();
    apply(&project, &[("index.html", "")]);
    project.write("public/robots.txt", "mine");
    let files = [("index.html", ""), ("robots.txt", "ours")];
    let error = refusal(&project, &files, false);
    assert!(error.contains("robots.txt` is in the way") && error.contains("--force"), "{error}");
    apply_to(&project, "public", &files, true).unwrap();
    assert_eq!(project.text("public/robots.txt"), "ours");
}

#[test]
fn files_and_folders_may_change_places() {
    let project = project();
    apply(&project, &[("a", "file"), ("b/index.html", "")]);
    apply(&project, &[("a/index.html", ""), ("b", "file")]);
    assert_eq!(project.files()[1..], [MANIFEST, "public/a/index.html", "public/b"]);
}

#[test]
fn a_foreign_file_where_a_folder_must_be_is_an_error_even_by_force() {
    let project = project();
    apply(&project, &[("index.html", "")]);
    project.write("public/roles", "a file");
    project.write("public/feed.xml/x", "a folder");
    for force in [false, true] {
        let error = refusal(&project, &[("roles/a/index.html", "")], force);
        assert!(error.contains("roles` must be a folder"), "{error}");
        let error = refusal(&project, &[("feed.xml", "")], force);
        assert!(error.contains("feed.xml` must be a file"), "{error}");
    }
}

#[test]
fn the_handbook_itself_is_never_written_over() {
    let project = project();
    for out in [".", "content", "..", "/"] {
        let error = apply_to(&project, out, &[("index.html", "")], true).unwrap_err();
        assert!(error.to_string().contains("holds the handbook itself"), "{out}: {error}");
    }
    // A folder of Markdown has no `content/`, and is one all the same.
    let folder = Project::new().file("a.md", "# A");
    for out in [".", "..", "/"] {
        let error = apply_to(&folder, out, &[("index.html", "")], true).unwrap_err();
        assert!(error.to_string().contains("holds the handbook itself"), "{out}: {error}");
    }
    let error = apply_to(&project, "content/a.md", &[("index.html", "")], true).unwrap_err();
    assert!(error.to_string().contains("is a file, not a folder"), "{error}");
}

#[test]
fn a_run_that_was_cut_short_does_not_lock_the_next_one_out() {
    let project = project();
    // The claim of a run that ended before it wrote a page in full.
    project.write(MANIFEST, r#"{"version":2,"files":{"index.html":["",0],"other.html":["",0]}}"#);
    project.write("public/index.html", "home");
    assert_eq!(apply(&project, &[("index.html", "home"), ("new.html", "")]), [2, 0, 0]);
    assert_eq!(project.files()[1..], [MANIFEST, "public/index.html", "public/new.html"]);
}

#[test]
fn nothing_temporary_is_left_behind() {
    let project = project();
    let files: Vec<_> = (0..50).map(|it| (format!("{it:02}.html"), it.to_string())).collect();
    let files: Vec<_> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    apply(&project, &files);
    assert_eq!(project.files().len(), 1 + 50 + 1);
}

#[test]
fn a_new_folder_is_filled_but_never_overwritten() {
    let project = Project::new();
    let files = [(RelPath::new("content/a.md").unwrap(), &b"# A"[..])];
    write::create(&project.path("new"), &files).unwrap();
    assert_eq!(project.text("new/content/a.md"), "# A");
    let error = write::create(&project.path("new"), &files).unwrap_err();
    assert!(error.to_string().contains("not empty"), "{error}");
}

/// Two files in folders of their own, made from `origin`.
fn made(project: &Project, origin: &Origin) -> Written {
    let dir = project.path("public");
    let writing = begun(project, &dir);
    site(&[("a/long.html", "a long page"), ("b/short.html", "short")])
        .files
        .into_iter()
        .for_each(|it| writing.take(it));
    writing.finish(Some(origin.clone())).unwrap()
}

fn begun<'a>(project: &'a Project, dir: &'a Path) -> Writing<'a> {
    Writing::begin(Output { dir, project: project.root(), force: false }).unwrap()
}

fn unchanged(project: &Project, origin: &Origin) -> Option<Written> {
    begun(project, &project.path("public")).unchanged(origin)
}

#[test]
fn what_was_made_from_the_same_is_told_without_being_made() {
    let project = project();
    let origin = Origin::of(&"one").unwrap();
    let first = made(&project, &origin);
    let again = unchanged(&project, &origin).expect("as it was left");
    assert_eq!((again.bytes, &again.largest), (first.bytes, &first.largest));
    assert_eq!(again.largest[0], (11, RelPath::new("a/long.html").unwrap()));
    assert_eq!(counts(again), [0, 2, 0]);
    assert!(unchanged(&project, &Origin::of(&"other").unwrap()).is_none());
    project.write("public/b/short.html", "edited");
    assert!(unchanged(&project, &origin).is_none());
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_web_server_may_read_what_is_written() {
        let project = project();
        // What an ordinary new file gets under the umask of this process.
        project.write("ordinary", "");
        let mode =
            |path: &str| fs::metadata(project.path(path)).unwrap().permissions().mode() & 0o777;
        apply(&project, &[("index.html", "")]);
        assert_eq!(mode("public/index.html"), mode("ordinary") & 0o644);
        assert_eq!(mode(MANIFEST), mode("ordinary") & 0o644);
    }

    #[test]
    fn the_output_folder_may_be_a_link_but_nothing_in_it() {
        let project = project().file("elsewhere/keep.txt", "").file("real/.keep", "");
        fs::remove_file(project.path("real/.keep")).unwrap();
        symlink(project.path("real"), project.path("public")).unwrap();
        apply(&project, &[("roles/a.html", "")]);
        assert!(project.path("real/roles/a.html").exists());

        fs::remove_file(project.path("real/roles/a.html")).unwrap();
        fs::remove_dir(project.path("real/roles")).unwrap();
        project.write("elsewhere/a.html", "not ours");
        symlink(project.path("elsewhere"), project.path("real/roles")).unwrap();
        assert!(refusal(&project, &[("roles/a.html", "")], true).contains("must be a folder"));
        apply(&project, &[("index.html", "")]);
        assert_eq!(project.text("elsewhere/a.html"), "not ours", "a link is never followed");
    }

    /// What is behind a link may be somebody's who changes it at any time.
    #[test]
    fn a_site_with_a_link_in_it_is_not_as_it_was_made() {
        let project = project();
        let origin = Origin::of(&"one").unwrap();
        made(&project, &origin);
        for folder in ["a", "b"] {
            let (here, elsewhere) = (project.path("public").join(folder), project.path(folder));
            fs::rename(&here, &elsewhere).unwrap();
            symlink(&elsewhere, &here).unwrap();
            assert!(unchanged(&project, &origin).is_none(), "{folder}");
            fs::remove_file(&here).unwrap();
            fs::rename(&elsewhere, &here).unwrap();
            assert!(unchanged(&project, &origin).is_some(), "{folder}");
        }
    }

    #[test]
    fn a_reader_sees_the_old_file_or_the_new_one() {
        let project = project();
        apply(&project, &[("a.html", "old")]);
        let mut open = fs::File::open(project.path("public/a.html")).unwrap();
        apply(&project, &[("a.html", "new and longer")]);
        let mut text = String::new();
        std::io::Read::read_to_string(&mut open, &mut text).unwrap();
        assert_eq!(text, "old");
        assert_eq!(project.text("public/a.html"), "new and longer");
    }
}
