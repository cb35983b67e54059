//! What the index of words costs a build: a thousand roles of a thousand words each, in a hundred
//! families.
//!
//! In: a handbook that is made here. Out: the time of the index, and that of the whole build with
//! it, to hold the one against the other.

mod made;

use criterion::{Criterion, criterion_group, criterion_main};
use made::{path, resolved};
use rolebook::content::{Content, TextFile};
use rolebook::page::{self, Publication};
use rolebook::pipeline::{Options, Pipeline};
use rolebook::search;
use std::fmt::Write;
use std::time::Duration;

const N_FAMILIES: usize = 100;
const N_LEVELS: usize = 10;
const N_SECTIONS: usize = 10;
/// Statements of a section; one in three is a paragraph.
const N_LINES: usize = 7;
const N_WORDS: usize = 14;

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
    let levels: String = (0..N_LEVELS).map(|it| format!("  - {{ engineer: e{it} }}\n")).collect();
    let mut texts =
        vec![TextFile::new(path("handbook.yml"), format!("title: Many\nlevels:\n{levels}"))];
    let mut words = Words(1);
    for family in 0..N_FAMILIES {
        let text = format!("---\ntitle: Family {family}\n---\n");
        texts.push(TextFile::new(path(&format!("families/f{family}.md")), text));
        for level in 0..N_LEVELS {
            let text = role(family, level, &mut words);
            texts.push(TextFile::new(path(&format!("roles/f{family}-e{level}.md")), text));
        }
    }
    texts.sort_by(|one, other| one.path.cmp(&other.path));
    Content { texts, ..Content::default() }
}

fn role(family: usize, level: usize, words: &mut Words) -> String {
    let mut text = format!("---\nfamily: f{family}\nlevel: e{level}\n---\n");
    for section in 0..N_SECTIONS {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\n## Part {section}\n");
        for line in 0..N_LINES {
            let mark = if line % 3 == 0 { "\n" } else { "- " };
            let _ = writeln!(text, "{mark}{}", words.line());
        }
    }
    text
}

/// Words as a text has them: some all the time, most of them now and then.
struct Words(u64);

impl Words {
    fn line(&mut self) -> String {
        (0..N_WORDS).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    fn word(&mut self) -> String {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let chance = (self.0 >> 40) as f64 / f64::from(1 << 24);
        let number = (8_000.0 * chance.powi(4)) as usize;
        const SYLLABLES: [&str; 20] = [
            "ta", "ri", "mo", "len", "dor", "vi", "sa", "ke", "pu", "nor", "el", "ma", "ti", "ro",
            "gan", "be", "lo", "shi", "war", "un",
        ];
        let syllable = |it: usize| SYLLABLES[it % 20];
        [syllable(number), syllable(number / 20), syllable(number / 400)].concat()
    }
}
