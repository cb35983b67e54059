//! What is made of the whole handbook at once: the same as data, each of its roles too, and the index of
//! words.
//!
//! In: one sheet of everything, so that no role is told twice. Out: files.

use super::shelf::{Origin, Shelf};
use super::{OutputFile, Payload, Take, asset, export};
use crate::content::RelPath;
use crate::page::{Address, HandbookSheet, Pages, Part, RoleSheet};
use crate::search;
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

/// The handbook as data, and what of it is published.
pub(super) struct Whole<'a> {
    pages: &'a Pages<'a>,
    sheet: HandbookSheet,
    /// Where each role is as data, without those whose place another file has; none where the site has no
    /// data.
    places: Vec<Vec<Option<RelPath>>>,
    is_searched: bool,
}

impl<'a> Whole<'a> {
    /// `None` where nobody asks for it. A theme may have no use for the index.
    pub(super) fn new(
        pages: &'a Pages<'a>,
        has_engine: bool,
        shelf: &mut Shelf<'_>,
    ) -> Option<Whole<'a>> {
        let (has_data, is_searched) = (pages.has(Part::Data), has_engine);
        if !has_data && !is_searched {
            return None;
        }
        let sheet = pages.handbook();
        let mut claim = |role: &RoleSheet| {
            let address = Address::role(&role.id);
            let names = names(pages.offline).iter();
            names.map(|it| shelf.claim(&address.beside(it), Origin::Export)).collect()
        };
        let roles = sheet.roles.iter().filter(|_| has_data);
        let places = roles.map(&mut claim).collect();
        Some(Whole { pages, sheet, places, is_searched })
    }

    /// Hands the roles out, and returns the rest, whose paths are nobody's yet.
    pub(super) fn files(&self, take: &dyn Take) -> Vec<(String, String)> {
        let roles = || {
            let roles = self.sheet.roles.par_iter().zip(&self.places);
            let wanted = roles.filter(|_| !take.is_done());
            wanted.for_each(|(role, places)| self.role(role, places, take));
        };
        let rest = || {
            if take.is_done() {
                return Vec::new();
            }
            let (data, index) = rayon::join(|| self.data(), || self.index());
            data.into_iter().chain(index).collect()
        };
        rayon::join(roles, rest).1
    }

    fn role(&self, role: &RoleSheet, places: &[Option<RelPath>], take: &dyn Take) {
        let script = || export::script(role);
        let texts = [export::data(role)].into_iter().chain(self.pages.offline.then(script));
        for (path, text) in places.iter().zip(texts) {
            if let Some(path) = path.clone() {
                take.take(OutputFile { path, payload: Payload::from(text) });
            }
        }
    }

    fn data(&self) -> Vec<(String, String)> {
        if !self.pages.has(Part::Data) {
            return Vec::new();
        }
        let sheet = &self.sheet;
        let (json, csv) = rayon::join(|| export::data(sheet), || export::handbook::csv(sheet));
        vec![("handbook.json".to_owned(), json), ("handbook.csv".to_owned(), csv)]
    }

    fn index(&self) -> Vec<(String, String)> {
        if !self.is_searched {
            return Vec::new();
        }
        let entries = self.pages.entries(&self.sheet);
        let language = self.pages.labels.language().tag();
        let files = search::index(&entries, language, &asset::fingerprint);
        files.into_iter().map(|it| (it.path, it.text)).collect()
    }
}

/// The files of a role, in the order in which their texts are written.
fn names(offline: bool) -> &'static [&'static str] {
    if offline { &["index.json", "index.js"] } else { &["index.json"] }
}
