//! What headings inside a role may name, ready to be found: every role has some, and there may be ten
//! thousand roles.
//!
//! In: the documents of roles and competencies. Out: which of them a heading means.

use super::front::{self, texts};
use super::names::{Table, id_of};
use super::sections::plain;
use crate::diagnostic::suggest::is_slip;
use crate::document::Document;
use crate::handbook::model::{Competency, Id, Role};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::HashMap;

/// How many words may stand before the name of a role: "From", "Compared with". More than these make a
/// heading of its own.
const MOST_BEFORE: usize = 2;

/// Plain words, and the first that is called so.
pub(super) struct HeadingNames {
    competencies: HashMap<String, Id<Competency>>,
    /// In the order of declaration.
    titles: Vec<String>,
    roles: HashMap<String, Id<Role>>,
}

impl HeadingNames {
    pub(super) fn new(
        competencies: &Table<&Document, Competency>,
        roles: &Table<&Document, Role>,
    ) -> HeadingNames {
        let titles = competencies.documents().iter().map(|it| plain(&it.title()));
        HeadingNames {
            competencies: index(competencies, |it| texts(&front::of_competency(it).also_known_as)),
            titles: titles.collect(),
            roles: index(roles, |it| texts(&front::of_role(it).also_known_as)),
        }
    }

    /// The competency that is called by these plain words.
    pub(super) fn competency(&self, words: &str) -> Option<Id<Competency>> {
        self.competencies.get(words).copied()
    }

    /// The competency that is meant in spite of a slip.
    pub(super) fn misspelt_competency(&self, words: &str) -> Option<Id<Competency>> {
        self.titles.iter().position(|it| is_slip(words, it)).map(id_of)
    }

    /// The role with whose name these plain words end. The longest name counts, so that "Senior Engineer"
    /// is not taken for "Engineer".
    pub(super) fn role_at_end(&self, words: &str) -> Option<Id<Role>> {
        let later = words.match_indices(' ').map(|(at, _)| at + 1);
        let begins = std::iter::once(0).chain(later).take(MOST_BEFORE + 1);
        begins.filter_map(|at| self.roles.get(&words[at..])).next().copied()
    }
}

fn index<T: Sync>(
    table: &Table<&Document, T>,
    also: impl Fn(&Document) -> Vec<String> + Sync,
) -> HashMap<String, Id<T>> {
    let names = table.documents().par_iter().map(|it| {
        let names = [it.title(), it.place.id.clone()].into_iter().chain(also(it));
        names.map(|it| plain(&it)).filter(|it| !it.is_empty()).collect()
    });
    let names: Vec<Vec<String>> = names.collect();
    let mut found = HashMap::new();
    for (index, names) in names.into_iter().enumerate() {
        for name in names {
            found.entry(name).or_insert(id_of(index));
        }
    }
    found
}
