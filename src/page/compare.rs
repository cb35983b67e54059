//! Two roles side by side: what changes from the first to the second.

use super::view::{Link, Mark, StatementView, StepView};
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ComparePage {
    pub from: Link,
    pub to: Link,
    /// `the next rung on the management track`; empty when there is no short word for it.
    pub relation: String,
    /// The same pair the other way round, where that page exists.
    pub reverse: Option<Link>,
    pub facts: Vec<ChangedFact>,
    /// New, raised, lowered, dropped, then the same.
    pub competencies: Vec<ChangedCompetency>,
    pub sections: Vec<ChangedSection>,
    pub n_added: usize,
    pub n_dropped: usize,
    pub n_kept: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ChangedFact {
    pub title: String,
    pub from: String,
    pub to: String,
    pub mark: Mark,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ChangedCompetency {
    pub competency: Link,
    pub from: Option<StepView>,
    pub to: Option<StepView>,
    pub mark: Mark,
}

/// One section's statements; `kept` stand in both roles.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ChangedSection {
    pub title: String,
    pub anchor: String,
    pub added: Vec<StatementView>,
    pub dropped: Vec<StatementView>,
    pub kept: Vec<StatementView>,
}

/// The list of all prebuilt comparisons.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ComparisonsPage {
    pub groups: Vec<ComparisonGroup>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ComparisonGroup {
    /// The role that the comparisons start from.
    pub from: Link,
    pub comparisons: Vec<Link>,
}
