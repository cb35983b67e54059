//! Changes to the author's own files: thought of, tried in memory, and only then handed out.
//!
//! In: content. Out: a [`Revision`] after which the handbook is as sound as before, or a [`Refusal`].

use super::documents::Documents;
use super::named::role_named;
use super::{Meant, Options, Pipeline, sorted};
use crate::content::{Content, Revision};
use crate::diagnostic::{Diagnostic, has_errors};
use crate::document::{self, Amendment, Document};
use crate::edit::Edit;
use crate::handbook::LeftOut;
use crate::handbook::edit::{self, Renamed, Renaming, Wanted};
use crate::handbook::model::{Handbook, Id, Role, Subject};
use crate::page::{self, Address, Addresses, Publication};
use rayon::prelude::{IndexedParallelIterator, ParallelIterator};
use std::sync::Arc;

const LOST: &str = "nothing was written, since this would no longer hold";
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
        let before = self.sound(content, options)?;
        let meant = before.documents.all.iter().filter(|it| is_meant(it.path.as_str()));
        let edits = edit::ids(&meant.cloned().collect::<Vec<_>>(), &before.handbook, wanted);
        let (revision, revised) = revision(content, edits)?;
        let after = self.sound(&revised, options)?;
        if is_same_site([&before, &after]) {
            return Ok(revision);
        }
        match edit::lost(&before.handbook, &after.handbook) {
            none if none.is_empty() => Err(Refusal::Asked(UNLIKE.to_owned())),
            lost => Err(found(lost, content)),
        }
    }

    /// Gives a role, named by id or title, the id `new`: its file, and every word that means it.
    pub fn rename_role(
        &mut self,
        content: &Content,
        options: &Options,
        (name, new): (&str, &str),
    ) -> Result<Revision, Refusal> {
        let whole = self.sound(content, options)?;
        let (documents, handbook) = (whole.documents.all.as_slice(), &*whole.handbook);
        let role = role_named(handbook, name, &LeftOut::default()).map_err(Refusal::Asked)?;
        let renaming = Renaming::new(documents, handbook, (role, new)).map_err(Refusal::Asked)?;
        check_free(handbook, (role, new))?;
        let mut edits = renaming.edits(documents, handbook, &content.sources());
        for renamed in &renaming.renamed {
            edits.extend(amendments(content, documents, renamed)?);
        }
        let (mut revision, _) = revision(content, edits)?;
        revision.moved = Some(renaming.moved.clone());
        let after = self.sound(&content.revised(&revision), options)?;
        let after = (after.documents.all.as_slice(), &*after.handbook);
        match edit::difference(&renaming, (documents, handbook), after) {
            Some(it) => Err(Refusal::Asked(format!("{LOST}: {it}"))),
            None => Ok(revision),
        }
    }

    /// What the content means, whoever may see it, if it has no errors.
    fn sound(&mut self, content: &Content, options: &Options) -> Result<Whole, Refusal> {
        let meant = self.mean(content, options);
        let publication = Publication { today: options.today.clone(), ..Publication::default() };
        let settled = page::settle(&meant.handbook, &publication, None);
        let mut diagnostics = meant.said(options);
        diagnostics.extend(meant.policy.apply(settled.diagnostics));
        let Meant { documents, handbook, .. } = meant;
        match has_errors(&diagnostics) {
            true => Err(found(diagnostics, content)),
            false => Ok(Whole { documents, handbook, addresses: settled.value, publication }),
        }
    }
}

/// The handbook as its author sees it.
struct Whole {
    documents: Arc<Documents>,
    handbook: Arc<Handbook>,
    addresses: Addresses,
    publication: Publication,
}

/// Whether an address is free for the role `new`. Its own former one is: it goes back there.
fn check_free(handbook: &Handbook, (role, new): (Id<Role>, &str)) -> Result<(), Refusal> {
    let address = Address::role(new);
    match page::formerly(handbook, &address) {
        Some(owner) if owner != Subject::Role(role) => Err(Refusal::Asked(format!(
            "`{}` is an old address of {}: choose another id, or remove the alias there",
            address.as_alias(),
            handbook.title_of(owner)
        ))),
        _ => Ok(()),
    }
}

/// What a document says of its new id: where it was, and what it is called if only its name said so.
fn amendments(
    content: &Content,
    documents: &[Document],
    renamed: &Renamed,
) -> Result<Vec<Edit>, Refusal> {
    let file = content.texts.iter().find(|it| it.id == renamed.file);
    let document = documents.iter().find(|it| it.span.file == renamed.file);
    let (Some(file), Some(document)) = (file, document) else { return Ok(Vec::new()) };
    let address = match renamed.subject {
        Subject::Guide(_) => Address::guide,
        _ => Address::role,
    };
    let new = address(&renamed.new);
    let amendment = Amendment {
        title: document.written_title().is_none().then(|| document.title()),
        alias: address(&renamed.old).as_alias(),
        is_gone: &|alias| new.is_alias(alias),
    };
    document::amend(file, &amendment).map_err(Refusal::Asked)
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
fn is_same_site(states: [&Whole; 2]) -> bool {
    let [before, after] =
        states.map(|it| page::compose(&it.handbook, &it.publication, &it.addresses));
    let is_same = || {
        let pairs = before.leaves().zip(after.leaves());
        pairs.all(|(one, other)| one == other) && before.handbook() == after.handbook()
    };
    before.plan().len() == after.plan().len() && is_same()
}
