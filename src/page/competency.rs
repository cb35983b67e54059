//! The library of competencies, and one competency with its thread up the ladder.

use super::view::{Link, Mark, Piece, StatementView, StepView};
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CompetenciesPage {
    /// The scale, lowest step first, with what each step means.
    pub scale: Vec<StepMeaning>,
    pub areas: Vec<AreaCard>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct StepMeaning {
    pub step: StepView,
    pub meaning: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct AreaCard {
    pub title: String,
    pub anchor: String,
    pub competencies: Vec<CompetencyCard>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CompetencyCard {
    pub competency: Link,
    pub summary: String,
    pub n_roles: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CompetencyPage {
    pub also_known_as: Vec<String>,
    pub area: Option<Link>,
    pub definition: Vec<Piece>,
    pub steps: Vec<DescribedStep>,
    /// Sections of the document that are no steps.
    pub body: Vec<Piece>,
    /// One for each family and track that expects the competency.
    pub threads: Vec<Thread>,
    pub contents: Vec<Link>,
    pub mentioned_by: Vec<Link>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct DescribedStep {
    pub step: StepView,
    pub anchor: String,
    pub meaning: String,
    pub body: Vec<Piece>,
    pub expected_by: Vec<Link>,
}

/// The competency on one track of one family, rung by rung.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Thread {
    pub title: String,
    pub rungs: Vec<ThreadRung>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ThreadRung {
    pub role: Link,
    pub level: String,
    /// `None` where the role does not expect it.
    pub step: Option<StepView>,
    pub mark: Mark,
    /// What the role adds to the step.
    pub statements: Vec<StatementView>,
}
