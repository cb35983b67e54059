//! Every place that has an anchor, page by page.

use crate::diagnostic::{FileId, Span};
use crate::handbook::model::{Block, Body, Handbook, Section, Statement};

/// A heading or a statement with its anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchored<'a> {
    pub anchor: &'a str,
    /// Whether the author wrote the anchor.
    pub is_written: bool,
    pub is_heading: bool,
    /// The words, where they were written: elsewhere than `page` where they are inherited.
    pub span: Span,
    /// The document whose page it is on.
    pub page: FileId,
}

/// What has an anchor on any page, in reading order.
pub fn anchored(handbook: &Handbook) -> Vec<Anchored<'_>> {
    let mut found = Vec::new();
    for (_, it) in handbook.roles.iter() {
        collect_body(&it.body, it.span.file, &mut found);
    }
    for (_, it) in handbook.competencies.iter() {
        collect_body(&it.body, it.span.file, &mut found);
        let steps = it.descriptors.iter().map(|it| &it.section);
        steps.for_each(|step| collect_section(step, it.span.file, &mut found));
    }
    let guides = handbook.guides.iter().map(|(_, it)| (&it.body, it.span));
    let families = handbook.families.iter().map(|(_, it)| (&it.body, it.span));
    guides.chain(families).for_each(|(body, span)| collect_body(body, span.file, &mut found));
    collect_home(&handbook.home.body, &mut found);
    found
}

/// The front page inherits nothing, so whatever stands on it stands in its document.
fn collect_home<'a>(home: &'a Body, found: &mut Vec<Anchored<'a>>) {
    let statement = home.statements().next().map(|it| it.span.file);
    let file = statement.or_else(|| home.sections.first().map(|it| it.span.file));
    if let Some(file) = file {
        collect_body(home, file, found);
    }
}

fn collect_body<'a>(body: &'a Body, page: FileId, found: &mut Vec<Anchored<'a>>) {
    collect_blocks(&body.opening, page, found);
    body.sections.iter().for_each(|it| collect_section(it, page, found));
}

fn collect_section<'a>(section: &'a Section, page: FileId, found: &mut Vec<Anchored<'a>>) {
    let Section { anchor, anchor_is_written: is_written, span, .. } = section;
    let (is_written, span) = (*is_written, *span);
    found.push(Anchored { anchor, is_written, is_heading: true, span, page });
    collect_blocks(&section.blocks, page, found);
    section.sections.iter().for_each(|it| collect_section(it, page, found));
}

fn collect_blocks<'a>(blocks: &'a [Block], page: FileId, found: &mut Vec<Anchored<'a>>) {
    let statements = blocks.iter().flat_map(Block::statements).filter(|it| it.is_anchored);
    found.extend(statements.map(|it: &Statement| Anchored {
        anchor: &it.id,
        is_written: it.id_is_written,
        is_heading: false,
        span: it.span,
        page,
    }));
}
