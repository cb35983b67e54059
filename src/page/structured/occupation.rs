//! `Occupation`: a role, in a few lists. What it answers for stands on the page, which is to be small.

use super::Node;
use crate::handbook::model::{Expectation, Fact, Id, Role, Subject};
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
    /// `Engineering years: 7`
    #[serde(skip_serializing_if = "Vec::is_empty")]
    experience_requirements: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    qualifications: Vec<String>,
    /// The competencies that make the role what it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    skills: Vec<String>,
}

/// A role with the sentence that its page begins with.
pub(in crate::page) fn occupation(
    context: &Context<'_>,
    id: Id<Role>,
    description: &str,
) -> Option<Node> {
    let role = context.role(id);
    let address = context.places.address(Subject::Role(id), None);
    let (years, others): (Vec<_>, Vec<_>) =
        role.requirements.iter().partition(|it| it.key.contains("year"));
    let named = |it: &Fact| format!("{}: {}", it.title, it.value);
    let code = |it: &Fact| format!("{} {}", title_of_code(it), it.value);
    Some(Node::Occupation(Occupation {
        name: role.title.clone(),
        alternate_name: role.also_known_as.clone(),
        description: description.to_owned(),
        url: context.publication.absolute(&address)?,
        occupational_category: role.codes.iter().map(code).collect(),
        experience_requirements: years.into_iter().map(named).collect(),
        qualifications: others.into_iter().map(named).collect(),
        skills: skills(context, role),
    }))
}

/// The core competencies; all where none is.
fn skills(context: &Context<'_>, role: &Role) -> Vec<String> {
    let title = |it: &Expectation| context.handbook.competencies[it.competency].title.clone();
    let core: Vec<_> = role.expectations.iter().filter(|it| it.core).map(title).collect();
    if core.is_empty() { role.expectations.iter().map(title).collect() } else { core }
}
