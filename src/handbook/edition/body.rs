//! What documents say, as an edition shows it.

use super::footnotes;
use super::selection::Selection;
use crate::handbook::model::{
    Block, Body, Descriptor, Heading, Id, PageVisibility, Role, Section, Statement, Statements,
};

impl Selection<'_> {
    /// What is shown of a document's text; `role` is whose it is.
    pub(super) fn body(&self, role: Option<Id<Role>>, body: &Body) -> Body {
        self.document(role, (body, &[])).0
    }

    /// The same of a competency, with its steps.
    pub(super) fn described(&self, body: &Body, steps: &[Descriptor]) -> (Body, Vec<Descriptor>) {
        self.document(None, (body, steps))
    }

    fn document(
        &self,
        role: Option<Id<Role>>,
        (whole, steps): (&Body, &[Descriptor]),
    ) -> (Body, Vec<Descriptor>) {
        let Body { visibility, summary, opening, sections, footnotes } = whole;
        // The front page stays, and its text goes.
        if !self.shows(&visibility.page) {
            return (Body::default(), Vec::new());
        }
        let PageVisibility { page, fields } = visibility.clone();
        let fields = fields.into_iter().filter(|it| self.shows(&it.visibility)).collect();
        let is_summary_shown = self.shows_field(whole, "summary", None);
        let mut body = Body {
            visibility: PageVisibility { page, fields },
            summary: summary.clone().filter(|_| is_summary_shown),
            opening: self.blocks(opening),
            sections: sections.iter().filter_map(|it| self.section(it)).collect(),
            footnotes: footnotes.clone(),
        };
        let step = |it: &Descriptor| {
            Some(Descriptor { proficiency: it.proficiency, section: self.section(&it.section)? })
        };
        let mut left: Vec<Descriptor> = steps.iter().filter_map(step).collect();
        if footnotes::n_texts(&body, &left) < footnotes::n_texts(whole, steps) {
            let speaker = role.and_then(|it| self.kept.roles.id(it));
            footnotes::recount(&mut body, &mut left, speaker);
        }
        (body, left)
    }

    /// `None` for a section that is hidden, is about something hidden, or of which nothing is left.
    fn section(&self, section: &Section) -> Option<Section> {
        let Section {
            anchor,
            anchor_is_written,
            title,
            heading,
            topic,
            blocks,
            sections,
            visibility,
            span,
        } = section;
        if !self.shows(visibility) {
            return None;
        }
        let shown = Section {
            anchor: anchor.clone(),
            anchor_is_written: *anchor_is_written,
            title: title.clone(),
            heading: match heading {
                Heading::Written(prose) => Heading::Written(prose.clone()),
                Heading::Named => Heading::Named,
            },
            topic: self.topic(topic)?,
            blocks: self.blocks(blocks),
            sections: sections.iter().filter_map(|it| self.section(it)).collect(),
            visibility: visibility.clone(),
            span: *span,
        };
        let is_empty = |it: &Section| it.blocks.is_empty() && it.sections.is_empty();
        // A heading above nothing would tell that something is missing.
        (is_empty(section) || !is_empty(&shown)).then_some(shown)
    }

    fn blocks(&self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().filter_map(|it| self.block(it)).collect()
    }

    fn block(&self, block: &Block) -> Option<Block> {
        let Block::Statements(Statements { start, items }) = block else {
            return Some(block.clone());
        };
        let shown: Vec<_> = items.iter().filter_map(|it| self.statement(it)).collect();
        let is_left = items.is_empty() || !shown.is_empty();
        is_left.then_some(Block::Statements(Statements { start: *start, items: shown }))
    }

    /// What a hidden role says is hidden wherever it is inherited.
    fn statement(&self, statement: &Statement) -> Option<Statement> {
        let stated_by = match statement.stated_by {
            Some(role) => Some(self.kept.roles.id(role)?),
            None => None,
        };
        let is_shown = self.shows(&statement.visibility);
        is_shown.then(|| Statement { stated_by, ..statement.clone() })
    }
}
