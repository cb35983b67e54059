//! Laws of the step, on the handbook that `rolebook new` writes, with anything in it made internal.

use super::selection::Selection;
use super::{LeftOut, seen, selected};
use crate::content::{RelPath, TextFile};
use crate::document;
use crate::embedded;
use crate::handbook::model::{Edition, Handbook};
use crate::handbook::resolve;
use proptest::prelude::{any, prop};
use proptest::{prop_assert, prop_assert_eq, proptest};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The starter with `.internal` behind those headings and items whose turn it is, in pages whose
/// turn it is, or with whole pages that are internal.
fn handbook(turns: &[u8]) -> Handbook {
    let mut turns = turns.iter().copied().cycle();
    let texts = embedded::starter().filter_map(|(path, bytes)| {
        let path = RelPath::new(path.strip_prefix("content/")?)?;
        Some((path, std::str::from_utf8(bytes).ok()?))
    });
    let documents = texts.filter_map(|(path, text)| {
        let is_markdown = path.extension() == "md";
        let mut lines: Vec<String> = Vec::new();
        for line in text.lines() {
            let turn = turns.next().unwrap_or(255);
            lines.push(match line {
                "---" if lines.is_empty() && turn < 40 => "---\nvisibility: internal".to_owned(),
                it if is_markdown && turn < 40 => hidden(it),
                it => it.to_owned(),
            });
        }
        document::parse(&TextFile::new(path, lines.join("\n"))).value
    });
    resolve(&documents.collect::<Vec<_>>(), BTreeMap::new(), &BTreeMap::new()).value
}

fn hidden(line: &str) -> String {
    match line.strip_suffix('}') {
        _ if !line.starts_with("- ") && !line.starts_with("##") => line.to_owned(),
        Some(braces) => format!("{braces} .internal}}"),
        None => format!("{line} {{.internal}}"),
    }
}

fn edition(handbook: &Handbook, name: &str) -> Edition {
    handbook.settings.editions.named(name).unwrap().clone()
}

#[test]
fn one_thing_of_any_kind_is_something_and_two_are_them() {
    let kinds: [fn(&mut LeftOut) -> &mut usize; 5] = [
        |it| &mut it.pages,
        |it| &mut it.terms,
        |it| &mut it.sections,
        |it| &mut it.statements,
        |it| &mut it.fields,
    ];
    assert!(LeftOut::default().is_nothing());
    for one in kinds {
        let mut left = LeftOut::default();
        *one(&mut left) += 1;
        assert!(!left.is_nothing(), "{left}");
        assert_eq!(left.pronoun(), "it", "{left}");
        for other in kinds {
            let mut both = left.clone();
            *other(&mut both) += 1;
            assert!(!both.is_nothing(), "{both}");
            assert_eq!(both.pronoun(), "them", "{both}");
        }
    }
}

proptest! {
    #[test]
    fn an_edition_that_shows_everything_changes_nothing(turns in prop::collection::vec(any::<u8>(), 1..300)) {
        let handbook = handbook(&turns);
        let (all, nobody) = (edition(&handbook, "internal"), BTreeSet::new());
        let left = selected(&Selection::new(&handbook, &all, &nobody));
        prop_assert_eq!(&left.value, &handbook);
        prop_assert_eq!(left.diagnostics, []);
        // Nothing is hidden where nobody says so.
        let open = self::handbook(&[255]);
        let public = edition(&open, "public");
        prop_assert_eq!(selected(&Selection::new(&open, &public, &nobody)).value, open);
    }

    #[test]
    fn what_is_left_hides_nothing_more(turns in prop::collection::vec(any::<u8>(), 1..300)) {
        let handbook = handbook(&turns);
        let public = edition(&handbook, "public");
        let once = seen(&Arc::new(handbook), &public).value;
        let nobody = BTreeSet::new();
        let twice = selected(&Selection::new(&once.handbook, &public, &nobody)).value;
        prop_assert_eq!(&twice, &*once.handbook);
        prop_assert!(seen(&once.handbook, &public).value.left_out.is_nothing());
    }
}
