//! What became of the handbook since another state of its content.

use super::{Options, Pipeline, sorted};
use crate::content::Content;
use crate::diagnostic::{Checked, Severity};
use crate::page::{self, ChangesSheet, Shown};

/// What changed, and how well the old state was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    pub sheet: ChangesSheet,
    /// The edition whose readers are told.
    pub edition: String,
    /// How many errors the old state has. They are nobody's concern any more, and something may be
    /// missing from it.
    pub n_errors_before: usize,
    /// Whether the old state has the edition; where it does not, its public one is compared.
    pub has_edition_before: bool,
}

impl Pipeline {
    /// What became of the handbook from `before` to `now`. What is wrong is told of `now` alone.
    pub fn changes(&mut self, [before, now]: [&Content; 2], options: &Options) -> Checked<Changes> {
        let old = self.understand(before, options);
        let new = self.understand(now, options);
        let [before, after] = [&old.scene, &new.scene].map(|it| Shown {
            handbook: &it.handbook,
            publication: &it.publication,
            addresses: &it.addresses,
        });
        let said = old.said(options);
        let errors = said.iter().filter(|it| it.severity == Severity::Error);
        let value = Changes {
            sheet: page::changes(before, after, &new.whole),
            edition: new.edition.slug.clone(),
            n_errors_before: errors.count(),
            has_edition_before: old.edition.slug == new.edition.slug,
        };
        Checked { value, diagnostics: sorted(new.said(options), now) }
    }
}
