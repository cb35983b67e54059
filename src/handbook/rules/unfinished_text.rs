//! What is published should be finished: no `TODO`, no placeholder.

use super::problem;
use crate::diagnostic::{Diagnostic, Span};
use crate::handbook::model::{Block, Body, Handbook};

const MARKS: [&str; 5] = ["TODO", "FIXME", "TBD", "XXX", "Lorem ipsum"];

pub(super) fn unfinished_text(handbook: &Handbook, findings: &mut Vec<Diagnostic>) {
    let roles = handbook.roles.iter().map(|(_, it)| (&it.body, it.span));
    let competencies = handbook.competencies.iter().map(|(_, it)| (&it.body, it.span));
    let guides = handbook.guides.iter().map(|(_, it)| (&it.body, it.span));
    let families = handbook.families.iter().map(|(_, it)| (&it.body, it.span));
    for (body, span) in roles.chain(competencies).chain(guides).chain(families) {
        check_body(body, span, findings);
    }
    let steps = handbook.competencies.iter().flat_map(|(_, it)| &it.descriptors);
    for descriptor in steps {
        check_blocks(&descriptor.section.blocks, descriptor.section.span, findings);
    }
}

fn check_body(body: &Body, span: Span, findings: &mut Vec<Diagnostic>) {
    check_blocks(&body.opening, span, findings);
    for section in body.all_sections() {
        note(&section.title, section.span, findings);
        // What is inherited was reported where it is written.
        if section.span.file == span.file {
            check_blocks(&section.blocks, section.span, findings);
        }
    }
}

fn check_blocks(blocks: &[Block], near: Span, findings: &mut Vec<Diagnostic>) {
    for block in blocks {
        match block {
            Block::Prose(prose) => note(&prose.text(), near, findings),
            Block::Statements(list) => {
                list.items.iter().for_each(|it| note(&it.text, it.span, findings));
            }
        }
    }
}

fn note(text: &str, span: Span, findings: &mut Vec<Diagnostic>) {
    let is_word = |mark: &str| text.split(|it: char| !it.is_alphanumeric()).any(|it| it == mark);
    let found = MARKS
        .iter()
        .find(|mark| if mark.contains(' ') { text.contains(**mark) } else { is_word(mark) });
    findings.extend(found.map(|mark| problem::unfinished(mark, span)));
}
