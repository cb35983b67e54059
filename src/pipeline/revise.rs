//! Changes to the author's own files: thought of, tried in memory, and only then handed out.
//!
//! In: content. Out: a [`Revision`] after which the handbook is as sound as before, or a [`Refusal`].

use super::{Options, Pipeline, Understood, publication, sorted};
use crate::content::{Content, Revision};
use crate::diagnostic::{Diagnostic, has_errors};
use crate::edit::Edit;
use crate::handbook::edit::{self, Wanted};
use crate::handbook::model::Handbook;
use crate::page;

const UNLIKE: &str = "pages would not stay as they are; name files one by one to find the one";

/// Why nothing is to be written.
#[derive(Debug)]
pub enum Refusal {
    /// What was asked for cannot be.
    Asked(String),
    /// The handbook has errors, or would have some.
    Found {
        diagnostics: Vec<Diagnostic>,
        /// What the diagnostics speak of: the content as it is, or as it would be. Boxed, since
        /// errors travel.
        content: Box<Content>,
    },
}

impl Pipeline {
    /// Writes ids down that come from words, in the files that `is_meant` by their paths.
    pub fn fix_ids(
        &mut self,
        content: &Content,
        options: &Options,
        (wanted, is_meant): (Wanted, &dyn Fn(&str) -> bool),
    ) -> Result<Revision, Refusal> {
        let Understood { documents, handbook, .. } = self.sound(content, options)?;
        let meant = documents.into_iter().filter(|it| is_meant(it.path.as_str()));
        let edits = edit::ids(&meant.collect::<Vec<_>>(), &handbook, wanted);
        let (revision, revised) = revision(content, edits)?;
        let after = self.sound(&revised, options)?.handbook;
        if is_same_site(&handbook, &after, options) {
            return Ok(revision);
        }
        match edit::lost(&handbook, &after) {
            none if none.is_empty() => Err(Refusal::Asked(UNLIKE.to_owned())),
            lost => Err(found(lost, content)),
        }
    }

    /// What the content means, if it has no errors.
    fn sound(&mut self, content: &Content, options: &Options) -> Result<Understood, Refusal> {
        let mut understood = self.understand(content, options);
        let diagnostics = std::mem::take(&mut understood.diagnostics);
        match has_errors(&diagnostics) {
            true => Err(found(diagnostics, content)),
            false => Ok(understood),
        }
    }
}

fn found(diagnostics: Vec<Diagnostic>, content: &Content) -> Refusal {
    let diagnostics = sorted(diagnostics, content);
    Refusal::Found { diagnostics, content: Box::new(content.clone()) }
}

/// The edits by files, and the content as it would be.
fn revision(content: &Content, edits: Vec<Edit>) -> Result<(Revision, Content), Refusal> {
    let clash = || Refusal::Asked("two changes want one place in a file".to_owned());
    let revision = Revision::new(content, edits).ok_or_else(clash)?;
    let revised = content.revised(&revision);
    Ok((revision, revised))
}

/// Whether readers would notice no difference.
fn is_same_site(before: &Handbook, after: &Handbook, options: &Options) -> bool {
    let [before, after] = [before, after].map(|it| page::compose(it, &publication(it, options)));
    before == after
}
