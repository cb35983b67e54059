//! Files that are told apart here and would be one elsewhere. In: paths. Out: the pairs of them that one
//! name means on Windows or macOS, where neither case nor composition counts. Knows no disk.

use super::RelPath;
use crate::spelling::folded;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Each path that another one before it is in the way of, and that one: the same file, or a file where
/// this one needs a folder.
pub(super) fn collisions(paths: &[&RelPath]) -> Vec<(usize, usize)> {
    let names: Vec<String> = paths.iter().map(|it| folded(it.as_str())).collect();
    let (mut files, mut found) = (BTreeMap::new(), Vec::new());
    for (index, name) in names.iter().enumerate() {
        match files.entry(name.as_str()) {
            Entry::Occupied(first) => found.push((*first.get(), index)),
            Entry::Vacant(free) => drop(free.insert(index)),
        }
    }
    for (index, name) in names.iter().enumerate() {
        let folders = name.match_indices('/').map(|(at, _)| &name[..at]);
        let file = folders.filter_map(|it| files.get(it)).next();
        found.extend(file.map(|it| (*it.min(&index), *it.max(&index))));
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    fn of(paths: &[&str]) -> Vec<(usize, usize)> {
        let paths: Vec<_> = paths.iter().map(|it| RelPath::new(it).expect("a path")).collect();
        collisions(&paths.iter().collect::<Vec<_>>())
    }

    #[test]
    fn case_and_composition_tell_no_files_apart() {
        assert_eq!(of(&["img/a.png", "img/b.png", "Img/A.png"]), [(0, 2)]);
        assert_eq!(of(&["u\u{308}.png", "\u{fc}.png", "\u{dc}.PNG"]), [(0, 1), (0, 2)]);
        assert_eq!(of(&["strasse.png", "stra\u{df}e.png"]), [(0, 1)]);
    }

    #[test]
    fn a_file_is_in_the_way_of_a_folder() {
        assert_eq!(of(&["A.png/b.png", "a.png"]), [(0, 1)]);
        assert_eq!(of(&["a.png", "a.png.svg", "b/a.png"]), []);
    }

    proptest! {
        #[test]
        fn as_many_collide_as_there_are_fewer_names(paths in proptest::collection::vec("[aAüÜ]{1,3}", 0..9)) {
            let refs: Vec<&str> = paths.iter().map(String::as_str).collect();
            let names: std::collections::BTreeSet<_> = refs.iter().map(|it| folded(it)).collect();
            let found = of(&refs);
            prop_assert_eq!(found.len(), refs.len() - names.len());
            prop_assert!(found.iter().all(|(one, other)| one < other && folded(refs[*one]) == folded(refs[*other])));
        }
    }
}
