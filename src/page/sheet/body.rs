//! What documents say, as plain text in sections.

use crate::diagnostic::FileId;
use crate::handbook::model::{Block, Body, Section, Statement, Topic, asks};
use crate::markdown::Prose;
use crate::page::address::Address;
use crate::page::context::Context;
use crate::page::prose::Typesetter;
use schemars::JsonSchema;
use serde::Serialize;

/// A document without its title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DocumentSheet {
    /// What stands before its first heading; an empty line between paragraphs.
    pub text: String,
    pub sections: Vec<SectionSheet>,
    /// The day of its last change, `2026-01-01`, where Git knows it and the handbook shows it.
    pub changed_on: Option<String>,
}

/// A heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SectionSheet {
    /// Its anchor on the page.
    pub id: String,
    pub title: String,
    /// The handbook's section that it was recognised as: `responsibilities`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The competency that it is about, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub competency: Option<String>,
    /// The role that it is about, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Whether its statements ask something of a person; others tell what a role is like.
    pub asks: bool,
    /// Its prose, and lists that are no statements; an empty line between paragraphs.
    pub text: String,
    pub statements: Vec<StatementLine>,
    pub sections: Vec<SectionSheet>,
}

/// One observable expectation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatementLine {
    /// Its anchor on the page of the role or competency.
    pub id: String,
    pub text: String,
    /// The id of the role that says so, which is another than the one that shows it when
    /// inherited; none in competencies.
    pub stated_by: Option<String>,
}

/// A document of which nothing is published as data.
pub(in crate::page) fn document(context: &Context<'_>, body: &Body) -> DocumentSheet {
    Transcriber::new(context).document(body, None)
}

/// Takes documents apart for sheets.
pub(super) struct Transcriber<'a> {
    context: &'a Context<'a>,
    typesetter: Typesetter<'a>,
}

impl<'a> Transcriber<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Transcriber<'a> {
        // Words are the same on every page.
        Transcriber { context, typesetter: Typesetter::new(context, &Address::home()) }
    }

    /// `file` is where it is written.
    pub(super) fn document(&self, body: &Body, file: Option<FileId>) -> DocumentSheet {
        let changed = file.and_then(|it| self.context.handbook.changes.get(&it));
        DocumentSheet {
            text: self.text(&body.opening),
            sections: self.sections(&body.sections),
            changed_on: changed.map(|it| it.on.clone()),
        }
    }

    pub(super) fn sections(&self, sections: &[Section]) -> Vec<SectionSheet> {
        sections.iter().map(|it| self.section(it, false)).collect()
    }

    /// `is_asked`: whether the section around it asks something.
    fn section(&self, section: &Section, is_asked: bool) -> SectionSheet {
        let handbook = self.context.handbook;
        let (mut key, mut competency, mut role) = (None, None, None);
        match &section.topic {
            Topic::Known(it) => key = Some(it.clone()),
            Topic::Competency(it) => competency = Some(handbook.competencies[*it].slug.clone()),
            Topic::Role(it) => role = Some(handbook.roles[*it].slug.clone()),
            Topic::Free => {}
        }
        let asks = is_asked || key.as_deref().is_some_and(asks);
        SectionSheet {
            id: section.anchor.clone(),
            title: self.context.places.heading(section).to_owned(),
            key,
            competency,
            role,
            asks,
            text: self.text(&section.blocks),
            statements: self.statements(section.blocks.iter().flat_map(Block::statements)),
            sections: section.sections.iter().map(|it| self.section(it, asks)).collect(),
        }
    }

    /// The prose among `blocks`, and lists that are no statements.
    pub(super) fn text(&self, blocks: &[Block]) -> String {
        let text = |block: &Block| match block {
            Block::Prose(prose) => self.typesetter.paragraphs(prose).join("\n\n"),
            Block::Statements(it) => {
                let plain = it.items.iter().filter(|it| !it.is_anchored);
                let lines = plain.map(|it| format!("- {}", self.typesetter.plain(&it.prose)));
                lines.collect::<Vec<_>>().join("\n")
            }
        };
        let texts = blocks.iter().map(text).filter(|it| !it.is_empty());
        texts.collect::<Vec<_>>().join("\n\n")
    }

    /// Those of `statements` that can be pointed at.
    pub(super) fn statements<'s>(
        &self,
        statements: impl IntoIterator<Item = &'s Statement>,
    ) -> Vec<StatementLine> {
        let anchored = statements.into_iter().filter(|it| it.is_anchored);
        anchored.map(|it| self.statement(it)).collect()
    }

    pub(super) fn plain(&self, prose: &Prose) -> String {
        self.typesetter.plain(prose)
    }

    fn statement(&self, statement: &Statement) -> StatementLine {
        StatementLine {
            id: statement.id.clone(),
            text: self.typesetter.plain(&statement.prose),
            stated_by: statement.stated_by.map(|it| self.context.role(it).slug.clone()),
        }
    }
}
