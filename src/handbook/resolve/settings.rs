//! What the handbook says of itself: the frame that everything else is resolved against.

use super::front::text;
use super::history;
use super::ids::{check_ids, same};
use super::labels;
use super::look::look;
use super::problem;
use super::sections::SectionTable;
use super::visibility::Words;
use crate::diagnostic::code::{self, Code};
use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::document::date::Interval;
use crate::document::kind::{EditionFront, HandbookFront, LevelFront, NamedFront, SectionFront};
use crate::document::{Document, FrontMatter, Kind, title_of};
use crate::handbook::model::{
    Area, Arena, Edition, Editions, Id, Level, Organisation, Repository, Scale, Settings, Step,
    Track,
};
use crate::labels::Labels;
use crate::labels::key::{self, Key};
use crate::picture::measure::Measured;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// `handbook.yml` as meant, or what holds where there is none.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) settings: Settings,
    pub(super) scale: Scale,
    pub(super) tracks: Arena<Track>,
    pub(super) levels: Arena<Level>,
    pub(super) areas: Arena<Area>,
    pub(super) sections: SectionTable,
    pub(super) visibilities: Words,
    /// How long a review holds.
    pub(super) review_every: Option<Interval>,
    /// What is not said of other documents, since only a mistake in this one may be to blame.
    pub(super) silenced: BTreeSet<Code>,
}

pub(super) fn frame(
    documents: &[Document],
    assets: &BTreeMap<String, Measured>,
    notes: &mut Vec<Diagnostic>,
) -> Frame {
    let root = documents.iter().find(|it| it.place.kind == Kind::Handbook);
    let front = root.and_then(|it| match &it.front {
        FrontMatter::Handbook(front) => Some(front.as_ref().clone()),
        _ => None,
    });
    let first = first(documents);
    if let (None, Some(first)) = (root, first) {
        notes.push(problem::no_handbook(first.span));
    }
    let front = front.unwrap_or_default();
    let place = root.or(first).map(|it| it.span);
    let place = place.unwrap_or(Span::start_of(crate::diagnostic::FileId::of("handbook.yml")));
    let tracks = tracks(&front, notes);
    let silenced = silenced(root, &front, &tracks);
    let levels = levels(&front, &tracks, notes);
    let settings = settings(&front, (documents, assets), (place, notes));
    Frame {
        visibilities: Words::new(&settings.editions),
        review_every: front.review_every,
        scale: scale((&front.scale, &settings.labels), place, notes),
        levels,
        areas: areas(&front.areas, notes),
        sections: sections((&front.sections, &settings.labels), notes),
        tracks,
        settings,
        silenced,
    }
}

/// The first document that somebody wrote: a place for what is said of them all.
pub(super) fn first(documents: &[Document]) -> Option<&Document> {
    documents.iter().find(|it| it.place.kind != Kind::Ledger)
}

/// What cannot be known of names where the root document, or the field that gives them, could not
/// be read.
fn silenced(
    root: Option<&Document>,
    front: &HandbookFront,
    tracks: &Arena<Track>,
) -> BTreeSet<Code> {
    let is_broken = root.is_some_and(super::is_broken);
    let mut levels = front.levels.iter().flatten();
    let is_lost = levels.any(|it| track_named(tracks, &it.track.value).is_none());
    let unread = |name: &str| is_broken || front.unread.contains(&name);
    let rows = [
        (unread("levels") || unread("tracks") || is_lost, code::UNKNOWN_LEVEL),
        (unread("levels") || unread("tracks"), code::UNKNOWN_TRACK),
        (unread("scale"), code::UNKNOWN_STEP),
        (unread("areas"), code::UNKNOWN_AREA),
        (unread("editions"), code::UNKNOWN_VISIBILITY),
    ];
    rows.into_iter().filter(|(is_unsure, _)| *is_unsure).map(|(_, code)| code).collect()
}

fn settings(
    front: &HandbookFront,
    (documents, assets): (&[Document], &BTreeMap<String, Measured>),
    (place, notes): (Span, &mut Vec<Diagnostic>),
) -> Settings {
    let home = documents.iter().find(|it| it.place.kind == Kind::Home);
    let home = home.and_then(Document::written_title);
    let title = front.title.as_ref().map(|it| it.value.clone()).or(home);
    let labels = labels::of_handbook(front, notes);
    Settings {
        title: title.unwrap_or_else(|| labels.word(key::HANDBOOK).to_owned()),
        organisation: front
            .organisation
            .clone()
            .map(|it| Organisation { name: it.name, url: it.url }),
        labels: Arc::new(labels),
        base_url: text(&front.base_url).map(with_slash),
        repository: front.repository.clone().map(|it| Repository {
            url: it.url,
            branch: it.branch,
            path: it.path,
        }),
        theme: front.theme.clone(),
        look: look(&front.look, assets, notes),
        allows_html: front.allow_html,
        editions: Editions::new(editions(&front.editions, notes), place),
        review_every: front.review_every.map(|it| it.to_string()),
        history: history::shown(front.history),
    }
}

fn editions(front: &[EditionFront], notes: &mut Vec<Diagnostic>) -> Vec<Edition> {
    distinct(front, (|it| &it.id, "editions"), notes).map(edition).collect()
}

fn sections(
    (front, labels): (&[SectionFront], &Labels),
    notes: &mut Vec<Diagnostic>,
) -> SectionTable {
    let sections: Vec<_> = distinct(front, (|it| &it.key, "sections"), notes).cloned().collect();
    SectionTable::new(&sections, labels)
}

