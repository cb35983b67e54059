//! What the search box can find: names, other names, headings.

use super::address::Address;
use serde::Serialize;

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Findable {
    pub title: String,
    /// `Role`, `Competency`, `Guide`, `Family`, `Term`, `Section`.
    pub kind: &'static str,
    /// Where it stands: `Management · M2`, or the page's title for a section.
    pub context: String,
    pub address: Address,
    /// Other names it answers to.
    pub also: Vec<String>,
}
