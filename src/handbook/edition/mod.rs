//! Stage 3c: the handbook as one audience sees it.
//!
//! In: the whole handbook, in which everything has its meaning already, and an edition. Out: what
//! the edition shows, as a handbook of its own; it shows nothing that the whole does not. Names no
//! field by `..`: whoever adds one to the model is asked here what an edition does with it.

mod body;
mod counts;
mod footnotes;
mod frame;
mod kept;
mod links;
mod problem;
mod role;
mod selection;

#[cfg(test)]
mod tests;

pub use counts::LeftOut;

use super::model::{Body, Competency, Edition, Family, Guide, Handbook, Home, Id, Term};
use crate::diagnostic::Checked;
use links::{Anchors, Said};
use selection::Selection;
use std::sync::Arc;

/// What an edition shows, and how much it leaves out.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    pub handbook: Arc<Handbook>,
    pub left_out: LeftOut,
}

/// The handbook as `edition` shows it. Complains where what is left would name what is not.
pub fn seen(whole: &Arc<Handbook>, edition: &Edition) -> Checked<Seen> {
    let left_out = counts::left_out(whole, edition);
    // Nearly every handbook hides nothing, and pays nothing for what it could.
    if left_out.is_nothing() {
        return Checked::fine(Seen { handbook: whole.clone(), left_out });
    }
    let selection = Selection::new(whole, edition, &left_out.files);
    selected(&selection).map(|it| Seen { handbook: Arc::new(it), left_out })
}

/// What a selection leaves of its handbook.
fn selected(selection: &Selection<'_>) -> Checked<Handbook> {
    let whole = selection.whole;
    let said = said(selection);
    let anchors = Anchors::new(selection, &said);
    let Checked { value: links, mut diagnostics } = links::links(selection, &said, &anchors);
    diagnostics.extend(problem::hidden_bases(selection));
    let backlinks = links::backlinks(&said, &links);
    let (tracks, levels, areas) = frame::frame(selection);
    let paths = whole.paths.iter().filter(|(it, _)| !selection.hidden.contains(it));
    let changes = whole.changes.iter().filter(|(it, _)| !selection.hidden.contains(it));
    let handbook = Handbook {
        settings: whole.settings.clone(),
        scale: whole.scale.clone(),
        tracks,
        levels,
        areas,
        families: said.families,
        competencies: said.competencies,
        roles: said.roles,
        guides: said.guides,
        terms: said.terms,
        home: home(selection, said.home),
        section_titles: whole.section_titles.clone(),
        assets: links::assets(selection, &links),
        links,
        backlinks,
        paths: paths.map(|(id, it)| (*id, it.clone())).collect(),
        changes: changes.map(|(id, it)| (*id, it.clone())).collect(),
        ledger: whole.ledger.clone(),
        gone: whole.gone.clone(),
    };
    Checked { value: handbook, diagnostics }
}

/// Everything that has text.
fn said(selection: &Selection<'_>) -> Said {
    let (whole, kept) = (selection.whole, &selection.kept);
    let family = |_, it: &Family| Some(family(selection, it));
    let competency = |_, it: &Competency| Some(competency(selection, it));
    let guide = |_, it: &Guide| Some(guide(selection, it));
    Said {
        families: kept.families.arena(&whole.families, family),
        competencies: kept.competencies.arena(&whole.competencies, competency),
        roles: kept.roles.arena(&whole.roles, |id, it| role::role(selection, id, it)),
        guides: kept.guides.arena(&whole.guides, guide),
        terms: kept.terms.arena(&whole.terms, |_, it: &Term| Some(it.clone())),
        home: selection.body(None, &whole.home.body),
    }
}

fn home(selection: &Selection<'_>, shown: Body) -> Home {
    let Home { aliases, body, file } = &selection.whole.home;
    // The page stays, and what its document says goes.
    let is_shown = selection.shows(&body.visibility.page);
    let aliases = selection.field(body, "aliases", aliases);
    Home {
        aliases: if is_shown { aliases } else { Vec::new() },
        body: shown,
        file: file.filter(|_| is_shown),
    }
}

fn family(selection: &Selection<'_>, family: &Family) -> Family {
    let Family { slug, title, aliases, body, is_written, span } = family;
    Family {
        slug: slug.clone(),
        title: title.clone(),
        aliases: selection.field(body, "aliases", aliases),
        body: selection.body(None, body),
        is_written: *is_written,
        span: *span,
    }
}

fn competency(selection: &Selection<'_>, competency: &Competency) -> Competency {
    let Competency { slug, title, also_known_as, aliases, area, body, descriptors, span } =
        competency;
    let (remaining, descriptors) = selection.described(body, descriptors);
    Competency {
        slug: slug.clone(),
        title: title.clone(),
        also_known_as: selection.field(body, "also_known_as", also_known_as),
        aliases: selection.field(body, "aliases", aliases),
        area: area.and_then(|it| selection.kept.areas.id(it)),
        body: remaining,
        descriptors,
        span: *span,
    }
}

fn guide(selection: &Selection<'_>, guide: &Guide) -> Guide {
    let Guide { slug, title, aliases, body, span } = guide;
    Guide {
        slug: slug.clone(),
        title: title.clone(),
        aliases: selection.field(body, "aliases", aliases),
        body: selection.body(None, body),
        span: *span,
    }
}

/// The ids of those that are left, in their order.
fn remaining<T>(kept: &kept::Kept<T>, ids: &[Id<T>]) -> Vec<Id<T>> {
    ids.iter().filter_map(|it| kept.id(*it)).collect()
}
