//! The places on a page that can be found, in reading order: headings with their prose, and
//! statements.

use crate::page::sheet::{DescriptorSheet, SectionSheet, StatementLine};
use crate::search::Passage;

/// What stands before the first heading, beyond the one sentence that is shown of the page.
pub(super) fn opening(text: &str, summary: &str) -> Option<Passage> {
    let rest = text.strip_prefix(summary).unwrap_or(text);
    let passage =
        || Passage { anchor: String::new(), heading: String::new(), text: one_line(rest) };
    (!rest.trim().is_empty()).then(passage)
}

pub(super) fn of_sections(sections: &[SectionSheet]) -> Vec<Passage> {
    let mut passages = Vec::new();
    sections.iter().for_each(|it| add_section(it, &mut passages));
    passages
}

/// One step of a competency.
pub(super) fn of_step(step: &DescriptorSheet) -> Vec<Passage> {
    let mut passages = vec![headed(&step.step.id, &step.step.title, &step.text)];
    passages.extend(step.statements.iter().map(statement));
    step.sections.iter().for_each(|it| add_section(it, &mut passages));
    passages
}

pub(super) fn headed(anchor: &str, heading: &str, text: &str) -> Passage {
    Passage { anchor: anchor.to_owned(), heading: heading.to_owned(), text: one_line(text) }
}

fn add_section(section: &SectionSheet, passages: &mut Vec<Passage>) {
    passages.push(headed(&section.id, &section.title, &section.text));
    passages.extend(section.statements.iter().map(statement));
    section.sections.iter().for_each(|it| add_section(it, passages));
}

fn statement(line: &StatementLine) -> Passage {
    Passage { anchor: line.id.clone(), heading: String::new(), text: line.text.clone() }
}

/// An excerpt has no paragraphs.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
