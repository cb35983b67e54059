//! A built site in a folder, and what can be asked of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Every file of a site by its path, with forward slashes.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// All files below `root`.
pub(crate) fn files(root: &Path) -> Files {
    let mut found = Files::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let below = path.strip_prefix(root).unwrap().iter();
            let name = below.map(|it| it.to_str().unwrap()).collect::<Vec<_>>().join("/");
            found.insert(name, fs::read(&path).unwrap());
        }
    }
    found
}

/// The addresses of pages that somebody wrote: those below `families/`, `roles/`, `competencies/`
/// and `guides/`, and the front page.
pub(crate) fn addresses(files: &Files) -> Vec<&str> {
    let pages = files.keys().filter_map(|it| it.strip_suffix("index.html"));
    let shelves = ["", "families/", "roles/", "competencies/", "guides/"];
    let written = |it: &&str| {
        it.is_empty() || shelves[1..].iter().any(|shelf| it.starts_with(shelf) && it != shelf)
    };
    pages.filter(written).collect()
}

/// Every `href` and `src` that leads to no file or anchor of the site.
pub(crate) fn broken_links(files: &Files) -> Vec<String> {
    let pages: BTreeMap<&str, &str> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
        .collect();
    let mut broken = Vec::new();
    // The page of last resort has links from the root of a host.
    for (page, html) in pages.iter().filter(|(path, _)| **path != "404.html") {
        let links = values(html, "href").into_iter().chain(values(html, "src"));
        for link in links.filter(|it| !it.contains("://") && !it.starts_with("mailto:")) {
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = target(page, path);
            let has_anchor = || {
                let html = pages.get(target.as_str());
                let ids = html.map(|it| [values(it, "id"), values(it, "name")].concat());
                ids.is_some_and(|ids| ids.iter().any(|it| it == anchor))
            };
            if !files.contains_key(&target) || !(anchor.is_empty() || has_anchor()) {
                broken.push(format!("{page}: {link}"));
            }
        }
    }
    broken
}

/// What an attribute says, wherever it stands.
fn values(html: &str, attribute: &str) -> Vec<String> {
    let start = format!(" {attribute}=\"");
    let values = html.split(&start).skip(1).filter_map(|it| it.split('"').next());
    let values: BTreeSet<String> = values.map(|it| it.replace("&amp;", "&")).collect();
    values.into_iter().collect()
}

/// The file that a link on `page` means.
fn target(page: &str, path: &str) -> String {
    if path.is_empty() {
        return page.to_owned();
    }
    let path = path.split('?').next().unwrap();
    let mut segments: Vec<&str> = page.split('/').collect();
    segments.pop();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop().unwrap_or_else(|| panic!("{page}: {path}"))),
            name => segments.push(name),
        }
    }
    let mut target = segments.join("/").replace("%20", " ").replace("%23", "#");
    if path.ends_with('/') {
        target = format!("{target}/index.html").trim_start_matches('/').to_owned();
    }
    target
}
