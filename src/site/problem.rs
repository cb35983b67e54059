//! Every message of this stage.

use super::asset::fingerprint;
use super::origin::{Origin, VERSION};
use crate::diagnostic::code::{
    BAD_TEMPLATE, DUPLICATE_ADDRESS, OUTDATED_THEME_FILE, UNKNOWN_LABEL,
};
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::{Diagnostic, FileId, Position, Span};
use crate::labels::Labels;

const RECEIVED: &str = "`rolebook theme docs` says what each template receives";

/// `why` is the template engine's own message. Its second sentence, if any, says a way out.
pub(super) fn bad_template(at: Span, why: &str) -> Diagnostic {
    let (why, help) = why.split_once(". ").unwrap_or((why, RECEIVED));
    Diagnostic::new(BAD_TEMPLATE, at, lowered(why)).help(lowered(help))
}

/// The same of a template that the program brings along, whose text nobody is shown: what is around it
/// gives it something else than it expects.
pub(super) fn in_built_in(mut fault: Diagnostic, name: &str, at: Position) -> Diagnostic {
    fault.message += &format!(", in line {} of the built-in `{name}`", at.line);
    fault
}

/// What templates that the program brings along ask of the project's `base.html`; there is one at
/// least.
pub(super) fn missed(at: Span, why: &str, names: &[&str]) -> Diagnostic {
    let (first, others) = (names.first().unwrap_or(&""), names.len().saturating_sub(1));
    let who = match others {
        0 => format!("the built-in `{first}` needs it"),
        n => format!("the built-in `{first}` needs it, and {n} more places"),
    };
    let mut fault = bad_template(at, why);
    fault.message += &format!(": {who}");
    fault.help("`rolebook theme docs base.html` says which blocks there are")
}

/// The same, with the pages on which it is noticed; there is one at least.
pub(super) fn rendering(mut fault: Diagnostic, pages: &[String], is_shown: bool) -> Diagnostic {
    let others = match pages.len().saturating_sub(1) {
        0 => String::new(),
        1 => " and 1 more page".to_owned(),
        n => format!(" and {n} more pages"),
    };
    let first = pages.first().map_or("", String::as_str);
    let first = first.strip_suffix("index.html").filter(|it| !it.is_empty()).unwrap_or(first);
    let note = format!("while rendering `{first}`{others}");
    match fault.labels.first_mut().filter(|_| is_shown) {
        Some(place) => place.text = note,
        None => fault.message += &format!(", {note}"),
    }
    fault
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

/// A copy of a built-in file that is another by now; `now` is its fingerprint, if it is there at all.
pub(super) fn outdated(
    at: Span,
    path: &str,
    origin: &Origin<'_>,
    now: Option<String>,
) -> Diagnostic {
    let version = origin.version;
    let Some(now) = now else {
        let message = format!("Rolebook {VERSION} has no `{path}` any more");
        return Diagnostic::new(OUTDATED_THEME_FILE, at, message).help(format!(
            "the copy is of version {version}: remove the file, or this line where you need it still"
        ));
    };
    let help = match fingerprint(origin.rest.as_bytes()) == origin.fingerprint {
        true => "nothing was changed in this copy: remove the file, and the built-in one counts"
            .to_owned(),
        false => format!(
            "`rolebook theme eject {path} --to FILE` writes the present one to compare with: take over \
             what you want of it, then write `Rolebook {VERSION}, {now}` into this line"
        ),
    };
    let message = format!("the built-in `{path}` has changed since version {version}");
    Diagnostic::new(OUTDATED_THEME_FILE, at, message).help(help)
}

/// `first` and `second` say what the two files are.
pub(super) fn same_file(place: FileId, path: &str, first: &str, second: &str) -> Diagnostic {
    let message = format!("{first} and {second} would both be written to `{path}`");
    Diagnostic::new(DUPLICATE_ADDRESS, Span::start_of(place), message)
        .help("rename one of them: disks of Windows and macOS tell neither case nor accents apart by how they are written")
}

/// The message in the tone of ours: no capital at the start, no full stop at the end.
fn lowered(message: &str) -> String {
    let mut characters = message.trim_end_matches('.').chars();
    let first = characters.next().map(|it| it.to_lowercase().collect::<String>());
    first.unwrap_or_default() + characters.as_str()
}
