//! A competency and what it looks like at each step of the scale.

use super::alias::Alias;
use super::arena::Id;
use super::ladder::Area;
use super::scale::Proficiency;
use super::text::{Body, Section};
use crate::diagnostic::Span;

#[derive(Clone, Debug, PartialEq)]
pub struct Competency {
    pub slug: String,
    pub title: String,
    pub also_known_as: Vec<String>,
    pub aliases: Vec<Alias>,
    /// `None` where the handbook names no areas, or the document none.
    pub area: Option<Id<Area>>,
    /// The definition, and the sections that are no steps.
    pub body: Body,
    /// Lowest step first; a step nobody described is missing.
    pub descriptors: Vec<Descriptor>,
    pub span: Span,
}

/// What one step of one competency asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Descriptor {
    pub proficiency: Proficiency,
    pub section: Section,
}

impl Competency {
    pub fn descriptor(&self, proficiency: Proficiency) -> Option<&Descriptor> {
        self.descriptors.iter().find(|it| it.proficiency == proficiency)
    }
}
