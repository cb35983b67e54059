//! What is looked for. In: texts as written. Out: the pieces of the private ones that stand in no
//! public one, and the files in which they are found.

use super::fold;
use super::windows::{Names, windows_of};
use super::written::{Private, Written};
use crate::diagnostic::Span;
use crate::site::OutputFile;
use aho_corasick::AhoCorasick;
use std::collections::{BTreeMap, BTreeSet};

/// Pieces of private text.
pub(super) struct Needles {
    /// Letters and digits, and where the text is written that they come from.
    folded: Vec<(String, Span)>,
    /// Addresses, as they are.
    exact: Vec<(String, Span)>,
    /// The same two, ready to be looked for; `None` where there is nothing to look for.
    automata: [Option<AhoCorasick>; 2],
}

/// A file, and the places of the private texts that it has a piece of.
pub(super) struct Sighting {
    pub(super) path: String,
    pub(super) places: BTreeSet<Span>,
}

/// A private text, and the files that have a piece of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) at: Span,
    /// Never empty; sorted.
    pub(super) paths: Vec<String>,
}

impl Needles {
    /// The windows of all private texts but for those that stand in `public`.
    pub(super) fn new(written: &Written<'_>, public: &str) -> Needles {
        let names = Names::new(&written.names);
        let mut windows: BTreeMap<String, Span> = BTreeMap::new();
        for Private { html, at, is_name } in &written.private {
            let folded = fold::page(html);
            for window in folded.split('\n').flat_map(|it| windows_of(it, &names, *is_name)) {
                windows.entry(window).or_insert(*at);
            }
        }
        let exact =
            written.addresses.iter().filter(|(it, _)| !written.public.contains(it.as_str()));
        let folded = but_for(windows.into_iter().collect(), public);
        let exact: Vec<_> = exact.cloned().collect();
        let automata = [&folded, &exact].map(|it| automaton(it));
        Needles { folded, exact, automata }
    }

    /// The places of all private texts of which the file has a piece.
    pub(super) fn found_in(&self, file: &OutputFile) -> BTreeSet<Span> {
        let [folded, exact] = self.automata.each_ref().map(Option::as_ref);
        let text = fold::file(file.path.as_str(), file.readable());
        let mut found = spans(folded, &self.folded, text.as_bytes());
        found.extend(spans_of_exact(exact, &self.exact, file));
        found
    }
}

/// Every private text that was found, in the order of places.
pub(super) fn by_place(mut found: Vec<Sighting>) -> Vec<Found> {
    found.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    let mut places: BTreeMap<Span, Vec<String>> = BTreeMap::new();
    for Sighting { path, places: spans } in found {
        spans.into_iter().for_each(|it| places.entry(it).or_default().push(path.clone()));
    }
    places.into_iter().map(|(at, paths)| Found { at, paths }).collect()
}

/// The pieces that `public` does not have.
fn but_for(pieces: Vec<(String, Span)>, public: &str) -> Vec<(String, Span)> {
    let Some(automaton) = automaton(&pieces) else { return Vec::new() };
    let found = automaton.find_overlapping_iter(public);
    let known: BTreeSet<usize> = found.map(|it| it.pattern().as_usize()).collect();
    let left = pieces.into_iter().enumerate().filter(|(index, _)| !known.contains(index));
    left.map(|(_, it)| it).collect()
}

/// `None` where there is nothing to look for.
fn automaton(pieces: &[(String, Span)]) -> Option<AhoCorasick> {
    if pieces.is_empty() {
        return None;
    }
    // It could only fail for gigabytes of patterns.
    AhoCorasick::new(pieces.iter().map(|(it, _)| it)).ok()
}

fn spans(
    automaton: Option<&AhoCorasick>,
    pieces: &[(String, Span)],
    text: &[u8],
) -> BTreeSet<Span> {
    let found = automaton.into_iter().flat_map(|it| it.find_overlapping_iter(text));
    found.map(|it| pieces[it.pattern().as_usize()].1).collect()
}

