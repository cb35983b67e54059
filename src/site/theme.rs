//! A theme: one that is built in, overlaid file by file with what the project brings.
//!
//! In: the theme's name and the files below `themes/`. Out: templates and assets by path. Must
//! not know what a template means, nor which pages there are.

use super::asset::fingerprint;
use super::origin::{Origin, origin};
use super::{problem, terse};
use crate::content::AssetFile;
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::embedded;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The folder of a theme that holds templates, and the one that holds what pages load.
pub(super) const TEMPLATES: &str = "templates/";
pub(super) const ASSETS: &str = "assets/";

/// The theme behind every other.
pub const DEFAULT: &str = "default";

/// A theme's files by their path in it: `templates/role.html`, `assets/site.css`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    pub(super) name: String,
    /// The built-in themes behind it, the nearest first; the last is the default one.
    behind: Vec<BuiltIn>,
    pub(super) overrides: BTreeMap<String, Arc<[u8]>>,
    /// Files of the project that say nothing but what the built-in ones do.
    pub(super) copies: BTreeSet<String>,
    /// Assets as the handbook wants them, by name.
    dressed: BTreeMap<&'static str, Arc<[u8]>>,
    /// Assets in whose place a file of the content stands, and its path.
    led: BTreeMap<&'static str, String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct BuiltIn {
    name: &'static str,
    files: BTreeMap<&'static str, &'static [u8]>,
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
    /// The built-in theme of that name, or else the default one, with every file replaced that
    /// `overrides` has below `name`. A file that it lacks is added; files of other themes are left
    /// alone.
    pub fn new(name: &str, overrides: &[AssetFile]) -> Theme {
        let prefix = format!("{name}/");
        let mut theme = Theme {
            name: name.to_owned(),
            behind: behind(name),
            overrides: BTreeMap::new(),
            copies: BTreeSet::new(),
            dressed: BTreeMap::new(),
            led: BTreeMap::new(),
        };
        for file in overrides {
            let Some(path) = file.path.as_str().strip_prefix(&prefix) else { continue };
            match theme.is_copy(path, &file.bytes) {
                true => drop(theme.copies.insert(path.to_owned())),
                false => drop(theme.overrides.insert(path.to_owned(), file.bytes.clone())),
            }
        }
        theme
    }

    /// The names of all themes that there are: the built-in ones, and the project's folders.
    pub fn names(overrides: &[AssetFile]) -> BTreeSet<&str> {
        let own = overrides.iter().filter_map(|it| it.path.as_str().split_once('/'));
        embedded::themes().map(|(name, _)| name).chain(own.map(|(name, _)| name)).collect()
    }

    /// All templates: the built-in ones, then the project's. Only what ends in `.html` is one, so
    /// that escaping is never off.
    pub(super) fn templates(&self) -> impl Iterator<Item = TemplateFile<'_>> {
        let files = self.behind.iter().flat_map(|it| it.files.iter().map(|file| (it.name, file)));
        let built_in = files.filter_map(|(theme, (path, bytes))| {
            let name = format!("{theme}/{}", template_name(path)?);
            let place = FileId::of(&format!("themes/{theme}/{path}"));
            Some(TemplateFile { name, place, bytes, is_override: false })
        });
        let overrides = self.overrides.iter().filter_map(|(path, bytes)| {
            let name = template_name(path)?.to_owned();
            Some(TemplateFile { name, place: self.place(path), bytes, is_override: true })
        });
        built_in.chain(overrides)
    }

    /// Under what the templates of each theme behind this one stay reachable, the nearest first.
    pub(super) fn prefixes(&self) -> impl Iterator<Item = String> {
        self.behind.iter().map(|it| format!("{}/", it.name))
    }

    /// All assets by their name, as in `site.css`; an override stands in for the built-in one. Of the
    /// themes behind this one only the nearest counts: one without scripts publishes none.
    pub(super) fn assets(&self) -> BTreeMap<&str, Arc<[u8]>> {
        let nearest = self.behind.iter().take(1).flat_map(|it| &it.files);
        let built_in = nearest.map(|(path, bytes)| (*path, published(path, bytes)));
        let own = self.overrides.iter().map(|(path, bytes)| (path.as_str(), bytes.clone()));
        let files = built_in.chain(own);
        let assets = files.filter_map(|(path, bytes)| Some((path.strip_prefix(ASSETS)?, bytes)));
        let dressed = self.dressed.iter().map(|(name, bytes)| (*name, bytes.clone()));
        assets.chain(dressed).filter(|(name, _)| !self.led.contains_key(name)).collect()
    }

    /// Assets that are files of the content, and where those are published.
    pub(super) fn led(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.led.iter().map(|(name, path)| (*name, path.as_str()))
    }

    /// Puts a file in the place of an asset.
    pub(super) fn put(&mut self, name: &'static str, bytes: Vec<u8>) {
        self.dressed.insert(name, bytes.into());
    }

    /// Leads whoever asks for an asset to a file of the content.
    pub(super) fn lead(&mut self, name: &'static str, path: &str) {
        self.led.insert(name, path.to_owned());
    }

    /// Whether the project has an asset of that name in its theme.
    pub(super) fn brings(&self, name: &str) -> bool {
        self.overrides.contains_key(&format!("{ASSETS}{name}"))
    }

    /// The paths of all built-in files that this theme has.
    pub(super) fn originals(&self) -> BTreeSet<&'static str> {
        let paths = self.behind.iter().flat_map(|it| it.files.keys().copied());
        paths.filter(|it| self.original(it).is_some()).collect()
    }

    /// The built-in file that is there without the project's, and the theme it is of.
    pub(super) fn original(&self, path: &str) -> Option<(&'static str, &'static [u8])> {
        let n_asked = if path.starts_with(ASSETS) { 1 } else { self.behind.len() };
        let asked = self.behind.iter().take(n_asked);
        asked.filter_map(|it| Some((it.name, *it.files.get(path)?))).next()
    }

    /// A warning for each copy whose original is not what it was.
    pub fn outdated(&self) -> Vec<Diagnostic> {
        let told = |(path, bytes): (&String, &Arc<[u8]>)| {
            let origin = origin(path, bytes)?;
            let at = Span::new(self.place(path), 0, origin.length);
            match self.original(path) {
                Some((_, now)) if fingerprint(now) == origin.fingerprint => None,
                now => {
                    Some(problem::outdated(at, path, &origin, now.map(|(_, it)| fingerprint(it))))
                }
            }
        };
        self.overrides.iter().filter_map(told).collect()
    }

    /// Whether a file of the project is the built-in one, but for the comment that says so.
    fn is_copy(&self, path: &str, bytes: &[u8]) -> bool {
        let rest = origin(path, bytes).map(|Origin { rest, .. }| rest.as_bytes());
        self.original(path).is_some_and(|(_, it)| it == bytes || Some(it) == rest)
    }

    /// Whether a file of the project is meant.
    pub(super) fn has(&self, file: FileId) -> bool {
        self.overrides.keys().any(|it| self.place(it) == file)
    }

    /// What a diagnostic about an asset points at.
    pub(super) fn place_of_asset(&self, name: &str) -> FileId {
        self.place(&format!("{ASSETS}{name}"))
    }

    fn place(&self, path: &str) -> FileId {
        FileId::of(&format!("themes/{}/{path}", self.name))
    }
}

/// The built-in themes that stand behind the theme of that name.
fn behind(name: &str) -> Vec<BuiltIn> {
    let built_in = |wanted: &str| {
        let found = embedded::themes().filter(|(it, _)| *it == wanted);
        found.map(|(name, files)| BuiltIn { name, files: files.into_iter().collect() }).next()
    };
    let named = built_in(name).filter(|it| it.name != DEFAULT);
    named.into_iter().chain(built_in(DEFAULT)).collect()
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
        Theme::new(DEFAULT, &[])
    }
}
