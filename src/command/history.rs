//! What Git knows of a project's files, for commands that show it. A handbook is built without as well,
//! so that nothing about Git is ever an error.

use super::console::say;
use super::request::Source;
use crate::content::Content;
use crate::git::{History, Repository};
use std::path::PathBuf;

/// What came of asking Git.
pub(super) enum Known {
    /// Nothing where Git does not keep the folder: nobody asked for it.
    History(History),
    /// Why there is nothing, for a person.
    Nothing(String),
}

const SHALLOW: &str = "no page says when it was last changed, since this clone is shallow: \
`git fetch --unshallow` gets the rest, `fetch-depth: 0` in a workflow";

/// What Git knows of the texts of `content`.
pub(super) fn ask(source: &Source, content: &Content) -> Known {
    let folder: PathBuf = source.project.join(&content.prefix);
    let asked = Repository::around(&folder).and_then(|repository| match repository {
        Ok(it) => it.history(content.texts.iter().map(|it| it.path.as_str())),
        Err(_) => Ok(Some(History::new())),
    });
    match asked {
        Ok(Some(history)) => Known::History(history),
        Ok(None) => Known::Nothing(SHALLOW.to_owned()),
        Err(error) => Known::Nothing(format!("no page says when it was last changed: {error:#}")),
    }
}

impl Known {
    /// The content with what is known.
    pub(super) fn added_to(&self, content: Content) -> Content {
        match self {
            Known::History(it) => content.with_history(it.clone()),
            Known::Nothing(_) => content,
        }
    }

    /// Tells a person why pages say nothing, where they would.
    pub(super) fn tell(&self, is_shown: bool) {
        if let (Known::Nothing(why), true) = (self, is_shown) {
            say(why);
        }
    }
}
