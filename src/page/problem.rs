//! Every message of this stage.

use crate::diagnostic::code::{
    ADDRESS_CYCLE, BROKEN_ANCHOR, BROKEN_LINK, DUPLICATE_ADDRESS, VANISHED_ADDRESS,
};
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::handbook::model::Record;

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

pub(super) fn claimed_twice(alias: &Spanned<String>, first: Span) -> Diagnostic {
    taken(alias, format!("it is said twice where `{}` leads", alias.value))
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

pub(super) fn still_there(gone: &Spanned<String>, title: &str) -> Diagnostic {
    taken(gone, format!("`{}` is not gone: it is on the site, as {title}", gone.value))
        .help("remove the entry, or what still has the address")
}

pub(super) fn place_of_term(to: &Spanned<String>) -> Diagnostic {
    let message = "a term is one place: nothing on it can be led to";
    Diagnostic::new(BROKEN_ANCHOR, to.span, message).help("leave out `to`")
}

pub(super) fn no_such_page(see: &Spanned<String>) -> Diagnostic {
    let message = format!("there is no page `{}`", see.value);
    Diagnostic::new(BROKEN_LINK, see.span, message)
        .help("write an address of this site from its root on, as in `/roles/lead/`, or remove it")
}

pub(super) fn no_such_anchor(see: &Spanned<String>, title: &str, known: &[&str]) -> Diagnostic {
    let anchor = see.value.split_once('#').map_or("", |(_, anchor)| anchor);
    let help = did_you_mean(anchor, known.iter().copied(), "leave out what is behind `#`");
    let message = format!("{title} has no anchor `#{anchor}`");
    Diagnostic::new(BROKEN_ANCHOR, see.span, message).help(help)
}

pub(super) fn circle(to: &Spanned<String>, start: &str) -> Diagnostic {
    let message = format!("whoever follows `{start}` comes back to it");
    Diagnostic::new(ADDRESS_CYCLE, to.span, message)
        .help("let it lead to a place that is there, or say in `gone` what became of it")
}

pub(super) fn vanished_page(record: &Record) -> Diagnostic {
    vanished(record).help(format!(
        "bring the page back, for everybody if it is hidden now; or write `aliases: [{0}]` in the document that took its place; or say \
         in handbook.yml that it is gone: `gone: [{{ address: {0}, why: … }}]`",
        record.address
    ))
}

/// `heading` is the one that may have been called so, and where it stands.
pub(super) fn vanished_place(
    record: &Record,
    anchor: &str,
    heading: Option<(&str, Span)>,
) -> Diagnostic {
    let title = heading.map_or("New title", |(title, _)| title);
    let diagnostic = vanished(record).help(format!(
        "keep it, with `{{#{anchor}}}` behind what it is now: `## {title} {{#{anchor}}}`; or write \
         `aliases: [{{ from: {0}, to: … }}]` in the document that has it; or say in handbook.yml \
         that it is gone: `gone: [{{ address: {0}, why: … }}]`",
        record.address
    ));
    match heading {
        Some((_, span)) => diagnostic.label(span, "is it this one now?"),
        None => diagnostic,
    }
}

fn vanished(record: &Record) -> Diagnostic {
    let message =
        format!("`{}` was published on {} and would vanish", record.address, record.since);
    Diagnostic::new(VANISHED_ADDRESS, record.span, message)
}

pub(super) fn no_such_place(to: &Spanned<String>, title: &str, known: &[&str]) -> Diagnostic {
    let help = did_you_mean(&to.value, known.iter().copied(), "leave out `to`");
    let message = format!("{title} has no anchor `#{}`", to.value);
    Diagnostic::new(BROKEN_ANCHOR, to.span, message).help(help)
}
