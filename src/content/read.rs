//! Reads the files of a project. In: a folder. Out: [`Content`], sorted by path.

#![allow(clippy::disallowed_methods, reason = "the input end of the pipeline")]

use super::decode::decode;
use super::kind::{Kind, kind};
use super::walk::{Found, Walk};
use super::{AssetFile, Content, TextFile, problem};
use anyhow::{Context, bail, ensure};
use std::fs;
use std::path::Path;
use std::sync::Arc;

const LARGEST: u64 = 50_000_000;

/// Reads the project folder, except for what was written into `out`.
///
/// A project without a folder `content/` is itself taken as a folder of Markdown.
pub fn read(project: &Path, out: &Path) -> anyhow::Result<Content> {
    let missing = || format!("there is no folder `{}`", project.display());
    let boundary = project.canonicalize().with_context(missing)?;
    ensure!(boundary.is_dir(), "`{}` is a file, not a folder", project.display());

    let proper = boundary.join("content").is_dir();
    let mut content = Content::default();
    if proper {
        content.prefix = "content/".to_owned();
    }
    let root = boundary.join(&content.prefix);
    let prefix = content.prefix.clone();
    let walk = Walk { root, prefix, out: out.canonicalize().ok(), boundary: &boundary };
    for found in walk.files(|path| kind(path, proper), &mut content)? {
        found.read_into(&mut content)?;
    }
    read_themes(&boundary, &mut content)?;
    finish(&mut content, project);
    Ok(content)
}

/// The files of a folder as they are, byte by byte, for a copy of it: all as assets, and with them
/// what explains the folder to its authors.
pub fn originals(folder: &Path) -> anyhow::Result<Content> {
    let missing = || format!("there is no folder `{}`", folder.display());
    let boundary = folder.canonicalize().with_context(missing)?;
    ensure!(boundary.is_dir(), "`{}` is a file, not a folder", folder.display());

    let proper = boundary.join("content").is_dir();
    let prefix = if proper { "content/" } else { "" };
    let mut content = Content { prefix: prefix.to_owned(), ..Content::default() };
    let (root, prefix) = (boundary.join(prefix), prefix.to_owned());
    let walk = Walk { root, prefix, out: None, boundary: &boundary };
    for found in walk.files(|path| kind(path, proper).or(kind(path, false)), &mut content)? {
        content.assets.push(found.asset()?);
    }
    read_themes(&boundary, &mut content)?;
    content.sort();
    Ok(content)
}

fn read_themes(project: &Path, content: &mut Content) -> anyhow::Result<()> {
    let root = project.join("themes");
    let walk = Walk { root, prefix: "themes/".to_owned(), out: None, boundary: project };
    for found in walk.files(|_| Some(Kind::Asset), content)? {
        content.themes.push(found.asset()?);
    }
    Ok(())
}

fn finish(content: &mut Content, project: &Path) {
    content.sort();
    if content.texts.is_empty() && content.unread.is_empty() {
        content.diagnostics.push(problem::no_content(&project.display().to_string()));
    }
}

impl Found {
    fn read_into(self, content: &mut Content) -> anyhow::Result<()> {
        match self.kind {
            Kind::Asset => content.assets.push(self.asset()?),
            Kind::Text => {
                let decoded = decode(self.bytes()?);
                let file = TextFile::new(self.path, decoded.text);
                let broken = decoded.broken_at.map(|at| problem::not_utf8(file.id, at));
                content.diagnostics.extend(broken);
                content.texts.push(file);
            }
        }
        Ok(())
    }

    fn asset(self) -> anyhow::Result<AssetFile> {
        Ok(AssetFile { bytes: Arc::from(self.bytes()?), path: self.path })
    }

    fn bytes(&self) -> anyhow::Result<Vec<u8>> {
        let context = || format!("cannot read `{}`", self.shown);
        let size = fs::metadata(&self.disk).with_context(context)?.len();
        if size > LARGEST {
            let (shown, size, largest) = (&self.shown, size / 1_000_000, LARGEST / 1_000_000);
            bail!("`{shown}` has {size} MB: a handbook's file may have {largest} MB");
        }
        fs::read(&self.disk).with_context(context)
    }
}
