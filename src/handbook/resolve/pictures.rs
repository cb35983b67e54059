//! Pictures whose link leads somewhere and that readers would not see all the same.

use super::problem;
use crate::diagnostic::Diagnostic;
use crate::handbook::model::{Handbook, Target};
use crate::markdown::{Link, LinkKind};
use crate::picture::measure::Measured;
use std::collections::BTreeSet;

pub(super) struct Pictures<'a> {
    handbook: &'a Handbook,
    /// Broken files that have been spoken of: one is mended once, wherever it is shown.
    said: BTreeSet<String>,
}

impl<'a> Pictures<'a> {
    pub(super) fn new(handbook: &'a Handbook) -> Pictures<'a> {
        Pictures { handbook, said: BTreeSet::new() }
    }

    pub(super) fn check(&mut self, link: &Link, target: &Target) -> Option<Diagnostic> {
        if link.kind != LinkKind::Image {
            return None;
        }
        match target {
            Target::Elsewhere => Some(problem::remote_image(link)),
            Target::Asset(path) => {
                let is_broken = self.handbook.assets.get(path) == Some(&Measured::Broken);
                let is_new = is_broken && self.said.insert(path.clone());
                is_new.then(|| problem::broken_image(link, path))
            }
            _ => None,
        }
    }
}
