//! `Occupation`: a role by its names. What it asks stands on the page, which is to be small, and as data
//! beside it.

use super::Node;
use crate::handbook::model::{Id, Role, Subject};
use crate::page::context::Context;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Occupation {
    name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternate_name: Vec<String>,
    url: String,
}

/// A role, where its page has an address of the web.
pub(in crate::page) fn occupation(context: &Context<'_>, id: Id<Role>) -> Option<Node> {
    let role = context.role(id);
    let address = context.places.address(Subject::Role(id), None);
    Some(Node::Occupation(Occupation {
        name: role.title.clone(),
        alternate_name: role.also_known_as.clone(),
        url: context.publication.absolute(&address)?,
    }))
}
