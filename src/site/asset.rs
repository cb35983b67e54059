//! What pages load: the theme's styles, scripts and pictures.
//!
//! In: a theme, and the words of the handbook's language. Out: files below `assets/`, and the names
//! they are published under. Must not know which template refers to what.

use super::theme::Theme;
use super::wording;
use crate::diagnostic::Checked;
use crate::labels::Labels;
use crate::page::encoded;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where the assets of a theme are published.
pub(super) const FOLDER: &str = "assets";

/// Digits of a fingerprint: 32 bits are plenty to tell versions of one file apart.
const DIGITS: usize = 8;

/// A theme's assets as published.
pub(super) struct Assets {
    /// By the name in the theme: `site.css`.
    files: BTreeMap<String, Asset>,
}

struct Asset {
    /// Relative to the site's root: `assets/site.3f2a9c1b.css`.
    address: String,
    /// `None` for a file of the content, which is published with it.
    bytes: Option<Arc<[u8]>>,
}

impl Assets {
    /// Those that `is_needed` by their names.
    pub(super) fn new(
        theme: &Theme,
        labels: &Labels,
        is_needed: &dyn Fn(&str) -> bool,
    ) -> Checked<Assets> {
        let mut diagnostics = Vec::new();
        let asset = |(name, written): (&str, Arc<[u8]>)| {
            let place = theme.place_of_asset(name);
            let bytes = wording::worded((name, place), &written, labels).unpack(&mut diagnostics);
            let address = format!("{FOLDER}/{}", published(name, &bytes));
            (name.to_owned(), Asset { address, bytes: Some(bytes) })
        };
        let led =
            |(name, path)| (String::from(name), Asset { address: encoded(path), bytes: None });
        let assets = theme.assets().into_iter().filter(|(name, _)| is_needed(name));
        let files = assets.map(asset).chain(theme.led().map(led)).collect();
        Checked { value: Assets { files }, diagnostics }
    }

    /// Name and address of every asset: what templates may ask for.
    pub(super) fn addresses(&self) -> BTreeMap<String, String> {
        self.files.iter().map(|(name, it)| (name.clone(), it.address.clone())).collect()
    }

    /// Whether the theme has an asset of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// Address and bytes of every asset that the theme publishes.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.files.values().filter_map(|it| Some((it.address.as_str(), it.bytes.as_ref()?)))
    }
}

/// The name an asset gets. Styles and scripts carry a fingerprint, so that a browser may keep them
/// for ever; anything else keeps its name, since a stylesheet may refer to it.
fn published(name: &str, bytes: &[u8]) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension @ ("css" | "js"))) => {
            format!("{stem}.{}.{extension}", fingerprint(bytes))
        }
        _ => name.to_owned(),
    }
}

pub(super) fn fingerprint(bytes: &[u8]) -> String {
    let hex = blake3::hash(bytes).to_hex();
    hex.chars().take(DIGITS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_and_scripts_are_named_after_their_content() {
        let (old, new) = (published("site.css", b"a{}"), published("site.css", b"b{}"));
        assert_ne!(old, new);
        assert_eq!(old, published("site.css", b"a{}"));
        assert_eq!((old.len(), &old[..5], &old[13..]), (17, "site.", ".css"));
        assert_eq!(published("deep/x.min.js", b"").split('.').count(), 4);
    }

    #[test]
    fn what_a_stylesheet_may_refer_to_keeps_its_name() {
        assert_eq!(published("icon.svg", b"<svg/>"), "icon.svg");
        assert_eq!(published("LICENSE", b""), "LICENSE");
    }
}
