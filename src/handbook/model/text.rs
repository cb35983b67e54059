//! What documents say, as meant: sections that are recognised, statements that can be pointed at.
//!
//! Prose is carried, never looked into: what is inside is the business of `markdown`.

use super::arena::Id;
use super::competency::Competency;
use super::role::Role;
use super::visibility::{PageVisibility, Visibility};
use crate::diagnostic::{Span, Spanned};
use crate::markdown::Prose;

/// A document's text in sections, and its footnotes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// Who may see the document.
    pub visibility: PageVisibility,
    /// The whole in one sentence, where the author gives one.
    pub summary: Option<String>,
    /// What stands before the first heading.
    pub opening: Vec<Block>,
    pub sections: Vec<Section>,
    pub footnotes: Option<Prose>,
}

/// A heading and what stands under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Unique on its page.
    pub anchor: String,
    /// Whether the author wrote the anchor; otherwise it comes from the words.
    pub anchor_is_written: bool,
    /// The heading as text.
    pub title: String,
    pub heading: Heading,
    pub topic: Topic,
    pub blocks: Vec<Block>,
    pub sections: Vec<Section>,
    /// Who may see the section, and all that is in it.
    pub visibility: Visibility,
    pub span: Span,
}

/// What the heading shows: the author's words, or the title of what it was recognised as.
#[derive(Clone, Debug, PartialEq)]
pub enum Heading {
    Written(Prose),
    /// A section that exists only by inheritance, or that the tool names.
    Named,
}

/// What a section is about, as far as it was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// One of the handbook's sections, by its key: `responsibilities`.
    Known(String),
    /// Under *competencies*: what a role adds to one of them.
    Competency(Id<Competency>),
    /// Under *distinctions*: what tells the role from another one.
    Role(Id<Role>),
    Free,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Prose(Prose),
    Statements(Statements),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Statements {
    /// The first number, in an ordered list.
    pub start: Option<u64>,
    pub items: Vec<Statement>,
}

/// The atom: one observable expectation.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Unique on its page, and its anchor.
    pub id: String,
    /// Whether the author wrote the id; otherwise it comes from the words.
    pub id_is_written: bool,
    /// Whether it can be pointed at: in free prose a list is only a list, unless the author
    /// says otherwise.
    pub is_anchored: bool,
    /// The words alone, for comparing.
    pub text: String,
    pub prose: Prose,
    /// Ids of statements of the role it extends that this one takes the place of.
    pub replaces: Vec<Spanned<String>>,
    /// Ids of statements of the role it extends that this one carries further.
    pub develops: Vec<Spanned<String>>,
    /// Who may see it: what is inherited keeps what was around it where it was written.
    pub visibility: Visibility,
    pub checked: Option<bool>,
    /// The role that says so, which is another than the one that shows it when inherited. `None`
    /// outside roles.
    pub stated_by: Option<Id<Role>>,
    pub span: Span,
}

impl Body {
    /// Every section at every depth, in reading order.
    pub fn all_sections(&self) -> Vec<&Section> {
        let mut found = Vec::new();
        self.sections.iter().for_each(|it| it.collect_into(&mut found));
        found
    }

    /// Every statement in reading order.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        let inside = self.all_sections().into_iter().flat_map(|it| &it.blocks);
        self.opening.iter().chain(inside).flat_map(Block::statements)
    }

    /// What tells the role from `other`, where its *distinctions* have a group about it.
    pub fn distinction(&self, other: Id<Role>) -> Option<&Section> {
        let groups = self.known("distinctions").into_iter().flat_map(|it| &it.sections);
        groups.into_iter().find(|it| it.topic == Topic::Role(other))
    }

    /// The section with that key.
    pub fn known(&self, key: &str) -> Option<&Section> {
        let is_it = |it: &&Section| matches!(&it.topic, Topic::Known(known) if known == key);
        self.all_sections().into_iter().find(is_it)
    }
}

impl Section {
    /// This section and all below it, in reading order.
    pub fn all(&self) -> Vec<&Section> {
        let mut found = Vec::new();
        self.collect_into(&mut found);
        found
    }

    fn collect_into<'a>(&'a self, found: &mut Vec<&'a Section>) {
        found.push(self);
        self.sections.iter().for_each(|it| it.collect_into(found));
    }

    /// The statements of this section and all below it.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.all().into_iter().flat_map(|it| &it.blocks).flat_map(Block::statements)
    }
}

impl Block {
    /// Every text in it, in reading order.
    pub fn proses(&self) -> impl Iterator<Item = &Prose> {
        let (one, several) = match self {
            Block::Prose(it) => (Some(it), &[][..]),
            Block::Statements(it) => (None, it.items.as_slice()),
        };
        one.into_iter().chain(several.iter().map(|it| &it.prose))
    }

    pub fn statements(&self) -> &[Statement] {
        match self {
            Block::Prose(_) => &[],
            Block::Statements(it) => &it.items,
        }
    }
}
