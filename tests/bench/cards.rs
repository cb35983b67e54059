//! What the pictures of link previews cost: a hundred cards that say something else each, as those of
//! a handbook do, arranged and drawn.
//!
//! In: cards that are made here. Out: times, and how long a file is, which everybody loads.

use criterion::{Criterion, criterion_group, criterion_main};
use rolebook::picture::card::{Card, Letters, Poster, Rungs};
use std::time::Duration;

const RANKS: [&str; 10] = [
    "Junior",
    "Associate",
    "Middle",
    "Senior",
    "Staff",
    "Principal",
    "Distinguished",
    "Lead",
    "Head",
    "Director",
];
const FIELDS: [&str; 10] = [
    "Data Platform Engineering",
    "Software Engineer",
    "Engineering Manager",
    "Product Designer",
    "Developer Experience and Productivity",
    "QA",
    "Security Analyst",
    "Technical Writer",
    "Site Reliability Engineer",
    "Machine-learning Research",
];

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4));
    targets = drawing
}
criterion_main!(benches);

fn drawing(criterion: &mut Criterion) {
    let cards: Vec<Card> = (0..100).map(card).collect();
    let posters: Vec<Poster> = cards.iter().map(Poster::new).collect();
    let draw = |mut letters| posters.iter().map(|it| it.png(&mut letters).len()).sum::<usize>();
    let bytes = draw(Letters::default()) / cards.len();

    let mut group = criterion.benchmark_group(format!("100 cards of {bytes} bytes"));
    group.bench_function("arrange", |it| {
        it.iter(|| cards.iter().map(Poster::new).collect::<Vec<_>>());
    });
    group.bench_function("draw", |it| it.iter(|| draw(Letters::default())));
    let mut letters = Letters::default();
    group.bench_function("draw in letters that there are", |it| {
        it.iter(|| posters.iter().map(|it| it.png(&mut letters).len()).sum::<usize>());
    });
    group.finish();
}

fn card(index: usize) -> Card {
    let (rank, field) = (index / FIELDS.len(), index % FIELDS.len());
    Card {
        title: format!("{} {}", RANKS[rank], FIELDS[field]),
        above: "Northwind engineering handbook".to_owned(),
        facts: vec![format!("IC{rank}"), "Individual contributor".to_owned()],
        rungs: Rungs { of: RANKS.len(), here: Some(rank) },
        accent: None,
    }
}
