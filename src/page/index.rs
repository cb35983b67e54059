//! A to Z of everything: roles, other titles, competencies, guides, terms.

use super::view::Link;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct IndexPage {
    pub letters: Vec<Letter>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Letter {
    /// `A`; `#` for what starts with no letter.
    pub letter: String,
    /// `a`; `other` for `#`.
    pub anchor: String,
    pub entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Entry {
    pub link: Link,
    /// `Role`, `Competency`, `Guide`, `Family`, `Term`.
    pub kind: String,
    /// For another title: the title it stands for.
    pub see: Option<String>,
}
