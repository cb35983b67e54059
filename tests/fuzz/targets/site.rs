//! A whole site, made from the beginning and made from what was before.

use super::material::{handbook, options, text};
use super::places::assert_places;
use rolebook::content::RelPath;
use rolebook::pipeline::{Options, Pipeline};

/// The bytes are a role, and further files that begin with a line `//- path`.
pub fn site(data: &[u8]) {
    let content = handbook("roles/a.md", &text(data));
    // The theme without scripts: making those smaller takes longer than all the rest.
    let options = Options { theme: Some("plain".to_owned()), ..options() };
    let (site, build) = Pipeline::once().site(&content, &options);
    assert_places(&build.diagnostics, &content.sources());
    let mut pipeline = Pipeline::default();
    pipeline.check(&handbook("roles/a.md", "---\nlevel: l2\n---\n# A\n"), &options);
    let (later, said) = pipeline.site(&content, &options);
    assert_eq!(said.diagnostics, build.diagnostics, "it says something else of the same");
    assert!(site == later, "an edit makes another site than the whole");
    for file in site.iter().flat_map(|it| &it.files) {
        assert_eq!(RelPath::new(file.path.as_str()).as_ref(), Some(&file.path));
        let is_text =
            file.path.extension() != "html" || std::str::from_utf8(file.readable()).is_ok();
        assert!(is_text, "{} is no text", file.path);
    }
}
