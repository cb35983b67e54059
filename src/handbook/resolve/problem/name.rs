//! Messages about names and ids, and about paths as other systems write them.

use crate::diagnostic::{Diagnostic, Spanned, code};
use crate::document::Document;
use crate::handbook::resolve::lookalikes::Seen;
use crate::markdown::Link;
use crate::spelling::has_drive;

/// How long an id may be, in bytes: files are named by it, with an ending.
pub(in crate::handbook::resolve) const LONGEST_ID: usize = 200;

const RULE: &str =
    "an id is made of letters, digits and hyphens, since it becomes part of an address";

pub(in crate::handbook::resolve) fn bad_name(document: &Document) -> Diagnostic {
    let message = format!("the name `{}` gives no id", document.path.file_name());
    Diagnostic::new(code::BAD_NAME, document.span, message).help(
        "rename the file: its name becomes part of an address, so it needs a letter or a digit",
    )
}

pub(in crate::handbook::resolve) fn unusable_name(document: &Document) -> Diagnostic {
    let id = &document.place.id;
    let message = format!("the name gives an id that no folder can have everywhere: {}", why(id));
    Diagnostic::new(code::BAD_NAME, document.span, message).help(
        "rename the file: its page is a folder of that name on every disk that the site comes to",
    )
}

pub(in crate::handbook::resolve) fn bad_id(id: &Spanned<String>) -> Diagnostic {
    Diagnostic::new(code::BAD_ID, id.span, format!("`{}` cannot be an id", id.value)).help(RULE)
}

pub(in crate::handbook::resolve) fn unusable_id(id: &Spanned<String>) -> Diagnostic {
    let message = format!("this cannot be an id: {}", why(&id.value));
    Diagnostic::new(code::BAD_ID, id.span, message).help(
        "give it another id: on every disk that the site comes to, something may be called so",
    )
}

fn why(id: &str) -> String {
    match id.len() > LONGEST_ID {
        true => format!("it has more than {LONGEST_ID} bytes"),
        false => format!("`{id}` is a device to Windows"),
    }
}

pub(in crate::handbook::resolve) fn mixed_scripts(seen: &Seen<'_>) -> Diagnostic {
    let message = format!("a word of the id `{}` mixes scripts: {}", seen.id, spelled(seen.id));
    Diagnostic::new(code::LOOKALIKE_ID, seen.at, message)
        .help("write it in the letters of one language, or divide it by a hyphen")
}

pub(in crate::handbook::resolve) fn looks_alike(seen: &Seen<'_>, other: &Seen<'_>) -> Diagnostic {
    let (id, first) = (seen.id, other.id);
    let message = format!("the id `{id}` ({}) looks like `{first}`", spelled(id));
    Diagnostic::new(code::LOOKALIKE_ID, seen.at, message)
        .label(other.at, "this one")
        .help("give one of them another id: readers cannot tell which of the two a link names")
}

/// The letters that no English keyboard has, by their numbers.
fn spelled(id: &str) -> String {
    let strange = id.chars().filter(|it| !it.is_ascii()).take(4);
    let strange: Vec<_> = strange.map(|it| format!("`{it}` is U+{:04X}", u32::from(it))).collect();
    strange.join(", ")
}

pub(in crate::handbook::resolve) fn outside(link: &Link) -> Diagnostic {
    if let Some(problem) = of_windows(&link.target) {
        return Diagnostic::new(code::BROKEN_LINK, link.span, problem.0).help(problem.1);
    }
    let message = format!("the link `{}` leaves the content folder", link.target);
    Diagnostic::new(code::BROKEN_LINK, link.span, message)
        .help("only what stands in the content folder is published; link to it by `https://`, or move it there")
}

/// What is said, and the way out, of a path as programs on Windows write it.
pub(in crate::handbook::resolve) fn of_windows(path: &str) -> Option<(String, String)> {
    if has_drive(path) || path.starts_with('\\') {
        let message = format!("`{path}` is a path on one machine, which no reader has");
        let help = "copy the file into the content folder, and write its path from this file on";
        return Some((message, help.to_owned()));
    }
    let way_out = || format!("write `{}`", path.replace('\\', "/"));
    let message = || format!("`{path}` has backslashes, and in an address folders end in `/`");
    path.contains('\\').then(|| (message(), way_out()))
}
