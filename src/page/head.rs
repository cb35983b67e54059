//! What a page says of itself before its body begins.

use super::address::Address;
use super::context::Context;
use super::preview::Preview;
use super::view::Link;
use super::words::clipped;
use super::{Body, Page};
use std::sync::Arc;

/// The beginnings of a page.
pub(super) struct Head {
    address: Address,
    title: String,
    description: String,
    breadcrumbs: Vec<Link>,
    /// The path of the document that the page comes from.
    source: Option<String>,
    noindex: bool,
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
            preview: None,
        }
    }

    /// One sentence about the page, cut where it is too long for a search result.
    pub(super) fn about(mut self, description: &str) -> Head {
        self.description = clipped(description);
        self
    }

    /// The pages above this one, the highest first.
    pub(super) fn under(mut self, breadcrumbs: Vec<Link>) -> Head {
        self.breadcrumbs = breadcrumbs;
        self
    }

    pub(super) fn written_in(mut self, path: Option<&String>) -> Head {
        self.source = path.cloned();
        self
    }

    pub(super) fn hidden_if(mut self, noindex: bool) -> Head {
        self.noindex = noindex;
        self
    }

    /// The page's own picture, in place of the handbook's.
    pub(super) fn pictured_by(mut self, preview: Option<Arc<Preview>>) -> Head {
        self.preview = preview;
        self
    }

    pub(super) fn page(self, context: &Context<'_>, body: Body) -> Page {
        // Nobody sends a link to a page that only leads on, or is none.
        let is_sent = !matches!(body, Body::Moved(_) | Body::Missing);
        let base_url = context.publication.base_url();
        Page {
            moved: context.moved_from(&self.address),
            root: self.address.root(),
            canonical: base_url.map(|it| it + self.address.as_str()),
            address: context.places.spelled(self.address),
            title: self.title,
            description: self.description,
            noindex: self.noindex || context.publication.noindex(),
            preview: self.preview.or_else(|| context.preview.clone()).filter(|_| is_sent),
            breadcrumbs: self.breadcrumbs,
            edit_url: self.source.and_then(|it| context.edit_url(&it)),
            frame: context.frame.clone(),
            body,
        }
    }
}
