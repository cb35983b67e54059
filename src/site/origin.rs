//! Where a project's file of a theme came from: the comment that such a copy begins with.
//!
//! In: a file of a built-in theme, or of a project. Out: the copy, or what its first line tells. Must
//! not know what is in the file beyond that line.

use super::asset::fingerprint;
use std::ops::Range;

/// The version of the program, which its files share.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What the comment goes on with.
const WHY: &str = "`rolebook check` says when the original changes";

/// What the first line of a copy says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Origin<'a> {
    /// The version of the program that the copy is of.
    pub(super) version: &'a str,
    /// The fingerprint of the original.
    pub(super) fingerprint: &'a str,
    /// What follows the comment: the original, as long as nobody changed it.
    pub(super) rest: &'a str,
    /// How long the comment is.
    pub(super) length: usize,
}

/// The file at `path` of the built-in `theme`, with the comment that says so. A file of a kind that
/// has no comments is copied as it is.
pub(super) fn copy(theme: &str, path: &str, bytes: &[u8]) -> Vec<u8> {
    let Some(Range { start, end }) = comment(path) else { return bytes.to_vec() };
    let print = fingerprint(bytes);
    let line =
        format!("{start} Copy of {theme}/{path}, Rolebook {VERSION}, {print}. {WHY} {end}\n");
    [line.as_bytes(), bytes].concat()
}

/// What the file at `path` says of where it came from, if it is a copy.
pub(super) fn origin<'a>(path: &str, bytes: &'a [u8]) -> Option<Origin<'a>> {
    let Range { start, end } = comment(path)?;
    let (line, rest) = std::str::from_utf8(bytes).ok()?.split_once('\n')?;
    let line = line.trim_end();
    let words = line.strip_prefix(start)?.strip_suffix(end)?.trim().strip_prefix("Copy of ")?;
    let (version, told) = words.split_once(", Rolebook ")?.1.split_once(", ")?;
    let fingerprint = told.split_once('.')?.0;
    Some(Origin { version, fingerprint, rest, length: line.len() })
}

/// How a comment begins and ends in files of this kind.
fn comment(path: &str) -> Option<Range<&'static str>> {
    match path.rsplit_once('.')?.1 {
        "html" => Some("{#-".."-#}"),
        "css" | "js" => Some("/*".."*/"),
        "svg" => Some("<!--".."-->"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_tells_where_it_came_from() {
        for path in ["templates/role.html", "assets/site.css", "assets/page.js", "assets/icon.svg"]
        {
            let copy = copy("default", path, b"first\nsecond\n");
            let origin = origin(path, &copy).expect(path);
            assert_eq!((origin.version, origin.rest), (VERSION, "first\nsecond\n"));
            assert_eq!(origin.fingerprint, fingerprint(b"first\nsecond\n"));
            assert_eq!(copy[origin.length], b'\n', "{path}");
        }
    }

    #[test]
    fn what_has_no_comments_or_another_one_tells_nothing() {
        assert_eq!(copy("default", "assets/a.png", b"\x89PNG"), b"\x89PNG");
        for text in
            ["/* Colours. */\na{}", "/* Copy of my own */\n", "", "/* Copy of a, Rolebook 1"]
        {
            assert_eq!(origin("assets/site.css", text.as_bytes()), None, "{text}");
        }
    }
}
