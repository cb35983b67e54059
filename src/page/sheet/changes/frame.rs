//! What roles are measured by, in two states: the scale, tracks, levels and areas; and what the
//! handbook says of itself.

use super::Sides;
use super::line::ValueChange;
use crate::page::sheet::handbook::HandbookSheet;
use crate::page::sheet::name::Named;
use schemars::JsonSchema;
use serde::Serialize;

/// A list that the whole handbook goes by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ListChange {
    /// `scale`, `tracks`, `levels` or `areas`.
    pub id: String,
    pub title: String,
    pub added: Vec<Named>,
    pub removed: Vec<Named>,
    pub retitled: Vec<Retitled>,
    /// What means something else now: a step with another meaning, a level of another track.
    pub redefined: Vec<Retitled>,
    /// Whether what is in both stands in another order.
    pub reordered: bool,
    /// All of it as it is now, in its order.
    pub now: Vec<String>,
}

/// Something that is called or explained otherwise now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Retitled {
    pub id: String,
    pub title: String,
    pub from: String,
    pub to: String,
}

pub(super) fn settings(sides: &Sides<'_>) -> Vec<ValueChange> {
    let (before, now) = (sides.before, sides.now);
    let row = |id, title, value: fn(&HandbookSheet) -> Option<String>| {
        ValueChange::new((id, title), value(before), value(now))
    };
    let rows = [
        row("title", "Title", |it| Some(it.title.clone())),
        row("organisation", "Organisation", |it| it.organisation.clone()),
        row("language", "Language", |it| Some(it.language.clone())),
        row("base_url", "Published at", |it| it.base_url.clone()),
    ];
    rows.into_iter().flatten().collect()
}

/// An entry of a list: what it is called, what it means, and where it stands. Levels of one rank stand
/// at one place.
struct Entry {
    named: Named,
    /// What it means or belongs to, by a word that stays.
    means: String,
    /// The same for people.
    shown: String,
    place: usize,
}

/// Takes a list from a handbook.
type Entries = fn(&HandbookSheet) -> Vec<Entry>;

pub(super) fn lists(sides: &Sides<'_>) -> Vec<ListChange> {
    let entries: [(&str, &str, Entries); 4] = [
        ("scale", "Scale", scale),
        ("tracks", "Tracks", tracks),
        ("levels", "Levels", levels),
        ("areas", "Areas", areas),
    ];
    let lists = entries
        .into_iter()
        .map(|(id, title, of)| list((id, title), &of(sides.before), &of(sides.now)));
    lists.filter(|it| !it.is_empty()).collect()
}

fn scale(sheet: &HandbookSheet) -> Vec<Entry> {
    let entry = sheet.scale.iter().map(|it| Entry {
        named: Named::new(&it.id, &it.title),
        means: it.meaning.clone(),
        shown: it.meaning.clone(),
        place: it.number,
    });
    entry.collect()
}

fn levels(sheet: &HandbookSheet) -> Vec<Entry> {
    let track = |id: &str| {
        let found = sheet.tracks.iter().find(|it| it.id == id);
        found.map_or(id, |it| &it.title).to_owned()
    };
    let entry = sheet.levels.iter().map(|it| Entry {
        named: Named::new(&it.id, &it.title),
        means: it.track.clone(),
        shown: track(&it.track),
        place: it.rank,
    });
    entry.collect()
}

fn tracks(sheet: &HandbookSheet) -> Vec<Entry> {
    named(&sheet.tracks)
}

fn areas(sheet: &HandbookSheet) -> Vec<Entry> {
    named(&sheet.areas)
}

fn named(all: &[Named]) -> Vec<Entry> {
    let entry = |(place, it): (usize, &Named)| Entry {
        named: it.clone(),
        means: String::new(),
        shown: String::new(),
        place,
    };
    all.iter().enumerate().map(entry).collect()
}

fn list((id, title): (&str, &str), before: &[Entry], now: &[Entry]) -> ListChange {
    let lacks = |all: &[Entry], it: &Entry| !all.iter().any(|other| other.named.id == it.named.id);
    let only = |these: &[Entry], those: &[Entry]| -> Vec<Named> {
        these.iter().filter(|it| lacks(those, it)).map(|it| it.named.clone()).collect()
    };
    let pairs: Vec<(&Entry, &Entry)> = now
        .iter()
        .filter_map(|new| Some((before.iter().find(|old| old.named.id == new.named.id)?, new)))
        .collect();
    let differing = |[of, shown]: [fn(&Entry) -> &str; 2]| -> Vec<Retitled> {
        let differing = pairs.iter().filter(|(old, new)| of(old) != of(new));
        differing
            .map(|(old, new)| Retitled {
                id: new.named.id.clone(),
                title: new.named.title.clone(),
                from: shown(old).to_owned(),
                to: shown(new).to_owned(),
            })
            .collect()
    };
    ListChange {
        id: id.to_owned(),
        title: title.to_owned(),
        added: only(now, before),
        removed: only(before, now),
        retitled: differing([|it| &it.named.title, |it| &it.named.title]),
        redefined: differing([|it| &it.means, |it| &it.shown]),
        reordered: is_reordered(&pairs),
        now: now.iter().map(|it| it.named.title.clone()).collect(),
    }
}

/// Whether two entries of both stand to one another otherwise than before.
fn is_reordered(pairs: &[(&Entry, &Entry)]) -> bool {
    let is_turned = |one: &(&Entry, &Entry), other: &(&Entry, &Entry)| {
        one.0.place.cmp(&other.0.place) != one.1.place.cmp(&other.1.place)
    };
    pairs.iter().any(|one| pairs.iter().any(|other| is_turned(one, other)))
}

impl ListChange {
    fn is_empty(&self) -> bool {
        let ListChange { id: _, title: _, added, removed, retitled, redefined, reordered, now: _ } =
            self;
        let is_same = added.is_empty() && removed.is_empty() && retitled.is_empty();
        is_same && redefined.is_empty() && !reordered
    }
}
