//! The domain: what a handbook is, and the questions it answers. Names are ids here, everything
//! that must exist does, and nothing is filled in later.

mod arena;
mod competency;
mod difference;
mod guide;
mod ladder;
mod link;
mod role;
mod scale;
mod settings;
mod text;

pub use arena::{Arena, Id};
pub use competency::{Competency, Descriptor};
pub use difference::{Difference, FactChange, SectionChange, Shift, StepChange, difference};
pub use guide::{Guide, Term};
pub use ladder::{Area, Family, Level, Track};
pub use link::{Backlinks, Links, Subject, Target};
pub use role::{Expectation, Fact, Role, Status, Transition, Vacancy, Way};
pub use scale::{Proficiency, Scale, Step};
pub use settings::{Edition, Organisation, Repository, Settings};
pub use text::{Block, Body, Heading, Section, Statement, Statements, Topic};

use crate::diagnostic::FileId;
use std::collections::{BTreeMap, BTreeSet};

/// Everything under `content/`, as meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Handbook {
    pub settings: Settings,
    pub scale: Scale,
    pub tracks: Arena<Track>,
    /// Junior to senior; within a rank in the order written.
    pub levels: Arena<Level>,
    pub areas: Arena<Area>,
    pub families: Arena<Family>,
    pub competencies: Arena<Competency>,
    pub roles: Arena<Role>,
    pub guides: Arena<Guide>,
    pub terms: Arena<Term>,
    /// The handbook's own front page, when a document gives one.
    pub home: Body,
    /// The titles of the recognised sections, by key.
    pub section_titles: BTreeMap<String, String>,
    pub links: Links,
    pub backlinks: Backlinks,
    /// The documents' paths below the content folder.
    pub paths: BTreeMap<FileId, String>,
    /// The paths of the files that are published as they are.
    pub assets: BTreeSet<String>,
}

impl Handbook {
    /// The roles of a family on a track that have a level, lowest first.
    pub fn ladder(&self, family: Id<Family>, track: Id<Track>) -> Vec<Id<Role>> {
        self.ranked(family).into_iter().filter(|it| self.roles[*it].track == Some(track)).collect()
    }

    /// The roles of a family that have a level, by rank and then by the order of tracks.
    pub fn ranked(&self, family: Id<Family>) -> Vec<Id<Role>> {
        let mut found: Vec<_> = self
            .roles
            .iter()
            .filter(|(_, role)| role.family == family)
            .filter_map(|(id, role)| {
                let level = &self.levels[role.level?];
                Some((level.rank, level.track, role.title.as_str(), id))
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(.., id)| id).collect()
    }

    /// Every pair of neighbouring rungs of every ladder, as (lower, upper).
    pub fn steps(&self) -> Vec<(Id<Role>, Id<Role>)> {
        let ladders = self
            .families
            .ids()
            .flat_map(|family| self.tracks.ids().map(move |track| (family, track)))
            .map(|(family, track)| self.ladder(family, track));
        ladders.flat_map(|it| self.neighbours(&it)).collect()
    }

    /// The rung below on the same track of the same family.
    pub fn below(&self, role: Id<Role>) -> Option<Id<Role>> {
        self.steps().into_iter().find(|(_, upper)| *upper == role).map(|(lower, _)| lower)
    }

    /// The rung above on the same track of the same family.
    pub fn above(&self, role: Id<Role>) -> Option<Id<Role>> {
        self.steps().into_iter().find(|(lower, _)| *lower == role).map(|(_, upper)| upper)
    }

    /// Roles of the same family and rank on other tracks.
    pub fn equivalents(&self, role: Id<Role>) -> Vec<Id<Role>> {
        let (this, rank) = (&self.roles[role], self.rank(role));
        let equal = |it: &Id<Role>| {
            rank.is_some() && self.rank(*it) == rank && self.roles[*it].track != this.track
        };
        self.ranked(this.family).into_iter().filter(equal).collect()
    }

    /// How high a role stands; `None` outside the ladder.
    pub fn rank(&self, role: Id<Role>) -> Option<usize> {
        self.roles[role].level.map(|it| self.levels[it].rank)
    }

    /// What something is called.
    pub fn title_of(&self, subject: Subject) -> &str {
        match subject {
            Subject::Home => &self.settings.title,
            Subject::Family(id) => &self.families[id].title,
            Subject::Role(id) => &self.roles[id].title,
            Subject::Competency(id) => &self.competencies[id].title,
            Subject::Guide(id) => &self.guides[id].title,
            Subject::Glossary => "Glossary",
            Subject::Term(id) => &self.terms[id].title,
        }
    }

    /// Two roles on one rung are no step apart: each has the first of the next rung above it.
    fn neighbours(&self, ladder: &[Id<Role>]) -> Vec<(Id<Role>, Id<Role>)> {
        let mut pairs = Vec::new();
        for (index, upper) in ladder.iter().enumerate() {
            let lower = |it: &&Id<Role>| self.rank(**it) < self.rank(*upper);
            if let Some(lower) = ladder[..index].iter().rev().find(lower) {
                pairs.push((*lower, *upper));
            }
        }
        pairs
    }
}
