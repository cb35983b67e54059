//! `Occupation`: a role by its names and codes. What it asks stands on the page, which is to be small, and
//! as data beside it.

use super::Node;
use crate::handbook::model::{Fact, Id, Role, Subject};
use crate::page::context::Context;
use crate::page::role::title_of_code;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Occupation {
    name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternate_name: Vec<String>,
    description: String,
    url: String,
    /// `ISCO-08 1330`
    #[serde(skip_serializing_if = "Vec::is_empty")]
    occupational_category: Vec<String>,
}

/// A role with the sentence that its page begins with, where that has an address of the web.
pub(in crate::page) fn occupation(
    context: &Context<'_>,
    id: Id<Role>,
    description: &str,
) -> Option<Node> {
    let role = context.role(id);
    let address = context.places.address(Subject::Role(id), None);
    let code = |it: &Fact| format!("{} {}", title_of_code(it), it.value);
    Some(Node::Occupation(Occupation {
        name: role.title.clone(),
        alternate_name: role.also_known_as.clone(),
        description: description.to_owned(),
        url: context.publication.absolute(&address)?,
        occupational_category: role.codes.iter().map(code).collect(),
    }))
}
