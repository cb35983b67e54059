//! Stage 5: pages become files, in memory.
//!
//! In: [`Pages`], the content's assets and a [`Theme`]. Out: a [`Site`], and what is wrong with
//! the theme's templates. Knows templates, fingerprints and export formats; knows neither roles
//! nor rules, and writes nothing.

mod asset;
pub mod docs;
pub mod export;
mod fault;
mod file;
mod label;
mod look;
mod origin;
mod problem;
mod shelf;
mod shown;
mod template;
mod terse;
mod theme;
mod wording;

pub use file::{OutputFile, Payload};
pub use look::dressed;
pub use shown::Copied;
pub use theme::{DEFAULT, Theme};

use crate::content::AssetFile;
use crate::diagnostic::Checked;
use crate::memo::Memo;
use crate::page::{Address, Body, CardFile, FEED, Page, Pages, RoleSheet, Sheets};
use crate::picture::card::Poster;
use crate::search;
use asset::Assets;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use shelf::{Origin, Shelf};
use std::sync::Arc;
use template::Templates;

/// What reads the index of search. A theme without it has no use for the index.
const ENGINE: &str = "search-find.js";

/// The finished site. Invariant: sorted by path, no path twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    pub files: Vec<OutputFile>,
}

impl Site {
    /// The file at `path`, which is relative to the site's root: `roles/a/index.html`.
    pub fn file(&self, path: &str) -> Option<&OutputFile> {
        let index = self.files.binary_search_by(|it| it.path.as_str().cmp(path)).ok()?;
        Some(&self.files[index])
    }
}

/// A page as HTML, or empty with the reason why. Depends on nothing but the page and the theme: a
/// memo of these serves one theme.
pub type Rendered = Checked<Arc<[u8]>>;

/// Pages and assets to files.
pub fn render(
    pages: &Pages,
    content: &[AssetFile],
    theme: &Theme,
    memo: &Memo<Page, Rendered>,
) -> Checked<Site> {
    let Checked { value: assets, diagnostics: mut noted } =
        Assets::new(theme, &pages.labels, &|name| is_needed(name, pages));
    let templates = match Templates::new(theme, &assets, &pages.labels) {
        Ok(templates) => templates,
        Err(diagnostics) => {
            noted.extend(diagnostics);
            return Checked { value: Site::default(), diagnostics: noted };
        }
    };
    let html = |page: &Page| memo.get_or(page.clone(), |page| rendered(page, &templates));
    let rendered: Vec<Rendered> = pages.pages.par_iter().map(html).collect();

    let mut shelf = Shelf::default();
    let mut faults = Vec::new();
    for (page, html) in pages.pages.iter().zip(rendered) {
        let path = file(page);
        faults.extend(html.diagnostics.into_iter().map(|it| (it, path.clone())));
        shelf.put(&path, Payload::Bytes(html.value), Origin::Page(&page.title));
    }
    for (path, bytes) in assets.files() {
        shelf.put(path, Payload::Bytes(bytes.clone()), Origin::Theme);
    }
    for it in content {
        let path = it.path.as_str();
        shelf.put(path, Payload::Bytes(it.bytes.clone()), Origin::Content(path));
    }
    put_cards(&pages.cards, &mut shelf);
    if assets.has(ENGINE) {
        put_index(pages, &mut shelf);
    }
    put_exports(pages, &mut shelf);
    if let Some(sheets) = &pages.sheets {
        put_sheets(pages, sheets, &mut shelf);
    }

    let mut site = shelf.close();
    site.diagnostics.extend(noted);
    site.diagnostics.extend(fault::once_each(faults, |file| theme.has(file)));
    site
}

fn rendered(page: &Page, templates: &Templates) -> Rendered {
    match templates.render(template(&page.body), page, export::structured(&page.structured)) {
        Ok(html) => Checked { value: html.into_bytes().into(), diagnostics: Vec::new() },
        Err(fault) => Checked { value: Arc::default(), diagnostics: vec![fault] },
    }
}

/// Whether a site with these pages has a use for the asset `name`. Scripts of what it leaves out are
/// left out too; all else is the theme's to ask for.
fn is_needed(name: &str, pages: &Pages) -> bool {
    match name {
        ENGINE | "search.js" | "search-view.js" => !pages.entries.is_empty(),
        "compare.js" => pages.has_choice,
        _ => true,
    }
}

