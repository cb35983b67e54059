//! What is the same on every page: the handbook's name, its navigation, its colours.

use super::address::{Address, encoded};
use super::home::FAMILIES;
use super::places::Places;
use super::publication::Publication;
use super::view::Link;
use crate::handbook::model::{self, Subject};
use crate::picture::measure::Measured;
use serde::Serialize;

/// With more families than this, the navigation leads to their list on the front page.
const MOST_FAMILIES: usize = 4;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Frame {
    pub title: String,
    pub organisation: Option<Organisation>,
    /// The language of the handbook, as in `<html lang>`.
    pub language: String,
    /// Doors, never rooms: it does not grow with the number of roles.
    pub navigation: Vec<Link>,
    pub home: Link,
    pub search: Link,
    pub index: Link,
    /// What the footer says of the audience; what everybody may see needs no name.
    pub edition: Option<String>,
    pub logo: Option<Logo>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Organisation {
    pub name: String,
    pub url: Option<String>,
}

/// What stands before the title at the top of every page, or in its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Logo {
    /// Whether the title is not written beside it.
    pub alone: bool,
    /// One, or one for each scheme.
    pub pictures: Vec<LogoPicture>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct LogoPicture {
    /// Relative to the site's root.
    pub address: String,
    /// `on-light` or `on-dark`, or none where one is for both.
    pub class: Option<&'static str>,
    /// In pixels, where the file says it.
    pub width: Option<u32>,
    pub height: Option<u32>,
}

impl Frame {
    pub(super) fn new(places: Places<'_>, publication: &Publication) -> Frame {
        let settings = &places.handbook.settings;
        Frame {
            title: settings.title.clone(),
            organisation: settings
                .organisation
                .as_ref()
                .map(|it| Organisation { name: it.name.clone(), url: it.url.clone() }),
            language: settings.language.clone(),
            navigation: navigation(places),
            home: places.to("Home", Address::home()),
            search: places.to("Search", Address::search()),
            index: places.to("A to Z", Address::index()),
            edition: publication.name().map(str::to_owned),
            logo: settings.look.logo.as_ref().map(|it| logo(places, it)),
        }
    }
}

fn logo(places: Places<'_>, logo: &model::Logo) -> Logo {
    let picture = |(path, class): (&String, _)| {
        let extent = match places.handbook.assets.get(path) {
            Some(Measured::Picture(extent)) => Some(*extent),
            _ => None,
        };
        let (width, height) = extent.map(|it| (it.width, it.height)).unzip();
        LogoPicture { address: encoded(path), class, width, height }
    };
    let pictures = match &logo.dark {
        None => vec![(&logo.light, None)],
        Some(dark) => vec![(&logo.light, Some("on-light")), (dark, Some("on-dark"))],
    };
    Logo { alone: logo.is_alone, pictures: pictures.into_iter().map(picture).collect() }
}

fn navigation(places: Places<'_>) -> Vec<Link> {
    let handbook = places.handbook;
    let mut doors = families(places);
    let shelves = [
        ("Competencies", Address::competencies(), !handbook.competencies.is_empty()),
        ("Compare", Address::comparisons(), handbook.roles.len() > 1),
        ("Guides", Address::guides(), !handbook.guides.is_empty()),
        ("Glossary", Address::glossary(), !handbook.terms.is_empty()),
        ("A to Z", Address::index(), true),
    ];
    for (title, address, is_there) in shelves {
        doors.extend(is_there.then(|| places.to(title, address)));
    }
    doors
}

fn families(places: Places<'_>) -> Vec<Link> {
    let families = &places.handbook.families;
    if families.len() > MOST_FAMILIES {
        return vec![places.to("Families", Address::home().at(FAMILIES))];
    }
    families.ids().map(|it| places.link(Subject::Family(it))).collect()
}
