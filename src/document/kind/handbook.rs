//! `handbook.yml`, the root document.

use super::gone::{GoneFront, gone};
use super::labels::{LabelFront, labels};
use super::look::{LookFront, look};
use crate::diagnostic::code::Code;
use crate::diagnostic::policy::Setting;
use crate::diagnostic::{Span, Spanned};
use crate::document::date::Interval;
use crate::document::fields::Fields;
use crate::document::problem;
use crate::document::yaml::{Node, Value};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HandbookFront {
    pub title: Option<Spanned<String>>,
    pub organisation: Option<OrganisationFront>,
    pub language: Option<Spanned<String>>,
    pub base_url: Option<Spanned<String>>,
    pub repository: Option<RepositoryFront>,
    pub theme: Option<Spanned<String>>,
    pub look: LookFront,
    pub allow_html: bool,
    /// Id and meaning, lowest first.
    pub scale: Vec<NamedFront>,
    pub tracks: Vec<TrackFront>,
    /// Lowest rank first; the levels of one row are equivalent.
    pub levels: Vec<Vec<LevelFront>>,
    pub areas: Vec<NamedFront>,
    pub sections: Vec<SectionFront>,
    pub editions: Vec<EditionFront>,
    pub gone: Vec<GoneFront>,
    pub labels: Vec<LabelFront>,
    pub review_every: Option<Interval>,
    pub history: HistoryFront,
    pub rules: Vec<(Code, Setting)>,
    /// Fields that are there and could not be read, which has been reported.
    pub unread: Vec<&'static str>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct OrganisationFront {
    pub name: String,
    pub url: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct RepositoryFront {
    pub url: String,
    pub branch: String,
    pub path: String,
}

/// What readers see of what Git knows: `{ authors: false }`, or `false` for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HistoryFront {
    pub days: bool,
    pub authors: bool,
}

impl Default for HistoryFront {
    fn default() -> HistoryFront {
        HistoryFront { days: true, authors: true }
    }
}

/// An id and what it is called or means.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedFront {
    pub id: Spanned<String>,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TrackFront {
    pub id: Spanned<String>,
    pub title: Option<String>,
    pub short: Option<String>,
}

/// `management: m2`
#[derive(Clone, Debug, PartialEq)]
pub struct LevelFront {
    pub track: Spanned<String>,
    pub id: Spanned<String>,
}

/// More headings for a section, or a section of one's own.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionFront {
    pub key: Spanned<String>,
    pub title: Option<String>,
    pub also: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct EditionFront {
    pub id: Spanned<String>,
    pub shows: Vec<String>,
    /// Where it is not said, it follows from what the edition shows.
    pub noindex: Option<bool>,
    pub span: Span,
}

pub(super) fn handbook(mut fields: Fields<'_>) -> HandbookFront {
    let mut front = HandbookFront {
        title: fields.required_text("title"),
        organisation: fields.mapping("organisation").and_then(organisation),
        language: fields.text("language"),
        base_url: fields.url("base_url"),
        repository: fields.mapping("repository").and_then(repository),
        theme: fields.text("theme"),
        look: look(&mut fields),
        allow_html: fields.flag("allow_html"),
        scale: named(&mut fields, "scale"),
        tracks: tracks(&mut fields),
        levels: levels(&mut fields),
        areas: areas(&mut fields),
        sections: sections(&mut fields),
        editions: editions(&mut fields),
        gone: gone(&mut fields),
        labels: labels(&mut fields),
        review_every: interval(&mut fields, "review_every"),
        history: history(&mut fields),
        rules: rules(&mut fields),
        unread: Vec::new(),
    };
    front.unread = fields.finish();
    front
}

fn organisation(mut fields: Fields<'_>) -> Option<OrganisationFront> {
    let (name, url) = (fields.required_text("name"), fields.url("url"));
    fields.finish();
    Some(OrganisationFront { name: name?.value, url: url.map(|it| it.value) })
}

fn repository(mut fields: Fields<'_>) -> Option<RepositoryFront> {
    fields.require("url");
    let (url, branch, path) = (fields.url("url"), fields.text("branch"), fields.text("path"));
    fields.finish();
    Some(RepositoryFront {
        url: url?.value.trim_end_matches('/').to_owned(),
        branch: branch.map_or_else(|| "main".to_owned(), |it| it.value),
        path: path.map_or_else(String::new, |it| it.value.trim_matches('/').to_owned()),
    })
}

