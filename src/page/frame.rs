//! What is the same on every page: the handbook's name, its navigation, its colours.

use super::address::Address;
use super::home::FAMILIES;
use super::places::Places;
use super::publication::Publication;
use super::view::Link;
use crate::handbook::model::{Handbook, Subject};
use crate::labels::key;
use schemars::JsonSchema;
use serde::Serialize;

/// With more families than this, the navigation leads to their list on the front page.
const MOST_FAMILIES: usize = 4;

/// What is the same on every page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Frame {
    /// The handbook's.
    pub title: String,
    pub organisation: Option<Organisation>,
    /// The language of the handbook, as in `<html lang>`.
    pub language: String,
    /// Whether that language is read from the right.
    pub is_right_to_left: bool,
    /// Doors, never rooms: it does not grow with the number of roles.
    pub navigation: Vec<Link>,
    /// The front page.
    pub home: Link,
    /// The page of search.
    pub search: Link,
    /// Everything from A to Z.
    pub index: Link,
    /// What the footer says of the audience; what everybody may see needs no name.
    pub edition: Option<String>,
    /// The colour the handbook has chosen: `#1a5fb4`.
    pub accent: Option<String>,
}

/// Whose handbook it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Organisation {
    pub name: String,
    pub url: Option<String>,
}

impl Frame {
    pub(super) fn new(places: Places<'_>, publication: &Publication) -> Frame {
        let settings = &places.handbook.settings;
        let labels = &settings.labels;
        Frame {
            title: settings.title.clone(),
            organisation: settings
                .organisation
                .as_ref()
                .map(|it| Organisation { name: it.name.clone(), url: it.url.clone() }),
            language: settings.language.clone(),
            is_right_to_left: labels.language().is_right_to_left(),
            navigation: navigation(places),
            home: places.to(labels.word(key::HOME), Address::home()),
            search: places.to(labels.word(key::SEARCH), Address::search()),
            index: places.to(labels.word(key::A_TO_Z), Address::index()),
            edition: publication.name().map(str::to_owned),
            accent: settings.accent.clone(),
        }
    }
}

fn navigation(places: Places<'_>) -> Vec<Link> {
    let (handbook, labels) = (places.handbook, &places.handbook.settings.labels);
    let mut doors = families(places);
    let shelves = [
        (key::COMPETENCIES, Address::competencies(), !handbook.competencies.is_empty()),
        (key::COMPARE, Address::comparisons(), handbook.roles.len() > 1),
        (key::GUIDES, Address::guides(), !handbook.guides.is_empty()),
        (key::GLOSSARY, Address::glossary(), !handbook.terms.is_empty()),
        (key::A_TO_Z, Address::index(), true),
    ];
    for (title, address, is_there) in shelves {
        doors.extend(is_there.then(|| places.to(labels.word(title), address)));
    }
    doors
}

/// Whether the navigation names each family, and does not lead to their list.
pub(super) fn names_families(handbook: &Handbook) -> bool {
    handbook.families.len() <= MOST_FAMILIES
}

fn families(places: Places<'_>) -> Vec<Link> {
    let families = &places.handbook.families;
    if !names_families(places.handbook) {
        let title = places.handbook.settings.labels.word(key::FAMILIES);
        return vec![places.to(title, Address::home().at(FAMILIES))];
    }
    families.ids().map(|it| places.link(Subject::Family(it))).collect()
}
