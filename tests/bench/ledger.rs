//! What it costs to keep ten thousand addresses: a hundred roles of 95 statements each, published, and
//! then changed in every tenth statement.
//!
//! In: a handbook that is made here. Out: times, the whole check among them, to hold the others
//! against.

mod made;

use criterion::{Criterion, criterion_group, criterion_main};
use made::{path, resolved};
use rolebook::content::{Content, TextFile};
use rolebook::document;
use rolebook::page::{self, Publication};
use rolebook::pipeline::{Options, Pipeline};
use std::fmt::Write;
use std::time::Duration;

const N_ROLES: usize = 100;
const N_STATEMENTS: usize = 95;
const VERBS: [&str; 5] = ["decides", "reviews", "teaches", "measures", "repairs"];
const NOUNS: [&str; 7] = ["plans", "designs", "budgets", "tests", "tools", "teams", "risks"];

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4));
    targets = keeping
}
criterion_main!(benches);

fn keeping(criterion: &mut Criterion) {
    let plain = content(|_| false, None);
    let ledger = Pipeline::default().ledger(&plain, &options()).value;
    assert!(ledger.n_all > N_ROLES * (N_STATEMENTS + 1), "{} addresses", ledger.n_all);
    let same = content(|_| false, Some(&ledger.text));
    let reworded = content(|statement| statement % 10 == 3, Some(&ledger.text));

    let publication = Publication { today: "2026-02-01".to_owned(), ..Publication::default() };
    let mut group = criterion.benchmark_group(format!("{} addresses", ledger.n_all));
    let file = TextFile::new(path("addresses.lock"), ledger.text.as_str());
    group.bench_function("read", |it| it.iter(|| document::parse(&file)));
    for (name, content) in [("none", &plain), ("the same", &same), ("a tenth reworded", &reworded)]
    {
        let handbook = resolved(content);
        let settled = page::settle(&handbook, &publication, None);
        assert!(settled.diagnostics.is_empty(), "{:?}", settled.diagnostics);
        let run = || page::settle(&handbook, &publication, None);
        group.bench_function(format!("hold against the site, {name}"), |it| it.iter(run));
        let run = || page::ledger(&handbook, &publication, &settled.value);
        group.bench_function(format!("add what is new, {name}"), |it| it.iter(run));
        let run = || Pipeline::default().check(content, &options());
        group.bench_function(format!("check everything, {name}"), |it| it.iter(run));
    }
    group.finish();
}

fn options() -> Options {
    Options { today: "2026-01-31".to_owned(), ..Options::default() }
}

/// The handbook, with other words in the statements that `is_other` picks by their number.
fn content(is_other: impl Fn(usize) -> bool, ledger: Option<&str>) -> Content {
    let levels: String = (0..N_ROLES).map(|it| format!("  - {{ engineer: e{it} }}\n")).collect();
    let mut texts =
        vec![TextFile::new(path("handbook.yml"), format!("title: Many\nlevels:\n{levels}"))];
    for role in 0..N_ROLES {
        let mut text = format!("---\nlevel: e{role}\n---\n## Responsibilities\n\n");
        for statement in 0..N_STATEMENTS {
            let end = if is_other(statement) { "before others ask" } else { "before anybody asks" };
            let (verb, noun) = (VERBS[statement % 5], NOUNS[statement % 7]);
            let n = role * N_STATEMENTS + statement;
            // Writing to a string cannot fail.
            let _ = writeln!(text, "- {verb} the {noun} of part {n} of the whole {end}");
        }
        texts.push(TextFile::new(path(&format!("roles/r{role}.md")), text));
    }
    texts.extend(ledger.map(|it| TextFile::new(path("addresses.lock"), it)));
    texts.sort_by(|one, other| one.path.cmp(&other.path));
    Content { texts, ..Content::default() }
}
