//! What the program is made of: exceptions that end, and no code that the compiler cannot check. Whether a day
//! is past is asked by `tests/run.sh`, since no test depends on the calendar.

use rolebook::document::date::is_date;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn text(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The keys of `.cargo/deny.toml` that excuse something.
const EXCUSES: [&str; 5] = ["ignore", "skip", "skip-tree", "exceptions", "allow-git"];

/// What is wrong with the exceptions in a configuration.
fn complaints(toml: &str) -> Vec<String> {
    let (mut found, mut excuses) = (Vec::new(), None);
    for line in toml.lines().map(str::trim) {
        match (excuses, line.split_once(" = ")) {
            (Some(_), _) if line == "]" => excuses = None,
            (Some(name), _) if !ends_with_a_day(line) => found.push(format!("{name}: {line}")),
            (Some(_), _) => {}
            (None, Some((name, value))) if EXCUSES.contains(&name) => match value {
                "[]" => {}
                "[" => excuses = Some(name),
                _ => found.push(format!("{name}: one exception a line")),
            },
            (None, _) if line.starts_with("[[") => found.push(format!("no table: {line}")),
            (None, _) => {}
        }
    }
    found
}

/// Whether a line excuses one thing, and says why and until when.
fn ends_with_a_day(line: &str) -> bool {
    let reason = line.split_once("reason = \"").and_then(|(_, it)| it.strip_suffix("\" },"));
    let said = reason.and_then(|it| it.rsplit_once(", until "));
    line.starts_with("{ ") && said.is_some_and(|(why, day)| why.len() > 9 && is_date(day))
}

#[test]
fn every_exception_has_a_reason_and_ends() {
    let toml = text(".cargo/deny.toml");
    assert_eq!(complaints(&toml), [""; 0]);
    assert!(toml.contains("ignore = [\n") && toml.contains("skip = [\n"), "none was looked at");
}

#[test]
fn an_exception_without_a_reason_or_an_end_would_be_found() {
    for line in [
        "\"RUSTSEC-2020-0001\",",
        "{ id = \"RUSTSEC-2020-0001\" },",
        "{ id = \"RUSTSEC-2020-0001\", reason = \"nobody asked\" },",
        "{ id = \"RUSTSEC-2020-0001\", reason = \"nobody asked, until 2027-02-30\" },",
        "{ id = \"RUSTSEC-2020-0001\", reason = \", until 2027-02-28\" },",
    ] {
        assert_eq!(complaints(&format!("ignore = [\n    {line}\n]\n")).len(), 1, "{line}");
    }
    assert_eq!(complaints("skip = [\"syn@2\"]\n").len(), 1);
    assert_eq!(complaints("[[licenses.exceptions]]\ncrate = \"a\"\n").len(), 1);
    let sound =
        "skip = [\n    { crate = \"a@1\", reason = \"of another crate, until 2027-02-28\" },\n]\n";
    assert_eq!(complaints(sound), [""; 0]);
}

#[test]
fn crates_come_from_the_registry_and_versions_are_said() {
    let toml = text(".cargo/deny.toml");
    for rule in ["unknown-registry", "unknown-git", "wildcards", "multiple-versions", "yanked"] {
        assert!(toml.contains(&format!("\n{rule} = \"deny\"\n")), "`{rule}` is not denied");
    }
    let lock = text("Cargo.lock");
    let sources = lock.lines().filter(|it| it.starts_with("source = "));
    let others: Vec<_> = sources.filter(|it| !it.contains("/crates.io-index\"")).collect();
    assert!(others.is_empty(), "{others:?}");
}

/// The crates that this one asks for, by a lock file.
fn dependencies(lock: &str) -> BTreeSet<&str> {
    let own = lock.split("[[package]]\n").find(|it| it.starts_with("name = \"rolebook\"\n"));
    let lines = own.unwrap().lines().filter_map(|it| it.trim().strip_prefix('"'));
    lines.map(|it| it.split([' ', '"']).next().unwrap()).collect()
}

#[test]
fn the_fuzzers_are_built_of_the_crates_that_are_published() {
    let (own, fuzzers) = (text("Cargo.lock"), text("tests/fuzz/Cargo.lock"));
    let manifest = text("Cargo.toml");
    let (_, for_tests) = manifest.split_once("\n[dev-dependencies]\n").unwrap();
    let for_tests = for_tests.lines().take_while(|it| !it.is_empty());
    let for_tests: BTreeSet<_> = for_tests.filter_map(|it| Some(it.split_once(" = ")?.0)).collect();
    let published: BTreeSet<_> = dependencies(&own).difference(&for_tests).copied().collect();
    assert!(published.len() > 30, "{published:?}");
    assert_eq!(
        dependencies(&fuzzers),
        published,
        "let `cargo fuzz build` write its lock file anew"
    );
}

#[test]
fn unsafe_code_is_forbidden_and_nobody_allows_it() {
    let manifest = text("Cargo.toml");
    let lints = manifest.split_once("\n[lints.rust]\n").expect("lints").1;
    let forbidden = lints.lines().take_while(|it| !it.starts_with('['));
    assert!(forbidden.into_iter().any(|it| it == "unsafe_code = \"forbid\""), "not forbidden");
    let mut found = Vec::new();
    for folder in ["src", "tests"] {
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    }
    assert!(found.len() > 100, "the source was not found");
    let (start, lint) = (["un", "safe "].concat(), ["unsafe", "_code"].concat());
    let is_unsafe = |text: &str| {
        let blocks = ["{", "fn ", "impl ", "trait ", "extern "];
        blocks.iter().any(|it| text.contains(&format!("{start}{it}")))
            || text.contains(&format!("({lint}"))
    };
    found.retain(|it| is_unsafe(&fs::read_to_string(it).unwrap()));
    assert!(found.is_empty(), "{found:?}");
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join(".cargo/config.toml");
    let flags = fs::read_to_string(config).unwrap_or_default();
    assert!(!flags.contains("cap-lints"), "lints are capped");
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true if path.ends_with("node_modules") => {}
            true => collect(&path, found),
            false if path.extension().is_some_and(|it| it == "rs") => found.push(path),
            false => {}
        }
    }
}

/// The program carries files as they were checked out where it was built.
#[test]
fn what_is_built_in_has_the_same_line_ends_on_every_system() {
    let attributes = text(".gitattributes");
    assert!(attributes.lines().any(|it| it == "* text=auto eol=lf"), "Git may change line ends");
    let themes = rolebook::embedded::themes().flat_map(|(_, files)| files);
    for (path, bytes) in themes.chain(rolebook::embedded::starter()) {
        assert!(!bytes.contains(&b'\r') || path.ends_with(".png"), "{path}");
    }
}
