//! Terms and what they mean.

use super::address::Address;
use super::context::Context;
use super::head::Head;
use super::prose::Typesetter;
use super::structured;
use super::view::Link;
use super::{Body, Page};
use crate::handbook::model::{Id, Subject, Term};
use crate::labels::key;
use crate::markdown::Html;
use schemars::JsonSchema;
use serde::Serialize;

/// Terms and what they mean.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct GlossaryPage {
    /// By title, without regard to case.
    pub terms: Vec<TermView>,
}

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct TermView {
    pub anchor: String,
    pub title: String,
    /// Other words for it.
    pub also: Vec<String>,
    pub definition: Html,
    /// Pages whose text leads here.
    pub mentioned_by: Vec<Link>,
}

pub(super) fn page(context: &Context<'_>) -> Page {
    let terms = &context.handbook.terms;
    let address = Address::glossary();
    let typesetter = Typesetter::new(context, &address);
    let mut ids: Vec<_> = terms.ids().collect();
    ids.sort_by_cached_key(|it| (terms[*it].title.to_lowercase(), *it));
    let document = terms.iter().next().map(|(_, it)| it.span.file);
    let terms = ids.into_iter().map(|it| term(context, &typesetter, it)).collect();
    let title = &context.handbook.settings.title;
    let description = context.labels.say(key::GLOSSARY_DESCRIPTION, [title.into()]);
    Head::new(address, context.labels.word(key::GLOSSARY))
        .about(&description)
        .describing(structured::glossary(context, &description))
        .under(vec![context.frame.home.clone()])
        .written_in(document)
        .page(context, Body::Glossary(GlossaryPage { terms }))
}

fn term(context: &Context<'_>, typesetter: &Typesetter<'_>, id: Id<Term>) -> TermView {
    let term = &context.handbook.terms[id];
    TermView {
        anchor: term.slug.clone(),
        title: term.title.clone(),
        also: term.also.clone(),
        definition: typesetter.html(&term.definition),
        mentioned_by: context.mentioned_by(Subject::Term(id)),
    }
}
