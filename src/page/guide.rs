//! Free pages.

use super::address::Address;
use super::context::Context;
use super::head::Head;
use super::prose::{Typesetter, contents};
use super::view::{Link, Piece};
use super::words::{or, summary};
use super::{Body, Page};
use crate::handbook::model::{Guide, Id, Subject};
use crate::labels::key;
use schemars::JsonSchema;
use serde::Serialize;

/// The list of free pages.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct GuidesPage {
    /// In the order of their titles.
    pub guides: Vec<GuideCard>,
}

/// A free page in the list of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct GuideCard {
    pub guide: Link,
    pub summary: String,
}

/// A free page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct GuidePage {
    /// Links to the sections.
    pub contents: Vec<Link>,
    /// Its text.
    pub body: Vec<Piece>,
    /// Pages whose text leads here.
    pub mentioned_by: Vec<Link>,
}

pub(super) fn list(context: &Context<'_>) -> Page {
    let guides = context.handbook.guides.iter().map(|(id, guide)| GuideCard {
        guide: context.places.link(Subject::Guide(id)),
        summary: summary(&guide.body),
    });
    let (title, labels) = (&context.handbook.settings.title, context.labels);
    Head::new(Address::guides(), labels.word(key::GUIDES))
        .about(&labels.say(key::GUIDES_DESCRIPTION, [title.into()]))
        .under(vec![context.frame.home.clone()])
        .page(context, Body::Guides(GuidesPage { guides: guides.collect() }))
}

pub(super) fn page(context: &Context<'_>, id: Id<Guide>) -> Page {
    let (guide, labels) = (&context.handbook.guides[id], context.labels);
    let address = Address::guide(&guide.slug);
    let body = GuidePage {
        contents: contents(context, &address, &guide.body.sections),
        body: Typesetter::new(context, &address).body(&guide.body),
        mentioned_by: context.mentioned_by(Subject::Guide(id)),
    };
    let description = or(summary(&guide.body), || {
        let title = &context.handbook.settings.title;
        labels.say(key::GUIDE_DESCRIPTION, [guide.title.as_str().into(), title.into()])
    });
    Head::new(address, &guide.title)
        .about(&description)
        .under(vec![
            context.frame.home.clone(),
            context.places.to(labels.word(key::GUIDES), Address::guides()),
        ])
        .written_in(Some(guide.span.file))
        .page(context, Body::Guide(body))
}
