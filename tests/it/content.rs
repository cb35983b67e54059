//! The input end: which files are content, and what becomes of odd ones.

use crate::support::Project;
use rolebook::content::{self, Content};
use rolebook::diagnostic::Sources;

fn read(project: &Project) -> Content {
    content::read(project.root(), &project.path("public")).unwrap()
}

fn texts(content: &Content) -> Vec<&str> {
    content.texts.iter().map(|it| it.path.as_str()).collect()
}

fn codes(content: &Content) -> Vec<&str> {
    content.diagnostics.iter().map(|it| it.code.as_str()).collect()
}

/// Each finding with the path it is shown with.
fn places(content: &Content) -> Vec<(&str, String)> {
    let files = content.sources();
    let path = |file| files.path(file).unwrap_or("nowhere").to_owned();
    content.diagnostics.iter().map(|it| (it.code.as_str(), path(it.span().file))).collect()
}

#[test]
fn a_project_is_its_content_and_its_themes() {
    let project = Project::new()
        .file("README.md", "of the project")
        .file("content/README.md", "for authors")
        .file("content/handbook.yml", "title: T")
        .file("content/roles/b.md", "# B")
        .file("content/roles/a.MD", "# A")
        .file("content/roles/README.md", "# Roles")
        .file("content/roles/team.PNG", [0xff])
        .file("content/roles/notes.txt", "not ours")
        .file("content/.obsidian/x.md", "hidden")
        .file("content/node_modules/x.md", "somebody's")
        .file("themes/default/templates/role.html", "{{ title }}")
        .file("themes/default/.DS_Store", "hidden");
    let content = read(&project);
    assert_eq!(texts(&content), ["handbook.yml", "roles/README.md", "roles/a.MD", "roles/b.md"]);
    assert_eq!(content.assets[0].path.as_str(), "roles/team.PNG");
    assert_eq!(content.themes.len(), 1);
    assert_eq!(content.themes[0].path.as_str(), "default/templates/role.html");
    assert_eq!(codes(&content), [""; 0]);
    let files = content.sources();
    assert_eq!(files.path(content.texts[3].id), Some("content/roles/b.md"));
    assert_eq!(files.text(content.themes[0].theme_id()), "{{ title }}");
}

#[test]
fn a_folder_of_plain_markdown_is_content_as_it_is() {
    let project = Project::new()
        .file("README.md", "# Ladder")
        .file("mkdocs.yml", "site_name: x")
        .file("handbook.yml", "title: T")
        .file("engineering/Senior Engineer 🚀.md", "# Senior")
        .file("target/x.md", "built")
        .file("themes/default/notes.md", "of a theme")
        .file("public/x.md", "written by us")
        .file("old-site/.rolebook-manifest.json", "{}")
        .file("old-site/x.md", "written by us");
    let content = read(&project);
    assert_eq!(content.prefix, "");
    let expected = ["README.md", "engineering/Senior Engineer 🚀.md", "handbook.yml"];
    assert_eq!(texts(&content), expected);
    assert_eq!(content.sources().path(content.texts[0].id), Some("README.md"));
}

#[test]
fn line_ends_and_byte_order_marks_are_gone() {
    let project = Project::new().file("content/a.md", "\u{feff}---\r\ntitle: A\r\n---\r\n");
    assert_eq!(&*read(&project).texts[0].text, "---\ntitle: A\n---\n");
}

#[test]
fn a_file_that_is_not_utf8_is_kept_and_its_first_bad_byte_is_named() {
    let project = Project::new().file("content/a.md", b"# A\r\ncaf\xe9\r\n");
    let content = read(&project);
    assert_eq!(&*content.texts[0].text, "# A\ncaf\u{fffd}\n");
    assert_eq!(places(&content), [("not-utf8", "content/a.md".to_owned())]);
    let at = content.diagnostics[0].span();
    assert_eq!(&content.texts[0].text[at.start as usize..at.end as usize], "\u{fffd}");
    assert_eq!(at.start, 7);
}

