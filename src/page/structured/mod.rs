//! What pages say to programs that know the vocabulary of schema.org: one file for each type that a
//! page is about. In: the handbook. Out: nodes with plain text and absolute addresses, so that there
//! are none as long as it is not known where the site is published. Must not know how they are
//! written into a page.

mod breadcrumb;
mod job_posting;
mod occupation;
mod term;

pub(super) use breadcrumb::breadcrumbs;
pub(super) use job_posting::job_posting;
pub(super) use occupation::occupation;
pub(super) use term::{competencies, competency, glossary};

use breadcrumb::BreadcrumbList;
use job_posting::JobPosting;
use occupation::Occupation;
use serde::Serialize;
use term::{DefinedTerm, DefinedTermSet};

/// One thing that a page describes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Node {
    BreadcrumbList(BreadcrumbList),
    DefinedTerm(DefinedTerm),
    DefinedTermSet(DefinedTermSet),
    JobPosting(Box<JobPosting>),
    Occupation(Occupation),
}
