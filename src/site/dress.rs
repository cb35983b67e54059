//! What pages are shown in: the templates of a theme, compiled, and what pages load with them.
//!
//! In: a theme, the words of the handbook's language, and which parts the site has. Out: a value that
//! serves every page of the site, and of the next one as long as these three are the same.

use super::asset::Assets;
use super::template::Templates;
use super::theme::Theme;
use crate::diagnostic::{Checked, Diagnostic};
use crate::labels::Labels;
use crate::page::{Part, Publication};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What reads the index of search. A theme without it has no use for the index.
const ENGINE: &str = "search-find.js";

/// A theme, ready to be worn.
pub struct Dress {
    pub(super) theme: Theme,
    pub(super) assets: Assets,
    pub(super) templates: Templates,
    labels: Arc<Labels>,
    without: BTreeSet<Part>,
    noted: Vec<Diagnostic>,
}

impl Dress {
    /// An error where the templates cannot be compiled: all that is wrong with the theme.
    pub fn new(
        theme: Theme,
        labels: &Arc<Labels>,
        publication: &Publication,
    ) -> Result<Dress, Vec<Diagnostic>> {
        let Checked { value: assets, diagnostics: mut noted } =
            Assets::new(&theme, labels, &|name| is_needed(name, publication));
        match Templates::new(&theme, &assets, labels) {
            Ok(templates) => {
                let (labels, without) = (labels.clone(), publication.without.clone());
                Ok(Dress { theme, assets, templates, labels, without, noted })
            }
            Err(faults) => {
                noted.extend(faults);
                Err(noted)
            }
        }
    }

    /// What is wrong with it, though it can be worn.
    pub fn noted(&self) -> &[Diagnostic] {
        &self.noted
    }

    /// Whether it is what [`Dress::new`] would make of these.
    pub fn is_of(&self, theme: &Theme, labels: &Labels, publication: &Publication) -> bool {
        self.theme == *theme && *self.labels == *labels && self.without == publication.without
    }

    pub(super) fn is_searched(&self) -> bool {
        self.assets.has(ENGINE)
    }
}

/// Whether a site has a use for the asset `name`. Scripts of what it leaves out are left out too; all
/// else is the theme's to ask for.
fn is_needed(name: &str, publication: &Publication) -> bool {
    match name {
        ENGINE | "search.js" | "search-view.js" => publication.has(Part::Search),
        "compare.js" => publication.has_choice(),
        _ => true,
    }
}
