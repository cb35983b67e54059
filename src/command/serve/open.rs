//! Opens a browser, if the machine knows how.

use crate::command::console::say;
use std::process::{Command, Stdio};

/// Opens `url` in the default browser. That it cannot be opened is worth a note, no more.
pub(super) fn open(url: &str) {
    let [program, arguments @ ..] = opener() else { return };
    let mut command = Command::new(program);
    command.args(arguments).arg(url).stdin(Stdio::null()).stdout(Stdio::null());
    if let Err(error) = command.stderr(Stdio::null()).spawn() {
        say(format_args!("note: no browser was opened (`{program}`: {error})"));
    }
}

fn opener() -> &'static [&'static str] {
    match std::env::consts::OS {
        "macos" => &["open"],
        // Without a shell: the address ends with a path that an author wrote.
        "windows" => &["rundll32", "url.dll,FileProtocolHandler"],
        _ => &["xdg-open"],
    }
}
