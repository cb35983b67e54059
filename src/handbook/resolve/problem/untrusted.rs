//! What a text may not do to its readers, be it that somebody meant well.

use crate::diagnostic::{Diagnostic, Span, code};
use crate::markdown::{Link, LinkKind};

pub(in super::super) fn unsafe_link(link: &Link, scheme: &str) -> Diagnostic {
    let message = format!("`{scheme}:` leads to a page or script that comes with the link itself");
    Diagnostic::new(code::UNSAFE_LINK, link.span, message).help(match link.kind {
        LinkKind::Image => "save the picture as a file in the content folder and name it here",
        _ => "it would run as a part of the handbook: link to a page by `https://`, or to a file in the content folder",
    })
}

pub(in super::super) fn raw_html(at: Span) -> Diagnostic {
    Diagnostic::new(code::RAW_HTML, at, "this HTML is shown to readers as it is written")
        .help("write it in Markdown; where you trust all who write, `allow_html: true` in `handbook.yml` makes it HTML")
}
