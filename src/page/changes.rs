//! What became of a handbook between two states of it. In: both, as the same readers see them. Out: the
//! changes as data.

use super::address::Address;
use super::addresses::{Addresses, movements};
use super::context::Context;
use super::publication::Publication;
use super::sheet::{self, ChangesSheet, Sentence};
use super::words::summary;
use crate::handbook::model::{Body, Handbook};
use std::collections::BTreeSet;

/// A handbook as some readers see it, with where everything is.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    pub handbook: &'a Handbook,
    pub publication: &'a Publication,
    pub addresses: &'a Addresses,
}

/// What became of a handbook from `before` to `now`. `whole` is the handbook of now with all that
/// these readers do not see: what has only been hidden is told as that.
pub fn changes(before: Shown<'_>, now: Shown<'_>, whole: &Handbook) -> ChangesSheet {
    let state = |it: Shown<'_>| {
        let context = Context::new(it.handbook, it.publication, it.addresses);
        let home = sheet::document(&context, &it.handbook.home.body);
        let roles = it.handbook.roles.iter();
        let sentences = roles.map(|(_, it)| (it.slug.clone(), sentence(&it.body))).collect();
        sheet::State { handbook: sheet::handbook(&context), home, sentences }
    };
    let moved = movements(before.handbook, now.handbook, &now.publication.today);
    sheet::changes(&state(before), &state(now), moved, &hidden(whole, now.handbook))
}

fn sentence(body: &Body) -> Sentence {
    let written = body.summary.clone().unwrap_or_default();
    Sentence { said: summary(body), written }
}

/// The addresses of what is in `whole` and not shown.
fn hidden(whole: &Handbook, shown: &Handbook) -> BTreeSet<String> {
    let all = |it: &Handbook| -> BTreeSet<String> {
        let roles = it.roles.iter().map(|(_, it)| Address::role(&it.slug));
        let families = it.families.iter().map(|(_, it)| Address::family(&it.slug));
        let competencies = it.competencies.iter().map(|(_, it)| Address::competency(&it.slug));
        let guides = it.guides.iter().map(|(_, it)| Address::guide(&it.slug));
        let terms = it.terms.iter().map(|(_, it)| Address::glossary().at(&it.slug));
        let all = roles.chain(families).chain(competencies).chain(guides).chain(terms);
        all.map(|it| it.as_str().to_owned()).collect()
    };
    all(whole).difference(&all(shown)).cloned().collect()
}
