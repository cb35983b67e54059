//! One build at a time in one output folder. In: the folder. Out: a lock that the system lets go when the
//! program ends, however it ends, so nobody is ever locked out by a run that was cut short.

#![allow(clippy::disallowed_methods, reason = "the output end of the pipeline")]

use anyhow::{Context, bail, ensure};
use same_file::Handle;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// Called like everything that is only there while we work.
pub(super) const LOCK: &str = ".rolebook-lock.tmp";

/// Held for one folder by one build.
pub(super) struct Lock {
    path: PathBuf,
    /// The system's lock ends with it.
    _file: File,
    /// The output folder and those above it that were not there, the innermost first.
    new: Vec<PathBuf>,
}

impl Lock {
    /// Makes the folder if need be. An error where another build has it.
    pub(super) fn take(dir: &Path) -> anyhow::Result<Lock> {
        let failed = || format!("cannot write into `{}`", dir.display());
        let new = dir.ancestors().take_while(|it| !it.exists()).map(Path::to_owned).collect();
        fs::create_dir_all(dir).with_context(failed)?;
        let path = dir.join(LOCK);
        ensure!(
            !path.is_symlink(),
            "`{}` is a link and no file of ours: remove it",
            path.display()
        );
        loop {
            // What it holds says nothing.
            let file = File::options().create(true).write(true).truncate(false).open(&path);
            let file = file.with_context(failed)?;
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => bail!(
                    "another build is writing into `{}`: wait until it has ended, or name another \
                     folder with `--out`",
                    dir.display()
                ),
                // A build alone is safe there, too.
                Err(TryLockError::Error(error)) if knows_no_locks(&error) => {}
                Err(TryLockError::Error(error)) => return Err(error).with_context(failed),
                Ok(()) => {}
            }
            if is_at(&file, &path).with_context(failed)? {
                return Ok(Lock { path, _file: file, new });
            }
        }
    }
}

/// Whether a disk that knows no locks answers so, as some in a network do.
fn knows_no_locks(error: &io::Error) -> bool {
    // ENOLCK, which is no kind of its own: NFS whose service of locks does not run.
    const NO_LOCKS: i32 = if cfg!(target_os = "linux") { 37 } else { 77 };
    let is_without_service = cfg!(unix) && error.raw_os_error() == Some(NO_LOCKS);
    error.kind() == io::ErrorKind::Unsupported || is_without_service
}

/// Whether `file` is still the one at `path`: its holder may have removed it while we opened it.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    match Handle::from_path(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        there => Ok(there? == Handle::from_file(file.try_clone()?)?),
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is ours still, so nobody else's is removed. What stays is used by the next run.
        let _ = fs::remove_file(&self.path);
        // Those in which something has found its place refuse.
        for folder in &self.new {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_lock_for_a_folder() {
        let parent = tempfile::tempdir().unwrap();
        let dir = parent.path().join("a/b");
        let lock = Lock::take(&dir).unwrap();
        let error = Lock::take(&dir).err().unwrap().to_string();
        assert!(error.contains("another build is writing into"), "{error}");
        drop(lock);
        assert!(!parent.path().join("a").exists(), "folders that were made for it are gone too");

        let lock = Lock::take(&dir).unwrap();
        fs::write(dir.join("index.html"), "").unwrap();
        drop(lock);
        assert_eq!(fs::read_dir(&dir).unwrap().count(), 1, "what has a page in it stays");
        // What a run has left that could not clean up after itself.
        fs::write(dir.join(LOCK), "").unwrap();
        Lock::take(&dir).unwrap();
    }

    #[test]
    fn a_disk_without_locks_is_told_from_one_that_is_broken() {
        assert!(knows_no_locks(&io::Error::from(io::ErrorKind::Unsupported)));
        assert!(!knows_no_locks(&io::Error::from(io::ErrorKind::PermissionDenied)));
        assert!(!knows_no_locks(&io::Error::from_raw_os_error(5)), "a broken disk");
        #[cfg(target_os = "linux")]
        assert!(knows_no_locks(&io::Error::from_raw_os_error(37)));
    }

    #[test]
    fn a_lock_that_was_removed_is_none() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(LOCK);
        let open = || File::create(&path).unwrap();
        let first = open();
        assert!(is_at(&first, &path).unwrap());
        fs::remove_file(&path).unwrap();
        assert!(!is_at(&first, &path).unwrap());
        let second = open();
        assert!(!is_at(&first, &path).unwrap() && is_at(&second, &path).unwrap());
    }
}
