//! What a handbook of a few files means: where its links lead, and what can be pointed at.

use super::material::{documents, handbook, options, text};
use super::places::assert_places;
use rolebook::content::{Content, RelPath};
use rolebook::diagnostic::{Checked, Diagnostic, github, json, report};
use rolebook::git::History;
use rolebook::handbook;
use rolebook::handbook::model::{Body, Handbook, Target};
use rolebook::picture::measure::measured;
use rolebook::pipeline::Pipeline;
use std::collections::BTreeSet;

/// The bytes are a guide, and further files that begin with a line `//- path`.
pub fn links(data: &[u8]) {
    let content = handbook("guides/links.md", &text(data));
    let resolved = resolved(&content);
    assert_places(&resolved.diagnostics, &content.sources());
    let is_twice = |it: &Diagnostic| it.code.as_str().starts_with("duplicate-");
    if !resolved.diagnostics.iter().any(is_twice) {
        assert_named_once(&resolved.value);
    }
    let mut pipeline = Pipeline::default();
    let said = pipeline.ledger(&content, &options()).diagnostics;
    assert_places(&said, &content.sources());
    assert_targets(&resolved.value, resolved.diagnostics.is_empty() && said.is_empty());
    // The second time it remembers.
    assert_eq!(pipeline.ledger(&content, &options()).diagnostics, said, "it depends on the past");
    let sources = content.sources();
    report::report(&said, &sources, true);
    json::json(&said, &sources);
    let lines = github::github(&said, &sources);
    assert_eq!(lines.lines().count(), said.len(), "one line each:\n{lines}");
}

fn resolved(content: &Content) -> Checked<Handbook> {
    let assets = content.assets.iter();
    let assets = assets.map(|it| (it.path.to_string(), measured(it.path.as_str(), &it.bytes)));
    handbook::resolve(&documents(content), assets.collect(), &History::default())
}

fn assert_targets(handbook: &Handbook, is_silent: bool) {
    for ((_, written), target) in &handbook.links {
        match target {
            Target::Asset(path) => {
                assert!(RelPath::new(path).is_some(), "{written} leaves the folder: {path}");
                assert!(handbook.assets.contains_key(path), "{written}: no file {path}");
            }
            Target::Subject { anchor, .. } => assert_ne!(anchor.as_deref(), Some(""), "{written}"),
            Target::Nowhere => assert!(!is_silent, "{written} leads nowhere and nobody is told"),
            Target::Elsewhere | Target::Hidden => {}
        }
    }
}

/// What can be pointed at on a page has a name of its own.
fn assert_named_once(handbook: &Handbook) {
    let roles = handbook.roles.iter().map(|(_, it)| (&it.title, &it.body));
    let guides = handbook.guides.iter().map(|(_, it)| (&it.title, &it.body));
    for (title, body) in roles.chain(guides) {
        let names = names(body);
        let distinct: BTreeSet<&str> = names.iter().copied().collect();
        assert!(!distinct.contains(""), "something has no name");
        assert_eq!(distinct.len(), names.len(), "{title}: {names:?}");
    }
}

fn names(body: &Body) -> Vec<&str> {
    let sections = body.all_sections().into_iter().map(|it| it.anchor.as_str());
    let statements = body.statements().filter(|it| it.is_anchored).map(|it| it.id.as_str());
    sections.chain(statements).collect()
}