/// By their whole paths, whatever order a disk lists them in, or a walk comes by them.
#[test]
fn files_are_in_the_order_of_their_paths() {
    let project = Project::new();
    let all = ["a-b.md", "a.md", "a/b.md", "a/b/c.md", "aa.md"];
    for path in all.iter().rev() {
        project.write(&format!("content/{path}"), "# A");
    }
    assert_eq!(texts(&read(&project)), all);
}

#[test]
fn what_is_too_large_is_said_and_not_read() {
    let project = Project::new()
        .file("content/a.md", "a".repeat(5_000_001))
        .file("content/b.md", "b".repeat(5_000_000))
        .file("content/addresses.lock", "c".repeat(5_000_001))
        .file("content/film.pdf", "");
    let film = std::fs::OpenOptions::new().write(true).open(project.path("content/film.pdf"));
    film.unwrap().set_len(50_000_001).unwrap();
    let content = read(&project);
    let said = ["content/a.md", "content/film.pdf"].map(|it| ("too-large", it.to_owned()));
    assert_eq!(places(&content), said);
    assert_eq!(texts(&content), ["addresses.lock", "b.md"]);
    assert_eq!(content.assets, []);
}

#[test]
fn an_empty_project_is_told_how_to_begin() {
    let content = read(&Project::new());
    assert_eq!(codes(&content), ["no-content"]);
    let help = content.diagnostics[0].help.as_deref().unwrap();
    assert!(help.contains("rolebook new DIR") && help.contains("--project DIR"), "{help}");
}

