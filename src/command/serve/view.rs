//! What the browser gets for an address. In: what is shown and a path. Out: an [`Answer`], or the news that
//! it cannot be told yet. Pure; knows nothing of sockets.

use super::media::{HTML, JSON, SCRIPT, TEXT, media_type};
use crate::site::{OutputFile, Site};
use std::sync::Arc;

/// Our own addresses, below whatever path the site is mounted under.
const RELOAD: &str = "__rolebook/reload.js";
const EVENTS: &str = "__rolebook/events";

/// Pages that are shown before the whole site is there.
pub trait Ahead: Send + Sync {
    /// The file at `path`, as the site will have it, or a report of why it cannot be made. `None` for
    /// what only the whole site can tell.
    fn file(&self, path: &str) -> Option<Result<OutputFile, String>>;
}

/// What is shown at one moment.
#[derive(Clone, Default)]
pub(super) struct View {
    /// Grows with whatever a browser should notice.
    pub(super) version: u64,
    /// The version since which these pages are shown.
    pub(super) since: u64,
    /// The path of the site, with a slash at both ends; empty as long as there was none.
    pub(super) base: String,
    /// The last good site that is known as a whole.
    pub(super) site: Option<Whole>,
    /// What is newer than that.
    pub(super) ahead: Option<Arc<dyn Ahead>>,
    /// Why the site is not what the content says.
    pub(super) report: Option<String>,
}

/// A site, and the path it was made for.
#[derive(Clone)]
pub(super) struct Whole {
    pub(super) site: Arc<Site>,
    pub(super) base: String,
}

/// A response, but for the protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) media: &'static str,
    pub(super) body: Vec<u8>,
    /// Where to go instead.
    pub(super) location: Option<String>,
}

/// What is known of a file.
enum Found {
    File(OutputFile),
    Nothing,
    /// It cannot be made, and why.
    Fault(String),
}

/// Whether a path asks for the next change and not for a file.
pub(super) fn is_events(path: &str) -> bool {
    is_ours(path, EVENTS)
}

// The base path may be another after the next build, so ours are recognised under any.
fn is_ours(path: &str, name: &str) -> bool {
    path.strip_suffix(name).is_some_and(|it| it.ends_with('/'))
}

impl View {
    /// What is at `path`; `query` is what follows the question mark. `None` while only the whole site
    /// could tell, which is on its way.
    pub(super) fn answer(&self, path: &str, query: Option<&str>) -> Option<Answer> {
        if is_ours(path, RELOAD) {
            return Some(Answer::found(SCRIPT, include_bytes!("reload.js").to_vec()));
        }
        if self.site.is_none() && self.ahead.is_none() {
            return Some(self.waiting());
        }
        let Some(rest) = path.strip_prefix(&self.base) else { return self.outside(path) };
        let Some(name) = decoded(rest) else { return self.missing() };
        let is_folder = name.is_empty() || name.ends_with('/');
        let file = if is_folder { format!("{name}index.html") } else { name.clone() };
        let found = self.found(&file);
        if let Some(Found::Nothing) | None = found
            && !is_folder
            && let Some(Found::File(_)) = self.found(&format!("{name}/index.html"))
        {
            let query = query.map(|it| format!("?{it}")).unwrap_or_default();
            return Some(Answer::redirect(format!("{path}/{query}")));
        }
        match found? {
            Found::File(found) => Some(self.page(media_type(&file), &found.bytes())),
            Found::Fault(report) => Some(self.reported(&report)),
            Found::Nothing => self.missing(),
        }
    }

    /// `None` where that is not known yet.
    fn found(&self, path: &str) -> Option<Found> {
        match &self.ahead {
            Some(ahead) => ahead.file(path).map(|it| it.map_or_else(Found::Fault, Found::File)),
            None => {
                let file = self.site.as_ref().and_then(|it| it.site.file(path));
                Some(file.map_or(Found::Nothing, |it| Found::File(it.clone())))
            }
        }
    }

    /// The path is not the site's; whoever asks for the root, or forgot a slash, is led to it.
    fn outside(&self, path: &str) -> Option<Answer> {
        if path == "/" || format!("{path}/") == self.base {
            return Some(Answer::redirect(self.base.clone()));
        }
        self.missing()
    }

    fn missing(&self) -> Option<Answer> {
        let found = match self.found("404.html")? {
            Found::File(file) => self.page(HTML, &file.bytes()),
            Found::Fault(report) => self.reported(&report),
            Found::Nothing => Answer::found(TEXT, b"There is no such page.\n".to_vec()),
        };
        Some(Answer { status: 404, ..found })
    }

    /// Before the first good build there is only the report.
    fn waiting(&self) -> Answer {
        self.reported(self.report.as_deref().unwrap_or("The handbook is being built."))
    }

    /// A page of ours, in place of one that there cannot be.
    fn reported(&self, report: &str) -> Answer {
        let escaped = report.replace('&', "&amp;").replace('<', "&lt;");
        let page = format!(
            "<!doctype html>\n<html lang=\"en\" data-rolebook=\"report\">\n<meta charset=\"utf-8\">\n\
             <title>Nothing to show yet</title>\n<body>\n<h1>Nothing to show yet</h1>\n\
             <pre>{escaped}</pre>\n</body>\n</html>\n"
        );
        Answer { status: 500, ..Answer::found(HTML, with_script(&page, "/", self.version)) }
    }

    /// Tells this version from those of other runs of the program.
    pub(super) fn name(&self) -> String {
        name_of(self.version)
    }

    /// What a waiting browser is told.
    pub(super) fn event(&self) -> Answer {
        let event = serde_json::json!({ "version": self.name(), "report": self.report });
        Answer::found(JSON, event.to_string().into_bytes())
    }

    fn page(&self, media: &'static str, bytes: &[u8]) -> Answer {
        match std::str::from_utf8(bytes) {
            Ok(page) if media == HTML => {
                Answer::found(media, with_script(page, &self.base, self.since))
            }
            _ => Answer::found(media, bytes.to_vec()),
        }
    }
}

impl Answer {
    fn found(media: &'static str, body: Vec<u8>) -> Answer {
        Answer { status: 200, media, body, location: None }
    }

    fn redirect(to: String) -> Answer {
        let body = format!("The page is at {to}\n").into_bytes();
        Answer { status: 307, media: TEXT, body, location: Some(to) }
    }
}

/// The page with the script that waits for a newer version than the one it shows.
fn with_script(page: &str, base: &str, version: u64) -> Vec<u8> {
    let (version, base) = (name_of(version), base.replace('&', "&amp;").replace('"', "&quot;"));
    let script = format!("<script src=\"{base}{RELOAD}?v={version}\" defer></script>\n");
    let end = page.rfind("</body>").unwrap_or(page.len());
    [&page[..end], &script, &page[end..]].concat().into_bytes()
}

fn name_of(version: u64) -> String {
    format!("{}-{version}", std::process::id())
}

/// The path behind percent signs; `None` when there is none. Nothing is opened by that name, so a
/// path with `..` in it is merely not found.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => hex(rest.next()?)? << 4 | hex(rest.next()?)?,
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|it| u8::try_from(it).ok())
}
