//! The ledger of addresses, as publishing would leave it.

use super::{Options, Pipeline, Understood, sorted};
use crate::content::Content;
use crate::diagnostic::Checked;
use crate::page::{self, Publication};
use crate::site;

/// The ledger of addresses as it is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    pub text: String,
    /// How many addresses it holds, and how many of them are new.
    pub n_all: usize,
    pub n_new: usize,
}

impl Pipeline {
    /// The ledger with every address that the site has now.
    pub fn ledger(&mut self, content: &Content, options: &Options) -> Checked<Ledger> {
        let mut understood = self.understand(content, options);
        let value = ledger(&understood, &understood.publication(options));
        let diagnostics = std::mem::take(&mut understood.diagnostics);
        Checked { value, diagnostics: sorted(diagnostics, content) }
    }
}

/// How many addresses of the site its ledger does not know; `None` where there is no ledger.
pub(super) fn unrecorded(understood: &Understood, publication: &Publication) -> Option<usize> {
    let is_recorded = understood.handbook.ledger.is_some();
    is_recorded.then(|| ledger(understood, publication).n_new)
}

fn ledger(understood: &Understood, publication: &Publication) -> Ledger {
    let lines = page::ledger(&understood.handbook, publication, &understood.addresses);
    Ledger {
        text: site::export::ledger(&lines),
        n_all: lines.len(),
        n_new: lines.iter().filter(|it| it.is_new).count(),
    }
}
