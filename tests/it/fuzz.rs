//! Every seed of the fuzzers, and a few hundred inputs that are nearly one. Without end they are run by
//! `tests/fuzz/run.sh`.

#[allow(unreachable_pub, reason = "to the programs that fuzz it is a library")]
#[path = "../fuzz/targets/lib.rs"]
mod targets;

use crate::support::below_tests;
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;
use std::fs;
use std::panic::catch_unwind;
use targets::{TARGETS, Target};

/// Those that build a whole site each time.
const SLOW: [&str; 2] = ["site", "theme"];

/// The seeds of a target, in the order of their names.
fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = fs::read_dir(below_tests("fuzz/seeds").join(target)).unwrap();
    let mut paths: Vec<_> = folder.map(|it| it.unwrap().path()).collect();
    paths.sort();
    let seed = |it| (format!("{it:?}"), fs::read(it).unwrap());
    paths.iter().map(seed).collect()
}

#[track_caller]
fn replay(target: &str) {
    let (_, run) = TARGETS.into_iter().find(|(name, _)| *name == target).unwrap();
    let seeds = seeds(target);
    assert!(seeds.len() >= 6, "{target} has {} seeds", seeds.len());
    for (name, seed) in seeds {
        assert!(catch_unwind(|| run(&seed)).is_ok(), "{name} does not hold, as is said above");
    }
}

macro_rules! replays {
    ($($target:ident)+) => {
        $(#[test] fn $target() { super::replay(stringify!($target)); })+

        #[test]
        fn every_target_has_one() {
            assert_eq!([$(stringify!($target)),+], super::TARGETS.map(|(name, _)| name));
        }
    };
}

mod seeds_of {
    replays! { front_matter ledger links paths prose published sections site theme yaml }
}

/// What stands between sound and broken.
#[rustfmt::skip]
const SIGNS: [&[u8]; 24] = [
    b"\n", b" ", b"\t", b"\0", b"---\n", b"//- a.md\n", b"#", b": ", b"- ", b"[", b"]]", b"{", b"}", b"\"", b"\\", b"|", b"`",
    b"../", b"%2e", b"<", b"&", b"\xff", b"\xc3\xa9", b"\xe2\x80\xae",
];

/// One change: what is done, and where.
#[derive(Clone, Debug)]
enum Change {
    Insert(Index, &'static [u8]),
    Put(Index, u8),
    Remove(Index, Index),
    Repeat(Index, Index),
}

impl Change {
    fn apply(&self, data: &mut Vec<u8>) {
        let len = data.len() + 1;
        let range = |one: &Index, other: &Index| {
            let (one, other) = (one.index(len), other.index(len));
            one.min(other)..one.max(other)
        };
        match self {
            Change::Insert(at, sign) => {
                drop(data.splice(at.index(len)..at.index(len), sign.iter().copied()))
            }
            Change::Put(at, byte) => {
                data.iter_mut().skip(at.index(len)).take(1).for_each(|it| *it = *byte)
            }
            Change::Remove(one, other) => drop(data.drain(range(one, other))),
            Change::Repeat(one, other) => data.extend_from_within(range(one, other)),
        }
    }
}

fn change() -> impl Strategy<Value = Change> {
    let place = any::<Index>;
    prop_oneof![
        3 => (place(), select(SIGNS.as_slice())).prop_map(|(at, it)| Change::Insert(at, it)),
        1 => (place(), any::<u8>()).prop_map(|(at, it)| Change::Put(at, it)),
        1 => (place(), place()).prop_map(|(one, other)| Change::Remove(one, other)),
        1 => (place(), place()).prop_map(|(one, other)| Change::Repeat(one, other)),
    ]
}

/// A target of those that are slow, or are not, and bytes that are nearly one of its seeds.
fn nearly(are_slow: bool) -> impl Strategy<Value = (&'static str, Vec<u8>)> {
    let targets = TARGETS.into_iter().filter(|(name, _)| SLOW.contains(name) == are_slow);
    let all = targets.flat_map(|(name, _)| seeds(name).into_iter().map(move |(_, it)| (name, it)));
    (select(all.collect::<Vec<_>>()), vec(change(), 1..5)).prop_map(
        |((name, mut data), changes)| {
            changes.iter().for_each(|it| it.apply(&mut data));
            (name, data)
        },
    )
}

fn run((target, data): (&str, Vec<u8>)) {
    let (_, run): (_, Target) = TARGETS.into_iter().find(|(name, _)| *name == target).unwrap();
    run(&data);
}

/// The same cases in every run: chance is for the fuzzers, and what they find is not another change's fault.
fn cases(cases: u32) -> ProptestConfig {
    let rng_seed = RngSeed::Fixed(1);
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn what_is_nearly_a_seed_holds_too(it in nearly(false)) {
        run(it);
    }
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn sites_of_what_is_nearly_a_seed_hold_too(it in nearly(true)) {
        run(it);
    }
}
