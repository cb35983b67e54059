//! Every message of this stage.

use crate::diagnostic::code::{BROKEN_ANCHOR, BROKEN_LINK, DUPLICATE_ADDRESS};
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::{Diagnostic, Span, Spanned};

const REMOVE: &str = "remove the alias: whoever follows it finds that page";

pub(super) fn own_address(alias: &Spanned<String>) -> Diagnostic {
    taken(alias, format!("`{}` is this page's own address", alias.value))
        .help("remove the alias: the page is there already")
}

pub(super) fn taken_address(alias: &Spanned<String>, title: &str) -> Diagnostic {
    taken(alias, format!("`{}` is the address of {title}", alias.value)).help(REMOVE)
}

pub(super) fn fixed_address(alias: &Spanned<String>) -> Diagnostic {
    taken(alias, format!("`{}` is a page that every handbook has", alias.value)).help(REMOVE)
}

pub(super) fn taken_place(alias: &Spanned<String>, title: &str) -> Diagnostic {
    taken(alias, format!("`{}` is a place on the page of {title}", alias.value))
        .help("remove the alias: whoever follows it finds that place")
}

pub(super) fn two_aliases(alias: &Spanned<String>, first: Span) -> Diagnostic {
    taken(alias, format!("two pages have the alias `{}`", alias.value))
        .label(first, "the first")
        .help("an old address can lead to one page only: remove one of the two")
}

fn taken(alias: &Spanned<String>, message: String) -> Diagnostic {
    Diagnostic::new(DUPLICATE_ADDRESS, alias.span, message)
}

pub(super) fn place_on_no_page(alias: &Spanned<String>) -> Diagnostic {
    let page = alias.value.split('#').next().unwrap_or_default();
    let message = format!("there is no page `{page}`, and no alias of that name");
    Diagnostic::new(BROKEN_LINK, alias.span, message).help(format!(
        "give the alias `{page}` to the page that took its place, or remove this one"
    ))
}

pub(super) fn no_such_place(to: &Spanned<String>, title: &str, known: &[&str]) -> Diagnostic {
    let help = did_you_mean(&to.value, known.iter().copied(), "leave out `to`");
    let message = format!("{title} has no anchor `#{}`", to.value);
    Diagnostic::new(BROKEN_ANCHOR, to.span, message).help(help)
}
