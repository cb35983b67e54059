//! An advert as plain text, for forms that take nothing else.

use super::place;
use crate::page::{AdvertGroup, AdvertSection, AdvertSheet};
use crate::site::export::printable::printable;

pub fn text(sheet: &AdvertSheet) -> String {
    let mut parts = vec![sheet.title.clone()];
    parts.extend(Some(place(sheet)).filter(|it| !it.is_empty()));
    parts.extend(sheet.summary.iter().cloned());
    parts.extend(sheet.sections.iter().flat_map(section));
    parts.extend(sheet.link.as_ref().map(|it| format!("{}: {it}", sheet.in_full)));
    parts.extend(sheet.vacancy.as_ref().map(|it| format!("{}: {}", sheet.call, it.url)));
    printable(&(parts.join("\n\n") + "\n"))
}

fn section(section: &AdvertSection) -> Vec<String> {
    let group = |it: &AdvertGroup| {
        let title = if it.title.is_empty() { String::new() } else { format!("{}:\n", it.title) };
        let lines: Vec<_> = it.statements.iter().map(|it| format!("- {it}")).collect();
        title + &lines.join("\n")
    };
    [section.title.to_uppercase()].into_iter().chain(section.groups.iter().map(group)).collect()
}
