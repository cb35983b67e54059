//! A theme: the one that is built in, overlaid file by file with what the project brings.
//!
//! In: the theme's name and the files below `themes/`. Out: templates and assets by path. Must
//! not know what a template means, nor which pages there are.

use super::terse;
use crate::content::AssetFile;
use crate::diagnostic::FileId;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The folder of a theme that holds templates, and the one that holds what pages load.
const TEMPLATES: &str = "templates/";
const ASSETS: &str = "assets/";

/// The name under which the built-in theme stays reachable, whatever overrides it.
pub(super) const BUILT_IN: &str = "default";

/// A theme's files by their path in it: `templates/role.html`, `assets/site.css`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    name: String,
    built_in: BTreeMap<String, Arc<[u8]>>,
    overrides: BTreeMap<String, Arc<[u8]>>,
    /// Assets as the handbook wants them, by name.
    dressed: BTreeMap<String, Arc<[u8]>>,
    /// Assets in whose place a file of the content stands, and its path.
    led: BTreeMap<String, String>,
}

/// A template as a theme holds it.
pub(super) struct TemplateFile<'a> {
    /// What other templates call it: `role.html`, or `default/role.html` for the built-in one.
    pub(super) name: String,
    /// What a diagnostic about it points at.
    pub(super) place: FileId,
    pub(super) bytes: &'a [u8],
    pub(super) is_override: bool,
}

impl Theme {
    /// The built-in theme with every file replaced that `overrides` has below `name`. A file that
    /// the built-in theme lacks is added; files of other themes are left alone.
    pub fn new(name: &str, overrides: &[AssetFile]) -> Theme {
        let prefix = format!("{name}/");
        let built_in: BTreeMap<&str, &[u8]> = crate::embedded::theme().collect();
        // A file that was copied and not changed is still the built-in one.
        let own = |file: &AssetFile| {
            let path = file.path.as_str().strip_prefix(&prefix)?;
            let is_copy = built_in.get(path).is_some_and(|it| **it == *file.bytes);
            (!is_copy).then(|| (path.to_owned(), file.bytes.clone()))
        };
        Theme {
            name: name.to_owned(),
            overrides: overrides.iter().filter_map(own).collect(),
            built_in: built_in
                .iter()
                .map(|(path, it)| ((*path).into(), published(path, it)))
                .collect(),
            dressed: BTreeMap::new(),
            led: BTreeMap::new(),
        }
    }

    /// All templates: the built-in ones, then the project's. Only what ends in `.html` is one, so
    /// that escaping is never off.
    pub(super) fn templates(&self) -> impl Iterator<Item = TemplateFile<'_>> {
        let built_in = self.built_in.iter().filter_map(|(path, bytes)| {
            let name = format!("{BUILT_IN}/{}", template_name(path)?);
            let place = FileId::of(&format!("themes/{BUILT_IN}/{path}"));
            Some(TemplateFile { name, place, bytes, is_override: false })
        });
        let overrides = self.overrides.iter().filter_map(|(path, bytes)| {
            let name = template_name(path)?.to_owned();
            let place = FileId::of(&format!("themes/{}/{path}", self.name));
            Some(TemplateFile { name, place, bytes, is_override: true })
        });
        built_in.chain(overrides)
    }

    /// All assets by their name, as in `site.css`; an override stands in for the built-in one.
    pub(super) fn assets(&self) -> BTreeMap<&str, &Arc<[u8]>> {
        let files = self.built_in.iter().chain(&self.overrides);
        let files = files.filter_map(|(path, bytes)| Some((path.strip_prefix(ASSETS)?, bytes)));
        let dressed = self.dressed.iter().map(|(name, bytes)| (name.as_str(), bytes));
        files.chain(dressed).filter(|(name, _)| !self.led.contains_key(*name)).collect()
    }

    /// Assets that are files of the content, and where those are published.
    pub(super) fn led(&self) -> impl Iterator<Item = (&str, &str)> {
        self.led.iter().map(|(name, path)| (name.as_str(), path.as_str()))
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether the project has an asset of that name in its theme.
    pub(super) fn brings(&self, name: &str) -> bool {
        self.overrides.contains_key(&format!("{ASSETS}{name}"))
    }

    /// Puts a file in the place of an asset.
    pub(super) fn put(&mut self, name: &str, bytes: Vec<u8>) {
        self.dressed.insert(name.to_owned(), bytes.into());
    }

    /// Leads whoever asks for an asset to a file of the content.
    pub(super) fn lead(&mut self, name: &str, path: &str) {
        self.led.insert(name.to_owned(), path.to_owned());
    }
}

/// A file of the built-in theme as it is published. Files of the project are the project's affair.
fn published(path: &str, bytes: &[u8]) -> Arc<[u8]> {
    if path.ends_with(".js") { terse::script(bytes) } else { bytes.into() }
}

/// `role.html` of `templates/role.html`.
fn template_name(path: &str) -> Option<&str> {
    path.strip_prefix(TEMPLATES).filter(|it| it.ends_with(".html"))
}

impl Default for Theme {
    fn default() -> Theme {
        Theme::new(BUILT_IN, &[])
    }
}
