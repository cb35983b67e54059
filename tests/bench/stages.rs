//! How long each stage takes over a whole handbook, how much memory and what comes of it.
//!
//! In: a folder. Out: a table.

use rayon::prelude::*;
use rolebook::content::{self, AssetFile};
use rolebook::document;
use rolebook::handbook;
use rolebook::memo::Memo;
use rolebook::page::{self, Publication};
use rolebook::picture::measure::measured;
use rolebook::site::{self, Theme};
use rolebook::write::{Output, Writing};
use std::path::Path;
use std::time::Instant;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|it| !it.starts_with("--")).collect();
    for it in &args {
        run(Path::new(it));
    }
}

fn timed<T>(name: &str, f: impl FnOnce() -> T) -> T {
    let cpu0 = cpu();
    let start = Instant::now();
    let value = f();
    eprintln!(
        "{name:24} {:8.1} ms wall {:8.0} ms cpu   {:6} MB",
        start.elapsed().as_secs_f64() * 1e3,
        (cpu() - cpu0) * 10.0,
        rss()
    );
    value
}
fn cpu() -> f64 {
    let s = std::fs::read_to_string("/proc/self/stat").unwrap();
    let f: Vec<&str> = s[s.rfind(')').unwrap()..].split(' ').collect();
    f[12].parse::<f64>().unwrap() + f[13].parse::<f64>().unwrap()
}
fn rss() -> u64 {
    let s = std::fs::read_to_string("/proc/self/status").unwrap();
    let l = s.lines().find(|l| l.starts_with("VmRSS")).unwrap();
    l.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

fn run(dir: &Path) {
    let out = dir.join("public-stages");
    let _ = std::fs::remove_dir_all(&out);
    let all = Instant::now();
    let content = timed("content", || content::read(dir, &out).unwrap());
    let documents: Vec<_> = timed("document", || {
        content
            .texts
            .par_iter()
            .map(document::parse)
            .filter_map(|it| it.unpack(&mut Vec::new()))
            .collect()
    });
    let assets = content
        .assets
        .iter()
        .map(|it: &AssetFile| (it.path.to_string(), measured(it.path.as_str(), &it.bytes)))
        .collect();
    let mut diagnostics = Vec::new();
    let handbook = timed("handbook: resolve", || {
        handbook::resolve(&documents, assets, &content.history).unpack(&mut diagnostics)
    });
    timed("handbook: check", || handbook::check(&handbook, &diagnostics, "2026-01-31"));
    timed("page: check", || page::check(&handbook, "2026-01-31"));
    let publication = Publication {
        base_url: handbook.settings.base_url.clone(),
        edition: Some(handbook.settings.editions.public().clone()),
        today: "2026-01-31".to_owned(),
        ..Publication::default()
    };
    let edition = handbook.settings.editions.public().clone();
    let _whole = timed("page: settle", || page::settle(&handbook, &publication, None));
    let seen = timed("handbook: edition", || handbook::seen(handbook, &edition).value);
    let handbook = seen.handbook;
    let addresses = page::settle(&handbook, &publication, None).value;
    let pages = page::compose(&handbook, &publication, &addresses);
    timed("page: compose", || pages.leaves().for_each(drop));
    let theme = Theme::default();
    let memo = Memo::forgetful();
    timed("page, site", || site::render(&pages, &[], (&theme, &memo), &|_| {}));
    for what in ["page, site, write", "the same again"] {
        timed(what, || {
            let writing = Writing::begin(Output { dir: &out, project: dir, force: false }).unwrap();
            site::render(&pages, &[], (&theme, &memo), &|it| writing.take(it));
            writing.finish().unwrap()
        });
    }
    eprintln!("all {:.1} ms", all.elapsed().as_secs_f64() * 1e3);
}
