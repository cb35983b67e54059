//! The pictures of link previews: a card for each role, and one of the handbook for every other page.
//!
//! There are none without a base URL, since only whole addresses can lead to them from elsewhere, and
//! none on a disk, where nobody looks for them.

use super::address::Address;
use super::context::Context;
use super::role::place;
use crate::handbook::model::{Handbook, Id, Role, by_track, track};
use crate::labels::key::{self, Key};
use crate::picture::card::{Card, HEIGHT, Rungs, WIDTH};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The name of the file, beside the page. It is part of the handbook's addresses, for ever.
const FILE: &str = "card.png";

/// What a page says of its picture.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Preview {
    /// With scheme and host.
    pub url: String,
    /// In place of the picture.
    pub alt: String,
    pub width: u32,
    pub height: u32,
}

impl Preview {
    pub(super) fn of_role(context: &Context<'_>, id: Id<Role>) -> Option<Arc<Preview>> {
        let base_url = context.publication.preview_url()?;
        let alt = place(context, id);
        Some(Arc::new(Preview::new(base_url, &Address::role(&context.role(id).slug), alt)))
    }

    /// The picture of whatever has none of its own.
    pub(super) fn of_handbook(
        base_url: Option<String>,
        handbook: &Handbook,
    ) -> Option<Arc<Preview>> {
        let title = &handbook.settings.title;
        let alt = handbook.settings.labels.say(key::HOME_PICTURE, [title.into()]);
        Some(Arc::new(Preview::new(base_url?, &Address::home(), alt)))
    }

    fn new(base_url: String, page: &Address, alt: String) -> Preview {
        Preview { url: base_url + &page.beside(FILE), alt, width: WIDTH, height: HEIGHT }
    }
}

/// Where the card beside a page is; `None` where there are no cards.
pub(super) fn path(context: &Context<'_>, page: &Address) -> Option<String> {
    context.publication.preview_url().map(|_| page.beside(FILE))
}

pub(super) fn of_role(context: &Context<'_>, id: Id<Role>) -> Card {
    let (handbook, role) = (context.handbook, context.role(id));
    let track = track(handbook, id).map_or("", |it| &handbook.tracks[it].title);
    let facts = [context.level(id), track, &handbook.families[role.family].title];
    Card {
        title: role.title.clone(),
        above: name(handbook),
        facts: facts.iter().filter(|it| !it.is_empty()).map(|it| (*it).to_owned()).collect(),
        rungs: rungs(context, id).unwrap_or_default(),
        accent: handbook.settings.look.colour(),
    }
}

pub(super) fn of_handbook(handbook: &Handbook) -> Card {
    let organisation = handbook.settings.organisation.as_ref().map(|it| &it.name);
    let ranks: BTreeSet<usize> = handbook.levels.iter().map(|(_, it)| it.rank).collect();
    let counts = [
        (handbook.roles.len(), key::N_ROLES),
        (handbook.families.len(), key::N_FAMILIES),
        (handbook.competencies.len(), key::N_COMPETENCIES),
    ];
    let labels = &handbook.settings.labels;
    let count = |(n, key): (usize, Key<1>)| (n > 0).then(|| labels.say(key, [n.into()]));
    Card {
        title: handbook.settings.title.clone(),
        above: organisation.filter(|it| !is_named(handbook, it)).cloned().unwrap_or_default(),
        facts: counts.into_iter().filter_map(count).collect(),
        rungs: Rungs { of: ranks.len(), here: None },
        accent: handbook.settings.look.colour(),
    }
}

/// The ladder of the role's family and track, and the rung that it is.
fn rungs(context: &Context<'_>, id: Id<Role>) -> Option<Rungs> {
    let (handbook, family) = (context.handbook, context.role(id).family);
    let ladders = by_track(handbook, context.ladders.ranked(family));
    let ladder = ladders.get(&track(handbook, id)?)?;
    let ranks: BTreeSet<_> = ladder.iter().filter_map(|it| handbook.rank(*it)).collect();
    let here = ranks.iter().position(|it| Some(*it) == handbook.rank(id))?;
    Some(Rungs { of: ranks.len(), here: Some(here) })
}

/// The handbook, and whose it is.
fn name(handbook: &Handbook) -> String {
    let title = &handbook.settings.title;
    let organisation = handbook.settings.organisation.as_ref().map(|it| &it.name);
    match organisation.filter(|it| !is_named(handbook, it)) {
        Some(it) => format!("{it} · {title}"),
        None => title.clone(),
    }
}

/// Whether the title says whose handbook it is.
fn is_named(handbook: &Handbook, organisation: &str) -> bool {
    handbook.settings.title.to_lowercase().contains(&organisation.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::super::{Planned, Publication, compose, sample, settle};
    use super::{Handbook, Rungs};
    use crate::handbook::model::Organisation;
    use crate::picture::card::Card;

    /// Each with where it is.
    fn cards(handbook: &Handbook) -> Vec<(String, Card)> {
        let base_url = Some("https://a.example/b".to_owned());
        let publication = Publication { base_url, ..Publication::default() };
        let addresses = settle(handbook, &publication, None).value;
        let pages = compose(handbook, &publication, &addresses);
        let card = |it: &Planned| Some((it.card.clone()?, pages.leaf(it).card?));
        pages.plan().iter().filter_map(card).collect()
    }

    #[test]
    fn a_card_says_where_a_role_stands() {
        let handbook = sample::handbook(&[("a", "e1"), ("b", "e3"), ("m", "m1"), ("free", "")]);
        let cards = cards(&handbook);
        let [all, a, b, free, m] = &cards[..] else { panic!("{cards:?}") };
        assert_eq!((a.0.as_str(), all.0.as_str()), ("roles/a/card.png", "card.png"));
        assert_eq!((b.1.title.as_str(), b.1.above.as_str()), ("B", "Handbook"));
        assert_eq!(b.1.facts, ["E3", "Engineer", "Engineering"]);
        assert_eq!(free.1.facts, ["Engineering"]);
        // Of three rungs of the track two are taken.
        assert_eq!(b.1.rungs, Rungs { of: 2, here: Some(1) });
        assert_eq!(m.1.rungs, Rungs { of: 1, here: Some(0) });
        assert_eq!(free.1.rungs, Rungs::default());
        assert_eq!(all.1.facts, ["4 roles", "1 family", "2 competencies"]);
        assert_eq!(all.1.rungs, Rungs { of: 3, here: None });
    }

    #[test]
    fn whose_handbook_it_is_is_said_once() {
        let above = |title: &str| {
            let mut handbook = sample::handbook(&[("a", "e1")]);
            handbook.settings.title = title.to_owned();
            let name = "Northwind".to_owned();
            handbook.settings.organisation = Some(Organisation { name, url: None });
            cards(&handbook).into_iter().map(|it| it.1.above).collect::<Vec<_>>()
        };
        assert_eq!(above("Northwind handbook"), ["", "Northwind handbook"]);
        assert_eq!(above("Roles"), ["Northwind", "Northwind · Roles"]);
    }
}
