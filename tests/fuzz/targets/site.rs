//! A whole site, made from the beginning and made from what was before.

use super::material::{handbook, options, text};
use super::places::assert_places;
use rolebook::content::{Content, RelPath};
use rolebook::pipeline::{Build, Options, Pipeline};
use rolebook::site::Site;

/// The bytes are a role, and further files that begin with a line `//- path`.
pub fn site(data: &[u8]) {
    let content = handbook("roles/a.md", &text(data));
    // The theme without scripts: making those smaller takes longer than all the rest.
    let options = Options { theme: Some("plain".to_owned()), ..options() };
    let (site, build) = Pipeline::once().site(&content, &options);
    assert_places(&build.diagnostics, &content.sources());
    // It takes two more of them to see that.
    if data.len().is_multiple_of(4) {
        assert_same_later(&content, &options, (site.as_ref(), &build));
    }
    for file in site.iter().flat_map(|it| &it.files) {
        assert_eq!(RelPath::new(file.path.as_str()).as_ref(), Some(&file.path));
        let is_text =
            file.path.extension() != "html" || std::str::from_utf8(file.readable()).is_ok();
        assert!(is_text, "{} is no text", file.path);
    }
}

/// What is made from what was before is what is made from the beginning.
fn assert_same_later(content: &Content, options: &Options, (site, build): (Option<&Site>, &Build)) {
    let mut pipeline = Pipeline::default();
    pipeline.check(&handbook("roles/a.md", "---\nlevel: l2\n---\n# A\n"), options);
    let (later, said) = pipeline.site(content, options);
    assert_eq!(said.diagnostics, build.diagnostics, "it says something else of the same");
    assert!(site == later.as_ref(), "an edit makes another site than the whole");
}