fn edition(front: &EditionFront) -> Edition {
    Edition {
        slug: front.id.value.clone(),
        shows: front.shows.clone(),
        // What not everybody may see is nothing for search engines.
        noindex: front.noindex.unwrap_or_else(|| front.shows.iter().any(|it| it != "public")),
        span: front.span,
    }
}

fn with_slash(url: String) -> String {
    format!("{}/", url.trim_end_matches('/'))
}

fn scale(
    (front, labels): (&[NamedFront], &Labels),
    place: Span,
    notes: &mut Vec<Diagnostic>,
) -> Scale {
    let steps = distinct(front, (|it| &it.id, "steps of the scale"), notes).map(|it| Step {
        slug: it.id.value.clone(),
        title: title_of(&it.id.value),
        meaning: it.text.clone(),
        span: it.id.span,
    });
    Scale::new(steps.collect()).unwrap_or_else(|| usual_scale(labels, place))
}

/// The words that most frameworks use.
fn usual_scale(labels: &Labels, place: Span) -> Scale {
    let step = |(slug, title, meaning): (&str, Key<0>, Key<0>)| Step {
        slug: slug.to_owned(),
        title: labels.word(title).to_owned(),
        meaning: labels.word(meaning).to_owned(),
        span: place,
    };
    let steps = [
        ("awareness", key::SCALE_AWARENESS, key::SCALE_AWARENESS_MEANING),
        ("working", key::SCALE_WORKING, key::SCALE_WORKING_MEANING),
        ("practitioner", key::SCALE_PRACTITIONER, key::SCALE_PRACTITIONER_MEANING),
        ("expert", key::SCALE_EXPERT, key::SCALE_EXPERT_MEANING),
    ];
    match Scale::new(steps.map(step).to_vec()) {
        Some(scale) => scale,
        None => unreachable!("four steps are a scale"),
    }
}

/// The tracks as named, or those that the levels speak of.
fn tracks(front: &HandbookFront, notes: &mut Vec<Diagnostic>) -> Arena<Track> {
    let mut tracks = Arena::new();
    for it in distinct(&front.tracks, (|it| &it.id, "tracks"), notes) {
        let title = it.title.clone().unwrap_or_else(|| title_of(&it.id.value));
        let short = it.short.clone().unwrap_or_else(|| title.clone());
        tracks.push(Track { slug: it.id.value.clone(), title, short, span: it.id.span });
    }
    if front.tracks.is_empty() {
        for it in front.levels.iter().flatten() {
            if !tracks.iter().any(|(_, track): (_, &Track)| same(&track.slug, &it.track.value)) {
                let title = title_of(&it.track.value);
                let (slug, span) = (it.track.value.clone(), it.track.span);
                tracks.push(Track { slug, short: title.clone(), title, span });
            }
        }
    }
    tracks
}

fn levels(
    front: &HandbookFront,
    tracks: &Arena<Track>,
    notes: &mut Vec<Diagnostic>,
) -> Arena<Level> {
    let mut levels: Arena<Level> = Arena::new();
    for (rank, row) in front.levels.iter().enumerate() {
        for it in row {
            match (track_named(tracks, &it.track.value), level_named(&levels, &it.id.value)) {
                (None, _) => notes.push(problem::unknown_track(&it.track, tracks)),
                (_, Some(first)) => notes.push(problem::repeated_level(&it.id, first.span)),
                (Some(track), None) => levels.push(level(it, track, rank)),
            }
        }
    }
    check_ids(front.levels.iter().flatten().map(|it| &it.id), notes);
    levels
}

fn level(front: &LevelFront, track: Id<Track>, rank: usize) -> Level {
    Level {
        slug: front.id.value.clone(),
        title: front.id.value.to_uppercase(),
        track,
        rank,
        span: front.id.span,
    }
}

fn track_named(tracks: &Arena<Track>, name: &str) -> Option<Id<Track>> {
    tracks.iter().find(|(_, it)| same(&it.slug, name)).map(|(id, _)| id)
}

fn level_named<'a>(levels: &'a Arena<Level>, name: &str) -> Option<&'a Level> {
    levels.iter().map(|(_, it)| it).find(|it| same(&it.slug, name))
}

fn areas(front: &[NamedFront], notes: &mut Vec<Diagnostic>) -> Arena<Area> {
    let areas = distinct(front, (|it| &it.id, "areas"), notes);
    areas
        .map(|it| Area {
            slug: it.id.value.clone(),
            title: if it.text.is_empty() { title_of(&it.id.value) } else { it.text.clone() },
            span: it.id.span,
        })
        .collect()
}

/// The entries whose ids can be part of an address. Two that differ by case are one.
fn distinct<'a, T>(
    front: &'a [T],
    (id, what): (fn(&T) -> &Spanned<String>, &str),
    notes: &mut Vec<Diagnostic>,
) -> impl Iterator<Item = &'a T> + use<'a, T> {
    check_ids(front.iter().map(id), notes);
    let mut kept: Vec<&T> = Vec::new();
    for it in front {
        match kept.iter().find(|other| same(&id(other).value, &id(it).value)) {
            Some(first) => notes.push(problem::repeated_id(id(it), id(first).span, what)),
            None => kept.push(it),
        }
    }
    kept.into_iter()
}
