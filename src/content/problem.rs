//! Every sentence of this stage.

use crate::diagnostic::{Diagnostic, FileId, Span, code};

pub(super) fn not_utf8(file: FileId, at: usize) -> Diagnostic {
    let span = Span::new(file, at, at + char::REPLACEMENT_CHARACTER.len_utf8());
    Diagnostic::new(code::NOT_UTF8, span, "this file is not UTF-8 text")
        .help("save it again with the encoding UTF-8")
}

pub(super) fn dangling_link(shown: &str) -> Diagnostic {
    Diagnostic::new(code::SYMLINK, start(shown), "a symbolic link to nothing is left out")
        .help("point the link at a file that exists, or remove it")
}

pub(super) fn looping_link(shown: &str) -> Diagnostic {
    Diagnostic::new(code::SYMLINK, start(shown), "a symbolic link to a folder above it is left out")
        .help("remove the link: what it leads to is read anyway")
}

pub(super) fn escaping_link(shown: &str) -> Diagnostic {
    let message = "a symbolic link that leaves the project folder is left out";
    Diagnostic::new(code::SYMLINK, start(shown), message)
        .help("copy what it leads to into the project")
}

pub(super) fn bad_name(shown: &str) -> Diagnostic {
    let message = "this name cannot become an address";
    Diagnostic::new(code::BAD_NAME, start(shown), message)
        .help("rename it: no backslash, no control character, and encoded as UTF-8")
}

pub(super) fn no_content(project: &str) -> Diagnostic {
    // No file lacks anything, so the place is one that is never shown.
    let nowhere = start("");
    Diagnostic::new(code::NO_CONTENT, nowhere, format!("there is no Markdown in `{project}`")).help(
        "`rolebook new DIR` writes a small handbook to begin with; \
         `--project DIR` names the folder that holds `content/`",
    )
}

fn start(shown: &str) -> Span {
    Span::start_of(FileId::of(shown))
}
