//! What the index of words costs a build of a thousand roles.
//!
//! In: a handbook that is made here. Out: the time of the index, and that of the whole build with
//! it, to hold the one against the other.

mod made;
mod many;

use criterion::{Criterion, criterion_group, criterion_main};
use made::{path, resolved};
use rolebook::content::{Content, TextFile};
use rolebook::page::{self, Publication};
use rolebook::pipeline::{Options, Pipeline};
use rolebook::search;
use std::time::Duration;

const N_ROLES: usize = 1_000;

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(20));
    targets = indexing
}
criterion_main!(benches);

fn indexing(criterion: &mut Criterion) {
    let content = content();
    let publication = Publication { today: "2026-01-31".to_owned(), ..Publication::default() };
    let handbook = resolved(&content);
    let addresses = page::settle(&handbook, &publication, None).value;
    let pages = page::compose(&handbook, &publication, &addresses);
    let entries = pages.entries(&pages.handbook());
    let index = || search::index(&entries, "en", &fingerprint);
    let bytes: usize = index().iter().map(|it| it.text.len()).sum();
    let title = format!("{} entries, {} kB of index", entries.len(), bytes / 1000);

    let mut group = criterion.benchmark_group(title);
    group.bench_function("the index", |it| it.iter(index));
    let options = Options { today: publication.today.clone(), ..Options::default() };
    let build = || Pipeline::once().check(&content, &options);
    group.bench_function("everything but writing", |it| it.iter(build));
    group.finish();
}

/// As quick as any, and no part of what is measured.
fn fingerprint(bytes: &[u8]) -> String {
    let sum = bytes.iter().fold(7_u32, |sum, it| sum.wrapping_mul(31) ^ u32::from(*it));
    format!("{sum:08x}")
}

fn content() -> Content {
    let file = |(at, text): (String, String)| TextFile::new(path(&at), text);
    let mut texts: Vec<_> = many::handbook(N_ROLES).into_iter().map(file).collect();
    texts.sort_by(|one, other| one.path.cmp(&other.path));
    Content { texts, ..Content::default() }
}
