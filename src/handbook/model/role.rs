//! A role: one job at one level of one track of one family.

use super::alias::Alias;
use super::arena::Id;
use super::competency::Competency;
use super::ladder::{Family, Level, Track};
use super::review::Review;
use super::scale::Proficiency;
use super::text::Body;
use super::vacancy::Vacancy;
use crate::diagnostic::Span;

#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    pub slug: String,
    pub title: String,
    pub also_known_as: Vec<String>,
    pub formerly: Vec<String>,
    /// Addresses that must keep working.
    pub aliases: Vec<Alias>,
    pub family: Id<Family>,
    pub track: Option<Id<Track>>,
    /// `None`: the role stands outside the ladder.
    pub level: Option<Id<Level>>,
    pub extends: Option<Id<Role>>,
    pub reports_to: Option<Id<Role>>,
    pub manages: Vec<Id<Role>>,
    pub works_with: Vec<Id<Role>>,
    /// Scope facts in the order written: *teams: 2 to 4*.
    pub scope: Vec<Fact>,
    pub requirements: Vec<Fact>,
    pub codes: Vec<Fact>,
    /// In the order written, what is inherited first.
    pub expectations: Vec<Expectation>,
    pub transitions: Vec<Transition>,
    pub vacancies: Vec<Vacancy>,
    pub status: Status,
    /// `2026-01-01`
    pub effective_from: Option<String>,
    pub owner: Option<String>,
    pub review: Option<Review>,
    pub body: Body,
    /// Leads back to the document.
    pub span: Span,
}

impl Role {
    pub fn expectation(&self, competency: Id<Competency>) -> Option<&Expectation> {
        self.expectations.iter().find(|it| it.competency == competency)
    }

    /// The value of a scope fact.
    pub fn scope_fact(&self, key: &str) -> Option<&Fact> {
        self.scope.iter().find(|it| it.key == key)
    }
}

/// A named value of the front matter: `planning_horizon: 6 to 18 months`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// As written: `planning_horizon`.
    pub key: String,
    /// For people: `Planning horizon`.
    pub title: String,
    pub value: String,
    pub stated_by: Id<Role>,
    pub span: Span,
}

/// What a role expects of one competency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    pub competency: Id<Competency>,
    pub proficiency: Proficiency,
    /// Among the few that make the role what it is.
    pub core: bool,
    /// Differs from the role itself when inherited.
    pub stated_by: Id<Role>,
    pub span: Span,
}

/// A way from one role to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    pub to: Id<Role>,
    pub way: Way,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Promotion,
    LateralMove,
    TrackSwitch,
    StepBack,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    Draft,
    #[default]
    Active,
    Deprecated,
    Retired,
}