#[test]
fn a_project_that_is_not_there_is_the_machines_fault() {
    let project = Project::new().file("file.md", "");
    let read = |path| content::read(&project.path(path), &project.path("public"));
    assert!(format!("{:#}", read("nowhere").unwrap_err()).contains("there is no folder"));
    assert!(format!("{:#}", read("file.md").unwrap_err()).contains("is a file, not a folder"));
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_are_followed_inside_the_content() {
        let project = Project::new().file("content/a.md", "# A").file("content/shared/b.md", "# B");
        symlink(project.path("content/shared"), project.path("content/linked")).unwrap();
        symlink("a.md", project.path("content/c.md")).unwrap();
        symlink("c.md", project.path("content/d.md")).unwrap();
        let content = read(&project);
        assert_eq!(texts(&content), ["a.md", "c.md", "d.md", "linked/b.md", "shared/b.md"]);
        assert_eq!(codes(&content), [""; 0]);
    }

    #[test]
    fn content_itself_may_be_a_link_within_the_project() {
        let project = Project::new().file("docs/a.md", "# A").file("docs/b/c.md", "# C");
        symlink("docs", project.path("content")).unwrap();
        symlink("b", project.path("docs/d")).unwrap();
        let content = read(&project);
        assert_eq!((texts(&content), codes(&content)), (vec!["a.md", "b/c.md", "d/c.md"], vec![]));
        for hidden in [".git", "node_modules"] {
            let project = Project::new().file(&format!("{hidden}/a.md"), "# Secret");
            symlink(hidden, project.path("content")).unwrap();
            assert_eq!(places(&read(&project)), [("symlink", "content".to_owned())]);
        }
    }

    /// Whoever proposes a change to the content can propose a link.
    #[test]
    fn a_link_publishes_nothing_that_is_no_content_by_itself() {
        let project = Project::new()
            .file("content/a.md", "# A")
            .file("content/notes.txt", "not published")
            .file("content/.drafts/b.md", "# Hidden")
            .file("content/node_modules/c.md", "# Somebody's")
            .file("content/old/.rolebook-manifest.json", "{}")
            .file("content/old/d.md", "written by us")
            .file(".git/config", "secret")
            .file(".env", "secret")
            .file("deploy/secrets.yml", "secret: 1")
            .file("shared/b.md", "# B");
        let links = [
            ("b.md", "../shared/b.md"),
            ("config.md", "../.git/config"),
            ("drafts", ".drafts"),
            ("env.png", "../.env"),
            ("folder", "../shared"),
            ("git", "../.git"),
            ("modules.md", "node_modules/c.md"),
            ("notes.pdf", "notes.txt"),
            ("past", "old"),
            ("secrets.yml", "../deploy/secrets.yml"),
            ("text.png", "a.md"),
            // By way of another link.
            ("x.md", "config.md"),
        ];
        for (link, target) in links {
            symlink(target, project.path("content").join(link)).unwrap();
        }
        let content = read(&project);
        assert_eq!(texts(&content), ["a.md"]);
        assert_eq!(content.assets, []);
        // A site of ours is passed over in silence, as it is without a link.
        let told = links.iter().filter(|(link, _)| *link != "past");
        let expected: Vec<_> = told.map(|(it, _)| ("symlink", format!("content/{it}"))).collect();
        assert_eq!(places(&content), expected);
    }

    #[test]
    fn links_in_linked_folders_do_not_multiply() {
        let project = Project::new();
        for level in 0..10 {
            let next = format!("../l{}", level + 1);
            project.write(&format!("content/l{level}/a.md"), "# A");
            for link in ["x", "y"] {
                symlink(&next, project.path(&format!("content/l{level}/{link}"))).unwrap();
            }
        }
        project.write("content/l10/a.md", "# A");
        let content = read(&project);
        assert_eq!(texts(&content).len(), 11 + 2 * 10, "each folder, and by each link to it");
        assert!(codes(&content).iter().all(|it| *it == "symlink"));
    }

    #[test]
    fn a_theme_has_no_files_from_elsewhere() {
        let project = Project::new().file("content/a.md", "# A").file("secret.css", "a{}");
        project.write("themes/own/assets/b.css", "b{}");
        symlink("../../../secret.css", project.path("themes/own/assets/c.css")).unwrap();
        let content = read(&project);
        assert_eq!(content.themes.len(), 1);
        assert_eq!(places(&content), [("symlink", "themes/own/assets/c.css".to_owned())]);
    }

    #[test]
    fn a_folder_that_became_a_link_is_not_read_again() {
        let outside = Project::new().file("a.md", "# Salaries");
        let project = Project::new().file("content/roles/a.md", "# A");
        let before = read(&project);
        std::fs::remove_dir_all(project.path("content/roles")).unwrap();
        symlink(outside.root(), project.path("content/roles")).unwrap();
        let changed = [project.root().canonicalize().unwrap().join("content/roles/a.md")];
        let again = content::read_again(&before, project.root(), &changed.into());
        assert_eq!(again, None);
    }

    #[test]
    fn links_in_a_circle_to_nothing_or_to_the_outside_are_left_out() {
        let outside = Project::new().file("secret.md", "# Salaries");
        let project = Project::new().file("content/a.md", "# A");
        symlink("..", project.path("content/loop")).unwrap();
        symlink("self.md", project.path("content/self.md")).unwrap();
        symlink("gone.md", project.path("content/dangling.md")).unwrap();
        symlink("gone", project.path("content/.hidden")).unwrap();
        symlink(outside.path("secret.md"), project.path("content/secret.md")).unwrap();
        symlink(outside.root(), project.path("content/folder")).unwrap();
        symlink(outside.path("secret.md"), project.path("content/notes.txt")).unwrap();
        let content = read(&project);
        assert_eq!(texts(&content), ["a.md"]);
        let names = ["dangling.md", "folder", "loop", "secret.md", "self.md"];
        let expected = names.map(|it| ("symlink", format!("content/{it}")));
        assert_eq!(places(&content), expected);
    }

    #[test]
    fn a_link_is_told_with_the_folder_that_it_leaves() {
        let outside = Project::new().file("secret.md", "# Salaries");
        let left = |project: Project, link: &str| {
            symlink(outside.path("secret.md"), project.path(link)).unwrap();
            let [one] = &read(&project).diagnostics[..] else { panic!("one problem") };
            one.message.clone()
        };
        let of = |folder: &str| format!("a symbolic link that leaves the {folder} is left out");
        let handbook = || Project::new().file("content/a.md", "# A");
        assert_eq!(left(handbook(), "content/b.md"), of("content folder"));
        let themed = handbook().file("themes/own/assets/b.css", "b{}");
        assert_eq!(left(themed, "themes/own/assets/c.css"), of("folder of themes"));
        assert_eq!(left(Project::new().file("a.md", "# A"), "b.md"), of("project folder"));
    }

    #[test]
    fn content_that_is_a_link_to_the_outside_is_not_read() {
        let outside = Project::new().file("secret.md", "# Salaries");
        let project = Project::new();
        symlink(outside.root(), project.path("content")).unwrap();
        let content = read(&project);
        assert_eq!(texts(&content), [""; 0]);
        assert_eq!(places(&content), [("symlink", "content".to_owned())]);
    }

    #[test]
    fn names_that_cannot_be_addresses_are_refused() {
        let project = Project::new()
            .file("content/a b é.md", "# Fine")
            .file("content/back\\slash.md", "")
            .file("content/line\nbreak.md", "")
            .file("content/back\\slash.txt", "not ours")
            .file("content/con.md", "a device")
            .file("content/gu\u{200b}ides/a.md", "nobody sees it")
            .file("content/gu\u{200b}ides/b.md", "nor this")
            .file("content/C:.md", "a drive")
            .file("content/roles/\u{202e}gnp.daeL.md", "turned around")
            .file("content/nul.png", "")
            .file("content/notes/nul.txt", "not ours");
        let odd = project.path("content").join(OsStr::from_bytes(b"caf\xe9.md"));
        std::fs::write(odd, "").unwrap();
        let content = read(&project);
        assert_eq!(texts(&content), ["a b é.md"]);
        let mut names =
            vec!["C:.md", "back\\slash.md", "caf\u{fffd}.md", "con.md", "gu\u{200b}ides"];
        names.extend(["line\u{fffd}break.md", "nul.png", "roles/\u{202e}gnp.daeL.md"]);
        let names = names.into_iter().map(|it| ("bad-name", format!("content/{it}")));
        assert_eq!(places(&content), names.collect::<Vec<_>>());
        assert_eq!(content.assets, []);
    }
}

