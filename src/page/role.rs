//! A role: its place on the ladder, what it asks, and the ways to and from it.

use super::view::{Detail, Link, Mark, Piece, StepView};
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RolePage {
    pub also_known_as: Vec<String>,
    pub formerly: Vec<String>,
    /// `draft`, `active`, `deprecated` or `retired`.
    pub status: String,
    /// Family, track, level, equivalents, reports to, manages, works with, owner, reviewed.
    pub details: Vec<Detail>,
    pub scope: Vec<Detail>,
    /// In the order of areas.
    pub profile: Vec<ProfileGroup>,
    pub contents: Vec<Link>,
    /// The sections as written and inherited.
    pub body: Vec<Piece>,
    pub previous: Option<Rung>,
    pub next: Option<Rung>,
    pub transitions: Vec<TransitionView>,
    pub comparisons: Vec<Link>,
    pub mentioned_by: Vec<Link>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ProfileGroup {
    pub area: String,
    pub expectations: Vec<ExpectationView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ExpectationView {
    /// Leads to the step on the competency's page.
    pub competency: Link,
    pub step: StepView,
    /// Against the rung below.
    pub mark: Mark,
    pub core: bool,
    /// The role that states it, when it is inherited.
    pub from: Option<Link>,
}

/// A neighbouring role, and what changes on the way there.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Rung {
    pub role: Link,
    pub level: String,
    pub compare: Link,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct TransitionView {
    pub role: Link,
    /// `Promotion`, `Lateral move`, `Track switch`, `Step back`.
    pub way: String,
    pub compare: Link,
}
