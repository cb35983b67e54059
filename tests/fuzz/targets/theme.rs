//! A file of a project's own theme, whatever it says.

use super::material::{chosen, handbook, options};
use super::places::assert_places;
use rolebook::content::{AssetFile, RelPath};
use rolebook::page::Part;
use rolebook::pipeline::{Options, Pipeline};

/// What the bytes take the place of.
const PATHS: [&str; 6] = [
    "templates/base.html",
    "templates/role.html",
    "templates/components.html",
    "templates/missing.html",
    "assets/site.css",
    "assets/search-find.js",
];

/// The first byte chooses the file, and the rest stands in it.
pub fn theme(data: &[u8]) {
    let (path, bytes) = chosen(&PATHS, data);
    let mut content = handbook("roles/a.md", "---\nlevel: l2\n---\n# A\n");
    let path = RelPath::new(&format!("plain/{path}")).expect("a plain path");
    content.themes.push(AssetFile { path, bytes: bytes.into() });
    // Above the theme without scripts: making those smaller takes longer than all the rest.
    let mut options = Options { theme: Some("plain".to_owned()), ..options() };
    options.without.extend([Part::Compare, Part::Data]);
    let build = Pipeline::once().check(&content, &options);
    assert_places(&build.diagnostics, &content.sources());
    assert_eq!(build.is_sound, !rolebook::diagnostic::has_errors(&build.diagnostics));
}
