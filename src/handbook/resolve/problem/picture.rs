//! Messages about pictures that readers would not see.

use crate::diagnostic::{Diagnostic, code};
use crate::markdown::Link;

pub(in super::super) fn remote_image(link: &Link) -> Diagnostic {
    let message =
        format!("`{}` is on another site, and pages load nothing from there", link.target);
    Diagnostic::new(code::REMOTE_IMAGE, link.span, message)
        .help("put the file into the content folder and name it here, or write a link: `[text](https://…)`")
}

pub(in super::super) fn broken_image(link: &Link, path: &str) -> Diagnostic {
    let ending = path.rsplit_once('.').map_or("", |(_, it)| it);
    let help = match ending.to_ascii_lowercase().as_str() {
        "svg" => {
            "its outermost element must be `<svg xmlns=\"http://www.w3.org/2000/svg\">`, and each that \
             is opened must be closed"
        }
        _ => {
            "open the file and save it again as PNG, JPEG, GIF, WebP or AVIF; one that Git LFS keeps is \
             fetched by `git lfs pull`"
        }
    };
    Diagnostic::new(
        code::BROKEN_IMAGE,
        link.span,
        format!("`{path}` is no picture that can be shown"),
    )
    .help(help)
}
