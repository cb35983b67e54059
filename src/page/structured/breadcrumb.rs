//! `BreadcrumbList`: the way to a page, as search engines show it in place of its address.

use super::Node;
use crate::page::publication::Publication;
use crate::page::view::Link;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct BreadcrumbList {
    item_list_element: Vec<ListItem>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type")]
struct ListItem {
    /// From 1, the highest page.
    position: usize,
    name: String,
    item: String,
}

/// The pages above `page`, and the page itself; none where nothing is above it.
pub(in crate::page) fn breadcrumbs(
    publication: &Publication,
    above: &[Link],
    page: &Link,
) -> Option<Node> {
    if above.is_empty() {
        return None;
    }
    let item = |(index, link): (usize, &Link)| {
        let item = publication.absolute(&link.address)?;
        Some(ListItem { position: index + 1, name: link.text.clone(), item })
    };
    let links = above.iter().chain([page]).enumerate();
    let item_list_element = links.map(item).collect::<Option<_>>()?;
    Some(Node::BreadcrumbList(BreadcrumbList { item_list_element }))
}
