//! The documents of a content, and what is wrong with each by itself.
//!
//! In: texts. Out: documents sorted by path. Those whose texts are as they were are not parsed again, which
//! makes an edit cost one file.

use crate::content::TextFile;
use crate::diagnostic::{Checked, Diagnostic, FileId};
use crate::document::{self, Document};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::HashMap;
use std::sync::Arc;

#[derive(Clone, Default)]
pub(super) struct Documents {
    /// Sorted by path.
    pub(super) all: Vec<Document>,
    /// In the order of the content; also of texts that are no documents.
    read: Vec<Read>,
}

/// What a document was parsed from, and what is to be said of it.
#[derive(Clone)]
struct Read {
    file: FileId,
    text: Arc<str>,
    diagnostics: Vec<Diagnostic>,
}

impl Documents {
    /// The documents of these texts; `self` holds those of earlier ones.
    pub(super) fn renewed(self, texts: &[TextFile]) -> Documents {
        let documents = self.all.into_iter().map(|it| (it.span.file, it));
        let mut documents: HashMap<FileId, Document> = documents.collect();
        let read = self.read.into_iter().map(|it| (it.file, it));
        let mut read: HashMap<FileId, Read> = read.collect();
        let is_new = |it: &&TextFile| read.get(&it.id).is_none_or(|read| read.text != it.text);
        let new: Vec<&TextFile> = texts.iter().filter(is_new).collect();
        let parsed: Vec<_> = new.par_iter().map(|it| document::parse(it)).collect();
        for (file, Checked { value, diagnostics }) in new.into_iter().zip(parsed) {
            documents.remove(&file.id);
            documents.extend(value.map(|it| (file.id, it)));
            read.insert(file.id, Read { file: file.id, text: file.text.clone(), diagnostics });
        }
        let mut all: Vec<_> = texts.iter().filter_map(|it| documents.remove(&it.id)).collect();
        // Content is sorted as it is read; whoever makes one by hand gets the same site.
        all.sort_by(|one, other| one.path.cmp(&other.path));
        Documents { all, read: texts.iter().filter_map(|it| read.remove(&it.id)).collect() }
    }

    /// What is wrong with each of them alone.
    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.read.iter().flat_map(|it| &it.diagnostics)
    }
}
