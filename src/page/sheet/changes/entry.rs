//! What changes are told of: families, roles, competencies and other pages.

use super::line::{ExpectationChange, StatementChange, TextChange, ValueChange};
use crate::page::sheet::name::{Named, RoleName};
use schemars::JsonSchema;
use serde::Serialize;

/// A family, and its roles that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FamilyChanges {
    pub family: Named,
    pub fates: Vec<Fate>,
    pub facts: Vec<ValueChange>,
    pub statements: Vec<StatementChange>,
    pub texts: Vec<TextChange>,
    /// In the order of the ladder; those that are no more come last.
    pub roles: Vec<RoleChanges>,
    /// Those that change by what they inherit, and by nothing else.
    pub heirs: Vec<RoleName>,
}

/// What became of a role. What it inherits is told at the role that says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RoleChanges {
    pub role: RoleName,
    /// What happened to it as a whole; empty where only what it says is other than it was.
    pub fates: Vec<Fate>,
    /// What it is like, where it is new or no more.
    pub portrait: Option<RolePortrait>,
    pub facts: Vec<ValueChange>,
    pub expectations: Vec<ExpectationChange>,
    /// By sections, in the order of the page.
    pub statements: Vec<StatementChange>,
    pub texts: Vec<TextChange>,
}

/// A whole role in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RolePortrait {
    pub summary: String,
    pub status: String,
    /// The title of the role that it inherits from.
    pub extends: Option<String>,
    /// How many competencies it expects.
    pub expectations: usize,
    /// How many statements it makes itself, and how many it takes over.
    pub own_statements: usize,
    pub inherited_statements: usize,
}

/// A page that is neither a role's nor a family's, with what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PageChanges {
    pub id: String,
    pub title: String,
    pub fates: Vec<Fate>,
    pub facts: Vec<ValueChange>,
    pub statements: Vec<StatementChange>,
    pub texts: Vec<TextChange>,
}

/// A page, or an entry of the glossary, of which only what happened to it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PageLine {
    /// `front-page`, `guide` or `term`.
    pub kind: String,
    pub id: String,
    pub title: String,
    pub fate: Fate,
    /// What it was called, where it is called otherwise now.
    pub formerly: Option<String>,
}

/// What happened to something as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    Added,
    Removed,
    /// It is there, and these readers do not see it any more.
    Hidden,
    /// It has another id or another title.
    Renamed,
    /// It has another family, track or level.
    Moved,
    Retired,
    Deprecated,
    /// It is a draft again.
    Drafted,
    /// It holds again, or for the first time.
    Activated,
    Changed,
}

impl Fate {
    /// Whether there is nothing to compare with.
    pub fn is_whole(self) -> bool {
        matches!(self, Fate::Added | Fate::Removed | Fate::Hidden)
    }
}
