//! For whom a run is: the edition that is asked for, the files that go with it, and the look at what
//! came of it.

use super::Options;
use super::understood::Understood;
use crate::content::{AssetFile, Content};
use crate::diagnostic::{Checked, Diagnostic, FileId, Span, code, suggest};
use crate::document::Kind;
use crate::handbook::LeftOut;
use crate::handbook::model::{Edition, Handbook};
use crate::page::Publication;
use crate::picture::measure::{Measured, measured};
use crate::proof::{Audience, Proof, Sources};
use std::collections::BTreeMap;

/// What a person should know of the edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub edition: String,
    /// Whether search engines are asked to pass it by.
    pub noindex: bool,
    pub left_out: LeftOut,
}

impl Told {
    pub(super) fn new(edition: &Edition, left_out: &LeftOut) -> Told {
        let Edition { slug, noindex, .. } = edition;
        Told { edition: slug.clone(), noindex: *noindex, left_out: left_out.clone() }
    }
}

/// The edition that is asked for. One that there is none of is reported, and the public one stands
/// in for it.
pub(super) fn edition(handbook: &Handbook, options: &Options) -> Checked<Edition> {
    let editions = &handbook.settings.editions;
    let Some(name) = &options.edition else {
        return Checked { value: editions.public().clone(), diagnostics: Vec::new() };
    };
    if let Some(edition) = editions.named(name) {
        return Checked { value: edition.clone(), diagnostics: Vec::new() };
    }
    let help = suggest::did_you_mean(name, editions.iter().map(|it| it.slug.as_str()), "");
    let place = Span::start_of(FileId::of("--edition"));
    let message = format!("there is no edition `{name}`");
    let unknown = Diagnostic::new(code::UNKNOWN_EDITION, place, message).help(help);
    Checked { value: editions.public().clone(), diagnostics: vec![unknown] }
}

/// What the handbook and the command line say of where and for whom.
pub(super) fn publication(
    handbook: &Handbook,
    edition: &Edition,
    options: &Options,
) -> Publication {
    let written = || handbook.settings.base_url.clone();
    Publication {
        base_url: options.base_url.clone().or_else(written),
        edition: Some(edition.clone()),
        today: options.today.clone(),
        offline: options.offline,
        without: options.without.clone(),
    }
}

/// How large every picture is, by the path of its file.
pub(super) fn measured_assets(content: &Content) -> BTreeMap<String, Measured> {
    let measured = |it: &AssetFile| (it.path.to_string(), measured(it.path.as_str(), &it.bytes));
    content.assets.iter().map(measured).collect()
}

/// The files that the handbook still asks for.
pub(super) fn published(handbook: &Handbook, content: &Content) -> Vec<AssetFile> {
    let assets = content.assets.iter().filter(|it| handbook.assets.contains_key(it.path.as_str()));
    assets.cloned().collect()
}

/// Looks for what is hidden in all that is published. Where nothing is hidden, nothing is looked for.
pub(super) fn proof(understood: &Understood, content: &Content) -> Option<Proof> {
    let Understood { scene, edition, left_out, documents, .. } = understood;
    let (handbook, documents) = (&scene.handbook, documents.as_ref()?.all.as_slice());
    let root = documents.iter().find(|it| it.place.kind == Kind::Handbook);
    let root = content.texts.iter().find(|it| root.is_some_and(|root| it.id == root.span.file));
    let sections: Vec<_> = handbook.section_titles.values().map(String::as_str).collect();
    let sources = Sources {
        documents,
        root: root.map_or("", |it| &it.text),
        sections: &sections,
        assets: &content.assets,
    };
    let editions = &handbook.settings.editions;
    let (labels, allows_html) = (&handbook.settings.labels, handbook.settings.allows_html);
    let hidden = &left_out.files;
    Proof::new(&sources, Audience { edition, editions, hidden, labels, allows_html })
}
