//! Where the links of the prose lead.

use super::arena::Id;
use super::competency::Competency;
use super::guide::{Guide, Term};
use super::ladder::Family;
use super::role::Role;
use crate::diagnostic::FileId;
use std::collections::BTreeMap;

/// Something with a page, or a place on one, of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Home,
    Family(Id<Family>),
    Role(Id<Role>),
    Competency(Id<Competency>),
    Guide(Id<Guide>),
    Glossary,
    Term(Id<Term>),
}

/// Where one link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Subject {
        subject: Subject,
        anchor: Option<String>,
    },
    /// A file that is published as it is, by its path below the content folder.
    Asset(String),
    /// Another site, or a page of this one that no document stands for: kept as written.
    Elsewhere,
    /// Something that an edition does not show.
    Hidden,
    /// Nowhere; it has been reported.
    Nowhere,
}

/// Every link of every document, by the document and the words of the link.
pub type Links = BTreeMap<(FileId, String), Target>;

/// Who mentions what: for each subject those that link to it, without itself, each once.
pub type Backlinks = BTreeMap<Subject, Vec<Subject>>;
