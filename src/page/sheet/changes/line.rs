//! The lines that a change is told in.

use crate::handbook::model::{Fate, Run, runs};
use crate::page::sheet::name::{RoleName, StepName};
use crate::page::view::Mark;
use schemars::JsonSchema;
use serde::Serialize;

/// Something with a value: a level, a scope fact, a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ValueChange {
    /// `level`, or the key of a fact: `planning_horizon`.
    pub id: String,
    pub title: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub change: Mark,
    /// The heirs for which it is the same.
    pub also_for: Vec<RoleName>,
}

/// What a role expects of a competency; none where it did not, or does not any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExpectationChange {
    /// The competency.
    pub id: String,
    pub title: String,
    pub from: Option<StepName>,
    pub to: Option<StepName>,
    /// `same` where only `core` is other than it was.
    pub change: Mark,
    /// Whether it was among the few that make the role what it is.
    pub was_core: bool,
    pub is_core: bool,
    pub also_for: Vec<RoleName>,
}

/// One observable expectation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatementChange {
    /// Its anchor on the page.
    pub id: String,
    pub change: StatementFate,
    /// Under which headings it stands, or stood.
    pub section: String,
    /// Where it stood, if that was elsewhere.
    pub section_before: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    /// Of a rewording, what became of the words; empty where so few stayed that there is nothing to
    /// follow.
    pub words: Vec<RunLine>,
    /// The title of the role that says so, where it is another.
    pub stated_by: Option<String>,
    pub also_for: Vec<RoleName>,
}

/// What became of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StatementFate {
    Added,
    Reworded,
    /// It says the same in another section.
    Moved,
    Dropped,
}

/// Words in a row with one fate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RunLine {
    pub fate: WordFate,
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WordFate {
    Kept,
    Dropped,
    Added,
}

/// The prose under a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TextChange {
    /// The heading; empty for what stands before the first.
    pub section: String,
    pub change: Mark,
}

impl ValueChange {
    /// `None` where the values are equal.
    pub(super) fn new(
        (id, title): (&str, &str),
        from: Option<String>,
        to: Option<String>,
    ) -> Option<ValueChange> {
        let change = Mark::of_values(from.as_deref(), to.as_deref());
        let [id, title] = [id, title].map(str::to_owned);
        change.is_change().then(|| ValueChange {
            id,
            title,
            from,
            to,
            change,
            also_for: Vec::new(),
        })
    }
}

/// What became of the words; none where too few of them stayed, or where only signs between them or
/// capitals are others.
pub(super) fn words(from: &str, to: &str) -> Vec<RunLine> {
    let line = |it: Run| RunLine {
        fate: match it.fate {
            Fate::Kept => WordFate::Kept,
            Fate::Dropped => WordFate::Dropped,
            Fate::Added => WordFate::Added,
        },
        words: it.words,
    };
    let found: Vec<RunLine> = runs(from, to).unwrap_or_default().into_iter().map(line).collect();
    if found.iter().all(|it| it.fate == WordFate::Kept) { Vec::new() } else { found }
}