fn interval(fields: &mut Fields<'_>, name: &'static str) -> Option<Interval> {
    let written = fields.text(name)?;
    let interval = Interval::parse(&written.value);
    if interval.is_none() {
        fields.note(problem::bad_interval(&written));
    }
    interval
}

fn history(fields: &mut Fields<'_>) -> HistoryFront {
    match fields.take("history") {
        None => HistoryFront::default(),
        Some(Node { value: Value::Flag(is_shown, _), .. }) => {
            HistoryFront { days: is_shown, authors: is_shown }
        }
        Some(node) => {
            let mut fields = fields.inner("history", node);
            let authors = fields.optional_flag("authors").unwrap_or(true);
            fields.finish();
            HistoryFront { days: true, authors }
        }
    }
}

/// `awareness: Can explain it`; the text may be left out.
fn named(fields: &mut Fields<'_>, name: &'static str) -> Vec<NamedFront> {
    let mut found = Vec::new();
    for (id, node) in fields.entries(name) {
        let text = fields.optional_text(&id.value, node).unwrap_or_default();
        found.push(NamedFront { id, text });
    }
    found
}

/// The entries of a mapping of mappings, each with its fields.
fn each<T>(
    fields: &mut Fields<'_>,
    (name, one): (&'static str, &'static str),
    mut read: impl FnMut(Spanned<String>, &mut Fields<'_>) -> T,
) -> Vec<T> {
    let mut found = Vec::new();
    for (id, node) in fields.entries(name) {
        let mut inner = fields.inner(one, node);
        found.push(read(id, &mut inner));
        if !inner.finish().is_empty() {
            fields.misread(name);
        }
    }
    found
}

fn tracks(fields: &mut Fields<'_>) -> Vec<TrackFront> {
    each(fields, ("tracks", "a track"), |id, it| TrackFront {
        id,
        title: it.text("title").map(|it| it.value),
        short: it.text("short").map(|it| it.value),
    })
}

fn areas(fields: &mut Fields<'_>) -> Vec<NamedFront> {
    each(fields, ("areas", "an area"), |id, it| NamedFront {
        id,
        text: it.text("title").map_or_else(String::new, |it| it.value),
    })
}

fn sections(fields: &mut Fields<'_>) -> Vec<SectionFront> {
    each(fields, ("sections", "a section"), |key, it| SectionFront {
        key,
        title: it.text("title").map(|it| it.value),
        also: it.texts("also").into_iter().map(|it| it.value).collect(),
    })
}

fn editions(fields: &mut Fields<'_>) -> Vec<EditionFront> {
    each(fields, ("editions", "an edition"), |id, it| EditionFront {
        span: id.span,
        id,
        shows: it.texts("shows").into_iter().map(|it| it.value).collect(),
        noindex: it.optional_flag("noindex"),
    })
}

fn levels(fields: &mut Fields<'_>) -> Vec<Vec<LevelFront>> {
    let rows = fields.list("levels");
    rows.into_iter().map(|it| level_row(fields, it)).collect()
}

fn level_row(fields: &mut Fields<'_>, row: Node) -> Vec<LevelFront> {
    let mut levels = Vec::new();
    let inner = fields.inner("a row of `levels`", row);
    let (is_broken, entries) = (inner.is_broken(), inner.into_entries());
    if is_broken {
        fields.misread("levels");
    }
    for (track, node) in entries {
        let id = fields.as_text(&track.value, node);
        levels.extend(id.map(|id| LevelFront { track, id }));
    }
    levels
}

fn rules(fields: &mut Fields<'_>) -> Vec<(Code, Setting)> {
    let mut rules = Vec::new();
    for (name, node) in fields.entries("rules") {
        let Some(word) = fields.as_text(&name.value, node) else { continue };
        match (Code::named(&name.value), Setting::named(&word.value)) {
            (None, _) => fields.note(problem::unknown_rule(&name)),
            (_, None) => {
                fields.note(problem::unknown_choice(&word, &name.value, &Setting::NAMES));
            }
            (Some(code), Some(setting)) if code.is_fixed() && setting != Setting::Deny => {
                fields.note(problem::fixed_rule(&name));
            }
            (Some(code), Some(setting)) => rules.push((code, setting)),
        }
    }
    rules
}
