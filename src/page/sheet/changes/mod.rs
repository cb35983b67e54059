//! What became of a handbook between two states of it, as data. In: both, as data, and what became of
//! their addresses. Out: [`ChangesSheet`].
//!
//! It compares what readers are told and knows nothing of files: ids tell what is the same, and what
//! is inherited is told once, at the role that says so.

mod entry;
mod frame;
mod line;
mod once;
mod pages;
mod renames;
mod role;
mod statements;
mod texts;
mod totals;
mod values;

pub use entry::{FamilyChanges, Fate, PageChanges, PageLine, RoleChanges, RolePortrait};
pub use frame::{ListChange, Retitled};
pub use line::{
    ExpectationChange, RunLine, StatementChange, StatementFate, TextChange, ValueChange, WordFate,
};
pub use totals::Totals;

use super::body::DocumentSheet;
use super::handbook::HandbookSheet;
use crate::page::addresses::AddressChanges;
use renames::Renames;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What readers of a handbook find otherwise than before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangesSheet {
    /// What the handbook is called now.
    pub title: String,
    /// Everything that follows, counted.
    pub totals: Totals,
    /// What the handbook says of itself: its title, its language.
    pub settings: Vec<ValueChange>,
    /// The scale, tracks, levels and areas.
    pub frame: Vec<ListChange>,
    /// In the order of the handbook; those of which nothing changed are left out, as everywhere.
    pub families: Vec<FamilyChanges>,
    pub competencies: Vec<PageChanges>,
    /// The front page, guides and terms.
    pub pages: Vec<PageLine>,
    pub addresses: AddressChanges,
}

/// A handbook in one of its states.
pub(in crate::page) struct State {
    pub(in crate::page) handbook: HandbookSheet,
    /// What its front page says.
    pub(in crate::page) home: DocumentSheet,
    /// By the ids of roles.
    pub(in crate::page) sentences: BTreeMap<String, Sentence>,
}

/// A role in one sentence, where its author has one. What sheets say where there is none is made of
/// its title and level, and nothing changes in it that is not told anyway.
#[derive(Default)]
pub(in crate::page) struct Sentence {
    /// Written for that, or taken from the text.
    pub(in crate::page) said: String,
    /// Written for that; otherwise empty.
    pub(in crate::page) written: String,
}

/// What changes from `before` to `now`. `hidden` are the addresses of what is there now, and not for
/// these readers.
pub(in crate::page) fn changes(
    before: &State,
    now: &State,
    addresses: AddressChanges,
    hidden: &BTreeSet<String>,
) -> ChangesSheet {
    let renames = Renames::new(&before.handbook, &now.handbook, &addresses);
    let sentences = [&before.sentences, &now.sentences];
    let (before_sheet, now_sheet) = (&before.handbook, &now.handbook);
    let sides = Sides { before: before_sheet, now: now_sheet, sentences, renames, hidden };
    let mut sheet = ChangesSheet {
        title: now.handbook.title.clone(),
        totals: Totals::default(),
        settings: frame::settings(&sides),
        frame: frame::lists(&sides),
        families: role::families(&sides),
        competencies: pages::competencies(&sides),
        pages: pages::pages(&sides, [&before.home, &now.home]),
        addresses,
    };
    sheet.totals = Totals::of(&sheet);
    sheet
}

impl ChangesSheet {
    /// Whether readers find everything as it was.
    pub fn is_empty(&self) -> bool {
        let ChangesSheet { title: _, totals: _, settings, frame, families, .. } = self;
        let ChangesSheet { competencies, pages, addresses, .. } = self;
        let is_said = settings.is_empty() && frame.is_empty() && families.is_empty();
        is_said && competencies.is_empty() && pages.is_empty() && addresses.is_empty()
    }
}

/// Both states, and what is called otherwise now.
struct Sides<'a> {
    before: &'a HandbookSheet,
    now: &'a HandbookSheet,
    sentences: [&'a BTreeMap<String, Sentence>; 2],
    renames: Renames,
    hidden: &'a BTreeSet<String>,
}

impl Sides<'_> {
    /// What became of a page that is no more among those of the handbook.
    fn fate_of_lost(&self, address: &str) -> Fate {
        if self.hidden.contains(address) { Fate::Hidden } else { Fate::Removed }
    }
}
