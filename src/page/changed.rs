//! What the end of a page says of its source: when it was last changed, and by whom.

use crate::git::Changed;
use crate::labels::{Labels, key};
use schemars::JsonSchema;
use serde::Serialize;

/// Of more authors than this the last are counted.
const MOST_AUTHORS: usize = 4;

/// The last change of the document that a page comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct ChangeView {
    /// `2026-01-31`, as the language writes it.
    pub day: String,
    /// Everybody who ever changed it, the last one first; of many the first three, and how many others.
    /// Empty where the handbook does not show them.
    pub authors: Vec<String>,
}

impl ChangeView {
    pub(super) fn new(labels: &Labels, changed: &Changed) -> ChangeView {
        ChangeView { day: labels.day(&changed.on), authors: authors(labels, &changed.authors) }
    }
}

fn authors(labels: &Labels, names: &[String]) -> Vec<String> {
    if names.len() <= MOST_AUTHORS {
        return names.to_vec();
    }
    let (named, others) = names.split_at(MOST_AUTHORS - 1);
    let others = labels.say(key::N_OTHERS, [others.len().into()]);
    named.iter().cloned().chain([others]).collect()
}

#[cfg(test)]
mod tests {
    use super::authors;
    use crate::handbook::built_in_labels;
    use crate::labels::Language;

    #[test]
    fn of_many_authors_the_last_are_counted() {
        let labels = built_in_labels(Language::english());
        let shown = |n: usize| {
            let names: Vec<String> = (1..=n).map(|it| it.to_string()).collect();
            authors(&labels, &names).join(", ")
        };
        assert_eq!(shown(0), "");
        assert_eq!(shown(4), "1, 2, 3, 4");
        assert_eq!(shown(6), "1, 2, 3, 3 others");
    }
}
