//! Folders on the command line. In: a path as typed. Out: the path, or the way to write it here: on other
//! systems a path of Windows would quietly become one folder of a long name.

use clap::builder::{PathBufValueParser, TypedValueParser};
use std::path::PathBuf;

/// Reads a folder's path.
pub(super) fn folder() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().try_map(|path| {
        let foreign = path.to_str().and_then(|it| foreign(it, cfg!(windows)));
        match foreign.filter(|_| !path.exists()) {
            Some(way_out) => Err(way_out),
            None => Ok(path),
        }
    })
}

/// What to say of a path that another system means.
fn foreign(path: &str, is_windows: bool) -> Option<String> {
    if is_windows || !path.contains('\\') {
        return None;
    }
    let bytes = path.as_bytes();
    let has_drive = matches!(bytes, [letter, b':', ..] if letter.is_ascii_alphabetic());
    match has_drive || path.starts_with("\\\\") {
        true => Some("this is a path of Windows, and here is none".to_owned()),
        false => Some(format!("folders are divided by `/` here: `{}`", path.replace('\\', "/"))),
    }
}

#[cfg(test)]
mod tests {
    use super::foreign;

    #[test]
    fn a_path_of_windows_is_a_path_there_alone() {
        for path in ["public\\site", "C:\\site", "\\\\?\\C:\\site", "\\\\server\\share", "a/b"] {
            assert_eq!(foreign(path, true), None, "{path}");
        }
        assert_eq!(foreign("a/b", false), None);
        let way_out = foreign("public\\site", false).expect("a way out");
        assert!(way_out.ends_with("`public/site`"), "{way_out}");
        for path in ["C:\\site", "\\\\?\\C:\\site", "\\\\server\\share"] {
            let said = foreign(path, false).expect("a word");
            assert!(said.contains("path of Windows"), "{said}");
        }
    }
}
