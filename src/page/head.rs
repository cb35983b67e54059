//! What a page says of itself before its body begins.

use super::address::Address;
use super::context::Context;
use super::preview::Preview;
use super::structured::{Node, breadcrumbs};
use super::view::Link;
use super::words::clipped;
use super::{Body, Page};
use crate::diagnostic::FileId;
use std::sync::Arc;

/// The beginnings of a page.
pub(super) struct Head {
    address: Address,
    title: String,
    description: String,
    breadcrumbs: Vec<Link>,
    /// The document that the page comes from.
    source: Option<FileId>,
    noindex: bool,
    structured: Vec<Node>,
    preview: Option<Arc<Preview>>,
}

impl Head {
    pub(super) fn new(address: Address, title: &str) -> Head {
        Head {
            address,
            title: title.to_owned(),
            description: String::new(),
            breadcrumbs: Vec::new(),
            source: None,
            noindex: false,
            structured: Vec::new(),
            preview: None,
        }
    }

    /// One sentence about the page, cut where it is too long for a search result.
    pub(super) fn about(mut self, description: &str) -> Head {
        self.description = clipped(description);
        self
    }

    /// The sentence as it is shown.
    pub(super) fn description(&self) -> &str {
        &self.description
    }

    /// The pages above this one, the highest first.
    pub(super) fn under(mut self, breadcrumbs: Vec<Link>) -> Head {
        self.breadcrumbs = breadcrumbs;
        self
    }

    pub(super) fn written_in(mut self, file: Option<FileId>) -> Head {
        self.source = file;
        self
    }

    pub(super) fn hidden_if(mut self, noindex: bool) -> Head {
        self.noindex = noindex;
        self
    }

    /// What the page is about, for programs.
    pub(super) fn describing(mut self, node: Option<Node>) -> Head {
        self.structured.extend(node);
        self
    }

    /// Adds the way to the page. Who is to pass the page by is told nothing.
    fn structured(&self, context: &Context<'_>, noindex: bool) -> Vec<Node> {
        if noindex {
            return Vec::new();
        }
        let page = Link { text: self.title.clone(), address: self.address.clone() };
        let way = breadcrumbs(context.publication, &self.breadcrumbs, &page);
        way.into_iter().chain(self.structured.iter().cloned()).collect()
    }

    /// The page's own picture, in place of the handbook's.
    pub(super) fn pictured_by(mut self, preview: Option<Arc<Preview>>) -> Head {
        self.preview = preview;
        self
    }

    pub(super) fn page(self, context: &Context<'_>, body: Body) -> Page {
        // Nobody sends a link to a page that only leads on, or is none.
        let is_sent = !matches!(body, Body::Moved(_) | Body::Gone(_) | Body::Missing);
        let noindex = self.noindex || context.publication.noindex();
        let source = self.source.map(|it| context.source(it, &self.address)).unwrap_or_default();
        Page {
            structured: self.structured(context, noindex),
            moved: context.moved_from(&self.address),
            former: context.former(&self.address).of_page(),
            root: self.address.root(),
            canonical: context.publication.absolute(&self.address),
            address: context.places.spelled(self.address),
            title: self.title,
            description: self.description,
            noindex,
            preview: self.preview.or_else(|| context.preview.clone()).filter(|_| is_sent),
            breadcrumbs: self.breadcrumbs,
            edit_url: source.edit_url,
            propose_url: source.propose_url,
            last_change: source.changed,
            frame: context.frame.clone(),
            body,
        }
    }
}
