//! One file of a site, made without the others: for whoever shows pages while the rest is still to come.
//!
//! In: pages, what they are shown in, and a path. Out: the file, byte for byte as the whole site has it.

use super::leaf::{SHEET, html, picture, texts};
use super::{Dress, OutputFile, Payload};
use crate::content::{AssetFile, RelPath};
use crate::diagnostic::Checked;
use crate::page::{Leaf, Pages, Planned};

/// A file of a leaf.
#[derive(Clone, Copy)]
enum Place {
    Page,
    /// Its number among the notations.
    Sheet(usize),
    Card,
}

/// The file at `path`, or why its template fails. `None` for what is made of all pages at once, and for
/// what there is not.
pub fn single(
    pages: &Pages<'_>,
    (dress, content): (&Dress, &[AssetFile]),
    path: &str,
) -> Option<Checked<OutputFile>> {
    let path = RelPath::new(path)?;
    let found = pages.plan().iter().find_map(|it| Some((it, place(it, path.as_str())?)));
    let payload = match found {
        Some((planned, place)) => of_leaf(&pages.leaf(planned), place, (pages, dress))?,
        None => Checked::fine(loaded(dress, content, path.as_str())?),
    };
    Some(payload.map(|payload| OutputFile { path, payload }))
}

/// Which file of the leaf is at `path`, if any.
fn place(planned: &Planned, path: &str) -> Option<Place> {
    let address = &planned.address;
    if address.file() == path {
        return Some(Place::Page);
    }
    if planned.card.as_deref() == Some(path) {
        return Some(Place::Card);
    }
    let sheets = SHEET.iter().filter(|_| planned.has_sheet);
    sheets.map(|it| address.beside(it)).position(|it| it == path).map(Place::Sheet)
}

fn of_leaf(
    leaf: &Leaf,
    place: Place,
    (pages, dress): (&Pages<'_>, &Dress),
) -> Option<Checked<Payload>> {
    match place {
        Place::Page => Some(html(dress, &leaf.page).map(Payload::Bytes)),
        Place::Card => leaf.card.as_ref().map(|it| Checked::fine(picture(it))),
        Place::Sheet(index) => {
            let texts = texts(leaf.sheet.as_ref()?, pages.labels);
            texts.into_iter().nth(index).map(|it| Checked::fine(Payload::from(it)))
        }
    }
}

/// What pages load.
fn loaded(dress: &Dress, content: &[AssetFile], path: &str) -> Option<Payload> {
    let mut assets = dress.assets.files();
    let mut of_theme = || assets.find(|(it, _)| *it == path).map(|(_, bytes)| bytes.clone());
    let of_content =
        || content.iter().find(|it| it.path.as_str() == path).map(|it| it.bytes.clone());
    of_theme().or_else(of_content).map(Payload::Bytes)
}
