//! Every message of this stage.

use crate::diagnostic::code::{BAD_TEMPLATE, DUPLICATE_ADDRESS, UNKNOWN_LABEL};
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::labels::Labels;

const RECEIVED: &str = "`themes/README.md` says what each template receives";

/// `why` is the template engine's own message. Its second sentence, if any, says a way out.
pub(super) fn bad_template(at: Span, why: &str) -> Diagnostic {
    let (why, help) = why.split_once(". ").unwrap_or((why, RECEIVED));
    Diagnostic::new(BAD_TEMPLATE, at, lowered(why)).help(lowered(help))
}

pub(super) fn template_not_text(place: FileId) -> Diagnostic {
    Diagnostic::new(BAD_TEMPLATE, Span::start_of(place), "the template is not UTF-8 text")
        .help("save it as UTF-8")
}

/// `why` may have a second sentence that says a way out.
pub(super) fn bad_mention(at: Span, why: &str) -> Diagnostic {
    let (why, help) = why
        .split_once(". ")
        .unwrap_or((why, "`themes/README.md` says how scripts and stylesheets name labels"));
    Diagnostic::new(UNKNOWN_LABEL, at, why).help(help)
}

/// Why a key has no text, and what may be meant.
pub(super) fn unknown_mention(key: &str, labels: &Labels) -> String {
    let help = did_you_mean(key, labels.keys(), "");
    format!("there is no label `{key}`. {help} write `\\x40` for a sign that is only a sign")
}

/// `first` and `second` say what the two files are.
pub(super) fn same_file(place: FileId, path: &str, first: &str, second: &str) -> Diagnostic {
    let message = format!("{first} and {second} would both be written to `{path}`");
    Diagnostic::new(DUPLICATE_ADDRESS, Span::start_of(place), message)
        .help("rename one of them; upper and lower case count as the same")
}

/// The message in the tone of ours: no capital at the start, no full stop at the end.
fn lowered(message: &str) -> String {
    let mut characters = message.trim_end_matches('.').chars();
    let first = characters.next().map(|it| it.to_lowercase().collect::<String>());
    first.unwrap_or_default() + characters.as_str()
}
