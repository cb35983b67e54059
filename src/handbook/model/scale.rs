//! The proficiency scale: the handbook's own words for how well something is done.

use crate::diagnostic::Span;

/// One step of the scale, as in *practitioner*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub slug: String,
    pub title: String,
    /// What the step means; empty when the handbook does not say.
    pub meaning: String,
    pub span: Span,
}

/// A step of the scale, comparable: a higher step is a greater proficiency. Made by [`Scale`] only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Proficiency(u8);

impl Proficiency {
    /// Counted from 1, the lowest.
    pub fn number(self) -> usize {
        usize::from(self.0) + 1
    }
}

/// The steps, lowest first. Invariant: never empty, and no more than 255.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    steps: Vec<Step>,
}

impl Scale {
    pub const MOST_STEPS: usize = 255;

    /// `None` when there are no steps, or more than [`Scale::MOST_STEPS`].
    pub fn new(steps: Vec<Step>) -> Option<Scale> {
        (1..=Scale::MOST_STEPS).contains(&steps.len()).then_some(Scale { steps })
    }

    pub fn step(&self, proficiency: Proficiency) -> &Step {
        &self.steps[usize::from(proficiency.0)]
    }

    pub fn steps(&self) -> impl Iterator<Item = (Proficiency, &Step)> {
        (0u8..).zip(&self.steps).map(|(index, step)| (Proficiency(index), step))
    }

    pub fn n_steps(&self) -> usize {
        self.steps.len()
    }

    /// The step an author means: by id, by title, or by number from 1.
    pub fn named(&self, name: &str) -> Option<Proficiency> {
        let name = name.trim();
        self.steps()
            .find(|(proficiency, step)| {
                step.slug.eq_ignore_ascii_case(name)
                    || step.title.eq_ignore_ascii_case(name)
                    || name.parse() == Ok(proficiency.number())
            })
            .map(|(proficiency, _)| proficiency)
    }
}
