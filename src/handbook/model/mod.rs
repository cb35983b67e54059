//! The domain: what a handbook is, and the questions it answers. Names are ids here, everything
//! that must exist does, and nothing is filled in later.

mod alias;
mod arena;
mod competency;
mod difference;
mod guide;
mod ladder;
mod ladders;
mod ledger;
mod link;
mod look;
mod review;
mod role;
mod scale;
mod settings;
mod text;
mod thread;
mod vacancy;
mod visibility;

pub use alias::Alias;
pub use arena::{Arena, Id};
pub use competency::{Competency, Descriptor};
pub use difference::{
    COPIED, Difference, FactChange, Fate, MOST_PAIRS, REWORDED, Rewording, Run, SectionChange,
    Shift, StepChange, Words, asks, difference, runs, steps,
};
pub use guide::{Guide, Home, Term};
pub use ladder::{Area, Family, Level, Track};
pub use ladders::{Ladders, by_track, track};
pub use ledger::{Gone, Record, Standing};
pub use link::{Backlinks, Links, Subject, Target};
pub use look::{Logo, Look, Token};
pub use review::{Review, ShownHistory};
pub use role::{Expectation, Fact, Role, Status, Transition, Way};
pub use scale::{Proficiency, Scale, Step};
pub use settings::{Organisation, Repository, Settings};
pub use text::{Block, Body, Heading, Section, Statement, Statements, Topic};
pub use thread::{Fork, Stop, ThreadRung, thread};
pub use vacancy::{Amount, Opening, Salary, Vacancy};
pub use visibility::{Edition, Editions, FieldVisibility, PageVisibility, Visibility};

use crate::diagnostic::FileId;
use crate::git::Changed;
use crate::labels::key;
use crate::picture::measure::Measured;
use std::collections::BTreeMap;

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
    /// The handbook's own front page, as far as a document gives one.
    pub home: Home,
    /// The titles of the recognised sections, by key.
    pub section_titles: BTreeMap<String, String>,
    pub links: Links,
    pub backlinks: Backlinks,
    /// The documents' paths below the content folder.
    pub paths: BTreeMap<FileId, String>,
    /// When the documents were last changed, as far as Git knows and readers are to see it.
    pub changes: BTreeMap<FileId, Changed>,
    /// The files that are published as they are, by path.
    pub assets: BTreeMap<String, Measured>,
    /// What was published before, by address; `None` where nothing was ever recorded.
    pub ledger: Option<Vec<Record>>,
    /// What was published once and is no more.
    pub gone: Vec<Gone>,
}

impl Handbook {
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
            Subject::Glossary => self.settings.labels.word(key::GLOSSARY),
            Subject::Term(id) => &self.terms[id].title,
        }
    }
}
