//! What files of the content would do on the site, beyond being shown.
//!
//! In: files as they are. Out: what is to be said of those that a browser runs with the rights of a page, if somebody
//! opens them by themselves. HTML and scripts are none of them: `content` passes such files over.

use crate::content::{AssetFile, Content};
use crate::diagnostic::{Diagnostic, Span, code};
use crate::picture::measure::{Act, acts};
use std::ops::Range;

/// `may_run`: authors are trusted with what pages do, so there is nothing to say.
pub(super) fn check(content: &Content, may_run: bool) -> Vec<Diagnostic> {
    let files = content.assets.iter().filter(|_| !may_run);
    let found = files.flat_map(|file| {
        let acts = acts(file.path.as_str(), &file.bytes);
        acts.into_iter().map(|(act, at)| active_picture(file, act, at))
    });
    found.collect()
}

fn active_picture(file: &AssetFile, act: Act, at: Range<usize>) -> Diagnostic {
    let (message, help) = match act {
        Act::Script => ("a script in a drawing runs where somebody opens it by itself", PLAIN),
        Act::Handler => {
            ("this is code, and it runs where somebody opens the drawing by itself", PLAIN)
        }
        Act::Html => ("this is HTML in a drawing, which may hold anything that a page may", TEXT),
        Act::Link => ("this link is code, or may become so", LINK),
        Act::Reference => {
            ("this asks for another file, which no drawing on a page is given", CARRY)
        }
        Act::Riddle => ("it cannot be told what a browser would find in this drawing", AGAIN),
    };
    let span = Span::new(file.id(), at.start, at.end);
    Diagnostic::new(code::ACTIVE_PICTURE, span, message).help(help)
}

const PLAIN: &str = "take it out, or save the drawing as PNG";
const TEXT: &str = "save the drawing with its text as text or as paths, or as PNG";
const LINK: &str = "write an address of the web, or take it out";
const CARRY: &str = "save the drawing with what it needs inside, or as PNG";
const AGAIN: &str =
    "save it again as a plain SVG in UTF-8, without declarations of its own; or as PNG";

#[cfg(test)]
mod tests {
    use super::check;
    use crate::content::{AssetFile, Content, RelPath};

    #[test]
    fn authors_may_be_trusted() {
        let path = RelPath::new("a.SVG").unwrap();
        let file = AssetFile { path, bytes: (*b"<svg onload='x'/>").into() };
        let content = Content { assets: vec![file], ..Content::default() };
        assert_eq!(check(&content, false).len(), 1);
        assert_eq!(check(&content, true), []);
    }
}
