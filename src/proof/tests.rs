//! That nothing private is taken for public, on a project with something private in every place of the model.

use super::Audience;
use super::written::{Reader, Written};
use crate::content::{RelPath, TextFile};
use crate::document::{self, Document};
use crate::handbook::{resolve, seen};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Every private word begins so.
const CANARY: &str = "quokka";

fn texts() -> Vec<TextFile> {
    let files = include_str!("../../tests/editions/canary.txt").split("//- ").skip(1);
    let files = files.filter_map(|it| it.split_once('\n'));
    let is_text = |path: &RelPath| matches!(path.extension(), "md" | "yml");
    let files = files.filter_map(|(path, text)| Some((RelPath::new(path).filter(is_text)?, text)));
    files.map(|(path, text)| TextFile::new(path, text)).collect()
}

fn canaries(text: &str) -> BTreeSet<&str> {
    let words = text.split(|it: char| !it.is_ascii_alphanumeric());
    words.filter(|it| it.starts_with(CANARY)).collect()
}

/// What everybody may read, what not, and the addresses of pages that there are not.
fn read(documents: &[Document], edition: &str) -> [String; 3] {
    let handbook = Arc::new(resolve(documents, BTreeMap::new(), &BTreeMap::new()).value);
    let editions = &handbook.settings.editions;
    let edition = editions.named(edition).unwrap();
    let hidden = &seen(&handbook, edition).value.left_out.files;
    let labels = &handbook.settings.labels;
    let audience = Audience { edition, editions, hidden, labels, allows_html: false };
    let mut written = Written::new(labels, false);
    documents.iter().for_each(|it| Reader { audience }.read(it, &mut written));
    let private: Vec<&str> = written.private.iter().map(|it| it.html.as_str()).collect();
    let addresses: Vec<&str> = written.addresses.iter().map(|(it, _)| it.as_str()).collect();
    let names = written.names.join(" ");
    [written.public + &names, private.join(" "), addresses.join(" ")].map(|it| it.to_lowercase())
}

#[test]
fn every_private_word_is_known_as_private() {
    let texts = texts();
    let documents: Vec<Document> =
        texts.iter().filter_map(|it| document::parse(it).value).collect();
    let all: String = texts.iter().map(|it| it.text.to_lowercase()).collect();
    // What marks a footnote is its author's, and a folder is no text.
    let unread = ["quokkamark", "quokkanote"];
    let all: BTreeSet<&str> =
        canaries(&all).into_iter().filter(|it| !unread.contains(it)).collect();
    assert!(all.len() > 60, "{all:?}");

    let [public, private, addresses] = read(&documents, "public");
    // What an heir extends, a heading about a role and a link to a heading stand in texts that are public as written.
    let mentioned = BTreeSet::from(["quokkabase", "quokkarole", "quokkasection"]);
    assert_eq!(canaries(&public), mentioned);
    let unknown: Vec<_> = all.difference(&canaries(&private)).copied().collect();
    assert_eq!(unknown, [""; 0]);
    for address in [
        "roles/secret/",
        "compare/secret/",
        "roles/quokkabase/",
        "guides/quokkahiddenguide/",
        "competencies/quokkacompetency/",
        "families/quokkafamily/",
    ] {
        assert!(addresses.contains(address), "{address}: {addresses}");
    }

    // What stands beside something private is none of it, whatever else is said of it.
    for text in ["<br>teams<br>one<br>", "<br>ships small changes<br>", "okr", "open guide open"] {
        assert!(public.contains(text), "{text}: {public}");
    }

    let [public, private, addresses] = read(&documents, "internal");
    assert_eq!((private.as_str(), addresses.as_str()), ("", ""));
    let unknown: Vec<_> = all.difference(&canaries(&public)).copied().collect();
    assert_eq!(unknown, [""; 0]);
}