#[cfg(unix)]
#[test]
fn names_that_windows_refuses_are_kept_and_told() {
    let project = Project::new()
        .file("content/why?.md", "# Why")
        .file("content/a*b.png", "")
        .file("content/roles./a.md", "# A")
        .file("content/roles./b.md", "# B");
    let content = read(&project);
    assert_eq!(texts(&content), ["roles./a.md", "roles./b.md", "why?.md"]);
    let names = ["a*b.png", "roles.", "why?.md"];
    assert_eq!(places(&content), names.map(|it| ("unportable-name", format!("content/{it}"))));
}

#[test]
fn pictures_that_are_one_elsewhere_are_told() {
    let project = Project::new()
        .file("content/handbook.yml", "title: T")
        .file("content/img/Fu\u{308}hrung.png", "macOS")
        .file("content/img/f\u{fc}hrung.PNG", "Linux")
        .file("content/img/team.png/a.png", "a folder")
        .file("content/img/Team.png", "a file");
    if project.files().len() < 5 {
        return; // This disk is one of those.
    }
    let content = read(&project);
    let names = ["img/F\u{fc}hrung.png", "img/team.png/a.png"];
    let mut found = places(&content);
    found.sort_unstable();
    assert_eq!(codes(&content), ["duplicate-address"; 2]);
    for (it, name) in content.diagnostics.iter().zip(names) {
        assert!(it.message.contains(name) && it.labels.len() == 2, "{it:#?}\n{found:?}");
    }
}

