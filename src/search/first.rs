//! The first part of the index: all that is needed to know what may be meant, and where the rest is.

use super::columns::Column;
use super::entry::{Entry, Facet};
use super::names::Names;
use super::postings::Shards;
use super::texts::Texts;
use super::vocabulary::Vocabulary;
use serde::{Serialize, Serializer};

/// What `search-find.js` reads before anything else.
#[derive(Serialize)]
pub(super) struct First {
    /// Every word, spelled as what it adds to the one before.
    words: String,
    /// For each word how far before it another form of it stands.
    forms: String,
    /// For each word how many pages say it, as a power of two.
    frequencies: String,
    names: Names,
    /// Where entries stand.
    around: Column<String>,
    family: Column<Facet>,
    track: Column<Facet>,
    level: Column<Facet>,
    shards: Shards,
    texts: Texts,
}

/// What is known by the files that have been made already.
pub(super) struct Parts {
    pub(super) names: Names,
    pub(super) shards: Shards,
    pub(super) texts: Texts,
}

impl First {
    pub(super) fn new(entries: &[Entry], vocabulary: &Vocabulary, parts: Parts) -> First {
        let Parts { names, shards, texts } = parts;
        First {
            words: vocabulary.spelled(),
            forms: vocabulary.forms(),
            frequencies: vocabulary.frequencies(),
            names,
            around: Column::new(
                entries.iter().map(|it| Some(&it.around).filter(|it| !it.is_empty())),
            ),
            family: Column::new(entries.iter().map(|it| it.family.as_ref())),
            track: Column::new(entries.iter().map(|it| it.track.as_ref())),
            level: Column::new(entries.iter().map(|it| it.level.as_ref())),
            shards,
            texts,
        }
    }
}

impl Serialize for Facet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (&self.id, &self.title).serialize(serializer)
    }
}
