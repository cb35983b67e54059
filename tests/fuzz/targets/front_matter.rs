//! Where front matter begins and ends, and what is written into it.

use super::material::{file, text};
use super::places::{Alone, assert_all_places, assert_places};
use rolebook::content::TextFile;
use rolebook::document::kind::{AliasFront, RoleFront};
use rolebook::document::{self, Amendment, Document, FrontMatter};
use rolebook::edit::{Edits, diff};

const NEW: &str = "/roles/new-one/";

/// The bytes are a whole page.
pub fn front_matter(data: &[u8]) {
    let text = text(data);
    let file = file("roles/a.md", &text);
    let parsed = document::parse(&file);
    assert_eq!(parsed, document::parse(&file), "it is read in two ways");
    assert_places(&parsed.diagnostics, &Alone(file.id, &text));
    let document = parsed.value.expect("a page is a document");
    assert_all_places(&document, file.id, &text);
    for is_gone in [false, true] {
        amend(&file, &document, is_gone);
    }
}

/// What was to be said besides is said, and nothing else is said no longer.
fn amend(file: &TextFile, document: &Document, is_gone: bool) {
    let is_titled = document.written_title().is_some();
    let title = (!is_titled).then(|| document.title());
    let is_gone = |_: &str| is_gone;
    let amendment = Amendment { title: title.clone(), alias: NEW.to_owned(), is_gone: &is_gone };
    let Ok(edits) = document::amend(file, &amendment) else { return };
    let edits = Edits::new(edits).expect("no two want one place");
    let text = edits.apply(&file.text);
    assert!(!diff(&file.text, &edits).is_empty(), "it changes nothing");
    let after = document::parse(&TextFile::new(file.path.clone(), text.as_str()));
    let after = after.value.expect("a page is a document");
    let (FrontMatter::Role(before), FrontMatter::Role(now)) = (&document.front, &after.front)
    else {
        assert_eq!(document.front, FrontMatter::Broken, "it cannot be read any more:\n{text}");
        return;
    };
    let has = |all: &[AliasFront], wanted: &str| all.iter().any(|it| it.from.value == wanted);
    assert!(has(&now.aliases, NEW), "it does not say the new alias:\n{text}");
    let n_gone = before.aliases.iter().filter(|it| !has(&now.aliases, &it.from.value)).count();
    assert!(n_gone <= usize::from(is_gone("")), "{n_gone} aliases are gone:\n{text}");
    assert_eq!(after.written_title(), title.or(document.written_title()), "{text}");
    let level = |it: &RoleFront| it.level.as_ref().map(|it| it.value.clone());
    assert_eq!((level(now), now.expects.len()), (level(before), before.expects.len()), "{text}");
}
