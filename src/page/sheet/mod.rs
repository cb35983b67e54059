//! Pages as data: what they say, without how they look. In: the handbook. Out: plain text in named
//! fields, for machines, spreadsheets and the terminal.
//!
//! A public format: ids are those of addresses and anchors, and [`VERSION`] rises when a field is
//! renamed, removed or given another meaning; what is new may be added at any time.

mod advert;
mod body;
mod changes;
mod comparison;
mod competency;
mod handbook;
mod ladder;
mod name;
mod role;
mod steps;
mod vacancy;

pub(super) use advert::advert;
pub use advert::{AdvertGroup, AdvertSection, AdvertSheet};
pub(super) use body::{DocumentSheet, document};
pub use body::{SectionSheet, StatementLine};
pub use changes::{
    ChangesSheet, ExpectationChange, FamilyChanges, Fate, ListChange, PageChanges, PageLine,
    Retitled, RoleChanges, RolePortrait, RunLine, StatementChange, StatementFate, TextChange,
    Totals, ValueChange, WordFate,
};
pub(super) use changes::{Sentence, State, changes};
pub use comparison::{
    ChangedSectionSheet, ComparisonSheet, FactChangeLine, RewordedLines, StepChangeLine,
};
pub(super) use comparison::{comparison, of_difference};
pub(super) use competency::{CompetencySheet, DescriptorSheet};
pub use handbook::HandbookSheet;
pub(super) use handbook::{FamilySheet, GuideSheet, LevelSheet, TermSheet, handbook};
pub(super) use ladder::ladder;
pub use ladder::{LadderCell, LadderFact, LadderRow, LadderSheet};
pub(super) use name::role_name;
pub use name::{Named, RoleName, StepName};
pub use role::RoleSheet;
pub use steps::StepSize;
pub(super) use steps::steps;

/// The version of the format, for all sheets together.
pub const VERSION: u32 = 1;
