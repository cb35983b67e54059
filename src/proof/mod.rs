//! The proof that an edition keeps its secrets: what is private as written is looked for in every
//! byte that is published.
//!
//! In: documents, who the edition is for, and the finished site. Out: an error for each private
//! text that is found. It joins the two ends and knows nothing of what lies between: where the
//! handbook, a page or a template lets something through, this notices it.

mod fields;
mod fold;
mod html;
mod needles;
mod problem;
#[cfg(test)]
mod tests;
mod windows;
mod written;

use crate::content::AssetFile;
use crate::diagnostic::{Diagnostic, FileId};
use crate::document::Document;
use crate::embedded;
use crate::gathering::Gathering;
use crate::handbook::model::{Edition, Editions};
use crate::labels::Labels;
use crate::site::OutputFile;
use needles::{Needles, Sighting};
use std::collections::BTreeSet;
use written::{Reader, Written};

/// For whom the site is.
#[derive(Clone, Copy, Debug)]
pub struct Audience<'a> {
    pub edition: &'a Edition,
    pub editions: &'a Editions,
    /// The documents that are left out as a whole, whatever the reason.
    pub hidden: &'a BTreeSet<FileId>,
    /// What it is told in words that are not the author's.
    pub labels: &'a Labels,
    /// Whether HTML is shown as HTML.
    pub allows_html: bool,
}

/// What the site is made of, as written.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    pub documents: &'a [Document],
    /// The root document, in which everything is public.
    pub root: &'a str,
    /// What sections are called.
    pub sections: &'a [&'a str],
    /// Files that are published as they are.
    pub assets: &'a [AssetFile],
}

/// What is looked for, and where it has been found so far. Files may come from several threads.
pub struct Proof {
    needles: Needles,
    found: Gathering<Sighting>,
    edition: String,
    /// The paths of files that are published as they are.
    assets: BTreeSet<String>,
}

impl Proof {
    /// `None` where nothing is private.
    pub fn new(sources: &Sources<'_>, audience: Audience<'_>) -> Option<Proof> {
        let mut written = Written::new(audience.labels, audience.allows_html);
        let reader = Reader { audience };
        sources.documents.iter().for_each(|it| reader.read(it, &mut written));
        if written.private.is_empty() {
            return None;
        }
        // What became of a page may be told, and where it was with it.
        written.addresses.retain(|(it, _)| !sources.root.contains(it.as_str()));
        Some(Proof {
            needles: Needles::new(&written, &public(sources, &written)),
            found: Gathering::default(),
            edition: audience.edition.slug.clone(),
            assets: sources.assets.iter().map(|it| it.path.to_string()).collect(),
        })
    }

    /// Looks into a file of the site.
    pub fn look(&self, file: &OutputFile) {
        let places = self.needles.found_in(file);
        if !places.is_empty() {
            self.found.add(Sighting { path: file.path.to_string(), places });
        }
    }

    /// An error for each private text that stood in one of the files.
    pub fn finish(self) -> Vec<Diagnostic> {
        let found = needles::by_place(self.found.into_all());
        let is_asset = |path: &str| self.assets.contains(path);
        found.iter().map(|it| problem::leaked(it, &self.edition, is_asset)).collect()
    }
}

/// Everything that is said in public, folded.
fn public(sources: &Sources<'_>, written: &Written<'_>) -> String {
    let mut public = fold::page(&written.public);
    public.push_str(&fold::words(sources.root));
    for section in sources.sections {
        public.push_str(&fold::page(section));
    }
    // The words of the interface are no secret. Those of a theme of one's own may be.
    for (path, bytes) in embedded::themes().flat_map(|(_, files)| files) {
        public.push_str(&fold::file(path, bytes));
    }
    for text in embedded::languages().filter_map(embedded::labels) {
        public.push_str(&fold::words(text));
    }
    public
}
