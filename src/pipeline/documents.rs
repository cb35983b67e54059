//! The documents of a content, and what is wrong with each by itself.
//!
//! In: texts. Out: documents sorted by path. Those whose texts are as they were are not parsed again, which
//! makes an edit cost one file.

use crate::content::TextFile;
use crate::diagnostic::{Checked, Diagnostic, FileId};
use crate::document::{self, Document};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[derive(Clone, Default)]
pub(super) struct Documents {
    /// Sorted by path.
    pub(super) all: Vec<Document>,
    /// What each text was, also those that are no documents.
    read: BTreeMap<FileId, Read>,
}

/// What was parsed, and what is to be said of it.
#[derive(Clone)]
struct Read {
    text: Arc<str>,
    diagnostics: Vec<Diagnostic>,
}

impl Documents {
    /// The documents of these texts; `self` holds those of earlier ones.
    pub(super) fn renewed(mut self, texts: &[TextFile]) -> Documents {
        let files: BTreeSet<FileId> = texts.iter().map(|it| it.id).collect();
        self.read.retain(|it, _| files.contains(it));
        self.all.retain(|it| files.contains(&it.span.file));
        let is_new = |it: &&TextFile| self.read.get(&it.id).is_none_or(|read| read.text != it.text);
        let new: Vec<&TextFile> = texts.iter().filter(is_new).collect();
        let parsed: Vec<_> = new.par_iter().map(|it| document::parse(it)).collect();
        for (file, parsed) in new.into_iter().zip(parsed) {
            self.put(file, parsed);
        }
        self
    }

    fn put(&mut self, file: &TextFile, parsed: Checked<Option<Document>>) {
        let Checked { value, diagnostics } = parsed;
        // Content is sorted as it is read, so a first document is the last; whoever makes content by hand
        // gets the same site.
        let at = self.all.binary_search_by(|it| it.path.cmp(&file.path));
        match (at, value) {
            (Ok(at), Some(document)) => self.all[at] = document,
            (Err(at), Some(document)) => self.all.insert(at, document),
            (Ok(at), None) => drop(self.all.remove(at)),
            (Err(_), None) => {}
        }
        self.read.insert(file.id, Read { text: file.text.clone(), diagnostics });
    }

    /// What is wrong with each of them alone.
    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.read.values().flat_map(|it| &it.diagnostics)
    }
}
