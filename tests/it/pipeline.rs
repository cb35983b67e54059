//! Same input, same bytes; and an edit changes the pages that show it, and no other.

use crate::support::Project;
use rolebook::content::{self, AssetFile, Content, RelPath, TextFile};
use rolebook::pipeline::{Options, Pipeline};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

type Files = BTreeMap<String, Vec<u8>>;

fn small() -> Content {
    let project = Project::of_fixture("sites/small");
    content::read(project.root(), Path::new("no such folder")).unwrap()
}

fn options(base_url: &str) -> Options {
    Options { base_url: Some(base_url.to_owned()), ..Options::default() }
}

fn run(pipeline: &mut Pipeline, content: &Content) -> Files {
    run_with(pipeline, content, &options("https://a.example/"))
}

fn run_with(pipeline: &mut Pipeline, content: &Content, options: &Options) -> Files {
    let (site, build) = pipeline.site(content, options);
    let site = site.unwrap_or_else(|| panic!("{:#?}", build.diagnostics));
    site.files.into_iter().map(|it| (it.path.to_string(), it.bytes().into_owned())).collect()
}

/// The site of a fresh pipeline.
fn site(content: &Content) -> Files {
    run(&mut Pipeline::default(), content)
}

/// The paths of files that are not the same in both.
fn changed(one: &Files, other: &Files) -> BTreeSet<String> {
    let paths: BTreeSet<_> = one.keys().chain(other.keys()).cloned().collect();
    paths.into_iter().filter(|it| one.get(it) != other.get(it)).collect()
}

fn pages(files: &Files) -> BTreeSet<String> {
    files.keys().filter(|it| it.ends_with(".html")).cloned().collect()
}

/// The content with one file in place of another.
fn edited(content: &Content, path: &str, from: &str, to: &str) -> Content {
    let mut content = content.clone();
    let file = content.texts.iter_mut().find(|it| it.path.as_str() == path).unwrap();
    assert!(file.text.contains(from), "{path} says {from}");
    *file = TextFile::new(file.path.clone(), file.text.replace(from, to));
    content
}

#[test]
fn the_order_of_files_makes_no_difference() {
    let content = small();
    let expected = site(&content);
    let mut shuffled = content;
    shuffled.texts.reverse();
    shuffled.texts.swap(1, 4);
    shuffled.assets.reverse();
    assert_eq!(changed(&expected, &site(&shuffled)), BTreeSet::new());
}

#[test]
fn the_number_of_threads_makes_no_difference() {
    let content = small();
    let threads = |n| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(n).build().unwrap();
        pool.install(|| site(&content))
    };
    assert_eq!(changed(&threads(1), &threads(7)), BTreeSet::new());
}

#[test]
fn what_is_remembered_makes_no_difference() {
    let content = small();
    let other = edited(&content, "roles/engineer.md", "one light", "two lights");
    let mut pipeline = Pipeline::default();
    let first = run(&mut pipeline, &content);
    assert_eq!(changed(&first, &run(&mut pipeline, &content)), BTreeSet::new());
    assert_eq!(changed(&site(&other), &run(&mut pipeline, &other)), BTreeSet::new());
    assert_eq!(changed(&first, &run(&mut pipeline, &content)), BTreeSet::new());
    assert_eq!(changed(&first, &site(&content)), BTreeSet::new());
}

#[test]
fn only_absolute_metadata_knows_the_base() {
    let content = small();
    let at = |base: &str| run_with(&mut Pipeline::default(), &content, &options(base));
    let (root, below) = (at("https://a.example/"), at("https://a.example/a/b/"));
    let moved: Files = root
        .into_iter()
        .map(|(path, bytes)| {
            // What is no text, the pictures, is the same at any address.
            let Ok(text) = std::str::from_utf8(&bytes) else { return (path, bytes) };
            let mut text = text.replace("https://a.example/", "https://a.example/a/b/");
            if path == "404.html" {
                // The one page that is shown at any address; `/` alone is a key.
                text = text.replace("=\"/", "=\"/a/b/").replace("=\"/a/b/ ", "=\"/ ");
            }
            (path, text.into_bytes())
        })
        .collect();
    assert_eq!(changed(&moved, &below), BTreeSet::new());
}

#[test]
fn an_edit_changes_the_pages_that_show_it() {
    let content = small();
    let before = site(&content);
    let changes = |path: &str, from: &str, to: &str| {
        let changed = changed(&before, &site(&edited(&content, path, from, to)));
        // What can be downloaded from a page changes with it.
        let page =
            |it: &String| format!("{}/index.html", it.rsplit_once('/').map_or("", |it| it.0));
        let is_beside = |it: &String| !it.ends_with(".html") && changed.contains(&page(it));
        // The whole handbook as data changes with everything, and so does the index of words.
        let is_whole =
            |it: &String| it.starts_with("handbook.") || it.starts_with("assets/search/");
        let is_new = |it: &&String| !is_beside(it) && !is_whole(it);
        changed.iter().filter(is_new).cloned().collect::<Vec<_>>()
    };
    assert_eq!(
        changes("roles/staff-engineer.md", "Decides which", "Chooses which"),
        [
            "compare/engineer/staff-engineer/index.html",
            "compare/engineering-manager/staff-engineer/index.html",
            "compare/senior-engineer/staff-engineer/index.html",
            "compare/staff-engineer/engineer/index.html",
            "compare/staff-engineer/engineering-manager/index.html",
            "compare/staff-engineer/senior-engineer/index.html",
            "roles/staff-engineer/index.html",
        ]
    );
    assert_eq!(
        changes("guides/how-to-read.md", "A note for", "A word to"),
        ["guides/how-to-read/index.html"]
    );
    let other = edited(&content, "handbook.yml", "Lighthouse handbook", "Book of lights");
    let unchanged = &pages(&before) - &changed(&before, &site(&other));
    assert_eq!(unchanged, BTreeSet::new(), "the title of the handbook is on every page");
}

