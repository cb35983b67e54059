//! Stage 5: pages become files, in memory.
//!
//! In: [`Pages`], the content's assets and a [`Theme`]. Out: the files of a [`Site`], each handed out
//! when it is finished, and what is wrong with the theme's templates. Knows templates, fingerprints and export formats; knows neither roles
//! nor rules, and writes nothing.

mod asset;
pub mod docs;
mod dress;
pub mod export;
mod fault;
mod file;
mod label;
mod leaf;
mod look;
mod origin;
mod problem;
mod shelf;
mod shown;
mod single;
mod take;
mod template;
mod terse;
mod theme;
mod whole;
mod wording;

pub use dress::Dress;
pub use file::{OutputFile, Payload};
pub use leaf::{Rendered, Version};
pub use look::dressed;
pub use shown::Copied;
pub use single::single;
pub use take::Take;
pub use theme::{DEFAULT, Theme};

use crate::content::AssetFile;
use crate::diagnostic::Diagnostic;
use crate::memo::Memo;
use crate::page::{FEED, Pages};
use leaf::Printed;
use shelf::{Origin, Shelf};
use whole::Whole;

/// The finished site. Invariant: sorted by path, no path twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    pub files: Vec<OutputFile>,
}

impl Site {
    /// The site of these files, which come in no order. No two have one path.
    pub fn of(mut files: Vec<OutputFile>) -> Site {
        files.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        Site { files }
    }

    /// The file at `path`, which is relative to the site's root: `roles/a/index.html`.
    pub fn file(&self, path: &str) -> Option<&OutputFile> {
        let index = self.files.binary_search_by(|it| it.path.as_str().cmp(path)).ok()?;
        Some(&self.files[index])
    }
}

/// Pages and assets to files. Each is handed out as soon as it is finished, and nothing of it is kept.
/// Out: what is wrong with them.
pub fn render(
    pages: &Pages<'_>,
    content: &[AssetFile],
    (dress, memo): (&Dress, &Memo<Version, Rendered>),
    take: &dyn Take,
) -> Vec<Diagnostic> {
    let mut shelf = Shelf::new(take);
    let places = leaf::places(pages, &mut shelf);
    for (path, bytes) in dress.assets.files() {
        shelf.put(path, Payload::Bytes(bytes.clone()), Origin::Theme);
    }
    for it in content {
        let path = it.path.as_str();
        shelf.put(path, Payload::Bytes(it.bytes.clone()), Origin::Content(path));
    }
    let whole = Whole::new(pages, dress.is_searched(), &mut shelf);
    let press = leaf::Press { pages, dress, memo, take };
    let (printed, files) =
        rayon::join(|| press.print(&places), || whole.as_ref().map(|it| it.files(take)));
    for (path, text) in files.into_iter().flatten() {
        shelf.put(&path, Payload::from(text), Origin::Export);
    }
    put_exports(pages, &printed, &mut shelf);
    let mut noted = shelf.close(|index| pages.leaf(&pages.plan()[index]).page.title);
    let faults = printed.into_iter().flat_map(|it| it.faults).collect();
    noted.extend(fault::once_each(faults, |file| dress.theme.has(file)));
    noted
}

fn put_exports(pages: &Pages<'_>, printed: &[Printed], shelf: &mut Shelf<'_>) {
    let mut put = |path: &str, text: String| {
        shelf.put(path, Payload::from(text), Origin::Export);
    };
    // A branch that GitHub publishes goes through its own generator, unless it is told not to; that one
    // leaves out what begins with `_`.
    put(".nojekyll", String::new());
    let listed = printed.iter().filter_map(|it| it.listed.as_deref());
    let sitemap = pages.base_url.as_ref().and_then(|_| export::sitemap(listed));
    put("robots.txt", export::robots(pages.base_url.as_deref().filter(|_| sitemap.is_some())));
    if let Some(sitemap) = sitemap {
        put("sitemap.xml", sitemap);
    }
    if let Some(feed) = pages.feed() {
        put(FEED, export::feed(&feed));
    }
}
