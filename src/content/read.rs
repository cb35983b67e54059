//! Reads the files of a project. In: a folder. Out: [`Content`], sorted by path.

#![allow(clippy::disallowed_methods, reason = "the input end of the pipeline")]

use super::collide::collisions;
use super::decode::{decode, plain};
use super::kind::{Kind, kind};
use super::walk::{Found, Walk};
use super::{AssetFile, Content, LEDGER, TextFile, problem};
use anyhow::{Context, ensure};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files of themes that are text, by their endings.
const TEXTS_OF_THEMES: [&str; 5] = ["html", "css", "js", "svg", "md"];

/// How long a file may be, in bytes.
const LARGEST: u64 = 50_000_000;
/// The same of a text. The largest page of a handbook is a hundredth of it.
pub(super) const LARGEST_TEXT: u64 = 5_000_000;

/// Reads the project folder, except for what was written into `out`.
///
/// A project without a folder `content/` is itself taken as a folder of Markdown.
pub fn read(project: &Path, out: &Path) -> anyhow::Result<Content> {
    let Folder { boundary, prefix } = Folder::open(project)?;
    let mut content = Content { prefix: prefix.to_owned(), ..Content::default() };
    let (root, is_proper) = (boundary.join(prefix), !prefix.is_empty());
    let out = out.canonicalize().ok();
    let walk = Walk { root, prefix: prefix.to_owned(), out, boundary: &boundary };
    for found in walk.files(|path| kind(path, is_proper), &mut content)? {
        found.read_into(&mut content)?;
    }
    read_themes(&boundary, &mut content)?;
    content.themes.iter_mut().for_each(AssetFile::make_plain);
    finish(&mut content, project);
    Ok(content)
}

/// The files of a folder as they are, byte by byte, for a copy of it: all as assets, and with them
/// what explains the folder to its authors.
pub fn originals(folder: &Path) -> anyhow::Result<Content> {
    let Folder { boundary, prefix } = Folder::open(folder)?;
    let mut content = Content { prefix: prefix.to_owned(), ..Content::default() };
    let (root, is_proper) = (boundary.join(prefix), !prefix.is_empty());
    let walk = Walk { root, prefix: prefix.to_owned(), out: None, boundary: &boundary };
    let any = |path: &str| kind(path, is_proper).or(kind(path, false));
    for found in walk.files(any, &mut content)? {
        let asset = found.asset(&mut content)?;
        content.assets.extend(asset);
    }
    read_themes(&boundary, &mut content)?;
    content.sort();
    Ok(content)
}

/// A project folder that is there.
pub(super) struct Folder {
    /// Nothing beyond it is read.
    pub(super) boundary: PathBuf,
    /// Where its content is: `content/`, or nothing where it is the content itself.
    pub(super) prefix: &'static str,
}

impl Folder {
    pub(super) fn open(folder: &Path) -> anyhow::Result<Folder> {
        let missing = || format!("there is no folder `{}`", folder.display());
        let boundary = folder.canonicalize().with_context(missing)?;
        ensure!(boundary.is_dir(), "`{}` is a file, not a folder", folder.display());
        let prefix = if boundary.join("content").is_dir() { "content/" } else { "" };
        Ok(Folder { boundary, prefix })
    }
}

fn read_themes(project: &Path, content: &mut Content) -> anyhow::Result<()> {
    let root = project.join("themes");
    let walk = Walk { root, prefix: "themes/".to_owned(), out: None, boundary: project };
    for found in walk.files(|_| Some(Kind::Asset), content)? {
        let asset = found.asset(content)?;
        content.themes.extend(asset);
    }
    Ok(())
}

fn finish(content: &mut Content, project: &Path) {
    content.sort();
    note_collisions(content);
    if content.texts.is_empty() && content.unread.is_empty() {
        content.diagnostics.push(problem::no_content(&project.display().to_string()));
    }
}

/// Notes files that would be published under one name.
fn note_collisions(content: &mut Content) {
    let paths: Vec<_> = content.assets.iter().map(|it| &it.path).collect();
    for (first, second) in collisions(&paths) {
        let [first, second] = [first, second].map(|it| format!("{}{}", content.prefix, paths[it]));
        content.diagnostics.push(problem::same_name(&second, &first));
        content.unread.extend([first, second]);
    }
}

impl AssetFile {
    /// Takes away from a text of a theme what only its bytes ask for, as from any text: Git on Windows may
    /// have written other line ends.
    fn make_plain(&mut self) {
        let is_text = TEXTS_OF_THEMES.contains(&self.path.extension());
        if let Some(text) = std::str::from_utf8(&self.bytes).ok().filter(|_| is_text) {
            self.bytes = plain(text).into_bytes().into();
        }
    }
}

impl Found {
    fn read_into(self, content: &mut Content) -> anyhow::Result<()> {
        if self.kind == Kind::Asset {
            let asset = self.asset(content)?;
            content.assets.extend(asset);
            return Ok(());
        }
        let largest = if self.path.as_str() == LEDGER { LARGEST } else { LARGEST_TEXT };
        let Some(bytes) = self.bytes(largest, content)? else { return Ok(()) };
        let decoded = decode(bytes);
        let file = TextFile::new(self.path, decoded.text);
        let broken = decoded.broken_at.map(|at| problem::not_utf8(file.id, at));
        content.diagnostics.extend(broken);
        content.texts.push(file);
        Ok(())
    }

    fn asset(self, notes: &mut Content) -> anyhow::Result<Option<AssetFile>> {
        let bytes = self.bytes(LARGEST, notes)?;
        Ok(bytes.map(|it| AssetFile { bytes: Arc::from(it), path: self.path }))
    }

    /// The whole file; `None` if it is longer than `largest`, which is noted.
    fn bytes(&self, largest: u64, notes: &mut Content) -> anyhow::Result<Option<Vec<u8>>> {
        let context = || format!("cannot read `{}`", self.shown);
        let file = File::open(&self.disk).with_context(context)?;
        let mut bytes = Vec::new();
        // It may grow while it is read.
        file.take(largest + 1).read_to_end(&mut bytes).with_context(context)?;
        if bytes.len() as u64 > largest {
            notes.diagnostics.push(problem::too_large(&self.shown, largest));
            notes.unread.push(self.shown.clone());
            return Ok(None);
        }
        Ok(Some(bytes))
    }
}
