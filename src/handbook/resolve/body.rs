//! One document's outline becomes a body: headings are recognised, list items become statements.

use super::Resolver;
use super::visibility::Words;
use crate::document::{Document, Section as WrittenSection};
use crate::handbook::model::{
    Block, Body, Heading, Id, Role, Section, Statement, Statements, Topic, Visibility,
};
use crate::markdown::{self, Attributes, Item, short_slug, slug};

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
pub(super) fn body(
    resolver: Resolver<'_>,
    (document, role): (&Document, Option<Id<Role>>),
    recognise: Recognise<'_>,
) -> Body {
    let outline = &document.outline;
    let nothing = Visibility::default();
    let (words, visibility) = (resolver.words(), &nothing);
    let around = Around { role, words, visibility, topic: None, is_recognised: false };
    Body {
        visibility: resolver.visibility(document),
        summary: document.front.summary().map(|it| it.value.clone()),
        opening: blocks(&outline.opening, around),
        sections: sections(&outline.sections, around, recognise),
        footnotes: outline.footnotes.clone(),
    }
}

/// What stands around a part of a document.
#[derive(Clone, Copy)]
struct Around<'a> {
    role: Option<Id<Role>>,
    words: &'a Words,
    /// Of the sections around.
    visibility: &'a Visibility,
    /// Of the nearest section.
    topic: Option<&'a Topic>,
    /// Whether any section around was recognised.
    is_recognised: bool,
}

fn sections(
    written: &[WrittenSection],
    around: Around<'_>,
    recognise: Recognise<'_>,
) -> Vec<Section> {
    let mut sections = Vec::new();
    for it in written {
        let recognised = recognise(&it.heading, around.topic);
        sections.push(section(it, around, recognised, recognise));
    }
    sections
}

fn section(
    written: &WrittenSection,
    around: Around<'_>,
    recognised: Recognised,
    recognise: Recognise<'_>,
) -> Section {
    let heading = &written.heading;
    let by_author = heading.attributes.id.as_ref().map(|it| it.value.clone());
    let is_written = by_author.is_some() || recognised.anchor.is_some();
    let anchor = by_author.or(recognised.anchor).unwrap_or_else(|| slug(&heading.text));
    let topic = recognised.topic;
    let is_recognised = around.is_recognised || topic != Topic::Free;
    let visibility = around.words.of(&heading.attributes).within(around.visibility);
    let inside = Around { topic: Some(&topic), is_recognised, visibility: &visibility, ..around };
    Section {
        anchor,
        anchor_is_written: is_written,
        title: heading.text.clone(),
        heading: Heading::Written(heading.title.clone()),
        blocks: blocks(&written.blocks, inside),
        sections: sections(&written.sections, inside, recognise),
        span: heading.span,
        visibility,
        topic,
    }
}

fn blocks(written: &[markdown::Block], around: Around<'_>) -> Vec<Block> {
    let block = |it: &markdown::Block| match it {
        markdown::Block::Prose(prose) => Some(Block::Prose(prose.clone())),
        markdown::Block::List(list) => Some(Block::Statements(Statements {
            start: list.start,
            items: list.items.iter().map(|it| statement(it, around)).collect(),
        })),
        markdown::Block::Heading(_) => None,
    };
    written.iter().filter_map(block).collect()
}

fn statement(item: &Item, around: Around<'_>) -> Statement {
    let visibility = around.words.of(&item.attributes).within(around.visibility);
    let Attributes { id, replaces, develops, .. } = &item.attributes;
    Statement {
        is_anchored: around.is_recognised || id.is_some(),
        id_is_written: id.is_some(),
        id: id.as_ref().map_or_else(|| short_slug(&item.text), |it| it.value.clone()),
        text: item.text.clone(),
        prose: item.prose.clone(),
        replaces: replaces.clone(),
        develops: develops.clone(),
        visibility,
        checked: item.checked,
        stated_by: around.role,
        span: item.span,
    }
}

#[cfg(test)]
mod tests {
    use super::super::heading_names::HeadingNames;
    use super::super::names::Names;
    use super::super::settings;
    use super::{Recognised, Resolver, body};
    use crate::content::{RelPath, TextFile};
    use crate::document;
    use crate::handbook::model::Topic;
    use std::collections::BTreeMap;

    #[test]
    fn statements_are_anchored_in_every_group_of_a_recognised_section() {
        let text =
            "## Known\n\n- One\n\n### Group\n\n- Two\n\n## Free\n\n- Three\n- Four {#four}\n";
        let file = TextFile::new(RelPath::new("roles/a.md").unwrap(), text);
        let documents = [document::parse(&file).value.unwrap()];
        let frame = settings::frame(&documents, &BTreeMap::new(), &mut Vec::new());
        let names = Names::declare(&documents, &frame, &mut Vec::new());
        let headings = HeadingNames::new(&names.competencies, &names.roles);
        let resolver =
            Resolver { documents: &documents, frame: &frame, names: &names, headings: &headings };
        let whose = (&documents[0], None);
        let body = body(resolver, whose, &mut |heading, _| match heading.text.as_str() {
            "Known" => Recognised { topic: Topic::Known("known".to_owned()), anchor: None },
            _ => Recognised::free(),
        });
        let anchored = body.statements().filter(|it| it.is_anchored);
        let ids: Vec<&str> = anchored.map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["one", "two", "four"]);
    }
}
