//! Replaces one file in one step: whoever reads it sees the old bytes or the new, never a part.

#![allow(clippy::disallowed_methods, reason = "the output end of the pipeline")]

use anyhow::{Context, ensure};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// How everything is called that is only there while we work.
pub(super) const PREFIX: &str = ".rolebook-";
pub(super) const SUFFIX: &str = ".tmp";

/// Puts `bytes` at `path`; folders on the way are made.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let failed = || format!("cannot write `{}`", path.display());
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).with_context(failed)?;
    let mut file = temporary(folder).with_context(failed)?;
    file.write_all(bytes).with_context(failed)?;
    Staged { file, path: path.to_owned() }.take_place()
}

/// Lays `bytes` beside the file at `path`, whose permissions they get.
pub(super) fn stage(path: &Path, bytes: &[u8]) -> anyhow::Result<Staged> {
    let failed = || format!("cannot write `{}`", path.display());
    let permissions = fs::metadata(path).with_context(failed)?.permissions();
    ensure!(!permissions.readonly(), "`{}` is read-only: nothing was written", path.display());
    let mut file = temporary(path.parent().unwrap_or(path)).with_context(failed)?;
    file.write_all(bytes).with_context(failed)?;
    file.as_file().set_permissions(permissions).with_context(failed)?;
    Ok(Staged { file, path: path.to_owned() })
}

/// A whole file that waits beside its place, and is gone when nobody puts it there.
pub(super) struct Staged {
    file: NamedTempFile,
    path: PathBuf,
}

impl Staged {
    pub(super) fn take_place(self) -> anyhow::Result<()> {
        let failed = || format!("cannot write `{}`", self.path.display());
        // On the same disk by construction, so this is a rename.
        self.file.persist(&self.path).map(drop).with_context(failed)
    }
}

/// Temporary files are born private, which a web server could not read.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The system takes the umask off.
        builder.permissions(fs::Permissions::from_mode(0o644));
    }
    builder.tempfile_in(folder)
}
