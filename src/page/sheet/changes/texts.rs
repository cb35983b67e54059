//! The prose of a document in two states. Which headings have another text is told, and no more:
//! prose is read, not compared.

use super::line::TextChange;
use super::renames::Renames;
use crate::page::sheet::body::{DocumentSheet, SectionSheet};
use crate::page::view::Mark;

/// The text under one heading.
struct Passage<'a> {
    key: String,
    title: &'a str,
    text: &'a str,
}

/// In the order of the page; what is no more comes last.
pub(super) fn texts(
    before: &DocumentSheet,
    now: &DocumentSheet,
    renames: &Renames,
) -> Vec<TextChange> {
    let (before, now) = (passages(before), passages(now));
    let mut found = Vec::new();
    for it in &now {
        let old = before.iter().find(|old| old.key == it.key);
        let change = match old {
            None => Mark::New,
            Some(old) if renames.is_same(old.text, it.text) => continue,
            Some(_) => Mark::Changed,
        };
        found.push(TextChange { section: it.title.to_owned(), change });
    }
    let is_gone = |it: &&Passage<'_>| !now.iter().any(|new| new.key == it.key);
    let gone = before.iter().filter(is_gone);
    found.extend(gone.map(|it| TextChange { section: it.title.to_owned(), change: Mark::Dropped }));
    found
}

/// Every heading that has a text, and what stands before the first.
fn passages(document: &DocumentSheet) -> Vec<Passage<'_>> {
    let opening = Passage { key: String::new(), title: "", text: &document.text };
    let mut found = vec![opening];
    for it in &document.sections {
        collect(it, "", &mut found);
    }
    found.retain(|it| !it.text.is_empty());
    found
}

fn collect<'a>(section: &'a SectionSheet, above: &str, found: &mut Vec<Passage<'a>>) {
    let named = section.key.as_ref().or(section.competency.as_ref()).or(section.role.as_ref());
    let key = format!("{above}/{}", named.unwrap_or(&section.id));
    found.push(Passage { key: key.clone(), title: &section.title, text: &section.text });
    section.sections.iter().for_each(|it| collect(it, &key, found));
}
