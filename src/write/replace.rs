//! Replaces one file in one step: whoever reads it sees the old bytes or the new, never a part.

#![allow(clippy::disallowed_methods, reason = "the output end of the pipeline")]

use anyhow::Context;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use tempfile::{Builder, NamedTempFile};

/// Puts `bytes` at `path`; folders on the way are made.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let failed = || format!("cannot write `{}`", path.display());
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).with_context(failed)?;
    let mut file = temporary(folder).with_context(failed)?;
    file.write_all(bytes).with_context(failed)?;
    // On the same disk by construction, so this is a rename.
    file.persist(path).with_context(failed)?;
    Ok(())
}

/// Temporary files are born private, which a web server could not read.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".rolebook-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The system takes the umask off.
        builder.permissions(fs::Permissions::from_mode(0o644));
    }
    builder.tempfile_in(folder)
}
