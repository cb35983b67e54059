//! An advert as Markdown, for wikis, issues and most job boards.

use super::place;
use crate::page::{AdvertGroup, AdvertSection, AdvertSheet};
use crate::site::export::literal::literal;

pub fn markdown(sheet: &AdvertSheet) -> String {
    let mut parts = vec![format!("# {}", literal(&sheet.title))];
    parts.extend(Some(literal(&place(sheet))).filter(|it| !it.is_empty()));
    parts.extend(sheet.summary.iter().map(|it| literal(it)));
    parts.extend(sheet.sections.iter().flat_map(section));
    parts.extend(sheet.link.as_ref().map(|it| format!("{}: <{it}>", sheet.in_full)));
    parts.extend(sheet.vacancy.as_ref().map(|it| format!("{}: <{}>", sheet.call, it.url)));
    parts.join("\n\n") + "\n"
}

fn section(section: &AdvertSection) -> Vec<String> {
    let group = |it: &AdvertGroup| {
        let heading = (!it.title.is_empty()).then(|| format!("### {}\n\n", literal(&it.title)));
        let lines: Vec<_> = it.statements.iter().map(|it| format!("- {}", literal(it))).collect();
        heading.unwrap_or_default() + &lines.join("\n")
    };
    let heading = format!("## {}", literal(&section.title));
    [heading].into_iter().chain(section.groups.iter().map(group)).collect()
}