/// Addresses in a file, and in what it is called.
fn spans_of_exact(
    automaton: Option<&AhoCorasick>,
    pieces: &[(String, Span)],
    file: &OutputFile,
) -> BTreeSet<Span> {
    let mut found = spans(automaton, pieces, file.readable());
    found.extend(spans(automaton, pieces, file.path.as_str().as_bytes()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::RelPath;
    use crate::diagnostic::FileId;
    use crate::handbook::built_in_labels;
    use crate::labels::Language;
    use crate::site::Payload;

    fn at(start: usize) -> Span {
        Span::new(FileId::of("secret.md"), start, start + 1)
    }

    fn needles(private: &[&str], public: &str) -> Needles {
        let private = private.iter().enumerate().map(|(index, it)| Private {
            html: (*it).to_owned(),
            at: at(index),
            is_name: false,
        });
        let labels = built_in_labels(Language::english());
        let written = Written {
            labels: &labels,
            allows_html: true,
            private: private.collect(),
            public: public.to_owned(),
            names: vec!["Engineering Manager".to_owned(), "Tech Lead".to_owned()],
            addresses: vec![("roles/cto/".to_owned(), at(99))],
        };
        Needles::new(&written, &fold::page(public))
    }

    /// The places of the private texts that a file has pieces of.
    fn found(needles: &Needles, path: &str, bytes: &[u8]) -> Vec<u32> {
        let payload = Payload::Bytes(bytes.into());
        let file = OutputFile { path: RelPath::new(path).unwrap(), payload };
        needles.found_in(&file).iter().map(|it| it.start).collect()
    }

    #[test]
    fn private_words_are_found_in_whatever_they_are_published() {
        let needles =
            needles(&["<p>Leads the <em>secret</em> team &amp; hires</p>"], "<p>Public</p>");
        for (path, text) in [
            ("a.html", "<p>Leads the secret <b>team</b> &#38; hires</p>"),
            ("a.html", "<img alt=\"leads the secret team & hires\">"),
            ("a.html", "<meta content='Leads the secret team &amp; hires'>"),
            ("a.html", "<!-- Leads the secret team & hires -->"),
            ("a.json", "{\"x\":\"Leads the\\tsecret team \\u0026 hires\"}"),
            ("a.js", "f([\"Leads the secret team & hires\"])"),
            ("a.csv", "x,\"Leads the secret team & hires\",y"),
            ("a.md", "- Leads the *secret* team \\& hires"),
            ("a.xml", "<title>Leads the secret team &amp; hires</title>"),
            (
                "a.svg",
                "<text><tspan>Leads the secret</tspan><tspan>team &amp; hires</tspan></text>",
            ),
            ("a.png", "\u{89}PNG\u{0}tEXtComment\u{0}Leads the secret team & hires\u{1}"),
            ("leads-the-secret-team-hires/index.html", ""),
        ] {
            assert_eq!(found(&needles, path, text.as_bytes()), [0], "{path} {text}");
        }
        assert_eq!(
            found(&needles, "a.html", b"<td>Leads the</td><td>secret team</td>"),
            [0_u32; 0]
        );
    }

    #[test]
    fn a_part_of_a_long_text_is_found() {
        let text = "Decides which of the four acquisitions of next year are announced in spring, \
                    to whom, and when";
        let needles = needles(&[&format!("<p>{text}</p>")], "");
        let clipped = "Decides which of the four acquisitions of…";
        assert_eq!(found(&needles, "a.html", clipped.as_bytes()), [0]);
        let middle = "which of the four acquisitions of next year are announced in spring, to whom";
        assert_eq!(found(&needles, "a.html", middle.as_bytes()), [0]);
        let end = b"...are announced in spring, to whom, and when";
        assert_eq!(found(&needles, "a.html", end), [0]);
    }

    #[test]
    fn ten_letters_are_looked_for_and_nine_are_not() {
        let needles = needles(&["<p>Abc def gh ij</p>", "<p>Klm nop qrs</p>"], "");
        let text = b"<p>Abc def gh ij</p><p>Klm nop qrs</p>";
        assert_eq!(found(&needles, "a.html", text), [0]);
    }

    #[test]
    fn what_is_public_too_or_very_short_is_no_secret() {
        let private = ["<p>Keeps the build green</p>", "<p>2 to 4</p>", "<p>Berlin</p>"];
        let needles = needles(&private, "<li>Keeps the build green, always</li>");
        let text = b"<p>Keeps the build green</p><p>2 to 4</p><p>Berlin</p>";
        assert_eq!(found(&needles, "a.html", text), [0_u32; 0]);
    }

    #[test]
    fn names_beside_each_other_tell_nothing() {
        let private = "<p>From Tech Lead to Engineering Manager, and from there to the board</p>";
        let needles = needles(&[private, "<p>Tech Lead of the merger</p>"], "");
        let title = b"<h1>From Tech Lead to Engineering Manager</h1>";
        assert_eq!(found(&needles, "a.html", title), [0_u32; 0]);
        assert_eq!(found(&needles, "a.html", b"<p>The Tech Lead of the merger</p>"), [1]);
    }

    #[test]
    fn an_address_is_found_as_it_is() {
        let needles = needles(&["<p>Something to look for</p>"], "<p>Public</p>");
        let link = |href: &str| format!("<a href=\"../../{href}\">x</a>").into_bytes();
        assert_eq!(found(&needles, "a.html", &link("roles/cto/#scope")), [99]);
        assert_eq!(found(&needles, "roles/cto/index.html", b""), [99]);
        assert_eq!(found(&needles, "a.html", &link("roles/cto-office/")), [0_u32; 0]);
    }
}
