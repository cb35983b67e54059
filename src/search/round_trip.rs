//! What is written into the index, read back as `search-find.js` reads it.

use super::postings::{List, Posting, lists};
use super::stems::Stems;
use super::tally::{ByWord, tallies};
use super::vocabulary::Vocabulary;
use super::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Words as words.rs makes them: of any script, never with a capital.
fn word() -> impl Strategy<Value = String> {
    let short = "[a-c0-9éßωжש工𐐨]{1,5}";
    let long = "(a|工|𐐨){20,32}[a-z]{0,4}";
    prop_oneof![4 => short, 1 => long]
}

/// How far apart entries are, how much a word tells of each, and where.
fn list() -> impl Strategy<Value = List> {
    let gap = prop_oneof![Just(0_usize), 0..3_usize, 30..40_usize, 1_000..100_000_usize];
    let places = prop::collection::btree_set(0..usize::from(digits::MOST), 1..=4);
    let pages = prop::collection::vec((gap, 0..weights::N_CLASSES, places), 1..40);
    pages.prop_map(|pages| {
        let mut next = 0;
        let posting = |(gap, class, places): (usize, u8, BTreeSet<usize>)| {
            let entry = next + gap;
            next = entry + 1;
            Posting { entry, class, places: places.into_iter().collect() }
        };
        let postings: Vec<_> = pages.into_iter().map(posting).collect();
        List { n_pages: postings.len(), postings }
    })
}

fn number(digit: char) -> usize {
    let at = digit as usize - 48;
    if at > 43 { at - 1 } else { at }
}

fn words_read(spelled: &str) -> Vec<String> {
    let mut words: Vec<Vec<u16>> = Vec::new();
    for character in spelled.chars() {
        if character.is_ascii_uppercase() {
            let n_shared = usize::from(character as u8 - b'A');
            words.push(words.last().map_or(Vec::new(), |it| it[..n_shared].to_vec()));
        } else if let Some(word) = words.last_mut() {
            word.extend(character.encode_utf16(&mut [0; 2]).iter());
        }
    }
    words.into_iter().map(|it| String::from_utf16(&it).expect("no half of a letter")).collect()
}

fn list_read(pages: &str, passages: &str) -> List {
    let (n_pages, pages) = match pages.split_once(':') {
        Some((n, pages)) => (n.parse().ok(), pages),
        None => (None, pages),
    };
    let starts: Vec<usize> =
        pages.match_indices(|it| matches!(it, 'A'..='I')).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([pages.len()]);
    let mut next = 0;
    let posting = |((start, end), places): ((&usize, usize), Vec<usize>)| {
        let gap = &pages[start + 1..end];
        let gap = usize::from_str_radix(gap, 36).unwrap_or_else(|_| assert_empty(gap));
        let entry = next + gap;
        next = entry + 1;
        Posting {
            entry,
            class: pages.as_bytes()[*start] - b'A',
            places: places.into_iter().collect(),
        }
    };
    let places = places_read(passages);
    assert_eq!(places.len(), starts.len(), "{passages}");
    let postings: Vec<_> = starts.iter().zip(ends).zip(places).map(posting).collect();
    List { n_pages: n_pages.unwrap_or(postings.len()), postings }
}

/// `3+57` is two pages.
fn places_read(passages: &str) -> Vec<Vec<usize>> {
    let mut places: Vec<Vec<usize>> = Vec::new();
    let mut is_same_page = false;
    for character in passages.chars() {
        match places.last_mut() {
            _ if character == '+' => {}
            Some(last) if is_same_page => last.push(number(character)),
            _ => places.push(vec![number(character)]),
        }
        is_same_page = character == '+';
    }
    places
}

/// The two columns of a shard.
fn of_file(file: &IndexFile) -> [Vec<String>; 2] {
    let value = file.text.split_once(',').expect("a value").1.trim_end().trim_end_matches(')');
    let columns: [String; 2] = serde_json::from_str(value).expect("two columns");
    columns.map(|it| it.split(',').map(str::to_owned).collect())
}

fn assert_empty(gap: &str) -> usize {
    assert_eq!(gap, "");
    0
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn words_come_back_in_the_order_of_a_browser(
        words in prop::collection::hash_map(word(), list(), 0..60),
    ) {
        let expected: BTreeMap<Vec<u16>, String> =
            words.keys().map(|it| (it.encode_utf16().collect(), it.clone())).collect();
        let lists: ByWord<List> =
            words.into_iter().map(|(word, list)| (word.into(), list)).collect();
        let vocabulary = Vocabulary::new(lists, &Stems::new("en"));
        prop_assert_eq!(words_read(&vocabulary.spelled()), expected.into_values().collect::<Vec<_>>());
        prop_assert_eq!(vocabulary.forms().chars().count(), vocabulary.words.len());
        for (n, distance) in vocabulary.forms().chars().map(number).enumerate() {
            prop_assert!(distance <= n, "another form stands before the first word");
        }
    }

    #[test]
    fn lists_come_back(mut list in list(), most in 1..50_usize) {
        prop_assert_eq!(list_read(&list.pages(), &list.passages()), list.clone());
        let n = list.postings.len();
        list.cut(most);
        let read = list_read(&list.pages(), &list.passages());
        prop_assert_eq!(&read, &list);
        prop_assert_eq!((read.n_pages, read.postings.len()), (n, n.min(most)));
    }

    /// By the files alone: which shard a word is in, at which place, and what is there.
    #[test]
    fn every_word_finds_the_pages_that_say_it(
        texts in prop::collection::vec(prop::collection::vec(word(), 0..30), 0..20),
    ) {
        let entries: Vec<Entry> = texts.iter().map(|it| Entry {
            kind: "page", title: it.join(" "), ..Entry::default()
        }).collect();
        let press = Press { fingerprint: &|_| "012345".to_owned() };
        let vocabulary = Vocabulary::new(lists(&tallies(&entries)), &Stems::new("xx"));
        let (shards, files) = postings::shards(&vocabulary, &press);
        let shards = serde_json::to_value(&shards).expect("shards");
        let from: Vec<usize> = serde_json::from_value(shards["from"].clone()).expect("numbers");
        prop_assert_eq!(from.len(), files.len());
        let said: Vec<Vec<String>> = entries.iter().map(|it| words::words(&it.title)).collect();
        let of_files: Vec<[Vec<String>; 2]> = files.iter().map(of_file).collect();
        for (n, word) in vocabulary.words.iter().enumerate() {
            let shard = from.iter().rposition(|it| *it <= n).expect("a shard");
            let [pages, passages] = &of_files[shard];
            let read = list_read(&pages[n - from[shard]], &passages[n - from[shard]]);
            let read: Vec<usize> = read.postings.iter().map(|it| it.entry).collect();
            let says = |it: &usize| said[*it].contains(&word.text);
            prop_assert_eq!(read, (0..said.len()).filter(says).collect::<Vec<_>>());
        }
    }
}