#[test]
fn names_as_macos_gives_them_are_found() {
    let project = Project::new()
        .file("content/handbook.yml", "title: T\nlogo: img/lo\u{308}we.svg\n")
        .file(
            "content/img/lo\u{308}we.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        )
        .file(
            "content/guides/Fu\u{308}hrung.md",
            "# F\n\n![L](../img/l\u{f6}we.svg) [a](../guides/F\u{fc}hrung.md)\n",
        )
        .file(
            "content/guides/b.md",
            "# B\n\n[[f\u{fc}hrung]] [F](fu\u{308}hrung.md) ![L](/img/lo%CC%88we.svg)\n",
        );
    project.run(&["build", "--deny", "warnings"]).ends_with(0);
    assert!(project.path("public/guides/f\u{fc}hrung/index.html").exists());
    assert!(project.path("public/img/l\u{f6}we.svg").exists());
}

#[test]
fn what_was_saved_is_read_again_by_itself() {
    let project = Project::new()
        .file("content/handbook.yml", "title: T\n")
        .file("content/roles/a.md", "# A\n")
        .file("content/roles/b.md", "# B\n")
        .file("content/logo.svg", "<svg/>");
    let read = || content::read(project.root(), &project.path("public")).unwrap();
    let before = read();
    let again = |paths: &[&str]| {
        let root = project.root().canonicalize().unwrap();
        let changed = paths.iter().map(|it| root.join(it)).collect();
        content::read_again(&before, project.root(), &changed)
    };
    assert_eq!(again(&[]).as_ref(), Some(&before));
    project.write("content/roles/a.md", "\u{feff}# A\r\n\r\nMore.\r\n");
    let after = read();
    assert_eq!(again(&["content/roles/a.md"]).as_ref(), Some(&after));
    assert_eq!(again(&["content/roles/a.md", "content/roles/b.md"]).as_ref(), Some(&after));

    // Whatever else may have changed needs more than that.
    for path in ["content/roles/c.md", "content/roles", "content/logo.svg", "themes/default", "x"] {
        assert_eq!(again(&[path]), None, "{path}");
    }
    project.write("content/roles/b.md", "");
    std::fs::write(project.path("content/roles/b.md"), b"\xff").unwrap();
    assert_eq!(again(&["content/roles/b.md"]), None, "what is no text is to be told");
    std::fs::remove_file(project.path("content/roles/b.md")).unwrap();
    assert_eq!(again(&["content/roles/b.md"]), None);
}

#[test]
fn what_else_may_have_changed_is_read_as_a_whole() {
    let again = |project: &Project, before: &Content, path: &str| {
        let changed = [project.root().canonicalize().unwrap().join(path)];
        content::read_again(before, project.root(), &changed.into())
    };

    let flat = Project::new().file("a.md", "# A\n");
    let before = read(&flat);
    flat.write("content/a.md", "# Another\n");
    assert_eq!(again(&flat, &before, "content/a.md"), None, "its content is elsewhere now");

    let twins = Project::new().file("content/a.md", "# A\n").file("content/b.md", "# A\n");
    let before = read(&twins);
    twins.write("content/a.md", "# Other\n");
    assert_eq!(again(&twins, &before, "content/a.md"), None, "one may be a link to the other");

    let large = Project::new().file("content/a.md", "# A\n");
    let before = read(&large);
    let file = std::fs::File::options().write(true).open(large.path("content/a.md")).unwrap();
    file.set_len(5_000_001).unwrap();
    assert_eq!(again(&large, &before, "content/a.md"), None, "it is too large");

    let faulty = Project::new().file("content/a.md", "# A\n");
    std::fs::write(faulty.path("content/b.md"), b"\xff").unwrap();
    let before = read(&faulty);
    assert!(!before.diagnostics.is_empty());
    faulty.write("content/a.md", "# Other\n");
    assert_eq!(again(&faulty, &before, "content/a.md"), None, "there is something to be told");
}
