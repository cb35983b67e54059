//! What is said of pictures that the root document names.

use crate::diagnostic::suggest::closest;
use crate::diagnostic::{Diagnostic, Spanned, code};
use crate::picture::measure::Measured;
use std::collections::BTreeMap;

pub(in crate::handbook::resolve) fn no_such_picture(
    path: &Spanned<String>,
    assets: &BTreeMap<String, Measured>,
) -> Diagnostic {
    if let Some((message, help)) = super::of_windows(&path.value) {
        return Diagnostic::new(code::BROKEN_LINK, path.span, message).help(help);
    }
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let known = || assets.keys().map(String::as_str);
    let by_name = known().find(|it| name(it) == name(&path.value));
    let help = match by_name.or_else(|| closest(&path.value, known())) {
        Some(it) => format!("paths begin at the content folder; did you mean `{it}`?"),
        None => "put the file into the content folder, and write its path from there on".to_owned(),
    };
    let message = format!("there is no picture `{}`", path.value);
    Diagnostic::new(code::BROKEN_LINK, path.span, message).help(help)
}

pub(in crate::handbook::resolve) fn no_picture(path: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is no picture that browsers show", path.value);
    Diagnostic::new(code::BAD_VALUE, path.span, message).help("use an SVG or a PNG")
}
