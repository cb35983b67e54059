//! What a link can lead to: by a name, or by the path of a file.

use super::files::Files;
use super::names::Names;
use super::problem;
use crate::content::RelPath;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Kind};
use crate::handbook::model::{Handbook, Subject, Target};
use crate::markdown::{Link, LinkKind, slug};

/// The kinds that stand before a name: `role:tech-lead`.
const KINDS: [&str; 5] = ["role", "competency", "guide", "family", "term"];

pub(super) struct Targets<'a> {
    names: &'a Names<'a>,
    handbook: &'a Handbook,
    files: Files<'a>,
    /// Whether there may be terms that could not be read.
    terms_are_unsure: bool,
}

impl<'a> Targets<'a> {
    pub(super) fn new(
        documents: &'a [Document],
        names: &'a Names<'a>,
        handbook: &'a Handbook,
    ) -> Targets<'a> {
        let files = Files::new(documents, names);
        let unread = |it: &Document| it.place.kind == Kind::Glossary && super::is_broken(it);
        let terms_are_unsure = documents.iter().any(unread);
        Targets { names, handbook, files, terms_are_unsure }
    }

    /// `[[name]]`, `[[kind:name#anchor]]`, `[[#anchor]]`
    pub(super) fn named(
        &self,
        document: &Document,
        link: &Link,
    ) -> Result<Target, Box<Diagnostic>> {
        let (name, anchor) = split(link);
        let anchor = anchor.map(str::to_owned);
        if name.is_empty() {
            let subject = subject_of(document, self.names).unwrap_or(Subject::Home);
            return Ok(Target::Subject { subject, anchor });
        }
        let kind = name.split_once(':').filter(|(kind, _)| KINDS.contains(&kind.trim()));
        let found = match kind {
            Some((kind, name)) => self.of_kind(kind.trim(), name.trim()).into_iter().collect(),
            None => self.of_any_kind(name),
        };
        match found.as_slice() {
            [] if kind.is_some_and(|it| it.0.trim() == "term") && self.terms_are_unsure => {
                Ok(Target::Nowhere)
            }
            [] => match self.files.called(name).filter(|_| kind.is_none()) {
                Some(subject) => Ok(Target::Subject { subject, anchor }),
                None => Err(Box::new(problem::unknown_name(link, name, &self.known_names()))),
            },
            [(_, subject)] => Ok(Target::Subject { subject: *subject, anchor }),
            several => {
                let kinds: Vec<&str> = several.iter().map(|(kind, _)| *kind).collect();
                Err(Box::new(problem::ambiguous_name(link, name, &kinds)))
            }
        }
    }

    /// Whether links in HTML are links.
    pub(super) fn allows_html(&self) -> bool {
        self.handbook.settings.allows_html
    }

    fn of_any_kind(&self, name: &str) -> Vec<(&'static str, Subject)> {
        let documents = KINDS.iter().filter(|it| **it != "term");
        documents.filter_map(|kind| self.of_kind(kind, name)).collect()
    }

    fn of_kind(&self, kind: &str, name: &str) -> Option<(&'static str, Subject)> {
        let names = self.names;
        let slug = slug(name);
        let name = slug.as_str();
        match kind {
            "role" => names.roles.find(name).map(|it| ("role", Subject::Role(it))),
            "competency" => {
                names.competencies.find(name).map(|it| ("competency", Subject::Competency(it)))
            }
            "guide" => names.guides.find(name).map(|it| ("guide", Subject::Guide(it))),
            "family" => names.families.find(name).map(|it| ("family", Subject::Family(it))),
            _ => names.terms.find(name).map(|it| ("term", Subject::Term(it))),
        }
    }

    fn known_names(&self) -> Vec<String> {
        let names = self.names;
        let pages = names.roles.names().chain(names.competencies.names());
        let pages = pages.chain(names.guides.names()).chain(names.families.names());
        let terms = names.terms.names().map(|it| format!("term:{it}"));
        pages.map(str::to_owned).chain(terms).collect()
    }

    /// `../roles/a.md#scope`, `#scope`, `picture.png`, `https://…`
    pub(super) fn addressed(
        &self,
        document: &Document,
        link: &Link,
    ) -> Result<Target, Box<Diagnostic>> {
        let (path, anchor) = split(link);
        let anchor = anchor.map(decoded);
        if let Some(scheme) = scheme(path).filter(|it| is_unsafe(it)) {
            return Err(Box::new(problem::unsafe_link(link, scheme)));
        }
        if scheme(path).is_some() || path.starts_with("//") {
            return Ok(Target::Elsewhere);
        }
        if path.is_empty() {
            let subject = subject_of(document, self.names).unwrap_or(Subject::Home);
            return Ok(Target::Subject { subject, anchor });
        }
        let Some(path) = document.path.resolve(&decoded(path)) else {
            // The content folder itself.
            return if decoded(path).trim_matches(['.', '/']).is_empty() {
                Ok(Target::Subject { subject: Subject::Home, anchor })
            } else {
                Err(Box::new(problem::outside(link)))
            };
        };
        if let Some(subject) = self.files.at(&path) {
            return Ok(Target::Subject { subject, anchor });
        }
        if self.handbook.assets.contains_key(path.as_str()) {
            return Ok(Target::Asset(path.to_string()));
        }
        if let Some(subject) = self.files.below(&path).filter(|_| link.target.starts_with('/')) {
            return Ok(Target::Subject { subject, anchor });
        }
        let assets = self.handbook.assets.keys().map(String::as_str);
        let known = self.files.paths().map(RelPath::as_str).chain(assets);
        Err(Box::new(problem::broken_link(link, &path, known)))
    }
}

/// What a document is about; `None` for one that lost its name to another.
pub(super) fn subject_of(document: &Document, names: &Names<'_>) -> Option<Subject> {
    let id = &document.place.id;
    match document.place.kind {
        Kind::Handbook | Kind::Home => Some(Subject::Home),
        Kind::Glossary => Some(Subject::Glossary),
        Kind::Ledger => None,
        Kind::Family => names.families.find(id).map(Subject::Family),
        Kind::Competency => names.competencies.find(id).map(Subject::Competency),
        Kind::Role => names.roles.find(id).map(Subject::Role),
        Kind::Guide => names.guides.find(id).map(Subject::Guide),
    }
}

/// What a link names, and the anchor after `#`.
fn split(link: &Link) -> (&str, Option<&str>) {
    let (path, anchor) = match link.target.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor).filter(|it| !it.is_empty())),
        None => (link.target.as_str(), None),
    };
    let path =
        if link.kind == LinkKind::Wiki { path } else { path.split('?').next().unwrap_or(path) };
    (path.trim(), anchor)
}

/// What stands before the first `:` of an address. A single letter is a disk of Windows.
fn scheme(path: &str) -> Option<&str> {
    let (scheme, _) = path.split_once(':')?;
    let is_scheme = scheme.len() > 1
        && scheme.chars().all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it));
    is_scheme.then_some(scheme)
}

/// Whether a browser takes what follows for a script or a page, which would then speak for this site.
fn is_unsafe(scheme: &str) -> bool {
    ["javascript", "data", "vbscript"].iter().any(|it| scheme.eq_ignore_ascii_case(it))
}

/// The text that `%20` and its like stand for; as written where they stand for none.
pub(in crate::handbook) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|it| std::str::from_utf8(it).ok());
        match (first, code.and_then(|it| u8::from_str_radix(it, 16).ok())) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
