//! Scripts without what only their readers in the repository need: comments, indents, line ends. The
//! only file that names the crate which knows the language. It is small and does not know all of it:
//! `tests/browser/scripts.test.mjs` holds that every script of the theme keeps its tokens.

use std::sync::Arc;

/// The script as it is published; as it is, where the crate does not understand it.
pub(super) fn script(text: &[u8]) -> Arc<[u8]> {
    let written = std::str::from_utf8(text).ok();
    match written.and_then(|it| minifier::js::minify(it).ok()) {
        Some(terse) => terse.to_string().into_bytes().into(),
        None => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::script;

    #[test]
    fn comments_go_and_strings_stay() {
        let written = "// Why.\nconst a = {\n  // How.\n  b: \"http://c  d\", e: /[*]  +/u,\n};\nlet f = `g  // h`;\n";
        let terse = String::from_utf8(script(written.as_bytes()).to_vec()).unwrap();
        assert_eq!(terse, "const a={b:\"http://c  d\",e:/[*]  +/u,};let f=`g  // h`;");
    }

    #[test]
    fn what_is_no_script_stays_as_it_is() {
        assert_eq!(*script(b"\xff // a"), *b"\xff // a");
    }
}
