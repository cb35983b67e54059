//! The kinds of documents, and what the front matter of each says.

mod alias;
mod competency;
mod country;
mod glossary;
mod gone;
mod handbook;
mod labels;
mod ledger;
mod look;
mod page;
mod place;
mod role;
mod schema;
mod vacancy;
mod visibility;

pub use alias::AliasFront;
pub use competency::CompetencyFront;
pub use glossary::{GlossaryFront, TermFront};
pub use gone::GoneFront;
pub use handbook::{
    EditionFront, HandbookFront, HistoryFront, LevelFront, NamedFront, OrganisationFront,
    RepositoryFront, SectionFront, TrackFront,
};
pub(super) use labels::labels;
pub use labels::{LabelFront, WordingFront};
pub(super) use ledger::ledger;
pub use ledger::{LedgerFront, RecordFront, StandingFront};
pub use look::{LogoFront, LookFront, TokenFront};
pub use page::PageFront;
pub use place::{Kind, Place, is_index, place};
pub use role::{ExpectationFront, FactFront, RoleFront, TransitionFront};
pub use schema::Written;
pub use vacancy::{SalaryFront, VacancyFront};
pub use visibility::{FieldVisibilityFront, VisibilityFront};

use super::fields::Fields;
use crate::diagnostic::Spanned;

/// What a document's front matter says, as written: names, not yet links.
#[derive(Clone, Debug, PartialEq)]
pub enum FrontMatter {
    Role(Box<RoleFront>),
    Competency(CompetencyFront),
    Family(PageFront),
    Guide(PageFront),
    Handbook(Box<HandbookFront>),
    Glossary(GlossaryFront),
    Ledger(LedgerFront),
    /// Could not be read, which has been reported; the document still owns its name.
    Broken,
}

impl FrontMatter {
    /// Reads the fields of a document of that kind.
    pub(super) fn read(kind: Kind, fields: Fields<'_>) -> FrontMatter {
        if fields.is_broken() {
            return FrontMatter::Broken;
        }
        match kind {
            Kind::Role => FrontMatter::Role(Box::new(role::role(fields))),
            Kind::Competency => FrontMatter::Competency(competency::competency(fields)),
            Kind::Family => FrontMatter::Family(page::page(fields)),
            Kind::Home | Kind::Guide => FrontMatter::Guide(page::page(fields)),
            Kind::Handbook => FrontMatter::Handbook(Box::new(handbook::handbook(fields))),
            Kind::Glossary => FrontMatter::Glossary(glossary::glossary(fields)),
            // It has no fields: `ledger` reads it line by line.
            Kind::Ledger => FrontMatter::Broken,
        }
    }

    /// The one sentence that the front matter gives.
    pub fn summary(&self) -> Option<&Spanned<String>> {
        match self {
            FrontMatter::Role(it) => it.summary.as_ref(),
            FrontMatter::Competency(it) => it.summary.as_ref(),
            FrontMatter::Family(it) => it.summary.as_ref(),
            FrontMatter::Guide(it) => it.summary.as_ref(),
            FrontMatter::Handbook(_)
            | FrontMatter::Glossary(_)
            | FrontMatter::Ledger(_)
            | FrontMatter::Broken => None,
        }
    }

    /// What the front matter says of who may see the document.
    pub fn visibility(&self) -> Option<&VisibilityFront> {
        match self {
            FrontMatter::Role(it) => Some(&it.visibility),
            FrontMatter::Competency(it) => Some(&it.visibility),
            FrontMatter::Family(it) | FrontMatter::Guide(it) => Some(&it.visibility),
            FrontMatter::Handbook(_)
            | FrontMatter::Glossary(_)
            | FrontMatter::Ledger(_)
            | FrontMatter::Broken => None,
        }
    }

    /// The title that the front matter gives.
    pub fn title(&self) -> Option<&Spanned<String>> {
        match self {
            FrontMatter::Role(it) => it.title.as_ref(),
            FrontMatter::Competency(it) => it.title.as_ref(),
            FrontMatter::Family(it) => it.title.as_ref(),
            FrontMatter::Guide(it) => it.title.as_ref(),
            FrontMatter::Handbook(_)
            | FrontMatter::Glossary(_)
            | FrontMatter::Ledger(_)
            | FrontMatter::Broken => None,
        }
    }
}
