//! What tests share.

mod expected;
pub(crate) mod fixture;
mod http;
pub(crate) mod indent;
pub(crate) mod pair;
mod project;
pub(crate) mod site;
mod wait;

pub(crate) use expected::{assert_expected, below_tests, is_update};
pub(crate) use http::{Reply, ask, connect, get, head, request};
pub(crate) use project::{Project, Run};
pub(crate) use wait::{eventually, within_deadline};

use rolebook::content::{self, Content};
use rolebook::handbook::model::Handbook;
use rolebook::picture::measure::measured;
use rolebook::{document, handbook};
use std::path::Path;

/// The handbook of the project at `root`; what is noticed on the way is not asked for.
pub(crate) fn resolved(root: &Path) -> Handbook {
    resolved_content(&content::read(root, &root.join("public")).unwrap())
}

/// The same for content in memory.
pub(crate) fn resolved_content(content: &Content) -> Handbook {
    let parsed = content.texts.iter().map(document::parse);
    let documents: Vec<_> = parsed.filter_map(|it| it.unpack(&mut Vec::new())).collect();
    let assets = content.assets.iter();
    let assets = assets.map(|it| (it.path.to_string(), measured(it.path.as_str(), &it.bytes)));
    let assets = assets.collect();
    handbook::resolve(&documents, assets, &content.history).unpack(&mut Vec::new())
}
