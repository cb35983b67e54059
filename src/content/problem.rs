//! Every sentence of this stage.

use crate::diagnostic::{Diagnostic, FileId, Span, code};
use crate::spelling::Fault;

pub(super) fn not_utf8(file: FileId, at: usize) -> Diagnostic {
    let span = Span::new(file, at, at + char::REPLACEMENT_CHARACTER.len_utf8());
    Diagnostic::new(code::NOT_UTF8, span, "this file is not UTF-8 text")
        .help("save it again with the encoding UTF-8")
}

pub(super) fn too_large(shown: &str, largest: u64) -> Diagnostic {
    let message = format!("this file is larger than {} MB and is not read", largest / 1_000_000);
    Diagnostic::new(code::TOO_LARGE, start(shown), message)
        .help("divide it, or keep it elsewhere and link to it")
}

pub(super) fn dangling_link(shown: &str) -> Diagnostic {
    Diagnostic::new(code::SYMLINK, start(shown), "a symbolic link to nothing is left out")
        .help("point the link at a file that exists, or remove it")
}

pub(super) fn looping_link(shown: &str) -> Diagnostic {
    Diagnostic::new(code::SYMLINK, start(shown), "a symbolic link to a folder above it is left out")
        .help("remove the link: what it leads to is read anyway")
}

pub(super) fn escaping_link(shown: &str, folder: &str) -> Diagnostic {
    let message = format!("a symbolic link that leaves the {folder} is left out");
    Diagnostic::new(code::SYMLINK, start(shown), message)
        .help(format!("copy what it leads to into the {folder}"))
}

pub(super) fn hidden_link(shown: &str) -> Diagnostic {
    let message = "a symbolic link to what is no content by itself is left out";
    Diagnostic::new(code::SYMLINK, start(shown), message)
        .help("point the link at a file that is published anyway, or put a copy in its place")
}

pub(super) fn nested_link(shown: &str) -> Diagnostic {
    let message = "a symbolic link to a folder, in a folder that is linked itself, is left out";
    Diagnostic::new(code::SYMLINK, start(shown), message)
        .help("put a folder of its own in place of one of the two links")
}

pub(super) fn bad_name(shown: &str, fault: Option<Fault>) -> Diagnostic {
    let fault = match fault {
        Some(it) => it.to_string(),
        None => "bytes that are not UTF-8".to_owned(),
    };
    let message = format!("this name cannot become an address: it has {fault}");
    Diagnostic::new(code::BAD_NAME, start(shown), message)
        .help("rename it: letters of any language, digits, spaces and hyphens are fine")
}

pub(super) fn unportable_name(shown: &str, fault: Fault) -> Diagnostic {
    let message = format!("this name has {fault}");
    Diagnostic::new(code::UNPORTABLE_NAME, start(shown), message)
        .help("rename it: Git cannot check the project out on Windows as long as the name is there")
}

pub(super) fn same_name(shown: &str, first: &str) -> Diagnostic {
    let message = format!("`{first}` and `{shown}` are one file to Windows and macOS");
    Diagnostic::new(code::DUPLICATE_ADDRESS, start(shown), message)
        .label(start(first), "the first")
        .help("rename one of them: neither case nor the way in which a letter gets its accent tells names apart")
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
