//! `labels`: the author's own words for what the program says on pages. The words that the program
//! brings along are written and read in the same way.

use crate::diagnostic::Spanned;
use crate::document::fields::Fields;
use crate::document::problem;
use crate::document::yaml::{Node, Value};

/// What is said for one key.
#[derive(Clone, Debug, PartialEq)]
pub struct LabelFront {
    pub key: Spanned<String>,
    pub wording: WordingFront,
}

#[derive(Clone, Debug, PartialEq)]
pub enum WordingFront {
    /// `rung-below: Rung below`
    Plain(Spanned<String>),
    /// `n-roles: { one: "{n} role", other: "{n} roles" }`
    Counted(Vec<(Spanned<String>, Spanned<String>)>),
}

pub(in crate::document) fn labels(fields: &mut Fields<'_>) -> Vec<LabelFront> {
    let mut found = Vec::new();
    for (key, node) in fields.entries("labels") {
        let wording = match node.value {
            Value::Mapping(_) => {
                let forms = fields.inner("a plural", node).into_entries();
                let forms = forms.into_iter();
                let form = |(category, it): (Spanned<String>, Node)| {
                    let words = words(fields, &category.value, it)?;
                    Some((category, words))
                };
                Some(WordingFront::Counted(forms.filter_map(form).collect()))
            }
            _ => words(fields, &key.value, node).map(WordingFront::Plain),
        };
        found.extend(wording.map(|wording| LabelFront { key, wording }));
    }
    found
}

/// Words as they are: a space at an end is meant.
fn words(fields: &mut Fields<'_>, name: &str, node: Node) -> Option<Spanned<String>> {
    match node.value {
        Value::Text(text) => Some(Spanned::new(text, node.span)),
        Value::Nothing => {
            fields.note(problem::empty_value(node.span, name));
            None
        }
        _ => fields.as_text(name, node),
    }
}