/// The template that shows a page.
fn template(body: &Body) -> &'static str {
    match body {
        Body::Home(_) => "home.html",
        Body::Family(_) => "family.html",
        Body::Role(_) => "role.html",
        Body::Compare(_) => "compare.html",
        Body::Comparisons(_) => "comparisons.html",
        Body::Competencies(_) => "competencies.html",
        Body::Competency(_) => "competency.html",
        Body::Guides(_) => "guides.html",
        Body::Guide(_) => "guide.html",
        Body::Glossary(_) => "glossary.html",
        Body::Index(_) => "index.html",
        Body::Freshness(_) => "freshness.html",
        Body::Vacancies(_) => "vacancies.html",
        Body::Vacancy(_) => "vacancy.html",
        Body::Moved(_) => "moved.html",
        Body::Gone(_) => "gone.html",
        Body::Search => "search.html",
        Body::Missing => "missing.html",
    }
}

/// Servers look for the page of last resort under one name.
fn file(page: &Page) -> String {
    match page.body {
        Body::Missing => "404.html".to_owned(),
        _ => page.address.file(),
    }
}

/// Arranged, which is quick and tells whether anything has changed; drawn by whoever needs them.
fn put_cards(cards: &[CardFile], shelf: &mut Shelf) {
    let poster = |it: &CardFile| Arc::new(Poster::new(&it.card));
    let posters: Vec<_> = cards.par_iter().map(poster).collect();
    for (file, poster) in cards.iter().zip(posters) {
        shelf.put(&file.path, Payload::Card(poster), Origin::Card);
    }
}

/// The index of words, beside what else pages load.
fn put_index(pages: &Pages, shelf: &mut Shelf) {
    let language = pages.labels.language().tag();
    for it in search::index(&pages.entries, language, &asset::fingerprint) {
        shelf.put(&it.path, Payload::from(it.text), Origin::Export);
    }
}

fn put_exports(pages: &Pages, shelf: &mut Shelf) {
    let mut put = |path: &str, text: String| {
        shelf.put(path, Payload::from(text), Origin::Export);
    };
    // A branch that GitHub publishes goes through its own generator, unless it is told not to; that one
    // leaves out what begins with `_`.
    put(".nojekyll", String::new());
    let sitemap = export::sitemap(pages);
    put("robots.txt", export::robots(pages.base_url.as_deref().filter(|_| sitemap.is_some())));
    if let Some(sitemap) = sitemap {
        put("sitemap.xml", sitemap);
    }
    if let Some(feed) = &pages.feed {
        put(FEED, export::feed(feed));
    }
}

/// The same content in other notations, beside the pages. Most of a site's bytes are here, so they
/// are written side by side.
fn put_sheets(pages: &Pages, sheets: &Sheets, shelf: &mut Shelf) {
    let Sheets { handbook, ladders, comparisons } = sheets;
    let whole = || {
        let csv = export::handbook::csv(handbook);
        vec![("handbook.json".to_owned(), export::json(handbook)), ("handbook.csv".to_owned(), csv)]
    };
    let beside = || {
        let roles = handbook.roles.par_iter().flat_map_iter(|it| role_files(it, pages.offline));
        let ladders = ladders.par_iter().flat_map_iter(|(at, it)| {
            [
                (at.beside("index.json"), export::json(it)),
                (at.beside("index.csv"), export::ladder::csv(it)),
                (at.beside("index.md"), export::ladder::markdown(it, &pages.labels)),
            ]
        });
        let comparisons = comparisons.par_iter().flat_map_iter(|(at, it)| {
            [
                (at.beside("index.json"), export::json(it)),
                (at.beside("index.csv"), export::comparison::csv(it)),
                (at.beside("index.md"), export::comparison::markdown(it, &pages.labels)),
            ]
        });
        roles.chain(ladders).chain(comparisons).collect::<Vec<_>>()
    };
    let (whole, beside) = rayon::join(whole, beside);
    for (path, text) in whole.into_iter().chain(beside) {
        shelf.put(&path, Payload::from(text), Origin::Export);
    }
}

fn role_files(role: &RoleSheet, offline: bool) -> Vec<(String, String)> {
    let address = Address::role(&role.id);
    let json = (address.beside("index.json"), export::json(role));
    let script = || (address.beside("index.js"), export::script(role));
    [json].into_iter().chain(offline.then(script)).collect()
}
