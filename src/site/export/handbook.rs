//! The whole handbook as a table for spreadsheets: a row for every fact, step and statement of every
//! role.

use super::rows;
use crate::page::{HandbookSheet, RoleSheet, SectionSheet};

/// `role,title,level,part,id,name,value,stated_by`: the part is *scope*, *competency* or the section;
/// the value is a fact's, a step's title, or a statement.
pub(in crate::site) fn csv(handbook: &HandbookSheet) -> String {
    let head = ["role", "title", "level", "part", "id", "name", "value", "stated_by"];
    let rows = handbook.roles.iter().flat_map(role);
    rows::csv([head].into_iter().chain(rows))
}

fn role<'a>(role: &'a RoleSheet) -> Vec<[&'a str; 8]> {
    let level = role.level.as_ref().map_or("", |it| &it.title);
    let row = |[part, id, name, value, stated_by]: [&'a str; 5]| {
        [&role.id, &role.title, level, part, id, name, value, stated_by]
    };
    let facts = role.scope.iter().map(|it| ["scope", &it.id, &it.title, &it.value, &it.stated_by]);
    let steps = role.competencies.iter();
    let steps = steps.map(|it| ["competency", &it.id, &it.title, &it.step.title, &it.stated_by]);
    let sections = role.document.sections.iter().flat_map(lines);
    facts.chain(steps).chain(sections).map(row).collect()
}

/// The statements of a section and all below it, each under the title of its group.
fn lines(section: &SectionSheet) -> Vec<[&str; 5]> {
    fn add<'a>(part: &'a str, section: &'a SectionSheet, lines: &mut Vec<[&'a str; 5]>) {
        let line = section.statements.iter().map(|it| {
            let stated_by = it.stated_by.as_deref().unwrap_or_default();
            [part, it.id.as_str(), section.title.as_str(), it.text.as_str(), stated_by]
        });
        lines.extend(line);
        section.sections.iter().for_each(|it| add(part, it, lines));
    }
    let mut found = Vec::new();
    add(section.key.as_deref().unwrap_or(&section.id), section, &mut found);
    found
}
