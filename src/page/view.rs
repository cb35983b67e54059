//! The small values that pages share: links, steps, marks, and prose in pieces.

use super::address::Address;
use crate::handbook::model::Shift;
use crate::markdown::Html;
use schemars::JsonSchema;
use serde::Serialize;

/// A link inside the site. A template writes `{{ root }}{{ link.address }}`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Link {
    pub text: String,
    pub address: Address,
}

/// A role among others.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct PlacedRole {
    pub role: Link,
    /// `draft`, `retired`, `from 2027-01-01`; empty for a role that holds.
    pub note: String,
}

/// A step of the scale.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct StepView {
    /// From 1, the lowest.
    pub number: usize,
    /// How many steps the scale has.
    pub of: usize,
    pub name: String,
    /// The step's id, which is its anchor on a competency's page.
    pub key: String,
}

/// What became of something between a rung and the one compared with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// There is nothing to compare with.
    None,
    New,
    Raised,
    Lowered,
    Same,
    Dropped,
    /// A fact that has another value.
    Changed,
}

/// A part of a page's text, in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Piece {
    /// `level` is that of the HTML heading, 2 to 6.
    Heading {
        level: u8,
        anchor: String,
        /// Anchors that lead here unseen.
        former: Vec<String>,
        html: Html,
        link: Option<Link>,
    },
    Prose {
        html: Html,
    },
    /// What has a frame of its own: a section of a topic whose look is composed, or a part of it.
    Section {
        /// `challenges` or `takeaways`; empty for a part.
        topic: String,
        items: Vec<Piece>,
    },
    Statements {
        ordered: bool,
        items: Vec<StatementView>,
    },
}

/// One list item that may be pointed at.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct StatementView {
    /// `None` in free prose, where a list is only a list.
    pub anchor: Option<String>,
    /// Anchors that lead here unseen: those of the words that it had before.
    pub former: Vec<String>,
    pub html: Html,
    /// The role the statement is inherited from.
    pub from: Option<Link>,
    /// A task list's tick.
    pub checked: Option<bool>,
}

/// A term of a description list: `Reports to: Director of Engineering`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Detail {
    /// What it is: `Reports to`.
    pub title: String,
    /// Said as text when there are no links.
    pub text: String,
    /// The same as links, where it is other pages.
    pub links: Vec<Link>,
}

impl Mark {
    /// What became of a value on the way from one role to another.
    pub(super) fn of_values(from: Option<&str>, to: Option<&str>) -> Mark {
        match (from, to) {
            (None, None) => Mark::None,
            (None, Some(_)) => Mark::New,
            (Some(_), None) => Mark::Dropped,
            (Some(from), Some(to)) if from == to => Mark::Same,
            (Some(_), Some(_)) => Mark::Changed,
        }
    }

    /// Whether something is other than it was.
    pub(super) fn is_change(self) -> bool {
        !matches!(self, Mark::None | Mark::Same)
    }
}

impl From<Shift> for Mark {
    fn from(shift: Shift) -> Mark {
        match shift {
            Shift::New => Mark::New,
            Shift::Raised => Mark::Raised,
            Shift::Lowered => Mark::Lowered,
            Shift::Dropped => Mark::Dropped,
            Shift::Same => Mark::Same,
        }
    }
}

impl Detail {
    pub(super) fn text(title: &str, text: &str) -> Detail {
        Detail { title: title.to_owned(), text: text.to_owned(), links: Vec::new() }
    }

    /// The links, and the same as text.
    pub(super) fn links(title: &str, links: Vec<Link>) -> Detail {
        let words: Vec<&str> = links.iter().map(|it| it.text.as_str()).collect();
        Detail { title: title.to_owned(), text: words.join(", "), links }
    }
}
