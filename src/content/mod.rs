//! Stage 1: the project folder as values. Reads the disk; knows nothing of YAML or Markdown.

mod again;
mod collide;
mod decode;
mod encode;
mod kind;
mod link;
mod path;
mod problem;
mod read;
mod revision;
mod sources;
mod walk;

pub use again::read_again;
pub use encode::edited;
pub use kind::is_unwanted;
pub use path::RelPath;
pub use read::{originals, read};
pub use revision::{Move, Revised, Revision};
pub use sources::Files;
pub use walk::linked_folders;

use crate::diagnostic::{Diagnostic, FileId};
use crate::git::History;
use std::sync::Arc;

/// The file by which an output folder is known to be ours; such a folder is never read as content.
pub const MANIFEST: &str = ".rolebook-manifest.json";

/// The ledger of published addresses, right below the content folder.
pub const LEDGER: &str = "addresses.lock";

/// A file of words: Markdown or YAML. Line ends are `\n` and a byte order mark is gone, so that
/// nobody after this stage has to know of either.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextFile {
    pub id: FileId,
    pub path: RelPath,
    pub text: Arc<str>,
}

impl TextFile {
    pub fn new(path: RelPath, text: impl Into<Arc<str>>) -> TextFile {
        TextFile { id: FileId::of(path.as_str()), path, text: text.into() }
    }
}

/// A file that is passed on as it is: a picture, a PDF, a file of a theme.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AssetFile {
    pub path: RelPath,
    pub bytes: Arc<[u8]>,
}

impl AssetFile {
    /// Names this file as one of the content, so that its mistakes have a place.
    pub fn id(&self) -> FileId {
        FileId::of(self.path.as_str())
    }

    /// The same as one of a theme.
    pub fn theme_id(&self) -> FileId {
        FileId::of(&sources::theme_path(&self.path))
    }
}

/// Everything a build depends on, sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Content {
    /// What stands before a path when it is shown: `content/`, or nothing where the project folder
    /// itself is a folder of Markdown.
    pub prefix: String,
    /// Markdown and YAML, with paths below the content folder.
    pub texts: Vec<TextFile>,
    /// Pictures and other files to publish, with paths below the content folder.
    pub assets: Vec<AssetFile>,
    /// Overrides of theme files, with paths below `themes/`: `default/templates/role.html`.
    pub themes: Vec<AssetFile>,
    /// What Git knows of the texts, by their paths. The disk does not tell it: whoever reads from there
    /// adds it by [`Content::with_history`].
    pub history: History,
    /// What is spoken of and is no text: what was left out, and files whose name is odd. With paths as
    /// shown: `content/loop.md`.
    pub unread: Vec<String>,
    /// What could not be read, and what was left out.
    pub diagnostics: Vec<Diagnostic>,
}

impl Content {
    /// The files behind the places of diagnostics.
    pub fn sources(&self) -> Files<'_> {
        Files::of(self)
    }

    /// The same content, and when each of its texts was changed.
    pub fn with_history(self, history: History) -> Content {
        Content { history, ..self }
    }

    fn sort(&mut self) {
        self.texts.sort_by(|a, b| a.path.cmp(&b.path));
        self.assets.sort_by(|a, b| a.path.cmp(&b.path));
        self.themes.sort_by(|a, b| a.path.cmp(&b.path));
    }
}
