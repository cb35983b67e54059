//! One document's outline becomes a body: headings are recognised, list items become statements.

use crate::document::{Document, Section as WrittenSection};
use crate::handbook::model::{
    Block, Body, Heading, Id, Role, Section, Statement, Statements, Topic,
};
use crate::markdown::{self, Attributes, Item, slug};

/// The longest id that is made of a statement's words, in letters.
const LONGEST_ID: usize = 60;

/// What a heading was recognised as.
pub(super) struct Recognised {
    pub(super) topic: Topic,
    /// The anchor that goes with it; else it comes from the words.
    pub(super) anchor: Option<String>,
}

impl Recognised {
    pub(super) fn free() -> Recognised {
        Recognised { topic: Topic::Free, anchor: None }
    }
}

/// Tells what a heading is, given the topic of the section around it.
pub(super) type Recognise<'a> = &'a mut dyn FnMut(&markdown::Heading, Option<&Topic>) -> Recognised;

/// The body that a document means. `role` is whose statements these are.
pub(super) fn body(document: &Document, role: Option<Id<Role>>, recognise: Recognise<'_>) -> Body {
    let outline = &document.outline;
    Body {
        summary: document.front.summary().map(|it| it.value.clone()),
        opening: blocks(&outline.opening, role),
        sections: sections(&outline.sections, (role, None), recognise),
        footnotes: outline.footnotes.clone(),
    }
}

fn sections(
    written: &[WrittenSection],
    (role, around): (Option<Id<Role>>, Option<&Topic>),
    recognise: Recognise<'_>,
) -> Vec<Section> {
    let mut sections = Vec::new();
    for it in written {
        let recognised = recognise(&it.heading, around);
        let inner = sections_below(it, role, &recognised, recognise);
        sections.push(section(it, role, recognised, inner));
    }
    sections
}

fn sections_below(
    written: &WrittenSection,
    role: Option<Id<Role>>,
    recognised: &Recognised,
    recognise: Recognise<'_>,
) -> Vec<Section> {
    sections(&written.sections, (role, Some(&recognised.topic)), recognise)
}

fn section(
    written: &WrittenSection,
    role: Option<Id<Role>>,
    recognised: Recognised,
    sections: Vec<Section>,
) -> Section {
    let heading = &written.heading;
    let by_author = heading.attributes.id.as_ref().map(|it| it.value.clone());
    let is_written = by_author.is_some() || recognised.anchor.is_some();
    let anchor = by_author.or(recognised.anchor).unwrap_or_else(|| slug(&heading.text));
    Section {
        anchor,
        anchor_is_written: is_written,
        title: heading.text.clone(),
        heading: Heading::Written(heading.title.clone()),
        topic: recognised.topic,
        blocks: blocks(&written.blocks, role),
        sections,
        span: heading.span,
    }
}

pub(super) fn blocks(written: &[markdown::Block], role: Option<Id<Role>>) -> Vec<Block> {
    let block = |it: &markdown::Block| match it {
        markdown::Block::Prose(prose) => Some(Block::Prose(prose.clone())),
        markdown::Block::List(list) => Some(Block::Statements(Statements {
            start: list.start,
            items: list.items.iter().map(|it| statement(it, role)).collect(),
        })),
        markdown::Block::Heading(_) => None,
    };
    written.iter().filter_map(block).collect()
}

fn statement(item: &Item, role: Option<Id<Role>>) -> Statement {
    let Attributes { id, classes, replaces, develops } = item.attributes.clone();
    Statement {
        id_is_written: id.is_some(),
        id: id.map_or_else(|| id_from(&item.text), |it| it.value),
        text: item.text.clone(),
        prose: item.prose.clone(),
        replaces,
        develops,
        internal: classes.iter().any(|it| it.value == "internal"),
        checked: item.checked,
        stated_by: role,
        span: item.span,
    }
}

/// The id that a statement's words give, cut between words.
fn id_from(text: &str) -> String {
    let whole = slug(text);
    if whole.chars().count() <= LONGEST_ID {
        return whole;
    }
    let cut: String = whole.chars().take(LONGEST_ID).collect();
    cut.rsplit_once('-').map_or(cut.clone(), |(words, _)| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::id_from;

    #[test]
    fn an_id_is_cut_between_words() {
        assert_eq!(id_from("Settles conflicts"), "settles-conflicts");
        let long = id_from(&"priority ".repeat(20));
        assert_eq!(long, "priority-priority-priority-priority-priority-priority");
    }
}
