//! A build that is killed, or that runs beside another. At every moment each file of the output folder is the
//! old one or the new one, whole, and the next build repairs the rest.
//!
//! `ROUNDS=500 cargo nextest run interrupted` tries as often.

#![allow(clippy::disallowed_methods, reason = "how often is asked for from outside")]
#![allow(clippy::print_stdout, reason = "how often something happened is up to the machine")]

use crate::support::pair::{MANIFEST, Pair, site};
use std::fs;
use std::process::Child;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// How often something is tried: as often as the environment says, or `few` times.
fn rounds(few: u64) -> u64 {
    std::env::var("ROUNDS").map_or(few, |it| it.parse().unwrap())
}

/// Numbers without a pattern that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u128) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u64::try_from(u128::from(self.0 >> 33) % limit.max(1)).unwrap()
    }
}

/// Says so when it goes.
struct Ends<'a>(&'a AtomicBool);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Waits until files are being moved, which a manifest of another kind precedes.
fn wait_for_claim(pair: &Pair, build: &mut Child) {
    let manifest = || fs::read(pair.out().join(MANIFEST)).ok();
    let before = manifest();
    while manifest() == before && build.try_wait().unwrap().is_none() {}
}

#[test]
fn a_killed_build_leaves_whole_files_and_the_next_one_repairs() {
    let pair = Pair::new();
    let start = Instant::now();
    assert!(pair.start(0).status().unwrap().success());
    let usual = start.elapsed().as_micros();
    let (is_over, mut dice, mut n_killed) = (AtomicBool::new(false), Dice(7), 0);
    let n_reads = thread::scope(|scope| {
        let reader = scope.spawn(|| pair.read(&is_over));
        // Also where something does not hold, or the reader would never end.
        let end = Ends(&is_over);
        for round in 1..=rounds(24) {
            let mut build = pair.start(usize::from(round % 2 == 1)).spawn().unwrap();
            let moment = if round % 3 == 0 {
                wait_for_claim(&pair, &mut build);
                dice.below(4_000)
            } else {
                dice.below(usual)
            };
            thread::sleep(Duration::from_micros(moment));
            build.kill().unwrap();
            n_killed += usize::from(!build.wait().unwrap().success());
            if round % 8 == 0 {
                let which = usize::from(round % 16 == 0);
                let next = pair.start(which).output().unwrap();
                assert!(next.status.success(), "{}", String::from_utf8_lossy(&next.stderr));
                pair.assert_holds(which);
            }
        }
        drop(end);
        reader.join().unwrap()
    });
    println!("{n_killed} builds were killed, and {n_reads} files read meanwhile");
    assert!(n_killed > 0 && n_reads > 0);
}

#[test]
fn of_two_builds_at_once_one_is_told_to_wait() {
    let pair = Pair::new();
    let mut n_refused = 0;
    for round in 0..rounds(12) {
        // The first round finds no folder at all.
        let both = [0, 1]
            .map(|it: usize| pair.start((it + usize::from(round % 2 == 1)) % 2).spawn().unwrap());
        let said = both.map(|it| it.wait_with_output().unwrap());
        let refused = said.iter().filter(|it| !it.status.success());
        for it in refused {
            let text = String::from_utf8_lossy(&it.stderr);
            assert_eq!(it.status.code(), Some(2), "{text}");
            assert!(text.contains("another build"), "{text}");
            n_refused += 1;
        }
        assert!(said.iter().any(|it| it.status.success()), "one of them gets through");
        let found = site(&pair.out());
        assert!(pair.sites.contains(&found), "nothing is mixed");
        let which = usize::from(found == pair.sites[1]);
        let again = pair.start(which).output().unwrap();
        assert!(String::from_utf8_lossy(&again.stderr).contains("0 written"), "its manifest, too");
    }
    println!("{n_refused} builds were told to wait");
    assert!(n_refused > 0);
}
