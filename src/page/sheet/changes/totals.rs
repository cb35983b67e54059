//! The changes, counted.

use super::ChangesSheet;
use super::entry::{Fate, RoleChanges};
use super::line::{StatementChange, StatementFate};
use crate::page::view::Mark;
use schemars::JsonSchema;
use serde::Serialize;

/// How much of what changed. What heirs share counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Totals {
    pub roles_added: usize,
    pub roles_removed: usize,
    /// No longer shown to these readers.
    pub roles_hidden: usize,
    pub roles_retired: usize,
    pub roles_deprecated: usize,
    pub roles_moved: usize,
    pub roles_renamed: usize,
    pub expectations_added: usize,
    pub expectations_raised: usize,
    pub expectations_lowered: usize,
    pub expectations_dropped: usize,
    /// Those that only became core, or are it no more.
    pub expectations_core: usize,
    /// Of roles, as those that follow.
    pub statements_added: usize,
    pub statements_reworded: usize,
    pub statements_moved: usize,
    pub statements_dropped: usize,
    /// Other facts of roles: a level, a scope.
    pub facts: usize,
    /// Headings of families, roles and competencies that have another text.
    pub texts: usize,
    pub competencies_added: usize,
    pub competencies_removed: usize,
    pub competencies_changed: usize,
    pub pages_added: usize,
    pub pages_removed: usize,
    pub pages_changed: usize,
    pub addresses_added: usize,
    pub addresses_redirected: usize,
    pub addresses_gone: usize,
    pub addresses_broken: usize,
}

impl Totals {
    pub(super) fn of(sheet: &ChangesSheet) -> Totals {
        let mut totals = Totals::default();
        for family in &sheet.families {
            family.roles.iter().for_each(|it| totals.count_role(it));
            totals.texts += family.texts.len();
        }
        for it in &sheet.competencies {
            *totals.of_competencies(&it.fates) += 1;
            totals.texts += it.texts.len();
        }
        for it in &sheet.pages {
            match it.fate {
                Fate::Added => totals.pages_added += 1,
                Fate::Removed | Fate::Hidden => totals.pages_removed += 1,
                _ => totals.pages_changed += 1,
            }
        }
        totals.addresses_added = sheet.addresses.added.len();
        totals.addresses_redirected = sheet.addresses.redirected.len();
        totals.addresses_gone = sheet.addresses.gone.len();
        totals.addresses_broken = sheet.addresses.broken.len();
        totals
    }

    /// What is to be counted of one role.
    pub fn of_role(role: &RoleChanges) -> Totals {
        let mut totals = Totals::default();
        totals.count_role(role);
        totals
    }

    fn count_role(&mut self, role: &RoleChanges) {
        for fate in &role.fates {
            match fate {
                Fate::Added => self.roles_added += 1,
                Fate::Removed => self.roles_removed += 1,
                Fate::Hidden => self.roles_hidden += 1,
                Fate::Retired => self.roles_retired += 1,
                Fate::Deprecated => self.roles_deprecated += 1,
                Fate::Moved => self.roles_moved += 1,
                Fate::Renamed => self.roles_renamed += 1,
                Fate::Drafted | Fate::Activated | Fate::Changed => {}
            }
        }
        for it in &role.expectations {
            match it.change {
                Mark::New => self.expectations_added += 1,
                Mark::Raised => self.expectations_raised += 1,
                Mark::Lowered => self.expectations_lowered += 1,
                Mark::Dropped => self.expectations_dropped += 1,
                Mark::Same | Mark::Changed | Mark::None => self.expectations_core += 1,
            }
        }
        role.statements.iter().for_each(|it| self.count_statement(it));
        self.facts += role.facts.len();
        self.texts += role.texts.len();
    }

    fn count_statement(&mut self, statement: &StatementChange) {
        match statement.change {
            StatementFate::Added => self.statements_added += 1,
            StatementFate::Reworded => self.statements_reworded += 1,
            StatementFate::Moved => self.statements_moved += 1,
            StatementFate::Dropped => self.statements_dropped += 1,
        }
    }

    fn of_competencies(&mut self, fates: &[Fate]) -> &mut usize {
        match fates.first() {
            Some(Fate::Added) => &mut self.competencies_added,
            Some(Fate::Removed | Fate::Hidden) => &mut self.competencies_removed,
            _ => &mut self.competencies_changed,
        }
    }
}