#[test]
fn pictures_are_made_for_what_is_published_and_for_nothing_else() {
    let content = small();
    let cards = |content: &Content, options: &Options| {
        let files = run_with(&mut Pipeline::default(), content, options);
        let has_tag = files["index.html"].windows(8).any(|it| it == b"og:image");
        let cards: Vec<_> = files.into_keys().filter(|it| it.ends_with("card.png")).collect();
        assert_eq!(has_tag, !cards.is_empty(), "there is a picture where a page names one");
        cards
    };
    let published = cards(&content, &Options::default());
    let roles = ["engineer", "engineering-manager", "senior-engineer", "staff-engineer"];
    let expected = roles.map(|it| format!("roles/{it}/card.png"));
    assert_eq!(published[0], "card.png");
    assert_eq!(published[1..], expected);

    let offline = Options { offline: true, ..Options::default() };
    assert_eq!(cards(&content, &offline), [""; 0]);
    let base = "base_url: https://lighthouse.example/handbook/\n";
    let nowhere = edited(&content, "handbook.yml", base, "");
    assert_eq!(cards(&nowhere, &Options::default()), [""; 0]);
}

#[test]
fn an_edit_changes_the_texts_that_search_shows_of_the_page() {
    let content = small();
    let other = edited(&content, "roles/staff-engineer.md", "Decides which", "Chooses which");
    let texts = changed(&site(&content), &site(&other));
    let texts: BTreeSet<_> = texts
        .iter()
        .filter_map(|it| it.strip_prefix("assets/search/pages/"))
        .filter_map(|it| it.split('.').next())
        .collect();
    assert_eq!(texts, BTreeSet::from(["role/staff-engineer"]));
}

#[test]
fn an_edit_changes_the_pictures_that_show_it() {
    let content = small();
    let before = site(&content);
    let changes = |path: &str, from: &str, to: &str| {
        let changed = changed(&before, &site(&edited(&content, path, from, to)));
        changed.into_iter().filter(|it| it.ends_with(".png")).collect::<Vec<_>>()
    };
    assert_eq!(changes("roles/staff-engineer.md", "Decides which", "Chooses which"), [""; 0]);
    let title = "title: Engineering Manager";
    let changed = changes("roles/engineering-manager.md", title, "title: Team Manager");
    assert_eq!(changed, ["roles/engineering-manager/card.png"]);
}

#[test]
fn a_changed_theme_changes_every_page() {
    let content = small();
    let mut pipeline = Pipeline::default();
    let before = run(&mut pipeline, &content);
    let mut themed = content.clone();
    let path = RelPath::new("default/assets/site.css").unwrap();
    themed.themes.push(AssetFile { path, bytes: (*b"body { color: red }").into() });
    let after = run(&mut pipeline, &themed);
    assert_eq!(&pages(&before) - &changed(&before, &after), BTreeSet::new());
    assert_eq!(changed(&after, &site(&themed)), BTreeSet::new());
    assert_eq!(changed(&before, &run(&mut pipeline, &content)), BTreeSet::new());
}

#[test]
fn nothing_tells_the_machine_or_the_time() {
    let project = Project::of_fixture("sites/small");
    let content = content::read(project.root(), Path::new("no such folder")).unwrap();
    let files = site(&content);
    let root = project.root().to_str().unwrap();
    let here = env!("CARGO_MANIFEST_DIR");
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(root) && !text.contains(here), "{path} names a folder");
        // The only date in the project is the day of a review.
        let text = text.replace("2026-09-01", "");
        let has_date = text.as_bytes().windows(10).any(is_date);
        assert!(!has_date, "{path} has a date");
    }
}

fn is_date(text: &[u8]) -> bool {
    let is_digit = |at: &usize| text[*at].is_ascii_digit();
    text[4] == b'-' && text[7] == b'-' && [0, 1, 2, 3, 5, 6, 8, 9].iter().all(is_digit)
}

/// What is shown while the rest of the site is made is what the site will have.
#[test]
fn a_file_that_is_made_alone_is_that_of_the_site() {
    let content = small();
    for offline in [false, true] {
        let options = Options { offline, ..options("https://a.example/") };
        let whole = run_with(&mut Pipeline::default(), &content, &options);
        let live = Pipeline::default().ready(&content, &options).live().expect("a sound handbook");
        let alone = |path: &String| Some(live.file(path)?.value.bytes().into_owned());
        let made: Files = whole.keys().filter_map(|it| Some((it.clone(), alone(it)?))).collect();
        let others: Vec<_> = whole.keys().filter(|it| !made.contains_key(*it)).collect();
        let is_whole = |it: &&String| {
            let name = it.rsplit('/').next().unwrap_or_default();
            let is_of_role = it.starts_with("roles/") && ["index.json", "index.js"].contains(&name);
            is_of_role || it.starts_with("assets/search/") || WHOLE.contains(&it.as_str())
        };
        assert!(others.iter().all(is_whole), "{others:?}");
        let differing: Vec<_> = made.iter().filter(|(it, bytes)| whole[*it] != **bytes).collect();
        assert_eq!(differing, []);
        assert_eq!(alone(&"nowhere/index.html".to_owned()), None);
    }
}

/// What is made of all pages at once.
const WHOLE: [&str; 6] =
    [".nojekyll", "feed.xml", "handbook.csv", "handbook.json", "robots.txt", "sitemap.xml"];
