//! `DefinedTerm` and `DefinedTermSet`: a competency is a term of the library, and the glossary's
//! terms are terms of the glossary.

use super::Node;
use crate::handbook::model::{Competency, Id, Subject, Term};
use crate::labels::key;
use crate::page::address::Address;
use crate::page::context::Context;
use crate::page::prose::Typesetter;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct DefinedTerm {
    name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternate_name: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    url: String,
    /// None inside a set.
    #[serde(skip_serializing_if = "Option::is_none")]
    in_defined_term_set: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct DefinedTermSet {
    name: String,
    description: String,
    url: String,
    has_defined_term: Vec<DefinedTerm>,
}

/// A competency with the sentence that its page begins with.
pub(in crate::page) fn competency(
    context: &Context<'_>,
    id: Id<Competency>,
    description: &str,
) -> Option<Node> {
    let set = context.publication.absolute(&Address::competencies())?;
    let term = of_competency(context, id)?;
    let description = description.to_owned();
    Some(Node::DefinedTerm(DefinedTerm { description, in_defined_term_set: Some(set), ..term }))
}

/// The library. Each competency says itself what it is.
pub(in crate::page) fn competencies(context: &Context<'_>, description: &str) -> Option<Node> {
    let ids = context.handbook.competencies.ids();
    let terms = ids.map(|it| of_competency(context, it)).collect::<Option<_>>()?;
    set(
        context,
        (context.labels.word(key::COMPETENCIES), &Address::competencies()),
        description,
        terms,
    )
}

/// The glossary with all that it says: its terms have no page but this one.
pub(in crate::page) fn glossary(context: &Context<'_>, description: &str) -> Option<Node> {
    let typesetter = Typesetter::new(context, &Address::glossary());
    let term = |(id, term): (_, &Term)| {
        let address = context.places.address(Subject::Term(id), None);
        Some(DefinedTerm {
            name: term.title.clone(),
            alternate_name: term.also.clone(),
            description: typesetter.plain(&term.definition),
            url: context.publication.absolute(&address)?,
            in_defined_term_set: None,
        })
    };
    let terms = context.handbook.terms.iter().map(term).collect::<Option<_>>()?;
    set(context, (context.labels.word(key::GLOSSARY), &Address::glossary()), description, terms)
}

fn of_competency(context: &Context<'_>, id: Id<Competency>) -> Option<DefinedTerm> {
    let competency = &context.handbook.competencies[id];
    let address = context.places.address(Subject::Competency(id), None);
    Some(DefinedTerm {
        name: competency.title.clone(),
        alternate_name: competency.also_known_as.clone(),
        description: String::new(),
        url: context.publication.absolute(&address)?,
        in_defined_term_set: None,
    })
}

fn set(
    context: &Context<'_>,
    (name, address): (&str, &Address),
    description: &str,
    has_defined_term: Vec<DefinedTerm>,
) -> Option<Node> {
    Some(Node::DefinedTermSet(DefinedTermSet {
        name: name.to_owned(),
        description: description.to_owned(),
        url: context.publication.absolute(address)?,
        has_defined_term,
    }))
}
