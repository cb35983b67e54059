//! Every message of this step.

use crate::diagnostic::{Diagnostic, Span, code};

pub(super) fn unwritable_id(at: Span, id: &str) -> Diagnostic {
    let message = format!("the id `{id}` cannot be written down here without becoming another");
    Diagnostic::new(code::BAD_ID, at, message)
        .help("end the text with an id of your own, as in `{#short-words}`, and run this again")
}
