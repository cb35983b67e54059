//! What is the same on every page: the handbook's name, its navigation, its logo.

use super::address::{Address, encoded};
use super::feed;
use super::home::FAMILIES;
use super::places::Places;
use super::publication::{Part, Publication};
use super::view::Link;
use crate::handbook::model::{self, Handbook, Subject};
use crate::labels::key;
use crate::picture::measure::Measured;
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
    /// The page of search; none where the site has no search.
    pub search: Option<Link>,
    /// Whether what pages say lies beside them as data, to be downloaded.
    pub has_data: bool,
    /// Everything from A to Z.
    pub index: Link,
    /// The address of what has changed of late, for programs that read news; none where it is not known.
    pub feed: Option<&'static str>,
    /// What the footer says of the audience; what everybody may see needs no name.
    pub edition: Option<String>,
    /// What the handbook sets beside its title, or in its place.
    pub logo: Option<Logo>,
}

/// Whose handbook it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Organisation {
    pub name: String,
    pub url: Option<String>,
}

/// A logo: it stands before the title at the top of every page, or in its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Logo {
    /// Whether the title is not written beside it.
    pub alone: bool,
    /// One, or one for each scheme.
    pub pictures: Vec<LogoPicture>,
}

/// A picture of a logo.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
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
        let labels = &settings.labels;
        Frame {
            title: settings.title.clone(),
            organisation: settings
                .organisation
                .as_ref()
                .map(|it| Organisation { name: it.name.clone(), url: it.url.clone() }),
            language: labels.language().tag().to_owned(),
            is_right_to_left: labels.language().is_right_to_left(),
            navigation: navigation(places, publication),
            home: places.to(labels.word(key::HOME), Address::home()),
            search: publication
                .has(Part::Search)
                .then(|| places.to(labels.word(key::SEARCH), Address::search())),
            has_data: publication.has(Part::Data),
            index: places.to(labels.word(key::A_TO_Z), Address::index()),
            feed: feed::is_there(places.handbook, publication).then_some(feed::FILE),
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

fn navigation(places: Places<'_>, publication: &Publication) -> Vec<Link> {
    let (handbook, labels) = (places.handbook, &places.handbook.settings.labels);
    let has_comparisons = handbook.roles.len() > 1 && publication.has(Part::Compare);
    let mut doors = families(places);
    let shelves = [
        (key::COMPETENCIES, Address::competencies(), !handbook.competencies.is_empty()),
        (key::COMPARE, Address::comparisons(), has_comparisons),
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
