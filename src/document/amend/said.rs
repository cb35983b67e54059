//! What a front matter says, as far as an edit might lose it.
//!
//! In: a file, and what it becomes. Out: whether it says what it shall, and no less than it did: YAML can be
//! written in more ways than an edit knows.

use super::super::fence::{Fence, fence};
use super::super::yaml::{self, Node, Value};
use crate::content::TextFile;
use crate::diagnostic::Span;
use crate::edit::{Edit, Edits};
use std::collections::BTreeSet;

/// Whether the file says the alias when the edits are made, and no less than before.
pub(super) fn is_said(file: &TextFile, edits: &[Edit], alias: &str) -> bool {
    let text = Edits::new(edits.to_vec()).map(|it| it.apply(&file.text)).unwrap_or_default();
    let Some(said) = Said::by(file, &text) else { return false };
    let before = Said::by(file, &file.text).unwrap_or_default();
    said.aliases.iter().any(|it| it == alias)
        && said.aliases.len() >= before.aliases.len()
        && before.fields.is_subset(&said.fields)
}

/// What a front matter says, as far as it might be lost.
#[derive(Default)]
struct Said {
    fields: BTreeSet<String>,
    aliases: Vec<String>,
}

impl Said {
    /// `None` where the text has no list of fields.
    fn by(file: &TextFile, text: &str) -> Option<Said> {
        let Fence::Closed { yaml, .. } = fence(text) else { return None };
        let Value::Mapping(entries) = yaml::parse(file.id, text, yaml).ok()?.value else {
            return None;
        };
        let aliases = entries.iter().find(|(key, _)| key.value == "aliases");
        let aliases = aliases.map_or(&[][..], |(_, it)| match &it.value {
            Value::List(all) => all,
            _ => &[],
        });
        Some(Said {
            aliases: aliases.iter().filter_map(|it| Some(address(it)?.0.to_owned())).collect(),
            fields: entries.into_iter().map(|(key, _)| key.value).collect(),
        })
    }
}

/// The address of an alias, and the text that it stands in.
pub(super) fn address(item: &Node) -> Option<(&str, Span)> {
    match &item.value {
        Value::Text(it) => Some((it.trim(), item.span)),
        Value::Mapping(entries) => entries.iter().find_map(|(key, node)| match &node.value {
            Value::Text(it) if key.value == "from" => Some((it.trim(), node.span)),
            _ => None,
        }),
        _ => None,
    }
}
