//! Tracks, levels and areas: those where only hidden ones stand are left out.

use super::selection::Selection;
use crate::handbook::model::{Area, Arena, Level, Track};
use std::collections::BTreeSet;

pub(super) fn frame(selection: &Selection<'_>) -> (Arena<Track>, Arena<Level>, Arena<Area>) {
    let (whole, kept) = (selection.whole, &selection.kept);
    let tracks = kept.tracks.arena(&whole.tracks, |_, it| Some(it.clone()));
    let areas = kept.areas.arena(&whole.areas, |_, it| Some(it.clone()));
    let gone = gone(selection);
    let level = |it: &Level| {
        let Level { slug, title, track, rank, span } = it;
        Some(Level {
            slug: slug.clone(),
            title: title.clone(),
            track: kept.tracks.id(*track)?,
            // A number that is missing would tell of a rung that is.
            rank: rank - gone.range(..rank).count(),
            span: *span,
        })
    };
    (tracks, kept.levels.arena(&whole.levels, |_, it| level(it)), areas)
}

/// The ranks of which no level is left.
fn gone(selection: &Selection<'_>) -> BTreeSet<usize> {
    let levels = || selection.whole.levels.iter();
    let left = levels().filter(|(id, _)| selection.kept.levels.has(*id)).map(|(_, it)| it.rank);
    let left: BTreeSet<usize> = left.collect();
    levels().map(|(_, it)| it.rank).filter(|it| !left.contains(it)).collect()
}
