//! Which file a place is in, for whoever shows diagnostics. In: [`Content`]. Out: paths as an
//! author knows them, counted from the project folder.

use super::{Content, RelPath};
use crate::diagnostic::{FileId, Sources};
use std::collections::BTreeMap;

/// The files of a project by id, each with its path from the project folder.
pub struct Files<'a> {
    files: BTreeMap<FileId, (String, &'a str)>,
}

impl<'a> Files<'a> {
    pub(super) fn of(content: &'a Content) -> Files<'a> {
        let shown = |path: &RelPath| format!("{}{path}", content.prefix);
        let unread = content.unread.iter().map(|it| (FileId::of(it), (it.clone(), "")));
        let themes = content.themes.iter().map(|it| {
            let text = std::str::from_utf8(&it.bytes).unwrap_or_default();
            (it.theme_id(), (theme_path(&it.path), text))
        });
        // A picture has no lines, but it has a name, which may be in the way of another.
        let assets = content.assets.iter();
        let assets = assets.map(|it| (FileId::of(it.path.as_str()), (shown(&it.path), "")));
        let texts = content.texts.iter().map(|it| (it.id, (shown(&it.path), &*it.text)));
        Files { files: unread.chain(assets).chain(themes).chain(texts).collect() }
    }
}

impl Sources for Files<'_> {
    fn path(&self, file: FileId) -> Option<&str> {
        self.files.get(&file).map(|(path, _)| path.as_str())
    }

    fn text(&self, file: FileId) -> &str {
        self.files.get(&file).map_or("", |(_, text)| text)
    }
}

/// Where a theme's file is, counted from the project folder.
pub(super) fn theme_path(path: &RelPath) -> String {
    format!("themes/{path}")
}

#[cfg(test)]
mod tests {
    use super::super::{AssetFile, TextFile};
    use super::*;

    #[test]
    fn a_path_is_shown_as_the_author_knows_it() {
        let path = |it| RelPath::new(it).unwrap();
        let text = TextFile::new(path("roles/a.md"), "# A");
        let theme = AssetFile { path: path("default/base.html"), bytes: (*b"{{").into() };
        let (role, base) = (text.id, theme.theme_id());
        let content = Content {
            prefix: "content/".to_owned(),
            texts: vec![text],
            themes: vec![theme],
            unread: vec!["content/loop".to_owned()],
            ..Content::default()
        };
        let files = content.sources();
        assert_eq!(files.path(role), Some("content/roles/a.md"));
        assert_eq!(files.text(role), "# A");
        assert_eq!(files.path(base), Some("themes/default/base.html"));
        assert_eq!(files.text(base), "{{");
        assert_eq!(files.path(FileId::of("content/loop")), Some("content/loop"));
        assert_eq!(files.path(FileId::of("--edition")), None);
    }
}
