//! How long comparing roles takes, from documents to files: a family of 12 roles, each with 40
//! competencies and 150 statements, and two roles of that size that have nothing in common.
//!
//! In: the handbooks that `family.rs` makes. Out: times, and how they differ from the last run.

mod family;

use criterion::{Criterion, criterion_group, criterion_main};
use family::{N_COMPETENCIES, N_RUNGS, N_STATEMENTS};
use rolebook::content::Content;
use rolebook::document::{self, Document};
use rolebook::handbook::{
    self,
    model::{Handbook, Id, Role, difference},
};
use rolebook::memo::Memo;
use rolebook::page::{self, Body, Page, Pages, Publication};
use rolebook::site::{self, Dress, OutputFile, Theme};
use std::collections::BTreeMap;
use std::time::Duration;

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4));
    targets = of_family, of_strangers
}
criterion_main!(benches);

fn of_family(criterion: &mut Criterion) {
    let documents = parsed(&family::family());
    let handbook = resolved(&documents);
    let publication = Publication::default();
    let addresses = page::settle(&handbook, &publication, None).value;
    let pages = page::compose(&handbook, &publication, &addresses);
    let labels = &handbook.settings.labels;
    let dress = Dress::new(Theme::default(), labels, &publication)
        .unwrap_or_else(|_| unreachable!("a built-in theme is sound"));
    assert_is_as_promised(&handbook, &pages);

    let mut group = criterion.benchmark_group("12 roles");
    group.bench_function("resolve", |it| it.iter(|| resolved(&documents)));
    for (what, [from, to]) in [("heirs", ["heir-3", "heir-4"]), ("loners", ["loner-3", "loner-4"])]
    {
        let (from, to) = (role(&handbook, from), role(&handbook, to));
        let name = format!("difference of neighbours, {what}");
        group.bench_function(name, |it| it.iter(|| difference(&handbook, from, to)));
    }
    let pairs = pairs(&handbook);
    let all = || pairs.iter().map(|(from, to)| difference(&handbook, *from, *to).sections.len());
    group.bench_function("difference of all 132 pairs", |it| it.iter(|| all().sum::<usize>()));
    group.bench_function("compose all pages", |it| it.iter(|| pages.all()));
    let render = |memo: &Memo<_, _>| site::render(&pages, &[], (&dress, memo), &|_: OutputFile| {});
    group.bench_function("render all pages", |it| it.iter(|| render(&Memo::forgetful())));
    let memo = Memo::default();
    render(&memo);
    group.bench_function("render what is remembered", |it| it.iter(|| render(&memo)));
    group.finish();
}

fn of_strangers(criterion: &mut Criterion) {
    let handbook = resolved(&parsed(&family::strangers()));
    let (from, to) = (role(&handbook, "heir-1"), role(&handbook, "loner-1"));
    let changes = difference(&handbook, from, to).sections;
    assert!(changes.iter().all(|it| it.kept.is_empty()), "strangers have a statement in common");
    criterion.bench_function("2 strangers/difference", |it| {
        it.iter(|| difference(&handbook, from, to));
    });
}

fn parsed(content: &Content) -> Vec<Document> {
    let mut diagnostics = Vec::new();
    let parsed = content.texts.iter().map(document::parse);
    let documents = parsed.filter_map(|it| it.unpack(&mut diagnostics)).collect();
    assert_eq!(diagnostics, []);
    documents
}

fn resolved(documents: &[Document]) -> Handbook {
    let mut diagnostics = Vec::new();
    let handbook =
        handbook::resolve(documents, BTreeMap::new(), &BTreeMap::new()).unpack(&mut diagnostics);
    assert_eq!(diagnostics, []);
    handbook
}

fn role(handbook: &Handbook, slug: &str) -> Id<Role> {
    let found = handbook.roles.iter().find(|(_, it)| it.slug == slug);
    found.expect("a role of the family").0
}

fn pairs(handbook: &Handbook) -> Vec<(Id<Role>, Id<Role>)> {
    let roles = || handbook.roles.ids();
    let all = roles().flat_map(|from| roles().map(move |to| (from, to)));
    all.filter(|(from, to)| from != to).collect()
}

/// A benchmark of something smaller would be fast, and nobody would know why.
fn assert_is_as_promised(handbook: &Handbook, pages: &Pages<'_>) {
    for (_, it) in handbook.roles.iter() {
        assert_eq!(it.expectations.len(), N_COMPETENCIES, "{}", it.slug);
        assert_eq!(it.body.statements().count(), N_STATEMENTS, "{}", it.slug);
    }
    assert_eq!(handbook.roles.len(), 2 * N_RUNGS);
    let is_pair = |it: &&Page| matches!(it.body, Body::Compare(_));
    assert_eq!(pages.all().iter().filter(is_pair).count(), 132);
    for [from, to] in [["heir-3", "heir-4"], ["loner-3", "loner-4"]] {
        let difference = difference(handbook, role(handbook, from), role(handbook, to));
        let reworded = difference.sections.iter().map(|it| it.reworded.len());
        assert!(reworded.sum::<usize>() >= N_STATEMENTS / 10, "{from} and {to} are too far apart");
    }
}
