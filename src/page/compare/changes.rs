//! What changes, in the words of the page.

use super::{ChangedCompetency, ChangedFact, ChangedSection, RewordedStatement, RunView};
use crate::handbook::model::{
    Difference, FactChange, Fate, Rewording, Run, SectionChange, Statement, StepChange, runs,
};
use crate::page::areas::by_area;
use crate::page::context::Context;
use crate::page::prose::Typesetter;
use crate::page::view::Mark;

pub(super) fn facts(difference: &Difference<'_>) -> Vec<ChangedFact> {
    difference.facts.iter().map(fact).collect()
}

pub(super) fn competencies(
    context: &Context<'_>,
    difference: &Difference<'_>,
) -> Vec<ChangedCompetency> {
    let view = |it: StepChange| ChangedCompetency {
        competency: context.places.competency(it.competency),
        from: it.from.map(|it| context.step(it)),
        to: it.to.map(|it| context.step(it)),
        mark: it.shift().into(),
    };
    in_order(context, &difference.steps).into_iter().map(view).collect()
}

/// New, raised, lowered, dropped, then the same; each in the order of areas.
pub(in crate::page) fn in_order(context: &Context<'_>, steps: &[StepChange]) -> Vec<StepChange> {
    let competencies: Vec<_> = steps.iter().map(|it| it.competency).collect();
    let areas = by_area(context.handbook, &competencies);
    let sorted = areas.iter().flat_map(|it| &it.competencies);
    let mut sorted: Vec<StepChange> = sorted
        .filter_map(|competency| steps.iter().find(|it| it.competency == *competency).copied())
        .collect();
    sorted.sort_by_key(StepChange::shift);
    sorted
}

pub(super) fn sections(
    context: &Context<'_>,
    difference: &Difference<'_>,
    typesetter: &Typesetter<'_>,
) -> Vec<ChangedSection> {
    let titles = &context.handbook.section_titles;
    let quoted = |it: &[&Statement]| typesetter.quoted(it.iter().copied());
    let reworded = |it: &Rewording<'_>| RewordedStatement {
        from: quoted(&it.from),
        to: quoted(&it.to),
        runs: runs_of(it, typesetter).into_iter().map(run).collect(),
    };
    let section = |it: &SectionChange<'_>| ChangedSection {
        title: titles.get(&it.key).unwrap_or(&it.key).clone(),
        anchor: it.key.clone(),
        added: quoted(&it.added),
        reworded: it.reworded.iter().map(reworded).collect(),
        dropped: quoted(&it.dropped),
        kept: quoted(&it.kept),
    };
    difference.sections.iter().map(section).collect()
}

/// Word by word, where one statement became one other and most of its words stayed.
fn runs_of(rewording: &Rewording<'_>, typesetter: &Typesetter<'_>) -> Vec<Run> {
    let ([from], [to]) = (&rewording.from[..], &rewording.to[..]) else { return Vec::new() };
    runs(&typesetter.plain(&from.prose), &typesetter.plain(&to.prose)).unwrap_or_default()
}

fn run(run: Run) -> RunView {
    let fate = match run.fate {
        Fate::Kept => "kept",
        Fate::Dropped => "dropped",
        Fate::Added => "added",
    };
    RunView { fate: fate.to_owned(), words: run.words }
}

fn fact(change: &FactChange<'_>) -> ChangedFact {
    let [from, to] = [change.from, change.to].map(|it| it.map(|it| it.value.as_str()));
    let title = change.to.or(change.from).map_or("", |it| &it.title);
    ChangedFact {
        title: title.to_owned(),
        from: from.unwrap_or_default().to_owned(),
        to: to.unwrap_or_default().to_owned(),
        mark: Mark::of_values(from, to),
    }
}
