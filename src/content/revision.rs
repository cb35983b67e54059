//! What shall become of a project's own files: some get another text, one may get another name.
//!
//! In: content, and edits by file. Out: the content as it would be read afterwards, so that
//! everything can be tried before anything is written.

use super::{AssetFile, Content, RelPath, TextFile};
use crate::edit::{Edit, Edits};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Changes to a project, with paths below the content folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// In the order of their paths.
    pub files: Vec<Revised>,
    /// Comes after the edits, so that their paths still hold.
    pub moved: Option<Move>,
}

/// A text that gets edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revised {
    pub path: RelPath,
    /// As it was read: the file must still say this when it is written.
    pub before: Arc<str>,
    pub edits: Edits,
}

/// A file or folder that gets another name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub from: RelPath,
    pub to: RelPath,
}

impl Revision {
    /// The edits by the files they are about; `None` when two of them want one place.
    pub fn new(content: &Content, edits: Vec<Edit>) -> Option<Revision> {
        let mut by_file: BTreeMap<_, Vec<Edit>> = BTreeMap::new();
        for edit in edits {
            by_file.entry(edit.span.file).or_default().push(edit);
        }
        let revised = content.texts.iter().filter_map(|it| {
            let edits = Edits::new(by_file.remove(&it.id)?);
            Some(edits.map(|edits| Revised {
                path: it.path.clone(),
                before: it.text.clone(),
                edits,
            }))
        });
        Some(Revision { files: revised.collect::<Option<_>>()?, moved: None })
    }
}

impl Move {
    /// Where the file at `path` is afterwards.
    pub fn moved(&self, path: &RelPath) -> RelPath {
        let below = path.as_str().strip_prefix(self.from.as_str());
        let moved = match below {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => {
                RelPath::new(&format!("{}{rest}", self.to))
            }
            _ => None,
        };
        moved.unwrap_or_else(|| path.clone())
    }
}

impl Content {
    /// The content as it would be read after `revision`.
    pub fn revised(&self, revision: &Revision) -> Content {
        let mut content = self.clone();
        for file in &revision.files {
            let of_file = content.texts.iter_mut().filter(|it| it.path == file.path);
            of_file.for_each(|it| it.text = file.edits.apply(&it.text).into());
        }
        let Some(it) = &revision.moved else { return content };
        let text = |file: TextFile| TextFile::new(it.moved(&file.path), file.text);
        let asset = |file: AssetFile| AssetFile { path: it.moved(&file.path), ..file };
        content.texts = content.texts.into_iter().map(text).collect();
        content.assets = content.assets.into_iter().map(asset).collect();
        content.sort();
        content
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_moves_with_all_that_is_in_it_and_nothing_beside_it() {
        let path = |it| RelPath::new(it).unwrap();
        let moved = |it| {
            let folder = Move { from: path("roles/lead"), to: path("roles/chief") };
            folder.moved(&path(it)).to_string()
        };
        assert_eq!(moved("roles/lead/index.md"), "roles/chief/index.md");
        assert_eq!(moved("roles/lead"), "roles/chief");
        assert_eq!(moved("roles/lead.md"), "roles/lead.md");
        assert_eq!(moved("roles/leader/index.md"), "roles/leader/index.md");
    }
}
