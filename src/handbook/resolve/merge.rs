//! Two bodies become one: the sections of a role, and the statements it inherits.

use super::sections::SectionTable;
use crate::handbook::model::{Block, Body, Heading, Section, Statement, Statements, Topic};
use crate::markdown::slug;
use std::collections::{BTreeMap, BTreeSet};

/// The sections whose statements are handed down.
const INHERITED: [&str; 5] =
    ["responsibilities", "competencies", "success-metrics", "requirements", "takeaways"];

/// What is handed down, and what is not.
pub(super) struct Inheritance<'a> {
    pub(super) sections: &'a SectionTable,
    /// Ids of statements that are omitted, replaced, or said anew under the same id.
    pub(super) gone: BTreeSet<&'a str>,
}

/// The child's body with the parent's statements, each where its like stand.
pub(super) fn inherit_body(child: &Body, parent: &Body, inheritance: &Inheritance<'_>) -> Body {
    let mut body = child.clone();
    for section in &parent.sections {
        let Topic::Known(key) = &section.topic else { continue };
        if !INHERITED.contains(&key.as_str()) {
            continue;
        }
        match body.sections.iter_mut().find(|it| it.topic == section.topic) {
            Some(own) => merge(own, section, inheritance),
            None => insert(&mut body.sections, key, handed_down(section, inheritance), inheritance),
        }
    }
    body
}

/// Puts a section before the first that comes later in the usual order.
fn insert(
    sections: &mut Vec<Section>,
    key: &str,
    section: Option<Section>,
    inheritance: &Inheritance<'_>,
) {
    let Some(section) = section else { return };
    let order = inheritance.sections.order(key);
    let comes_later = |it: &Section| match &it.topic {
        Topic::Known(other) => inheritance.sections.order(other) > order,
        _ => false,
    };
    let at = sections.iter().position(comes_later).unwrap_or(sections.len());
    sections.insert(at, section);
}

/// What a section hands down where the child has none like it: statements without the prose.
fn handed_down(section: &Section, inheritance: &Inheritance<'_>) -> Option<Section> {
    let below = section.sections.iter().filter_map(|it| handed_down(it, inheritance));
    let below: Vec<Section> = below.collect();
    let items = remaining(section, inheritance);
    let is_empty = items.is_empty() && below.is_empty();
    let blocks = if items.is_empty() { Vec::new() } else { vec![statements(items)] };
    (!is_empty).then(|| Section {
        blocks,
        sections: below,
        heading: match section.topic {
            Topic::Known(_) => Heading::Named,
            _ => section.heading.clone(),
        },
        ..section.clone()
    })
}

/// The statements that stand right in a section and are not gone.
fn remaining(section: &Section, inheritance: &Inheritance<'_>) -> Vec<Statement> {
    let all = section.blocks.iter().flat_map(Block::statements);
    all.filter(|it| !inheritance.gone.contains(it.id.as_str())).cloned().collect()
}

fn statements(items: Vec<Statement>) -> Block {
    Block::Statements(Statements { start: None, items })
}

/// Adds to a section what the parent's section of the same topic hands down.
fn merge(own: &mut Section, parent: &Section, inheritance: &Inheritance<'_>) {
    let (before, said) = split(std::mem::take(&mut own.blocks));
    let mut said = Said::new(said);
    let mut items = Vec::new();
    for statement in parent.blocks.iter().flat_map(Block::statements) {
        // A replacement takes the place of what it replaces.
        items.extend(said.take(&statement.id));
        if !inheritance.gone.contains(statement.id.as_str()) {
            items.push(statement.clone());
        }
    }
    own.blocks = before;
    join(&mut own.blocks, items, said.left());
    for group in &parent.sections {
        match own.sections.iter_mut().find(|it| is_alike(it, group)) {
            Some(like) => merge(like, group, inheritance),
            None => own.sections.extend(handed_down(group, inheritance)),
        }
    }
}

/// The prose before the first list, and everything after it.
fn split(blocks: Vec<Block>) -> (Vec<Block>, Vec<Block>) {
    let lists = |it: &Block| matches!(it, Block::Statements(_));
    let at = blocks.iter().position(lists).unwrap_or(blocks.len());
    let mut before = blocks;
    let after = before.split_off(at);
    (before, after)
}

/// What a child says itself, of which statements are taken out one by one.
struct Said {
    blocks: Vec<Block>,
    /// By the index of their block.
    statements: Vec<Vec<Option<Statement>>>,
    /// Where the statements stand that have an id, or replace it.
    places: BTreeMap<String, Vec<(usize, usize)>>,
}

impl Said {
    fn new(mut blocks: Vec<Block>) -> Said {
        let (mut all, mut places) = (Vec::new(), BTreeMap::<_, Vec<_>>::new());
        for (block, said) in blocks.iter_mut().enumerate() {
            let items = match said {
                Block::Statements(list) => std::mem::take(&mut list.items),
                Block::Prose(_) => Vec::new(),
            };
            for (index, it) in items.iter().enumerate() {
                let ids: BTreeSet<_> =
                    it.replaces.iter().map(|it| &it.value).chain([&it.id]).collect();
                for id in ids {
                    places.entry(id.clone()).or_default().push((block, index));
                }
            }
            all.push(items.into_iter().map(Some).collect::<Vec<_>>());
        }
        Said { blocks, statements: all, places }
    }

    /// Takes out the statements that replace `id`, or have it.
    fn take(&mut self, id: &str) -> Vec<Statement> {
        let places = self.places.remove(id).unwrap_or_default();
        places.into_iter().filter_map(|(block, it)| self.statements[block][it].take()).collect()
    }

    /// The blocks with what nobody took.
    fn left(self) -> Vec<Block> {
        let left = self.blocks.into_iter().zip(self.statements).map(|(block, items)| match block {
            Block::Statements(list) => Block::Statements(Statements {
                items: items.into_iter().flatten().collect(),
                ..list
            }),
            prose => prose,
        });
        left.collect()
    }
}

/// The inherited statements and then the child's own, as one list where they can be one.
fn join(blocks: &mut Vec<Block>, mut items: Vec<Statement>, said: Vec<Block>) {
    let mut said = said.into_iter().peekable();
    if let Some(Block::Statements(first)) = said.next_if(is_plain) {
        items.extend(first.items);
    }
    if !items.is_empty() {
        blocks.push(statements(items));
    }
    blocks
        .extend(said.filter(|it| !matches!(it, Block::Statements(list) if list.items.is_empty())));
}

fn is_plain(block: &Block) -> bool {
    matches!(block, Block::Statements(list) if list.start.is_none())
}

/// Whether two groups are about the same: one competency, or one heading.
fn is_alike(one: &Section, other: &Section) -> bool {
    match (&one.topic, &other.topic) {
        (Topic::Competency(one), Topic::Competency(other)) => one == other,
        _ => slug(&one.title) == slug(&other.title),
    }
}
