//! A small handbook for tests: one family, two tracks, three ranks, two competencies.

use crate::diagnostic::{FileId, Span};
use crate::handbook::built_in_labels;
use crate::handbook::model::{
    Arena, Backlinks, Body, Competency, Editions, Expectation, Family, Handbook, Home, Id, Level,
    Links, Look, Role, Scale, Settings, ShownHistory, Status, Step, Track,
};
use crate::labels::Language;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Roles by slug and level: `e1`, `m3`, or nothing; the track follows from the letter.
pub(super) fn handbook(roles: &[(&str, &str)]) -> Handbook {
    edited(roles, |_, _| {})
}

/// The same, after `edit` has had its way with the roles.
pub(super) fn edited(
    roles: &[(&str, &str)],
    edit: impl FnOnce(&[Id<Role>], &mut [Role]),
) -> Handbook {
    let tracks: Arena<Track> = ["engineer", "manager"].map(track).into_iter().collect();
    let levels = levels(&tracks);
    let families: Arena<Family> = [family()].into_iter().collect();
    let family = families.ids().next().unwrap();
    let mut roles: Vec<_> =
        roles.iter().map(|(slug, level)| role(slug, family, named(&levels, level))).collect();
    let ids: Vec<_> = roles.iter().cloned().collect::<Arena<_>>().ids().collect();
    edit(&ids, &mut roles);
    Handbook {
        settings: settings(),
        scale: scale(),
        tracks,
        levels,
        areas: Arena::new(),
        families,
        competencies: ["coaching", "design"].map(competency).into_iter().collect(),
        roles: roles.into_iter().collect(),
        guides: Arena::new(),
        terms: Arena::new(),
        home: Home::default(),
        section_titles: BTreeMap::new(),
        links: Links::new(),
        backlinks: Backlinks::new(),
        paths: BTreeMap::new(),
        changes: BTreeMap::new(),
        assets: BTreeMap::new(),
        ledger: None,
        gone: Vec::new(),
    }
}

/// `expects`, as (the number of the competency, the number of the step).
pub(super) fn expectations(role: Id<Role>, asked: &[(usize, usize)]) -> Vec<Expectation> {
    let competencies: Arena<_> = ["coaching", "design"].map(competency).into_iter().collect();
    let step = |number: usize| scale().steps().nth(number - 1).unwrap().0;
    let expectation = |(competency, number): &(usize, usize)| Expectation {
        competency: competencies.ids().nth(*competency).unwrap(),
        proficiency: step(*number),
        core: false,
        stated_by: role,
        span: nowhere(),
    };
    asked.iter().map(expectation).collect()
}

pub(super) fn nowhere() -> Span {
    Span::start_of(FileId::of("sample"))
}

fn levels(tracks: &Arena<Track>) -> Arena<Level> {
    let ranks = (0..3).flat_map(|rank| tracks.iter().map(move |(id, it)| (rank, id, it)));
    let level = |(rank, track, it): (usize, _, &Track)| Level {
        slug: format!("{}{}", &it.slug[..1], rank + 1),
        title: format!("{}{}", it.slug[..1].to_uppercase(), rank + 1),
        track,
        rank,
        span: nowhere(),
    };
    ranks.map(level).collect()
}

fn named(levels: &Arena<Level>, slug: &str) -> Option<(Id<Level>, Id<Track>)> {
    levels.iter().find(|(_, it)| it.slug == slug).map(|(id, it)| (id, it.track))
}

fn role(slug: &str, family: Id<Family>, level: Option<(Id<Level>, Id<Track>)>) -> Role {
    Role {
        slug: slug.to_owned(),
        title: slug.to_uppercase(),
        also_known_as: Vec::new(),
        formerly: Vec::new(),
        aliases: Vec::new(),
        family,
        track: level.map(|(_, track)| track),
        level: level.map(|(level, _)| level),
        extends: None,
        reports_to: None,
        manages: Vec::new(),
        works_with: Vec::new(),
        scope: Vec::new(),
        requirements: Vec::new(),
        codes: Vec::new(),
        expectations: Vec::new(),
        transitions: Vec::new(),
        vacancies: Vec::new(),
        status: Status::Active,
        effective_from: None,
        owner: None,
        review: None,
        body: Body::default(),
        span: nowhere(),
    }
}

fn competency(slug: &str) -> Competency {
    Competency {
        slug: slug.to_owned(),
        title: slug.to_owned(),
        also_known_as: Vec::new(),
        aliases: Vec::new(),
        area: None,
        body: Body::default(),
        descriptors: Vec::new(),
        span: nowhere(),
    }
}

fn track(slug: &str) -> Track {
    let title = format!("{}{}", slug[..1].to_uppercase(), &slug[1..]);
    Track { slug: slug.to_owned(), short: title.clone(), title, span: nowhere() }
}

fn family() -> Family {
    let (slug, title) = ("engineering".to_owned(), "Engineering".to_owned());
    Family {
        slug,
        title,
        aliases: Vec::new(),
        body: Body::default(),
        is_written: false,
        span: nowhere(),
    }
}

fn scale() -> Scale {
    let step = |it: &str| Step {
        slug: it.to_owned(),
        title: it.to_owned(),
        meaning: String::new(),
        span: nowhere(),
    };
    Scale::new(["low", "middle", "high"].map(step).into()).unwrap()
}

fn settings() -> Settings {
    Settings {
        title: "Handbook".to_owned(),
        organisation: None,
        labels: Arc::new(built_in_labels(Language::english())),
        base_url: None,
        repository: None,
        theme: None,
        look: Look::default(),
        allows_html: false,
        editions: Editions::new(Vec::new(), nowhere()),
        review_every: None,
        history: ShownHistory::default(),
    }
}
