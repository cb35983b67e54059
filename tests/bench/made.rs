//! From texts that a benchmark makes to the handbook that they are.
//!
//! In: paths and files in memory. Out: what the stages before pages make of them, complaints left
//! aside: what is measured comes later.

use rolebook::content::{Content, RelPath};
use rolebook::document::{self, Document};
use rolebook::handbook::{self, model::Handbook};
use std::collections::BTreeMap;

pub(crate) fn path(text: &str) -> RelPath {
    RelPath::new(text).expect("a path below the content folder")
}

pub(crate) fn resolved(content: &Content) -> Handbook {
    let parsed = content.texts.iter().map(document::parse);
    let documents: Vec<Document> = parsed.filter_map(|it| it.unpack(&mut Vec::new())).collect();
    handbook::resolve(&documents, BTreeMap::new(), &BTreeMap::new()).unpack(&mut Vec::new())
}
