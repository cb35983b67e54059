//! What can be found, in the words of whoever finds it.

/// A page, or what is looked for as one: a term of the glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Entry {
    /// `role`, `competency`: as addresses in the index have it.
    pub kind: &'static str,
    /// `Role`, `Competency`: as readers are told.
    pub kind_title: String,
    /// What the address ends in: `staff-engineer` of `roles/staff-engineer/`.
    pub id: String,
    /// Relative to the site's root.
    pub address: String,
    pub title: String,
    /// Other names it answers to.
    pub also: Vec<String>,
    /// Where it stands: `Management · M2`. Found as well, and shown below the title.
    pub around: String,
    pub family: Option<Facet>,
    pub track: Option<Facet>,
    pub level: Option<Facet>,
    /// The whole in one sentence.
    pub summary: String,
    /// In reading order.
    pub passages: Vec<Passage>,
}

/// A value that results can be narrowed to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Facet {
    pub id: String,
    pub title: String,
}

/// A place on a page, and what stands there: a heading with its prose, or one statement.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Passage {
    /// Empty for the beginning of the page.
    pub anchor: String,
    /// Empty for a statement, which belongs to the heading before it.
    pub heading: String,
    pub text: String,
}
