//! Words that become addresses, and paths that stay below their root.

use super::material::text;
use rolebook::content::{RelPath, is_unwanted};
use rolebook::document::kind::place;
use rolebook::document::{is_index, title_of, title_of_file};
use rolebook::labels::Language;
use rolebook::markdown::{short_slug, slug};
use rolebook::page::{Address, encoded};

/// The first line is a path, and the rest a reference that stands in it; all of it are words.
pub fn paths(data: &[u8]) {
    let text = text(data);
    slugs(&text);
    title_of(&text);
    title_of_file(&text);
    let _ = Language::named(&text);
    let (path, reference) = text.split_once('\n').unwrap_or((&text, &text));
    let Some(path) = RelPath::new(path) else { return };
    for reference in [reference, path.as_str()] {
        path.resolve(reference).iter().for_each(assert_below);
    }
    assert_below(&path);
    resolves_to_itself(&path);
    // Others are never read.
    let is_wanted = !path.segments().any(is_unwanted);
    if let Some(place) = place(&path).filter(|_| is_wanted) {
        assert!(!place.name.is_empty() || is_index(&path), "{path} has no name");
    }
    addresses(&path);
}

/// But for how its letters are put together, which is settled by the first time.
fn resolves_to_itself(path: &RelPath) {
    let itself = path.resolve(&format!("/{path}"));
    assert_eq!(path.resolve(path.file_name()), itself, "its folder and the root differ on it");
    assert!(!path.as_str().is_ascii() || itself.as_ref() == Some(path), "{path} is {itself:?}");
    if let Some(it) = itself {
        assert_eq!(it.resolve(&format!("/{it}")).as_ref(), Some(&it), "it is never settled");
    }
}

fn slugs(text: &str) {
    let (whole, short) = (slug(text), short_slug(text));
    for it in [&whole, &short] {
        let is_fine = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_');
        assert!(!it.is_empty() && it.chars().all(is_fine), "{it:?}");
        assert!(!it.starts_with('-') && !it.ends_with('-') && !it.contains("--"), "{it:?}");
    }
    assert_eq!(slug(&whole), whole, "a slug is its own");
    assert_eq!(short_slug(&short), short, "a short slug is its own");
    assert!(whole.starts_with(&short) && short.chars().count() <= 60, "{short}");
}

fn assert_below(path: &RelPath) {
    let is_name = |it: &str| !matches!(it, "" | "." | "..");
    assert!(path.segments().all(is_name), "{path} leaves its root");
    assert_eq!(RelPath::new(path.as_str()).as_ref(), Some(path));
    assert!(path.file_name().starts_with(path.stem()) && path.as_str().starts_with(path.folder()));
}

fn addresses(path: &RelPath) {
    let written = encoded(path.as_str());
    assert!(!written.contains(['?', '#', ' ', '"', '<', '\\']), "{written} is no address");
    assert_eq!(decoded(&written).as_deref(), Some(path.as_str()), "{written} is another file");
    let address = Address::asset(path.as_str());
    assert_eq!(address.root().matches("../").count(), path.segments().count() - 1, "{written}");
    let page = Address::role(path.as_str());
    assert_eq!(page.spelled_out().served(), page, "it is another page without a server");
}

/// What a server makes of an address.
fn decoded(written: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = written.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => hex(rest.next()?)? << 4 | hex(rest.next()?)?,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|it| u8::try_from(it).ok())
}
