//! The ledger of addresses, as publishing would leave it.

use super::understood::Scene;
use super::{Options, Pipeline, sorted};
use crate::content::Content;
use crate::diagnostic::Checked;
use crate::page;
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
        let understood = self.understand(content, options);
        let diagnostics = sorted(understood.said(options), content);
        Checked { value: ledger(&understood.scene), diagnostics }
    }
}

/// How many addresses of the site its ledger does not know; `None` where there is no ledger.
pub(super) fn unrecorded(scene: &Scene) -> Option<usize> {
    scene.handbook.ledger.is_some().then(|| ledger(scene).n_new)
}

fn ledger(scene: &Scene) -> Ledger {
    let lines = page::ledger(&scene.handbook, &scene.publication, &scene.addresses);
    Ledger {
        text: site::export::ledger(&lines),
        n_all: lines.len(),
        n_new: lines.iter().filter(|it| it.is_new).count(),
    }
}
