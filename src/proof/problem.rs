//! Every message of the proof.

use super::needles::Found;
use crate::diagnostic::{Diagnostic, code};

/// How many files a message names.
const NAMED: usize = 3;

pub(super) fn leaked(found: &Found, edition: &str, is_asset: impl Fn(&str) -> bool) -> Diagnostic {
    let named: Vec<String> = found.paths.iter().take(NAMED).map(|it| format!("`{it}`")).collect();
    let files = match found.paths.len().saturating_sub(NAMED) {
        0 => named.join(", "),
        n => format!("{} and {n} more", named.join(", ")),
    };
    let message = format!("the {edition} edition hides this, and publishes it in {files}");
    let help = match found.paths.iter().find(|it| is_asset(it)) {
        Some(it) => format!(
            "`{it}` is published as it is: take the words out of it, or let only hidden pages refer to it"
        ),
        None => "if everybody may read it, show it here as well; if the words are there by chance, \
                 word it otherwise; if not, the theme or the program lets it through: please report it"
            .to_owned(),
    };
    Diagnostic::new(code::LEAKED_TEXT, found.at, message).help(help)
}
