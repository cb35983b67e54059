//! Expected text in files. `UPDATE=1 cargo test` writes what came out instead of comparing it, to
//! be read like code before it is committed.

use std::fs;
use std::path::{Path, PathBuf};

/// A path below `tests/`.
pub(crate) fn below_tests(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)
}

pub(crate) fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some_and(|it| it != "0")
}

/// Compares with the file at `path`; fails with the first line that differs.
pub(crate) fn assert_expected(path: &Path, actual: &str) {
    if is_update() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        return fs::write(path, actual).unwrap();
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return;
    }
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (expected, actual) = (lines(&expected), lines(actual));
    let same = expected.iter().zip(&actual).take_while(|(a, b)| a == b).count();
    panic!(
        "{}:{} differs\nexpected: {}\n  actual: {}\n`UPDATE=1 cargo test` writes it anew",
        path.display(),
        same + 1,
        expected.get(same).map_or("(the end)", String::as_str),
        actual.get(same).map_or("(the end)", String::as_str),
    );
}
